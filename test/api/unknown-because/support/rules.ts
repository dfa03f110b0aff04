import type { Pack } from "../../../../src/engine/model/pack.ts";
import type { CoverageAnswer, CoverageRegistry } from "../../../../src/registry/coverage.ts";
import { fact, packOf, policy, requirement, SERVICE } from "../../../support/pack.ts";
import { CALLER, type Harness, harness, postOf } from "../../support/harness.ts";

const named = (id: string, en: string, shape: object) => fact({ label: { id, en }, ...shape });
const coverage = (id: string, en: string, shape: object) =>
  named(id, en, { source: "registry:coverage", personal: true, ...shape });

const STATUS = { AKTIF: { id: "aktif" }, TIDAK_TERDAFTAR: { id: "tidak terdaftar" } };
const ACTIVE = { fact: "coverage.status", operator: "equal", value: "AKTIF" };
const PAID = { fact: "coverage.paidThrough", operator: "onOrAfter", value: { fact: "asOf" } };
const OF_AGE = { fact: "born", operator: "onOrBefore", value: "2000-01-01" };

const CATALOGUE = {
  facts: {
    "coverage.status": coverage("Status", "Status", { type: "code", codes: STATUS }),
    "coverage.paidThrough": coverage("Terbayar sampai", "Paid through", { type: "date" }),
    "coverage.programmes": coverage("Program", "Programmes", {
      type: "list",
      items: { type: "string" },
    }),
    "land.certified": named("Bersertifikat", "Certified", {
      type: "boolean",
      source: "registry:tanah",
    }),
    area: named("Luas", "Area", { type: "integer" }),
    crops: named("Tanaman", "Crops", { type: "list", items: { type: "string" } }),
    born: named("Lahir", "Born", { type: "date" }),
  },
  groups: {
    drivers: {
      label: { id: "Pengemudi", en: "Driver" },
      maxItems: 2000,
      facts: ["coverage.status", "coverage.paidThrough", "born"],
    },
  },
  parameters: {
    limit: {
      type: "integer",
      label: { id: "Batas", en: "Limit" },
      sources: [],
      values: [{ from: "2027-01-01", value: 2, provenance: "assumed" }],
    },
  },
};

/** A policy that asks for these conditions. */
export function packThatAsks(...conditions: readonly object[]): Pack {
  const requirements = conditions.map((each, index) => requirement(`syarat-${index}`, each));
  return packOf({ ...CATALOGUE, policies: { "2026-01-01": policy(requirements) } });
}

/** Conditions over those facts, for {@link packThatAsks}. */
export const ASKS = {
  active: ACTIVE,
  paid: PAID,
  programmes: { fact: "coverage.programmes", operator: "contains", value: "JKK" },
  certified: { fact: "land.certified", operator: "equal", value: true },
  area: { fact: "area", operator: "lessThan", value: 5 },
  belowLimit: { fact: "area", operator: "lessThan", value: { fact: "parameter.limit" } },
  crops: { fact: "crops", operator: "contains", value: "PADI" },
  driversActive: { every: "drivers", conditions: ACTIVE },
  driversActiveAndPaid: { every: "drivers", conditions: { all: [ACTIVE, PAID] } },
  driversOfAge: { every: "drivers", conditions: OF_AGE },
} as const;

/** A registry that gives these answers in turn, the last of them to everyone else. */
export function answering(...answers: readonly CoverageAnswer[]): CoverageRegistry {
  const last = answers.at(-1) ?? { kind: "no-answer", cause: "unavailable" };
  return { lookUp: async (niks) => new Map(niks.map((nik, at) => [nik, answers[at] ?? last])) };
}

export interface Situation {
  readonly pack: Pack;
  readonly coverage?: CoverageRegistry;
}

/** The API under these rules, and how to ask it. */
export function apiOf({ pack, coverage = answering() }: Situation) {
  const api: Harness = harness({ pack, coverage, timeLimits: { secondOpinion: 20_000 } });
  const send = (address: string, init?: RequestInit) =>
    api.send(address, init, { ...CALLER, services: [SERVICE] });
  return {
    ...api,
    send,
    decide: (request: object) => send("/v1/decisions", postOf({ service: SERVICE, ...request })),
    preview: (request: object) => send("/v1/previews", postOf({ service: SERVICE, ...request })),
  };
}

/** What an answer says of why facts are not known. */
export function becauseIn(body: Readonly<Record<string, unknown>>): unknown {
  return Object(body["explanation"]).unknownBecause;
}
