import * as z from "zod";
import { canonicalJson } from "../engine/values/canonical.ts";
import type { Allocation } from "./allocate.ts";
import { COMMITMENT, type Commitment } from "./commitment.ts";
import { parseJson } from "./written.ts";

/** Says in a result what it is. */
export const RESULT_FORM = "layak-allocation-1";

/** An allocation with all that it follows from: whoever has the same lists and rules gets the same. */
export interface AllocationResult extends Allocation {
  readonly form: typeof RESULT_FORM;
  readonly layak: string;
  readonly commitment: Commitment;
  /** Of the commitment's file, in hexadecimal digits, as it was announced. */
  readonly commitmentSha256: string;
  readonly seed: string;
}

/** What an allocation is told to be about, beside the allocation itself. */
export type Heading = Pick<AllocationResult, "layak" | "commitment" | "commitmentSha256" | "seed">;

export function resultOf(heading: Heading, allocation: Allocation): AllocationResult {
  const { layak, commitment, commitmentSha256, seed } = heading;
  const { counts, pairs, kept, held, ended, workers, sponsors } = allocation;
  const parts = { counts, pairs, kept, held, ended, workers, sponsors };
  return { form: RESULT_FORM, layak, commitment, commitmentSha256, seed, ...parts };
}

const HEADING = z.looseObject({
  form: z.literal(RESULT_FORM),
  layak: z.string(),
  commitment: COMMITMENT,
  commitmentSha256: z.string(),
  seed: z.string(),
});

/** A result as somebody hands it over: its heading, and all of it to compare. */
export interface ClaimedResult {
  readonly heading: Heading;
  readonly whole: Readonly<Record<string, unknown>>;
}

/** Reads the text of a result; null where it is none. */
export function readResult(text: string): ClaimedResult | null {
  const read = HEADING.safeParse(parseJson(text));
  return read.success ? { heading: read.data, whole: read.data } : null;
}

/** The parts in which a claimed result is not the one that follows; empty where it is. */
export function differences({ whole }: ClaimedResult, result: AllocationResult): readonly string[] {
  const own = new Map<string, unknown>(Object.entries(result));
  const names = new Set([...own.keys(), ...Object.keys(whole)]);
  return [...names].filter(
    (name) => canonicalJson(own.get(name) ?? null) !== canonicalJson(whole[name] ?? null),
  );
}
