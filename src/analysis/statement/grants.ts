import type { Program } from "../../engine/decision/program.ts";
import { conditionalGrants } from "../../engine/granting/program.ts";
import { statedGrant } from "../../engine/granting/stated.ts";
import { assuranceOf } from "./assurance.ts";
import { citationsOf } from "./citations.ts";
import { clauseOf } from "./clauses.ts";
import type { GrantClause } from "./model.ts";
import { filledWords, inBoth, wordsOf } from "./words.ts";

/** What a policy grants, in words. */
export function grantClauses(program: Program): readonly GrantClause[] {
  const { grants = [] } = program.version.policy;
  const conditional = conditionalGrants(program);
  const { facts } = program.pack;
  return grants.map((grant, place) => {
    const { id, amount, sources, provenance } = grant;
    const number = `G${place + 1}`;
    const tree = conditional.find((one) => one.id === id)?.compiled.tree;
    const named = typeof amount === "object" ? facts.get(amount.fact) : undefined;
    const stated = inBoth(program, (vocabulary) => statedGrant(vocabulary, grant));
    return {
      number,
      id,
      text: filledWords(program, stated),
      assurance: { ...assuranceOf(grant), provenance },
      citations: citationsOf(program.service, sources),
      conditions: tree === undefined ? null : clauseOf(program, tree, `${number}.1`),
      reads: typeof amount === "object" ? [amount.fact] : [],
      ...(named !== undefined && { amountFrom: wordsOf(named.label) }),
    };
  });
}
