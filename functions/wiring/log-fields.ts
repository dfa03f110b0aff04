import type { LogEntry } from "../../src/api/log.ts";

/**
 * The fields whose texts may be logged. Whatever else a log entry holds is withheld, so that a new
 * field tells nothing of anybody until somebody has thought about it and added it here.
 */
const TEXTS: ReadonlySet<string> = new Set([
  "asOf",
  "at",
  "cause",
  "check",
  "client",
  "decisionId",
  "error",
  "observedAt",
  "outcome",
  "policy",
  "problem",
  "reason",
  "requestId",
  "route",
  "rules",
  "service",
  "snapshot",
  "token",
]);

/** A NIK has 16 digits and a NIB 13; within a digest, hexadecimal digits stand beside. */
const NUMBERS_OF_PEOPLE = /(?<![0-9a-f])\d{13,16}(?![0-9a-f])/g;
const LARGEST_NUMBER = 9_999_999_999;

/** Powertools calls the application `service`, and drops a field of that name. */
const RENAMED: Readonly<Record<string, string>> = { service: "cityService" };

export type LoggedFields = Readonly<Record<string, string | number | boolean | null>>;

/**
 * What of an entry is logged beside its event and level; `withheld` counts the fields that are not.
 */
export function loggedFields({ level: _, event: __, ...entry }: LogEntry): LoggedFields {
  const fields = Object.entries(entry).filter(([, value]) => value !== undefined);
  const told = fields.flatMap(([name, value]) => {
    const shown = shownValue(name, value ?? null);
    return shown === undefined ? [] : [[RENAMED[name] ?? name, shown] as const];
  });
  const withheld = fields.length - told.length;
  return { ...Object.fromEntries(told), ...(withheld > 0 && { withheld }) };
}

function shownValue(name: string, value: string | number | boolean | null) {
  if (value === null || typeof value === "boolean") return value;
  if (typeof value === "number") return Math.abs(value) <= LARGEST_NUMBER ? value : undefined;
  return TEXTS.has(name) ? value.replace(NUMBERS_OF_PEOPLE, "[number]") : undefined;
}
