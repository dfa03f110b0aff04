import type { Facts, FactValue, ItemFacts } from "../../engine/model/catalogue.ts";
import type { Pack } from "../../engine/model/pack.ts";
import type { FactOrigin, Identity } from "../../ledger/entry.ts";
import type { Asked } from "../request/read-request.ts";
import type { GivenPerson } from "../request/schema.ts";
import { COVERAGE_SOURCE, type Coverage, type CoverageByNik } from "./coverage.ts";
import type { PolicyReads } from "./reads.ts";

/** The facts of one application, with where each came from. */
export interface Gathered {
  /** What the policy reads, and no more: this decides, and this is recorded. */
  readonly used: Facts;
  /** All that was given or found: a later policy may read other facts. */
  readonly known: Facts;
  readonly origins: Readonly<Record<string, FactOrigin>>;
}

/** The people whom the registry must be asked about. */
export function peopleToLookUp(pack: Pack, reads: PolicyReads, asked: Asked): readonly string[] {
  const { applicant } = asked;
  const asksAboutApplicant =
    applicant.kind === "nik" && reads.facts.some((id) => isCoverage(pack, id));
  return [
    ...(asksAboutApplicant ? [applicant.number] : []),
    ...[...reads.groups].flatMap(([group, { facts }]) => {
      if (!facts.some((id) => isCoverage(pack, id))) return [];
      return membersOf(asked, group)?.flatMap(({ nik }) => nik ?? []) ?? [];
    }),
  ];
}

/** Brings together what the caller gave and what the registry answered. */
export function gather(
  pack: Pack,
  reads: PolicyReads,
  asked: Asked,
  coverage: CoverageByNik,
): Gathered {
  const nik = asked.applicant.kind === "nik" ? asked.applicant.number : undefined;
  const applicant = subjectOf(pack, asked.facts, answerAbout(nik, coverage), () => true);
  const origins: Record<string, FactOrigin> = {};
  for (const id of reads.facts) origins[id] = applicant.originOf(id);
  const used: Record<string, FactValue | readonly ItemFacts[]> = applicant.only(reads.facts);
  const known: Record<string, FactValue | readonly ItemFacts[]> = { ...applicant.facts };
  for (const [group, members] of Object.entries(asked.groups)) {
    const allowed = pack.groups.get(group)?.facts ?? [];
    const subjects = members.map(({ facts, nik }) =>
      subjectOf(pack, facts, answerAbout(nik, coverage), (id) => allowed.includes(id)),
    );
    known[group] = subjects.map(({ facts }) => facts);
    const read = reads.groups.get(group);
    if (read === undefined) continue;
    used[group] = subjects.map(({ only }) => only(read.facts));
    for (const [index, { originOf }] of subjects.entries()) {
      for (const id of read.facts) origins[`${group}[${index}].${id}`] = originOf(id);
    }
  }
  for (const group of reads.groups.keys()) {
    if (membersOf(asked, group) === undefined) origins[group] = NOT_GIVEN;
  }
  for (const id of reads.counts) {
    const given = membersOf(asked, id.slice(0, -".count".length)) !== undefined;
    origins[id] = { source: "system", state: given ? "answered" : "not-given" };
  }
  return { used, known, origins };
}

/** A group is listed by whoever applies. */
const NOT_GIVEN: FactOrigin = { source: "applicant", state: "not-given" };

/** Those in the groups that the policy reads, as the ledger names them. */
export function peopleIn(
  reads: PolicyReads,
  asked: Asked,
): Readonly<Record<string, readonly (Identity | null)[]>> {
  const groups = [...reads.groups.keys()].flatMap((group) => {
    const members = membersOf(asked, group);
    return members === undefined ? [] : [[group, members.map(identityOf)] as const];
  });
  return Object.fromEntries(groups);
}

function identityOf({ nik }: GivenPerson): Identity | null {
  return nik === undefined ? null : { kind: "nik", number: nik };
}

interface Subject {
  readonly facts: Readonly<Record<string, FactValue>>;
  readonly only: (ids: readonly string[]) => Record<string, FactValue>;
  readonly originOf: (id: string) => FactOrigin;
}

function answerAbout(nik: string | undefined, coverage: CoverageByNik): Coverage | undefined {
  return nik === undefined ? undefined : coverage.get(nik);
}

/**
 * One person or application: the facts given, and those that the registry has. A registry may
 * say more than the items of a group can have.
 */
function subjectOf(
  pack: Pack,
  given: GivenPerson["facts"],
  answer: Coverage | undefined,
  isDeclared: (id: string) => boolean,
): Subject {
  const found = answer?.kind === "answered" ? Object.entries(answer.facts) : [];
  const facts: Record<string, FactValue> = Object.fromEntries(
    found.filter(([id]) => isDeclared(id)),
  );
  for (const [id, value] of Object.entries(given)) {
    if (isFactValue(value)) facts[id] = value;
  }
  return {
    facts,
    only: (ids) =>
      Object.fromEntries(
        ids.flatMap((id) => {
          const value = Object.hasOwn(facts, id) ? facts[id] : undefined;
          return value === undefined ? [] : [[id, value] as const];
        }),
      ),
    originOf: (id) => {
      const source = pack.facts.get(id)?.source ?? "applicant";
      const isKnown = Object.hasOwn(facts, id);
      if (source === COVERAGE_SOURCE) return coverageOrigin(answer, isKnown);
      const state = source.startsWith("registry:") ? "unavailable" : "not-given";
      return { source, state: isKnown ? "answered" : state };
    },
  };
}

function coverageOrigin(answer: Coverage | undefined, isKnown: boolean): FactOrigin {
  const source = COVERAGE_SOURCE;
  if (answer === undefined) return { source, state: "not-given" };
  const at = answer.at === undefined ? {} : { at: answer.at };
  if (answer.kind === "no-answer") return { source, state: answer.cause, ...at };
  return { source, state: isKnown ? "answered" : "not-found", ...at };
}

/** The engine has checked the facts given; what stays out here is only what is not known. */
function isFactValue(value: unknown): value is Exclude<FactValue, null> {
  return value !== undefined && value !== null;
}

function membersOf(asked: Asked, group: string): readonly GivenPerson[] | undefined {
  return Object.hasOwn(asked.groups, group) ? asked.groups[group] : undefined;
}

function isCoverage(pack: Pack, id: string): boolean {
  return pack.facts.get(id)?.source === COVERAGE_SOURCE;
}
