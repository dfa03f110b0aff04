import type { Facts } from "../engine/model/catalogue.ts";

/** One person of a list: who it is, and what is known about him. */
export interface Person {
  readonly nik: string;
  /** The line of the list, the header's being 1. */
  readonly line: number;
  readonly facts: Facts;
}

/** A worker and the sponsor who pays for him, by NIK. */
export interface Pair {
  readonly worker: string;
  readonly sponsor: string;
}

/** The two sides of every pair. */
export const SIDES = ["workers", "sponsors"] as const;
export type Side = (typeof SIDES)[number];
