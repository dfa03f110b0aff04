import { quotedName } from "../sql/quote.ts";
import type { Database } from "./database.ts";

/** What a roster says of one person, as texts of a file; empty where it says nothing. */
export interface Member {
  readonly nik: string;
  readonly status: string;
  /** Parted by `|`. */
  readonly programmes: string;
  readonly paidThrough: string;
  readonly segment: string;
}

/** Reads the people of a roster into a table of their own; each NIK stands once. */
export async function readMembers(
  { connection, run }: Pick<Database, "connection" | "run">,
  table: string,
  members: AsyncIterable<Member>,
): Promise<void> {
  await run(
    `CREATE TABLE ${quotedName(table)} (nik VARCHAR, status VARCHAR, programmes VARCHAR, paid_through VARCHAR, segment VARCHAR)`,
  );
  const appender = await connection.createAppender(table);
  for await (const { nik, status, programmes, paidThrough, segment } of members) {
    for (const text of [nik, status, programmes, paidThrough, segment]) {
      if (text === "") appender.appendNull();
      else appender.appendVarchar(text);
    }
    appender.endRow();
  }
  appender.flushSync();
  appender.closeSync();
}
