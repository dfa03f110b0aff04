import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, it } from "vitest";
import { decide } from "../../src/index.ts";
import { readPack } from "../../src/pack/read-pack.ts";
import { asModuleDecides } from "../module/support/imported.ts";
import { temporaryFolder, write } from "../support/files.ts";
import { filesOf, policy, requirement } from "../support/pack.ts";
import { layak } from "./support/layak.ts";

const SERVICE = "kota-serang/sewa-kios";
const FACTS = { "kiosk.owner": "PEMKOT", "lease.kind": "BARU", "coverage.status": "AKTIF" };

function filesIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((path) => path.includes("."))
    .toSorted();
}

describe("layak build", () => {
  it("writes each policy of a service that is no draft as a module that decides as the library", async () => {
    const out = temporaryFolder();
    const { code, err } = await layak(["build", "--out", out, "--service", SERVICE]);
    expect([code, err]).toEqual([0, []]);
    expect(filesIn(out)).toEqual(
      ["2024-10-01", "2026-01-01"].flatMap((from) => [
        `${SERVICE}/${from}.d.mts`,
        `${SERVICE}/${from}.mjs`,
      ]),
    );
    const path = join(out, SERVICE, "2026-01-01.mjs");
    const module = await import(/* @vite-ignore */ pathToFileURL(path).href);
    const read = await readPack("rules");
    if (!read.ok) throw new Error("the shipped rules are not valid");
    const question = { service: SERVICE, asOf: "2026-11-22", facts: FACTS };
    expect(module.decide(FACTS, "2026-11-22")).toEqual(
      asModuleDecides(decide(read.pack, question)),
    );
  });

  it("tells where each is, of which days, and how large", async () => {
    const out = temporaryFolder();
    const { out: told } = await layak(["build", "--out", out, "--service", SERVICE]);
    const [first, second, ...rest] = told;
    const size = "+\\d+,\\d kB \\(gzip \\d,\\d kB\\)";
    expect(first).toMatch(new RegExp(`2024-10-01\\.mjs  2024-10-01 – 2025-12-31 ${size}$`));
    expect(second).toMatch(new RegExp(`2026-01-01\\.mjs  2026-01-01 –  ${size}$`));
    expect(rest).toEqual(["2 modul, masing-masing dengan tipenya (.d.mts)."]);
  });

  it("replaces what it wrote before, and tells programs in JSON", async () => {
    const out = temporaryFolder();
    const path = write(out, `${SERVICE}/2026-01-01.mjs`, "old");
    const { out: told } = await layak(["build", "--out", out, "--service", SERVICE, "--json"]);
    expect(readFileSync(path, "utf8")).not.toBe("old");
    const { modules } = JSON.parse(told.join("\n"));
    expect(modules[1]).toEqual({
      service: SERVICE,
      status: "pilot",
      from: "2026-01-01",
      until: null,
      path: `${SERVICE}/2026-01-01.mjs`,
      bytes: readFileSync(path).length,
      gzipped: expect.any(Number),
    });
  });

  it("gives the same text whenever it is asked", async () => {
    const texts = [temporaryFolder(), temporaryFolder()].map(async (out) => {
      await layak(["build", "--out", out, "--service", SERVICE]);
      return filesIn(out).map((path) => readFileSync(join(out, path), "utf8"));
    });
    const [one, other] = await Promise.all(texts);
    expect(one).toEqual(other);
  });

  it("says which service was meant", async () => {
    const asked = ["build", "--out", "x", "--service", "kota-serang/sewa-kiosk", "--lang", "en"];
    const { code, err } = await layak(asked);
    expect(code).toBe(1);
    expect(err.join("\n")).toContain('There is no service "kota-serang/sewa-kiosk"');
  });

  it("says that drafts are not written, and writes them where it is asked to", async () => {
    const rules = temporaryFolder();
    const draft = policy(
      [requirement("r", { fact: "asOf", operator: "after", value: "2020-01-01" })],
      {
        status: "draft",
      },
    );
    for (const [path, text] of Object.entries(filesOf({ policies: { "2026-01-01": draft } }))) {
      write(rules, path, text);
    }
    const { code, err } = await layak(["build", rules, "--out", join(rules, "x"), "--lang", "en"]);
    expect([code, err]).toEqual([
      1,
      [
        "There is no policy to write: there are only drafts, and a draft decides nothing. --drafts writes these too.",
      ],
    ]);
    const out = join(rules, "modules");
    const asked = await layak(["build", rules, "--out", out, "--drafts", "--lang", "en"]);
    expect(asked.code).toBe(0);
    expect(asked.out[0]).toMatch(/2026-01-01\.mjs {2}2026-01-01 – .* draft$/);
    const module = await import(
      /* @vite-ignore */ pathToFileURL(join(out, "kota/layanan/2026-01-01.mjs")).href
    );
    expect(module.decide({}, "2026-01-02")).toMatchObject({
      policy: { status: "draft" },
      outcome: "eligible",
    });
  });

  it("says which file it cannot write", async () => {
    const out = write(temporaryFolder(), "taken", "a file, not a directory");
    const { code, err } = await layak([
      "build",
      "--out",
      out,
      "--service",
      SERVICE,
      "--lang",
      "en",
    ]);
    expect(code).toBe(1);
    expect(err.join("\n")).toMatch(/^The file ".*2024-10-01\.mjs" cannot be written\./);
  });
});
