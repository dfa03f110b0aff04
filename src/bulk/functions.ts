import type { Program } from "../engine/decision/program.ts";
import type { Pack } from "../engine/model/pack.ts";
import type { Database, loadDuckDB } from "./database.ts";
import type { Written } from "./given.ts";
import { type CellReader, type CellReading, cellReader } from "./read-cell.ts";
import { groupReader } from "./read-group.ts";

/** What the two functions of DuckDB tell of a reading. */
const TOLD = {
  layak_value: (reading: CellReading) => (reading.kind === "value" ? reading.text : null),
  layak_fault: (reading: CellReading) => (reading.kind === "fault" ? reading.code : null),
};

/**
 * Makes functions of DuckDB that look closely at what stands in a cell of a fact or group:
 * `layak_value(text, written, id)` gives its value as a text that SQL can cast, `layak_fault` the code
 * of what is wrong with it; NULL where there is none.
 */
export function registerFunctions(
  { connection }: Pick<Database, "connection">,
  { DuckDBScalarFunction, VARCHAR }: Awaited<ReturnType<typeof loadDuckDB>>,
  { pack }: Program,
): void {
  const readers = new Map<string, CellReader>();
  const readerOf = (written: string, id: string): CellReader => {
    const known = readers.get(`${written} ${id}`) ?? newReader(pack, written, id);
    readers.set(`${written} ${id}`, known);
    return known;
  };
  for (const [name, told] of Object.entries(TOLD)) {
    connection.registerScalarFunction(
      DuckDBScalarFunction.create({
        name,
        returnType: VARCHAR,
        parameterTypes: [VARCHAR, VARCHAR, VARCHAR],
        mainFunction: (_info, input, output) => {
          const { rowCount } = input;
          if (rowCount === 0) return;
          const texts = input.getColumnVector(0);
          // How it is written and which fact it is are the same in all rows.
          const [written, id] = [input.getColumnVector(1), input.getColumnVector(2)];
          const read = readerOf(String(written.getItem(0)), String(id.getItem(0)));
          for (let row = 0; row < rowCount; row++) {
            const text = texts.getItem(row);
            output.setItem(row, typeof text === "string" ? told(read(text)) : null);
          }
          output.flush();
        },
      }),
    );
  }
}

function newReader(pack: Pack, written: string, id: string): CellReader {
  const fact = pack.facts.get(id);
  if (fact === undefined) return groupReader(pack, id);
  return cellReader(fact, isWritten(written) ? written : "text");
}

function isWritten(written: string): written is Written {
  return written === "text" || written === "json" || written === "typed";
}
