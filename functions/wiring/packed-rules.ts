import { createHash } from "node:crypto";
import type { ServiceDependencies } from "../../src/api/dependencies.ts";
import { BROUGHT } from "../../src/pack/brought.ts";
import { suggest } from "../../src/pack/suggest.ts";

/** A checked pack. */
export type Pack = ServiceDependencies["pack"];

/** Rules that were checked when the functions were built, so that no function checks them again. */
type PackedRules = Omit<Pack, "sha256" | "suggest" | "behind" | keyof typeof BROUGHT>;

const MAP = "$map";

/** Writes a checked pack as one JSON text. */
export function packRules(pack: Pack): string {
  const {
    sha256: _,
    suggest: __,
    tellFault: ___,
    computing: ____,
    granting: _____,
    // Loaded apart, with the search for remedies.
    behind: ______,
    ...rules
  } = pack;
  return JSON.stringify(rules, (_key, value: unknown) =>
    value instanceof Map ? { [MAP]: [...value] } : value,
  );
}

/** Reads what {@link packRules} wrote; no other text is ever given to it. */
export function unpackRules(text: string): Pack {
  const rules: PackedRules = JSON.parse(text, (_key, value: unknown) => {
    const entries = typeof value === "object" && value !== null && MAP in value ? value[MAP] : null;
    return Array.isArray(entries) ? new Map(entries) : value;
  });
  return {
    ...rules,
    sha256: (text) => createHash("sha256").update(text).digest("hex"),
    suggest,
    ...BROUGHT,
  };
}
