import * as z from "zod";
import { canonicalJson } from "../engine/values/canonical.ts";
import type { Allocation } from "./allocate.ts";
import { COMMITMENT, type Commitment } from "./commitment.ts";
import type { Pair } from "./person.ts";
import { parseJson } from "./written.ts";

const FORM = "layak-allocation-1";

/** An allocation with all that it follows from: whoever has the same lists and rules gets the same. */
export interface AllocationResult extends Allocation {
  readonly form: typeof FORM;
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
  return { form: FORM, layak, commitment, commitmentSha256, seed, ...parts };
}

const HEADING = z.looseObject({
  form: z.literal(FORM),
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

const PAIR = z.looseObject({ worker: z.string(), sponsor: z.string() });
const PAIRS = z.looseObject({
  form: z.literal(FORM),
  pairs: z.array(PAIR),
  kept: z.array(PAIR),
  held: z.array(PAIR),
});

/** The pairs that go on after a result, in the order of the file; null where the text is none. */
export function pairsOfResult(text: string): readonly Pair[] | null {
  const read = PAIRS.safeParse(parseJson(text));
  return read.success ? [...read.data.pairs, ...read.data.kept, ...read.data.held] : null;
}
