import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { parsePack } from "../../src/pack/parse-pack.ts";
import { readPack } from "../../src/pack/read-pack.ts";
import { CASES, POLICY, RULES } from "./support/rules.ts";

let directory: string;

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), "layak-rules-"));
});

afterEach(async () => {
  await rm(directory, { recursive: true, force: true });
});

async function write(files: Readonly<Record<string, string | Uint8Array>>): Promise<void> {
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(directory, path)), { recursive: true });
    await writeFile(join(directory, path), content);
  }
}

describe("readPack", () => {
  it("gives what parsePack gives of the same files", async () => {
    await write({
      ...RULES,
      "README.md": "# Aturan",
      "schema/facts.schema.json": "{",
      ".x.json": "{",
    });
    expect(await readPack(directory)).toStrictEqual(parsePack(RULES));
  });

  it("takes a directory with a slash at its end, and a relative one", async () => {
    await write(RULES);
    expect(await readPack(`${directory}/`)).toMatchObject({ ok: true, warnings: [] });
    expect(await readPack("rules")).toMatchObject({ ok: true });
  });

  it("takes a text that holds the sign for what is no UTF-8, and one that is marked as UTF-8", async () => {
    const policy = (RULES[POLICY] ?? "").replace("Sewa kios", "Sewa \uFFFD kios");
    await write({ ...RULES, [POLICY]: `\uFEFF${policy}` });
    expect(await readPack(directory)).toStrictEqual(parsePack({ ...RULES, [POLICY]: policy }));
  });

  it("tells a directory that is not there", async () => {
    expect(await readPack(join(directory, "rule"))).toStrictEqual({
      ok: false,
      diagnostics: [
        {
          code: "LYK101",
          severity: "error",
          file: ".",
          line: 1,
          column: 1,
          message: {
            id: expect.stringMatching(/^".*" tidak dapat dibaca: tidak ada$/),
            en: expect.stringMatching(/^".*" cannot be read: there is no such file or folder$/),
          },
          help: {
            id: "periksa nama dan hak bacanya",
            en: "check its name, and that you may read it",
          },
        },
      ],
    });
  });

  it("tells a file in place of a directory", async () => {
    await write(RULES);
    const result = await readPack(join(directory, "facts.json"));
    expect(result.ok ? [] : result.diagnostics.map(({ message }) => message.en)).toEqual([
      expect.stringMatching(/ cannot be read: it is not a folder$/),
    ]);
  });

  it("tells an empty directory that the fact catalogue is missing", async () => {
    const result = await readPack(directory);
    expect(result.ok ? [] : result.diagnostics.map(({ code, file }) => [code, file])).toEqual([
      ["LYK105", "facts.json"],
    ]);
  });

  it("tells a city's folder that it is only a part of the rules", async () => {
    await write(RULES);
    for (const part of ["kota", "kota/kios"]) {
      const result = await readPack(join(directory, part));
      expect(result.ok ? [] : result.diagnostics).toEqual([
        {
          code: "LYK105",
          severity: "error",
          file: ".",
          line: 1,
          column: 1,
          message: expect.objectContaining({
            en: expect.stringMatching(
              / is only a part of the rules: there is no facts.json in it$/,
            ),
          }),
          help: {
            id: `sebutkan folder aturan seutuhnya: ${JSON.stringify(directory)}`,
            en: `name the whole rules directory: ${JSON.stringify(directory)}`,
          },
        },
      ]);
    }
  });

  it("tells a file that is not UTF-8, with the faults of the others", async () => {
    const latin = Buffer.from(`{ "sources": { "caf\u00e9": 1 } }`, "latin1");
    const text = (RULES[CASES] ?? "").replace("eligible", "layak");
    await write({ ...RULES, "sources.json": latin, [CASES]: text });
    const result = await readPack(directory);
    expect(
      result.ok
        ? []
        : result.diagnostics.map(({ code, file, message }) => [code, file, message.en]),
    ).toEqual([
      ["LYK303", CASES, '"outcome" cannot be "layak"'],
      ["LYK117", "sources.json", "the file is not UTF-8"],
    ]);
  });

  it("reads many more files than may be open at once", async () => {
    const files: Record<string, string> = { ...RULES };
    for (let index = 0; index < 1500; index++) {
      files[`kota/layanan-${index}/2024-10-01.json`] = RULES[POLICY] ?? "";
    }
    await write(files);
    const result = await readPack(directory);
    expect(result.ok && result.pack.services.size).toBe(1501);
  }, 60_000);
});
