import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parameterNamed, parameterValue } from "../../src/engine/conditions/references.ts";
import { readPack } from "../../src/pack/read-pack.ts";
import { follow, stepsOf } from "./support/reader.ts";

const page = readFileSync("docs/programmes.md", "utf8");
const result = await readPack("rules");

function sectionIn(language: string): string {
  const [indonesian = "", english = ""] = page.split(/^## English$/m);
  return language === "English" ? english : indonesian;
}

describe("docs/programmes.md", () => {
  it("shows what its commands print", () => {
    const steps = stepsOf(page);
    expect(steps.length).toBe(11);
    follow(steps);
  });

  it.each([
    ["Indonesian", /^\| (?:BPU|tambahan).*$/gm],
    ["English", /^\| (?:self-paid|BPU paid|JHT on top).*$/gm],
  ])("has the contributions that the rules have, in %s", (language, rows) => {
    const service = result.ok && result.pack.services.get("kota-serang/sewa-kios");
    if (!service) throw new Error("no such service");
    const shown = [...sectionIn(language).matchAll(rows)].map(([row]) =>
      [...row.matchAll(/Rp([\d.,]+)/g)].map(([, amount = ""]) =>
        Number(amount.replace(/[.,]/, "")),
      ),
    );
    const days = ["2025-12-31", "2026-01-01", "2026-04-01", "2027-01-01", "2027-04-01"];
    const ids = ["iuran.bpu", "iuran.bpu.angkutan", "iuran.bpu.anggaran", "iuran.bpu.jht"];
    expect(shown).toEqual(
      ids.map((id) =>
        days.map((day) => parameterValue(parameterNamed(`parameter.${id}`, service), day)),
      ),
    );
  });
});
