import { type PreparedPolicy, prepare } from "../engine/decision/prepare.ts";
import type { Program } from "../engine/decision/program.ts";
import { explanationOf } from "../engine/explanation/explain.ts";
import type { Facts } from "../engine/model/catalogue.ts";
import type { Decision } from "../engine/model/decision.ts";
import type { Language } from "../engine/model/text.ts";
import { columnOf } from "../pack/column-name.ts";
import type { Database, loadDuckDB } from "./database.ts";

/** The engine and the statement decided one row differently: neither may be believed. */
export class BulkDisagreement extends Error {
  override readonly name = "BulkDisagreement";
  /** Stands in the message: it comes back through DuckDB, which keeps the message alone. */
  static readonly MARK = "layak-disagreement";
}

/**
 * Registers `layak_explain(facts, outcomes)`: it decides a row with the engine itself and gives the
 * texts of its answer. `outcomes` are those that the statement gave, parted by blanks: the policy's,
 * and each requirement's.
 */
export function registerExplain(
  { connection }: Pick<Database, "connection">,
  { DuckDBScalarFunction, VARCHAR }: Awaited<ReturnType<typeof loadDuckDB>>,
  program: Program,
  language: Language,
): void {
  const { pack, service, version, asOf, pinned } = program;
  const question = { service: service.id, asOf, ...(pinned && { version: version.from }) };
  const prepared = prepare(pack, question);
  connection.registerScalarFunction(
    DuckDBScalarFunction.create({
      name: "layak_explain",
      returnType: VARCHAR,
      parameterTypes: [VARCHAR, VARCHAR],
      mainFunction: (_info, input, output) => {
        const [facts, outcomes] = [input.getColumnVector(0), input.getColumnVector(1)];
        const { rowCount } = input;
        for (let row = 0; row < rowCount; row++) {
          const [given, told] = [facts.getItem(row), outcomes.getItem(row)];
          const both = typeof given === "string" && typeof told === "string";
          output.setItem(row, both ? textOf(prepared, given, told, language) : null);
        }
        output.flush();
      },
    }),
  );
}

function textOf(prepared: PreparedPolicy, given: string, told: string, language: Language): string {
  const decision = prepared.decide(factsOf(prepared.program, given));
  const { outcome, requirements } = decision;
  const decided = [outcome, ...requirements.map((requirement) => requirement.outcome)].join(" ");
  if (decided !== told)
    throw new BulkDisagreement(
      `${BulkDisagreement.MARK}: the statement says ${told}, the engine ${decided}`,
    );
  return explained(explanationOf(prepared.program, decision, language), decision);
}

/** One text: the answer, and then each requirement that is not met, or not known, with its reasons. */
function explained(
  { summary, requirements }: ReturnType<typeof explanationOf>,
  decision: Decision,
): string {
  const open = requirements.filter((_, index) => {
    const outcome = decision.requirements[index]?.outcome;
    return decision.outcome !== "out-of-scope" && (outcome === "unmet" || outcome === "unknown");
  });
  return [
    summary,
    ...open.map(({ title, reasons, remedy }) =>
      [`${title}:`, ...reasons, ...(remedy === undefined ? [] : [remedy])].join(" "),
    ),
  ].join("\n");
}

/** Items of groups come with columns for names. */
function factsOf({ pack }: Program, text: string): Facts {
  const facts: Record<string, Facts[string]> = JSON.parse(text);
  for (const [id, group] of pack.groups) {
    const items: unknown = facts[id];
    if (!Array.isArray(items)) continue;
    facts[id] = items.map((item: Record<string, Facts[string]> | null) => {
      if (item === null) return null;
      const named = group.facts.map((fact) => [fact, item[columnOf(fact)]] as const);
      return Object.fromEntries(named.filter(([, value]) => value !== undefined));
    }) as Facts[string];
  }
  return facts;
}
