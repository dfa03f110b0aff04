import type { Database, Row } from "../bulk/database.ts";
import { factReason, rowReason } from "../bulk/reasons.ts";
import { linesFor, refuseOpenQuote, unreadRows } from "../bulk/rejected.ts";
import type { Source } from "../bulk/source.ts";
import type { Program } from "../engine/decision/program.ts";

/** How many rows were set aside, and how often for each reason, by its code. */
export interface SetAside {
  readonly setAside: number;
  readonly reasons: Readonly<Record<string, number>>;
}

/**
 * Counts what was set aside, as a run that writes it does.
 * @param faulty rows with `fault`, as the statement of applications tells faults, and `rows`
 */
export async function reasonsOf(
  database: Database,
  source: Source,
  faulty: readonly Row[],
  { program, checked }: { readonly program: Program; readonly checked: readonly string[] },
): Promise<SetAside> {
  const reasons = new Map<string, number>();
  let setAside = 0;
  const count = (code: string, rows: number) => {
    reasons.set(code, (reasons.get(code) ?? 0) + rows);
  };
  for (const { fault, rows } of faulty) {
    setAside += Number(rows);
    for (const one of String(fault).split(" ")) count(codeOf(one, program, checked), Number(rows));
  }
  for (const code of (await unreadRows(database, source)).values()) {
    setAside++;
    count(rowReason(code).code, 1);
  }
  const sorted = [...reasons].toSorted(([one], [other]) => (one < other ? -1 : 1));
  return { setAside, reasons: Object.fromEntries(sorted) };
}

function codeOf(fault: string, program: Program, checked: readonly string[]): string {
  const [, place, code = ""] = /^(\d+):(.*)$/.exec(fault) ?? [];
  const id = place === undefined ? undefined : checked[Number(place)];
  return id === undefined ? rowReason(fault).code : factReason(program, id, code).code;
}

/**
 * Refuses a file of which nobody can tell where its rows are.
 * @throws BulkTrouble
 */
export async function refuseOpenQuotes(database: Database, source: Source): Promise<void> {
  const unread = await unreadRows(database, source);
  if (![...unread.values()].includes("quotes")) return;
  const lines = await linesFor(source, unread);
  if (lines === null) return;
  try {
    await lines.finish();
    for (const skipped of lines.passed()) {
      refuseOpenQuote(unread.get(skipped.ordinal) ?? "columns", skipped);
    }
  } finally {
    await lines.close();
  }
}
