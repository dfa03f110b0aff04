import type { Pack, Service } from "../../engine/model/pack.ts";
import { ONLY_FALSE, ONLY_TRUE } from "../solver/truths.ts";
import { judgeClauses } from "./clauses.ts";
import { namedAsker } from "./named.ts";
import type { Notes } from "./notes.ts";
import { cityOf } from "./placed.ts";
import type { OpenRules } from "./places.ts";
import { everythingWritten, grantsWritten, type PlacedPolicy } from "./policy.ts";

/** Clauses of named conditions that matter to none of those who refer to them. */
export function judgeNamed(
  pack: Pack,
  policies: readonly PlacedPolicy[],
  today: string,
  told: ReadonlySet<string>,
  rules: OpenRules,
  notes: Notes,
): void {
  const used = new Map<string, readonly [Service, string]>();
  for (const policy of policies) {
    const { service } = policy.program;
    for (const { condition } of [...everythingWritten(policy), ...grantsWritten(policy)]) {
      if (!("condition" in condition)) continue;
      used.set(`${cityOf(service.id)}/${condition.condition}`, [service, condition.condition]);
    }
  }
  for (const [service, name] of used.values()) {
    const ask = namedAsker(pack, service, name, today);
    if (ask === null) continue;
    const isOpen = [ONLY_TRUE, ONLY_FALSE].every(
      (want) => ask.can(({ node }) => [[{ node, want }]]) === "possible",
    );
    if (!isOpen) continue;
    judgeClauses(ask, { root: (part) => part, context: () => [] }, told, rules, notes);
  }
}
