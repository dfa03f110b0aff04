import { expect, it } from "vitest";
import { changesBetween } from "../../../src/analysis/statement/changes.ts";
import { statementOf } from "../../../src/analysis/statement/statement.ts";
import { changeBlocks } from "../../../src/cli/show/changes.ts";
import { marksOf } from "../../../src/cli/show/lines.ts";
import { requirementBlocks } from "../../../src/cli/show/requirements.ts";
import { asText } from "../../../src/cli/show/text.ts";
import { programOf } from "../../../src/engine/decision/program.ts";
import { fact, packOf, policy, requirement, SERVICE } from "../../support/pack.ts";
import { recordingTerminal } from "../../support/terminal.ts";

const { paint } = recordingTerminal();
const is = (id: string) => ({ fact: id, operator: "equal", value: true });

function told(scope: object) {
  const versions = [is("owned"), scope].map((scope) =>
    policy([requirement("aktif", is("active"))], { scope }),
  );
  const pack = packOf({
    facts: Object.fromEntries(
      ["owned", "leased", "active"].map((id) => [
        id,
        fact({ type: "boolean", label: { id: `Data ${id}`, en: `Fact ${id}` } }),
      ]),
    ),
    policies: Object.fromEntries(
      ["2026-01-01", "2026-04-01"].map((from, index) => [from, versions[index] ?? {}]),
    ),
  });
  const [before, after] = ["2026-01-01", "2026-04-01"].map((version) => {
    const program = programOf(pack, { service: SERVICE, asOf: "2026-11-22", version });
    const statement = statementOf(program);
    return { statement, marks: marksOf(statement) };
  });
  if (before === undefined || after === undefined) throw new Error("there are two versions");
  const earlier = { ...before, changes: changesBetween(before.statement, after.statement) };
  const textOf = (blocks: Parameters<typeof asText>[0]) =>
    asText(blocks, paint).filter((line) => line.trim() !== "");
  return {
    scope: textOf(requirementBlocks(after.statement, after.marks, "en").slice(0, 3)).slice(3),
    changes: textOf(changeBlocks(after, earlier, "en")).slice(2),
  };
}

it("a scope of one clause bears no number, nor does what changed of it", () => {
  expect(told(is("leased"))).toEqual({
    scope: ["  Fact leased: yes."],
    changes: ["Scope (changed)", "  − Fact owned: yes.", "  + Fact leased: yes."],
  });
});

it("a scope of several has them numbered", () => {
  expect(told({ any: [is("owned"), is("leased")] })).toEqual({
    scope: [
      "  0 At least one of the following:",
      "    0.1 Fact owned: yes.",
      "    0.2 Fact leased: yes.",
    ],
    changes: [
      "Scope (changed)",
      "  − Fact owned: yes.",
      "  + 0 At least one of the following:",
      "    + 0.1 Fact owned: yes.",
      "    + 0.2 Fact leased: yes.",
    ],
  });
});
