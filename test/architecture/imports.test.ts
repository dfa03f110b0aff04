import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { describe, expect, it } from "vitest";

/** Which rooms each room may import from, besides itself and packages. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  engine: [],
  store: [],
  athena: [],
  pack: ["engine"],
  analysis: ["pack", "engine"],
  interop: ["pack", "engine"],
  monitoring: ["pack", "engine"],
  module: ["pack", "engine"],
  allocation: ["pack", "engine"],
  sql: ["pack", "engine"],
  bulk: ["pack", "engine", "sql"],
  simulation: ["pack", "engine", "sql", "bulk"],
  population: ["pack", "engine", "sql"],
  registry: ["store", "engine"],
  ledger: ["store", "engine"],
  api: [
    ...["engine", "pack", "interop", "monitoring", "store", "registry", "ledger", "bulk"],
    ...["athena", "sql"],
  ],
  cli: [
    ...["engine", "pack", "analysis", "interop", "monitoring", "store", "registry", "ledger"],
    ...["allocation", "api", "bulk", "sql", "module", "population", "simulation"],
  ],
  studio: ["engine", "pack", "analysis", "interop", "store", "registry", "ledger", "api", "bulk"],
  functions: ["api", "registry", "ledger", "store", "bulk", "pack", "athena"],
};

/** Of these, only types may be imported. */
const TYPES_ONLY: readonly (readonly [string, string])[] = [["registry", "engine"]];

/** Packages that a room may use; `node:` modules count as packages. Other rooms use any. */
const PACKAGES: Readonly<Record<string, readonly string[]>> = {
  engine: [],
  pack: ["zod", "jsonc-parser", "@noble/hashes", "node:fs", "node:fs/promises", "node:path"],
  analysis: [],
  module: [],
  interop: ["json-rules-engine"],
  monitoring: ["zod"],
  allocation: ["zod", "csv-parse", "@noble/hashes"],
  sql: [],
  population: ["zod"],
};

interface Import {
  readonly file: string;
  readonly from: string;
  readonly typesOnly: boolean;
}

const IMPORT = /(?:import|export)\s+(type\s)?[^"';]*?\s*from\s*"([^"]+)"|import\s*\(?\s*"([^"]+)"/g;

function importsIn(file: string): readonly Import[] {
  const text = readFileSync(file, "utf8");
  return [...text.matchAll(IMPORT)].map(([, type, from, bare]) => ({
    file,
    from: from ?? bare ?? "",
    typesOnly: type !== undefined,
  }));
}

/** The room a path is in; null for the entry files right under `src`. */
function roomOf(path: string): string | null {
  const [top, room, ...rest] = path.split("/");
  if (top === "functions" || top === "studio") return top;
  return top === "src" && rest.length > 0 ? (room ?? null) : null;
}

const files = ["src", "functions"].flatMap((top) =>
  readdirSync(top, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts"))
    .map((file) => join(top, file)),
);
const imports = files.flatMap(importsIn);

function problemsOf({ file, from, typesOnly }: Import): readonly string[] {
  const room = roomOf(file);
  if (room === null) return [];
  const told = `${file} imports ${from}`;
  if (!from.startsWith(".")) {
    const allowed = PACKAGES[room];
    const known = allowed?.some((name) => from === name || from.startsWith(`${name}/`)) ?? true;
    return known ? [] : [told];
  }
  const target = roomOf(relative(".", join(dirname(file), from)));
  if (target === null || target === room) return [];
  if (!MAY_IMPORT[room]?.includes(target)) return [told];
  const onlyTypes = TYPES_ONLY.some(([one, other]) => one === room && other === target);
  return onlyTypes && !typesOnly ? [`${told}, which is more than types`] : [];
}

describe("the rooms of the source", () => {
  it("are all known", () => {
    const rooms = new Set(files.flatMap((file) => roomOf(file) ?? []));
    expect([...rooms].filter((room) => !(room in MAY_IMPORT))).toEqual([]);
  });

  it("import only what lies further down, and only the packages they may", () => {
    expect(imports.length).toBeGreaterThan(100);
    expect(imports.flatMap(problemsOf)).toEqual([]);
  });

  it.each([
    ["src/engine/decision/x.ts", "../../pack/parse-pack.ts", false],
    ["src/engine/decision/x.ts", "zod", false],
    ["src/registry/x.ts", "../engine/answer.ts", false],
    ["src/pack/x.ts", "../api/app.ts", true],
    ["src/cli/x.ts", "../../functions/health.ts", false],
  ])("would tell that %s imports %s", (file, from, typesOnly) => {
    expect(problemsOf({ file, from, typesOnly })).not.toEqual([]);
  });
});

describe("entry files", () => {
  it.each(["src/index.ts", "src/node.ts", "src/json-rules-engine.ts"])(
    "%s is an export list and nothing else",
    (file) => {
      const lines = readFileSync(file, "utf8")
        .replaceAll(/export [^;]*? from "[^"]+";/gs, "")
        .trim();
      expect(lines).toBe("");
    },
  );
});
