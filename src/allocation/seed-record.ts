import * as z from "zod";
import { SEED } from "./drawn-order.ts";
import { parseJson } from "./written.ts";

const SEED_RECORD = z.strictObject({
  form: z.literal("layak-allocation-seed-1"),
  /** Of the commitment's file, in hexadecimal digits. */
  commitmentSha256: z.string(),
  seed: z.string().regex(SEED),
});

/** The seed by which a commitment was drawn: there is one. It names nobody. */
export type SeedRecord = z.infer<typeof SEED_RECORD>;

export function seedRecordOf(commitmentSha256: string, seed: string): SeedRecord {
  return { form: "layak-allocation-seed-1", commitmentSha256, seed };
}

/** Reads the text of a record; null where it is none. */
export function readSeedRecord(text: string): SeedRecord | null {
  const read = SEED_RECORD.safeParse(parseJson(text));
  return read.success ? read.data : null;
}
