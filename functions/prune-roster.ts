import { pruneSnapshots } from "../src/registry/snapshots/prune.ts";
import { observed } from "./wiring/observe.ts";
import { rosterTable } from "./wiring/roster-table.ts";

const KEEP_HOURS = 24;
const RESERVE_MILLISECONDS = 30_000;

interface Context {
  readonly getRemainingTimeInMillis: () => number;
}

/** Removes rosters that went out of use long enough ago; what time does not allow, the next run does. */
export async function handler(_event: unknown, context: Context): Promise<void> {
  const roster = rosterTable(process.env);
  const hours = Number(process.env["LAYAK_ROSTER_KEEP_HOURS"] ?? KEEP_HOURS);
  if (!(hours >= 0)) throw new RangeError("LAYAK_ROSTER_KEEP_HOURS must be a number of hours");
  try {
    const pruned = await pruneSnapshots(roster, {
      keepMilliseconds: hours * 3_600_000,
      clock: () => new Date(),
      outOfTime: () => context.getRemainingTimeInMillis() < RESERVE_MILLISECONDS,
      signal: AbortSignal.timeout(context.getRemainingTimeInMillis()),
    });
    observed(process.env)({ level: "info", event: "roster-pruned", ...pruned });
  } finally {
    roster.client.destroy();
  }
}
