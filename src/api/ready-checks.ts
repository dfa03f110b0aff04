import type { Pack } from "../engine/model/pack.ts";
import type { Ledger } from "../ledger/entry.ts";
import { type RosterInUse, rosterProblem } from "../registry/roster-problem.ts";
import type { ReadyCheck } from "./ready.ts";

/** Under this id no decision is ever stored. */
const NO_DECISION = "ready";

/** What decisions need: rules, the ledger's table, and a roster that is young enough. */
export function readyChecks(
  pack: Pack,
  ledger: Pick<Ledger, "find">,
  roster: RosterInUse,
): readonly ReadyCheck[] {
  return [
    { name: "pack", look: async () => (pack.services.size === 0 ? "no-services" : null) },
    {
      name: "ledger",
      look: async () => {
        await ledger.find(NO_DECISION);
        return null;
      },
    },
    { name: "coverage", look: (signal) => rosterProblem(roster, signal) },
  ];
}
