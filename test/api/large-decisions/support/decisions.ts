import { prepare } from "../../../../src/engine/decision/prepare.ts";
import type { Facts } from "../../../../src/engine/model/catalogue.ts";
import type { Pack } from "../../../../src/engine/model/pack.ts";
import type { FactOrigin } from "../../../../src/ledger/entry.ts";
import type { IssuedDecision } from "../../../../src/ledger/receipt/payload.ts";
import { fact, packOf, policy, requirement, SERVICE } from "../../../support/pack.ts";

export type Driver = { readonly able?: boolean; readonly paid?: boolean };

export const SALT = "AAECAwQFBgcICQoLDA0ODw";

const is = (id: string) => ({ fact: id, operator: "equal", value: true });

/** Every driver is able and has paid, some driver is able, and there is a depot. */
export const PACK: Pack = packOf({
  facts: {
    able: fact({ type: "boolean" }),
    paid: fact({ type: "boolean" }),
    depot: fact({ type: "boolean" }),
  },
  groups: {
    drivers: {
      label: { id: "Pengemudi", en: "Driver" },
      maxItems: 3000,
      facts: ["able", "paid"],
    },
  },
  policies: {
    "2026-01-01": policy([
      requirement("semua", { every: "drivers", conditions: { all: [is("able"), is("paid")] } }),
      requirement("ada", { some: "drivers", conditions: is("able") }, { enforcement: "advisory" }),
      requirement("pool", is("depot")),
    ]),
  },
});

const PREPARED = prepare(PACK, { service: SERVICE, asOf: "2026-11-22" });

export const PROGRAM = PREPARED.program;

/** A decision about these drivers, as it is issued. */
export function issuedOf(drivers: readonly Driver[], depot: boolean | null = true): IssuedDecision {
  const facts: Facts = { depot, drivers };
  const origin: FactOrigin = { source: "applicant", state: "answered" };
  const names = drivers.flatMap((_, index) => [`drivers[${index}].able`, `drivers[${index}].paid`]);
  return {
    id: "01a20236-8e61-7d0f-8ded-3252df7f8a48",
    issuedAt: "2026-11-22T05:00:00.000Z",
    subject: "sha256:1",
    factsDigest: "sha256:2",
    ...PREPARED.decide(facts),
    validUntil: null,
    validUntilBecause: [],
    remedies: [],
    facts: Object.fromEntries(["depot", ...names].map((name) => [name, origin])),
  };
}

/** So many drivers who are able and have paid, but for those told by their index. */
export function drivers(count: number, others: Readonly<Record<number, Driver>> = {}): Driver[] {
  return Array.from({ length: count }, (_, index) => others[index] ?? { able: true, paid: true });
}
