import { ROUTES } from "../../../src/api/access/routes.ts";
import { type App, addRoute, createBase } from "../../../src/api/base.ts";
import type { LogEntry } from "../../../src/api/log.ts";
import { checkedLog } from "../../support/checked-log.ts";

/** An app with every route of the table, each of which only tells who called it. */
export function everyRoute(
  clock: () => Date,
  lines: LogEntry[] = [],
  routes: typeof ROUTES = ROUTES,
): App {
  const app = createBase({ clock, log: checkedLog((line) => lines.push(line)), language: "en" });
  for (const { method, path } of routes) {
    addRoute(app, method, path, (context) =>
      Response.json({ route: `${method} ${path}`, caller: context.get("caller") }),
    );
  }
  return app;
}

/** An address that a path of the table stands for. */
export function addressLike(path: string): string {
  return path.replace(/:(\w+)/g, "$1-1");
}
