import type { FileLink } from "../../athena/files.ts";
import type { QueryLook, QueryToStart } from "../../athena/queries.ts";
import type { BulkRunReader, BulkRuns } from "../../athena/runs.ts";
import type { BaseDependencies, RepeatDependencies, ServiceDependencies } from "../dependencies.ts";

/** What starts runs. */
export interface BulkStarter {
  readonly runs: BulkRuns;
  /** Where applications lie, and results go. */
  readonly bucket: string;
  /** The database of the catalogue that describes them. */
  readonly database: string;
  readonly holdsFiles: (prefix: string, signal: AbortSignal) => Promise<boolean>;
  /** Gives the name of the query, the same for the same token. */
  readonly startQuery: (query: QueryToStart, signal: AbortSignal) => Promise<string>;
}

/** What tells how far runs are. */
export interface BulkReader {
  readonly runs: BulkRunReader;
  readonly lookAtQuery: (query: string, signal: AbortSignal) => Promise<QueryLook>;
  readonly rowsReadBy: (query: string, signal: AbortSignal) => Promise<number | null>;
  readonly linksTo: (
    prefix: string,
    seconds: number,
    signal: AbortSignal,
  ) => Promise<readonly FileLink[]>;
}

/** For the route that starts runs. */
export interface BulkStartDependencies
  extends BulkStarter,
    ServiceDependencies,
    RepeatDependencies {
  /** Makes ids of runs; time-ordered random ones unless stated. */
  readonly newId?: (at: Date) => string;
}

/** For the route that tells how far a run is. */
export interface BulkStatusDependencies extends BulkReader, BaseDependencies {}
