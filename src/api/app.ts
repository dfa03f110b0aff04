import { type App, createBase } from "./base.ts";
import { addDecisionRoute } from "./decisions/route.ts";
import type { DecisionDependencies } from "./dependencies.ts";
import { addHealthRoute } from "./health.ts";
import { addServiceRoutes } from "./services/routes.ts";

/** The whole eligibility API. Everything that it reaches outside of itself is handed to it. */
export function createApp(dependencies: DecisionDependencies): App {
  const app = createBase(dependencies);
  addDecisionRoute(app, dependencies);
  addServiceRoutes(app, dependencies);
  addHealthRoute(app, dependencies);
  return app;
}
