import { describe, expect, it } from "vitest";
import { formatDiagnostic } from "../../src/pack/diagnostics/format.ts";
import { parsePack } from "../../src/pack/parse-pack.ts";
import { ALL_FAULTS } from "./faults/all.ts";
import { changed } from "./support/rules.ts";

describe("parsePack tells what is wrong, where, and what to do", () => {
  it.each(ALL_FAULTS)("$behaviour", ({ changes, told }) => {
    const result = parsePack(changed(changes));
    const diagnostics = result.ok ? result.warnings : result.diagnostics;
    const shown = diagnostics.flatMap((diagnostic) => [
      formatDiagnostic(diagnostic, "en"),
      formatDiagnostic(diagnostic, "id"),
    ]);
    expect(shown).toEqual(told);
  });
});
