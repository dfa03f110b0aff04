import { type App, createBase } from "./base.ts";
import { addBatchRoute } from "./batch/route.ts";
import { addAbsentBulkRoutes } from "./bulk/absent.ts";
import type { BulkReader, BulkStarter } from "./bulk/dependencies.ts";
import { addBulkStartRoute } from "./bulk/start.ts";
import { addBulkStatusRoute } from "./bulk/status.ts";
import { addCoverageRoute, type CoverageDependencies } from "./coverage/route.ts";
import { addDecisionRoute } from "./decisions/route.ts";
import type { DecisionDependencies, LedgerDependencies } from "./dependencies.ts";
import { addHealthRoute } from "./health.ts";
import { addKeysRoute, type KeysDependencies } from "./keys.ts";
import { addContractRoutes, type ContractDependencies } from "./openapi/routes.ts";
import { addPreviewRoute } from "./previews/route.ts";
import { addReadyRoute, type ReadyDependencies } from "./ready.ts";
import { addServiceRoutes } from "./services/routes.ts";
import { addReviewListRoute, addReviewRoute } from "./stored/reviews.ts";
import { addStoredRoutes } from "./stored/routes.ts";
import { addSearchRoute } from "./stored/search.ts";

/** What the whole API reaches outside of itself. */
export type AppDependencies = DecisionDependencies &
  CoverageDependencies &
  LedgerDependencies &
  KeysDependencies &
  ContractDependencies &
  ReadyDependencies & {
    /** Left out where there is no Athena, as on one machine. */
    readonly bulk?: BulkStarter & BulkReader;
  };

/** The whole eligibility API. Everything that it reaches outside of itself is handed to it. */
export function createApp(dependencies: AppDependencies): App {
  const app = createBase(dependencies);
  addDecisionRoute(app, dependencies);
  addBatchRoute(app, dependencies);
  addPreviewRoute(app, dependencies);
  addStoredRoutes(app, dependencies);
  addSearchRoute(app, dependencies);
  addReviewRoute(app, dependencies);
  addReviewListRoute(app, dependencies);
  addCoverageRoute(app, dependencies);
  const { bulk } = dependencies;
  if (bulk === undefined) addAbsentBulkRoutes(app);
  else {
    addBulkStartRoute(app, { ...dependencies, ...bulk });
    addBulkStatusRoute(app, { ...dependencies, ...bulk });
  }
  addServiceRoutes(app, dependencies);
  addKeysRoute(app, dependencies);
  addContractRoutes(app, dependencies);
  addHealthRoute(app, dependencies);
  addReadyRoute(app, dependencies);
  return app;
}
