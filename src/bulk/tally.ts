import type { DuckDBConnection } from "@duckdb/node-api";
import type { Program } from "../engine/decision/program.ts";
import type { Outcome } from "../engine/model/decision.ts";
import { columnOf } from "../pack/column-name.ts";
import { quotedName, quotedText } from "../sql/quote.ts";
import { FAULTS } from "./applications.ts";
import type { loadDuckDB } from "./database.ts";

/** What has been counted so far of the rows that went by. */
export interface Tally {
  /** All rows, decided or not. */
  readonly rows: () => number;
  /** Rows with something wrong in them, and rows that have no outcome. */
  readonly faulty: () => number;
  readonly outside: () => number;
  readonly outcomes: () => Readonly<Record<Outcome, number>>;
  /** In the policy's order. */
  readonly requirements: () => readonly { readonly unmet: number; readonly unknown: number }[];
}

const OUTCOMES = ["eligible", "ineligible", "undetermined", "out-of-scope"] as const;

/** The code of a row with something wrong in it; one without an outcome has none. */
const FAULTY = -1;

/** A row is told as integers: digits of three bits, ten in each. */
const BITS = 3;
const DIGITS = 10;
const DIGIT = (1 << BITS) - 1;

/** A requirement's digit is the end of its outcome's length, which SQL has at hand; no two are alike. */
const [UNMET, UNKNOWN] = ["unmet".length & DIGIT, "unknown".length & DIGIT];

/**
 * Makes `layak_counted(…)` a function of DuckDB, to be given what `countedSql` writes: it counts the
 * rows that go by, and says of each whether it was decided. So nothing is read twice to be counted.
 */
export function registerTally(
  { connection }: { readonly connection: DuckDBConnection },
  { DuckDBScalarFunction, INTEGER, BOOLEAN }: Awaited<ReturnType<typeof loadDuckDB>>,
  program: Program,
): Tally {
  const digits = 1 + program.requirements.length;
  const counts = new Uint32Array(digits << BITS);
  let [rows, faulty, outside] = [0, 0, 0];
  const count = (code: number, first: number) => {
    const last = Math.min(digits, first + DIGITS);
    for (let digit = first, rest = code; digit < last; digit++, rest >>= BITS) {
      const at = (digit << BITS) + (rest & DIGIT);
      counts[at] = (counts[at] ?? 0) + 1;
    }
  };
  connection.registerScalarFunction(
    DuckDBScalarFunction.create({
      name: "layak_counted",
      returnType: BOOLEAN,
      varArgsType: INTEGER,
      // Else the optimiser may ask it once for all rows, or twice for one.
      volatile: true,
      mainFunction: (_info, input, output) => {
        // Asked once: it goes to DuckDB.
        const { rowCount } = input;
        rows += rowCount;
        const first = input.getColumnVector(0);
        for (let row = 0; row < rowCount; row++) {
          const code = first.getItem(row);
          const isDecided = typeof code === "number" && code >= 0;
          output.setItem(row, isDecided);
          if (code === FAULTY) faulty++;
          else if (!isDecided) outside++;
        }
        for (let column = 0; column * DIGITS < digits; column++) {
          const codes = input.getColumnVector(column);
          for (let row = 0; row < rowCount; row++) {
            const code = codes.getItem(row);
            if (typeof code === "number" && code >= 0) count(code, column * DIGITS);
          }
        }
        output.flush();
      },
    }),
  );
  const counted = (digit: number, value: number) => counts[(digit << BITS) + value] ?? 0;
  return {
    rows: () => rows,
    faulty: () => faulty,
    outside: () => outside,
    outcomes: () => ({
      eligible: counted(0, 0),
      ineligible: counted(0, 1),
      undetermined: counted(0, 2),
      "out-of-scope": counted(0, 3),
    }),
    requirements: () =>
      program.requirements.map((_, index) => ({
        unmet: counted(1 + index, UNMET),
        unknown: counted(1 + index, UNKNOWN),
      })),
  };
}

/** SQL that has each row counted, of a table of what was decided; true where it was. */
export function countedSql({ requirements }: Program): string {
  const outcomes = OUTCOMES.map((outcome, at) => `WHEN ${quotedText(outcome)} THEN ${at}`);
  const digits = [
    `CASE "outcome" ${outcomes.join(" ")} END`,
    ...requirements.map(
      ({ id }) => `strlen(${quotedName(`requirement_${columnOf(id)}`)}) & ${DIGIT}`,
    ),
  ];
  const codes = Array.from({ length: Math.ceil(digits.length / DIGITS) }, (_, at) => {
    const together = digits.slice(at * DIGITS, (at + 1) * DIGITS);
    // Bits are put together without a look at what is too large.
    const bits = together.map((digit, place) => `((${digit}) << ${BITS * place})`).join(" | ");
    // Of a row without an outcome nothing is counted, in whichever integer.
    const isDecided = `${quotedName(FAULTS)} IS NULL${at === 0 ? "" : ` AND "outcome" IS NOT NULL`}`;
    return `CASE WHEN ${isDecided} THEN CAST(${bits} AS INTEGER) ELSE ${FAULTY} END`;
  });
  return `layak_counted(${codes.join(", ")})`;
}
