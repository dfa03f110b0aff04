import * as z from "zod";
import type { PreparedPolicy } from "../engine/decision/prepare.ts";
import type { Allocation, Terms } from "./allocate.ts";
import { parseJson, written } from "./written.ts";

const POLICY = z.strictObject({
  service: z.string(),
  from: z.string(),
  status: z.enum(["draft", "pilot", "adopted"]),
  digest: z.string(),
  chosen: z.literal(true).optional(),
});
const SHA256 = z.string().regex(/^[0-9a-f]{64}$/);
const LIST = z.strictObject({ sha256: SHA256, people: z.int(), policy: POLICY });
const COUNT = z.int().min(0);

/** The form of a commitment. */
export const COMMITMENT = z.strictObject({
  form: z.literal("layak-allocation-commitment-1"),
  layak: z.string(),
  committedAt: z.string(),
  draw: z.string().optional(),
  asOf: z.string(),
  workers: LIST,
  sponsors: LIST,
  earlier: z.strictObject({ sha256: SHA256, pairs: COUNT }).nullable(),
  match: z.array(z.strictObject({ worker: z.string(), sponsor: z.string() })),
  priority: z
    .strictObject({
      fact: z.string(),
      order: z.enum(["ascending", "descending"]),
      codes: z.array(z.string()).optional(),
    })
    .nullable(),
  pairs: z.strictObject({ new: COUNT, kept: COUNT, held: COUNT, ended: COUNT }),
});

/**
 * What is fixed before the seed exists: the lists, the rules and how they are read, by digest, and how
 * many pairs follow whatever is drawn. It names nobody.
 */
export type Commitment = z.infer<typeof COMMITMENT>;

/** The parts that the lists and the rules give; the others tell who committed, and when. */
export type Fixed = Omit<Commitment, "form" | "layak" | "committedAt" | "draw">;

/** SHA-256 of the lists as they are, in hexadecimal digits. */
export interface ListDigests {
  readonly workers: string;
  readonly sponsors: string;
  readonly earlier: string | null;
}

/**
 * What a commitment to these lists and rules says.
 * @param pairs how many they give, the same for every seed: only who is in them is drawn
 */
export function fixedBy(
  terms: Terms,
  digests: ListDigests,
  pairs: Allocation["counts"]["pairs"],
): Fixed {
  const { people, policies, earlier, matches, priority } = terms;
  const list = (side: "workers" | "sponsors") => ({
    sha256: digests[side],
    people: people[side].length,
    policy: policyOf(policies[side]),
  });
  return {
    asOf: policies.workers.asOf,
    workers: list("workers"),
    sponsors: list("sponsors"),
    earlier: digests.earlier === null ? null : { sha256: digests.earlier, pairs: earlier.length },
    match: matches.map(({ worker, sponsor }) => ({ worker, sponsor })),
    priority: priority === null ? null : plainPriority(priority),
    pairs: { ...pairs },
  };
}

/** `chosen`: that version was asked for, and decides on every day, be it a draft. */
function policyOf({ service, policy, program }: PreparedPolicy): z.infer<typeof POLICY> {
  const { from, status, digest } = policy;
  return { service, from, status, digest, ...(program.pinned && { chosen: true }) };
}

function plainPriority({ fact, order, codes }: NonNullable<Terms["priority"]>) {
  return { fact, order, ...(codes !== undefined && { codes: [...codes] }) };
}

/**
 * Reads the text of a commitment; null where it is none, or is not just as it was written: whoever
 * hashes the file must get what was announced.
 */
export function readCommitment(text: string): Commitment | null {
  const read = COMMITMENT.safeParse(parseJson(text));
  return read.success && written(read.data) === text ? read.data : null;
}
