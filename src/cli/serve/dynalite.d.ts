declare module "dynalite" {
  import type { Server } from "node:http";

  interface DynaliteOptions {
    /** Where LevelDB keeps the tables; in memory unless given. */
    readonly path?: string;
    readonly createTableMs?: number;
  }

  /** Makes an HTTP server that speaks DynamoDB; not listening yet. */
  const dynalite: (options?: DynaliteOptions) => Server;
  export = dynalite;
}
