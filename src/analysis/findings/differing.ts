import type { Node } from "../../engine/conditions/tree.ts";
import { versionInForce } from "../../engine/decision/versions.ts";
import type { Pack } from "../../engine/model/pack.ts";
import { differingWhen } from "../../pack/diagnostics/meaning/clauses.ts";
import { groupLimitsIn } from "../solver/group-limits.ts";
import { ALWAYS, anyOf } from "../solver/outcomes.ts";
import { createSolver } from "../solver/solver.ts";
import { ONLY_FALSE, ONLY_TRUE } from "../solver/truths.ts";
import { canonical } from "./canonical.ts";
import type { Notes } from "./notes.ts";
import { cityOf, writtenIn } from "./placed.ts";
import type { JsonPlace, OpenRules } from "./places.ts";
import { type PlacedPolicy, policyOn } from "./policy.ts";
import { fileOf, isInForce, type LivingVersion, lastDayOf } from "./versions.ts";

const STEPS = 20_000;

/** To whom a named condition applies in one service: to those of any requirement that names it. */
interface Use {
  readonly service: string;
  readonly place: JsonPlace;
  readonly applies: Node;
  /** Whether staff have said why. */
  readonly isExplained: boolean;
  /** Alike for requirements that say the same in the same words. */
  readonly word: string;
}

/**
 * Named conditions that one service asks of other people than the services beside it do. Where they
 * fall apart, most of them are taken to be right; of as many, the first.
 */
export function judgeDiffering(
  pack: Pack,
  living: readonly LivingVersion[],
  today: string,
  rules: OpenRules,
  notes: Notes,
): void {
  const days = new Set([today, ...living.map(({ from }) => from)]);
  for (const day of days) {
    const asked = living.filter(({ from }) => from === day);
    for (const city of new Set(living.map(({ service }) => cityOf(service.id)))) {
      const beside = policiesOn(pack, city, day);
      const names = new Set(
        living.flatMap(({ service }) =>
          cityOf(service.id) === city ? [...service.conditions.keys()] : [],
        ),
      );
      for (const name of names) {
        const uses = beside.flatMap((policy) => useOf(policy, name) ?? []);
        judgeUses(pack, name, uses, uses, rules, notes);
        for (const one of asked) {
          if (isInForce(one) || cityOf(one.service.id) !== city) continue;
          const policy = policyOn(pack, one, day);
          const own = policy === null ? null : useOf(policy, name);
          if (own === null) continue;
          const others = uses.filter(({ service }) => service !== own.service);
          judgeUses(pack, name, [own], others, rules, notes);
        }
      }
    }
  }
}

/** What is in force on a day, service by service. */
function policiesOn(pack: Pack, city: string, day: string): readonly PlacedPolicy[] {
  return [...pack.services.values()].flatMap((service) => {
    const version = cityOf(service.id) === city ? versionInForce(service, day) : null;
    if (version === null) return [];
    const until = lastDayOf(service, version);
    const living = { service, version, file: fileOf(service, version), from: day, until };
    return policyOn(pack, living, day) ?? [];
  });
}

function judgeUses(
  pack: Pack,
  name: string,
  judged: readonly Use[],
  uses: readonly Use[],
  rules: OpenRules,
  notes: Notes,
): void {
  const camps: Use[][] = [];
  for (const use of uses) {
    const camp = camps.find(([first]) => first !== undefined && areAlike(pack, first, use));
    if (camp === undefined) camps.push([use]);
    else camp.push(use);
  }
  const [usual] = camps.toSorted((first, second) => second.length - first.length)[0] ?? [];
  if (usual === undefined) return;
  for (const use of judged) {
    if (use.isExplained || areAlike(pack, usual, use)) continue;
    const { file } = usual.place;
    notes.tell(use.place, differingWhen(name, file, rules.lineOf(usual.place)));
  }
}

/** Where nothing tells two apart, or nobody knows, they are alike. */
function areAlike(pack: Pack, first: Use, second: Use): boolean {
  if (first.word === second.word) return true;
  const nodes = [first.applies, second.applies];
  const solver = createSolver({ trees: nodes, limitsOf: groupLimitsIn(pack), steps: STEPS });
  const apart = (one: Node, other: Node) =>
    solver.solve([
      { node: one, want: ONLY_TRUE },
      { node: other, want: ONLY_FALSE },
    ]).kind === "found";
  return !apart(first.applies, second.applies) && !apart(second.applies, first.applies);
}

function useOf({ program, requirements }: PlacedPolicy, name: string): Use | null {
  const using = requirements.flatMap((one) => {
    const reference = writtenIn(one.conditions).find(
      (part) =>
        part.named !== null && "condition" in part.condition && part.condition.condition === name,
    );
    // Asked of the items of a group, it is asked of others anyway.
    const inGroup = reference?.group !== null;
    return reference === undefined || inGroup || one.lacksValue ? [] : [{ one, reference }];
  });
  const [first] = using;
  if (first === undefined) return null;
  const told = first.one.when ?? first.reference;
  const whens = using.map(({ one }) => one.when);
  return {
    service: program.service.id,
    place: told.place,
    isExplained: told.condition.note !== undefined,
    applies: anyOf(whens.map((when) => when?.node ?? ALWAYS)),
    word: whens
      .map((when) => (when === null ? "" : canonical(when.condition)))
      .toSorted()
      .join(),
  };
}
