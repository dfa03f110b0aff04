import type { Program } from "../engine/decision/program.ts";
import { factChecker } from "../engine/facts/check.ts";
import { columnOf } from "../pack/column-name.ts";
import type { Database, loadDuckDB } from "./database.ts";

/** What a group's items come to: the items as JSON with columns for names, or the fault's code. */
type Group = (text: string) => string;

/** Makes what SQL can not say into functions of DuckDB: rules about texts, and groups. */
export function registerFunctions(
  { connection }: Pick<Database, "connection">,
  { DuckDBScalarFunction, VARCHAR, BOOLEAN }: Awaited<ReturnType<typeof loadDuckDB>>,
  program: Program,
): void {
  const patterns = new Map<string, RegExp>();
  const patternOf = (source: string): RegExp => {
    const known = patterns.get(source) ?? new RegExp(`^(?:${source})$`, "u");
    patterns.set(source, known);
    return known;
  };
  connection.registerScalarFunction(
    DuckDBScalarFunction.create({
      name: "layak_matches",
      returnType: BOOLEAN,
      parameterTypes: [VARCHAR, VARCHAR],
      mainFunction: (_info, input, output) => {
        const [texts, sources] = [input.getColumnVector(0), input.getColumnVector(1)];
        for (let row = 0; row < input.rowCount; row++) {
          const [text, source] = [texts.getItem(row), sources.getItem(row)];
          const told = typeof text === "string" && typeof source === "string";
          output.setItem(row, told ? patternOf(source).test(text) : null);
        }
        output.flush();
      },
    }),
  );
  const readers = new Map<string, Group>();
  for (const id of program.pack.groups.keys()) readers.set(id, groupReader(program, id));
  connection.registerScalarFunction(
    DuckDBScalarFunction.create({
      name: "layak_group",
      returnType: VARCHAR,
      parameterTypes: [VARCHAR, VARCHAR],
      mainFunction: (_info, input, output) => {
        const [texts, ids] = [input.getColumnVector(0), input.getColumnVector(1)];
        for (let row = 0; row < input.rowCount; row++) {
          const [text, id] = [texts.getItem(row), ids.getItem(row)];
          const read = typeof id === "string" ? readers.get(id) : undefined;
          output.setItem(row, typeof text === "string" && read ? read(text) : null);
        }
        output.flush();
      },
    }),
  );
}

/** Items name facts by their ids or by their columns; the engine's own check passes them. */
function groupReader({ pack }: Program, id: string): Group {
  const check = factChecker(pack);
  const facts = pack.groups.get(id)?.facts ?? [];
  const ids = new Map(facts.map((fact) => [columnOf(fact), fact]));
  return (text) => {
    const items = parsed(text);
    if (!Array.isArray(items)) return "!type";
    const named = items.map((item: unknown) =>
      isRecord(item)
        ? Object.fromEntries(
            Object.entries(item).map(([key, value]) => [ids.get(key) ?? key, value]),
          )
        : item,
    );
    const [issue] = check({ [id]: named });
    if (issue !== undefined) return `!${issue.code.replace(/^fact-/, "")}`;
    const columns = named.map((item: unknown) =>
      isRecord(item)
        ? Object.fromEntries(Object.entries(item).map(([key, value]) => [columnOf(key), value]))
        : null,
    );
    return JSON.stringify(columns);
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
