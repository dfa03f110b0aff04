import * as z from "zod/mini";

const inUse = z.object({
  snapshot: z.string(),
  observedAt: z.string(),
  complete: z.boolean(),
  imported: z.boolean(),
  keyMark: z.exactOptional(z.string()),
});

const badRow = z.object({
  line: z.int(),
  reason: z.enum([
    "columns",
    "nik",
    "status",
    "programmes",
    "no-programmes",
    "paid-through",
    "segment",
    "duplicate",
    "contradiction",
  ]),
  /** Where another line told of the same person first: that line. */
  firstLine: z.optional(z.int()),
});

/**
 * Where an import stands between two rows: plain JSON, so that a message can carry it. It holds
 * nothing personal.
 */
export const importState = z.object({
  snapshot: z.string(),
  observedAt: z.string(),
  complete: z.boolean(),
  /** The mark of the key under which all its people are named, whichever is in use meanwhile. */
  keyMark: z.string(),
  acceptBadRows: z.boolean(),
  startedAt: z.string(),
  /** The snapshot in use when the import began. */
  pointer: z.nullable(inUse),
  layout: z.object({ delimiter: z.enum([",", ";"]), columns: z.array(z.string()) }),
  /** The byte where the next row begins, and how many lines lie before it. */
  offset: z.int(),
  lines: z.int(),
  /** Pages written; all rows before the offset are in them. */
  pages: z.int(),
  members: z.int(),
  bad: z.int(),
  /** People left out because rows about them differ. */
  leftOut: z._default(z.int(), 0),
  /** How many people stand alike, in the form of {@link CountsByStanding}. */
  counts: z._default(z.record(z.string(), z.int()), {}),
  /** How many people belong where, in the form of {@link CountsByPlace}. */
  places: z._default(z.record(z.string(), z.int()), {}),
  /** The first of the bad rows. */
  badRows: z.array(badRow),
});

export type ImportState = z.infer<typeof importState>;
export type BadRow = z.infer<typeof badRow>;

/** How many bad rows are told one by one. */
export const MOST_BAD_ROWS = 100;
