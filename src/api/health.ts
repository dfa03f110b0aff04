import { type App, addRoute, answerJson } from "./base.ts";
import type { BaseDependencies } from "./dependencies.ts";

/** `GET /healthz`: the process answers. It says nothing of what lies behind it. */
export function addHealthRoute(app: App, dependencies: BaseDependencies): void {
  addRoute(app, "GET", "/healthz", (context) => {
    context.header("Cache-Control", "no-store");
    return answerJson(context, dependencies, 200, { status: "ok" });
  });
}
