import type { Pack } from "../engine/model/pack.ts";
import type { Ledger } from "../ledger/entry.ts";
import type { ReadyCheck } from "./ready.ts";

/** Under this id no decision is ever stored. */
const NO_DECISION = "ready";

/** What decisions need: rules, the ledger's table, and a registry that answers. */
export function readyChecks(
  pack: Pack,
  ledger: Pick<Ledger, "find">,
  coverage: ReadyCheck["look"],
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
    { name: "coverage", look: coverage },
  ];
}
