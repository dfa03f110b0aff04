import { type Allocation, allocate, type Terms } from "../../../src/allocation/allocate.ts";
import { type Match, readMatch } from "../../../src/allocation/match.ts";
import type { Pair, Person } from "../../../src/allocation/person.ts";
import { readPriority } from "../../../src/allocation/priority.ts";
import { prepare } from "../../../src/engine/decision/prepare.ts";
import type { Facts } from "../../../src/engine/model/catalogue.ts";
import type { Pack } from "../../../src/engine/model/pack.ts";
import { formatDiagnostic } from "../../../src/pack/diagnostics/format.ts";
import { parsePack } from "../../../src/pack/parse-pack.ts";
import { fact, policy, requirement } from "../../support/pack.ts";

export const WORKER_POLICY = "kota/pekerja";
export const SPONSOR_POLICY = "kota/sponsor";
export const AS_OF = "2026-11-22";

const PLACES = { UTARA: { id: "Utara" }, SELATAN: { id: "Selatan" }, TENGAH: { id: "Tengah" } };

/** A city with a policy for workers and one for sponsors, as files. */
export const CITY: Readonly<Record<string, string>> = filesOf({
  "facts.json": {
    facts: {
      "worker.poor": fact({
        type: "boolean",
        personal: true,
        label: { id: "Tidak mampu", en: "Poor" },
      }),
      "worker.born": fact({ type: "date", personal: true }),
      "worker.need": fact({
        type: "code",
        codes: { TINGGI: { id: "tinggi" }, SEDANG: { id: "sedang" }, RENDAH: { id: "rendah" } },
      }),
      "worker.income": fact({ type: "money", personal: true }),
      "worker.land": fact({ type: "decimal", scale: 2, personal: true }),
      "worker.yearlyIncome": fact({
        type: "money",
        personal: true,
        source: "system",
        compute: { operation: "product", of: [{ fact: "worker.income" }, 12] },
      }),
      "worker.place": fact({ type: "code", codes: PLACES }),
      "worker.name": fact({ type: "string", personal: true }),
      "sponsor.member": fact({
        type: "boolean",
        personal: true,
        label: { id: "Anggota", en: "Member" },
      }),
      "sponsor.places": fact({ type: "list", items: { type: "code", codes: PLACES } }),
    },
    groups: {},
  },
  "parameters.json": { parameters: {} },
  "sources.json": { sources: {} },
  [`${WORKER_POLICY}/2026-01-01.json`]: policy([
    requirement("tidak-mampu", { fact: "worker.poor", operator: "equal", value: true }),
  ]),
  [`${WORKER_POLICY}/cases.json`]: [],
  [`${SPONSOR_POLICY}/2026-01-01.json`]: policy([
    requirement("anggota", { fact: "sponsor.member", operator: "equal", value: true }),
  ]),
  [`${SPONSOR_POLICY}/cases.json`]: [],
});

function filesOf(files: Readonly<Record<string, object>>): Readonly<Record<string, string>> {
  const texts = Object.entries(files).map(([path, value]) => [
    path,
    JSON.stringify(value, null, 2),
  ]);
  return Object.fromEntries(texts);
}

export function cityPack(): Pack {
  const result = parsePack(CITY, { adoptions: "unchecked" });
  if (result.ok) return result.pack;
  throw new Error(result.diagnostics.map((entry) => formatDiagnostic(entry, "en")).join("\n"));
}

/** The NIK of a person who is not there; 0 to 9,998. */
export function nikOf(number: number, area = 367301): string {
  return `${area}010180${String(number + 1).padStart(4, "0")}`;
}

export const workerNik = (number: number): string => nikOf(number, 367301);
export const sponsorNik = (number: number): string => nikOf(number, 367302);

/** People of a list, by what is known of each; `null` stands for a poor worker, or a member. */
export function workers(...facts: readonly Facts[]): readonly Person[] {
  return facts.map((own, index) =>
    person(workerNik(index), index, { "worker.poor": true, ...own }),
  );
}

export function sponsors(...facts: readonly Facts[]): readonly Person[] {
  return facts.map((own, index) =>
    person(sponsorNik(index), index, { "sponsor.member": true, ...own }),
  );
}

function person(nik: string, index: number, facts: Facts): Person {
  return { nik, line: index + 2, facts };
}

/** What an allocation of a test follows from; whatever is not said is as plain as can be. */
export interface Setting {
  readonly workers: readonly Person[];
  readonly sponsors: readonly Person[];
  readonly match?: readonly string[];
  readonly priority?: string;
  readonly earlier?: readonly Pair[];
  readonly seed?: string;
}

const PACK = cityPack();

export function termsOf({ workers, sponsors, match = [], priority, earlier = [] }: Setting): Terms {
  return {
    pack: PACK,
    people: { workers, sponsors },
    policies: {
      workers: prepare(PACK, { service: WORKER_POLICY, asOf: AS_OF }),
      sponsors: prepare(PACK, { service: SPONSOR_POLICY, asOf: AS_OF }),
    },
    matches: match.map(matchOf),
    priority: priority === undefined ? null : priorityOf(priority),
    earlier,
  };
}

export function allocationOf(setting: Setting): Allocation {
  return allocate(termsOf(setting), setting.seed ?? "seed");
}

function matchOf(text: string): Match {
  const read = readMatch(PACK, text);
  if (!read.ok) throw new Error(read.problem.en);
  return read.match;
}

function priorityOf(text: string) {
  const read = readPriority(PACK, text);
  if (!read.ok) throw new Error(read.problem.en);
  return read.priority;
}
