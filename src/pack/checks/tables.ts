import type { Fact } from "../../engine/model/catalogue.ts";
import { rowsLacking } from "../diagnostics/parameter-tables.ts";
import { itemsOf, memberOf, membersOf, stringOf } from "../json/nodes.ts";
import type { RuleFile } from "./rule-file.ts";

/**
 * Tells each table of parameters without a row for a code that its fact declares. With `today` only
 * what still holds then or later: a table of days gone by need not know codes that came after it.
 */
export function checkRows(
  files: ReadonlyMap<string, RuleFile>,
  facts: ReadonlyMap<string, Fact>,
  today: string | undefined,
): void {
  for (const [path, { root, report }] of files) {
    if (path.split("/").at(-1) !== "parameters.json") continue;
    for (const { key: id, value: parameter } of membersOf(memberOf(root, "parameters"))) {
      const by = stringOf(parameter, "by") ?? "";
      const fact = facts.get(by);
      if (fact?.type !== "code" || stringOf(parameter, "type") === "duration") continue;
      const values = itemsOf(memberOf(parameter, "values"));
      for (const [index, value] of values.entries()) {
        const next = values[index + 1];
        const until = next && stringOf(next, "from");
        const table = memberOf(value, "value");
        if (table?.kind !== "object") continue;
        if (today !== undefined && until !== undefined && until <= today) continue;
        const given = new Set(table.members.map(({ key }) => key));
        const lacking = Object.keys(fact.codes).filter((code) => !given.has(code));
        if (lacking.length > 0) report(table, rowsLacking(id, by, lacking));
      }
    }
  }
}
