import { compileProgram, type Program } from "../engine/decision/program.ts";
import { LayakError } from "../engine/errors.ts";
import type { Pack, Service } from "../engine/model/pack.ts";
import { addDays } from "../engine/values/calendar.ts";
import { DAY_TYPE, typeOf } from "./fact-types.ts";
import { documentation, indented, literal } from "./literals.ts";
import { type Reads, readsOf } from "./reads.ts";

const IMPORTED = "Answer, Decision, Horizon, Language, Pack, PreparedPolicy, Remedy";

/**
 * The types of a pack's own facts and services, and Layak's functions asked about these alone, so
 * that a compiler tells a service, fact or code that is not there.
 */
export function packTypes(pack: Pack): string {
  const services = [...pack.services.values()].map((service) => {
    const { title } = service.versions.at(-1)?.policy ?? {};
    const told = title === undefined ? "" : `${documentation(title.en ?? title.id)}\n`;
    return `${told}readonly ${literal(service.id)}: ${factsOf(readsOf(programsOf(pack, service)))};`;
  });
  const facts = [...pack.facts].flatMap(([id, fact]) =>
    fact.compute === undefined
      ? [
          `${documentation(fact.label.en ?? fact.label.id)}\nreadonly ${literal(id)}: ${typeOf(fact)};`,
        ]
      : [],
  );
  return `// Written by layak types from the rules; change those, not this file.

import type { ${IMPORTED} } from ${literal("layak")};

${DAY_TYPE}

/** Every fact that may be given. */
export type FactTypes = {
${indented(facts.join("\n"))}
};

/** What is left out, null or undefined is not known. */
export type Known<Id extends keyof FactTypes> = {
  readonly [Fact in keyof Pick<FactTypes, Id>]?: FactTypes[Fact] | null | undefined;
};

/** What each service's policies read. */
export type ServiceFacts = {
${indented(services.join("\n"))}
};

export type ServiceName = keyof ServiceFacts;

/** A question about one of these services. */
export type Question<Name extends ServiceName = ServiceName> = {
  readonly service: Name;
  readonly asOf: Day;
  readonly facts: ServiceFacts[Name];
  readonly version?: Day;
};

/** A policy made ready for many applications. */
export type Prepared<Name extends ServiceName> = Omit<PreparedPolicy, "decide"> & {
  readonly decide: (facts: ServiceFacts[Name]) => Decision;
};

/** Layak's own functions, asked about these rules: \`const { decide }: Layak = layak;\` */
export type Layak = {
  readonly answer: <Name extends ServiceName>(
    pack: Pack,
    question: Question<Name>,
    language: Language,
  ) => Answer;
  readonly decide: <Name extends ServiceName>(pack: Pack, question: Question<Name>) => Decision;
  readonly horizon: <Name extends ServiceName>(pack: Pack, question: Question<Name>) => Horizon;
  readonly prepare: <Name extends ServiceName>(
    pack: Pack,
    question: Omit<Question<Name>, "facts">,
  ) => Prepared<Name>;
  readonly remedies: <Name extends ServiceName>(
    pack: Pack,
    question: Question<Name>,
  ) => readonly Remedy[];
};
`;
}

/** Every version on its first day, drafts too: a question may name them. */
function programsOf(pack: Pack, service: Service): readonly Program[] {
  return service.versions.flatMap((version) => {
    const days = [version.from, addDays(version.from, 366) ?? version.from];
    for (const day of days) {
      try {
        return [compileProgram({ pack, service, pinned: true }, version, day)];
      } catch (error) {
        if (!(error instanceof LayakError)) throw error;
      }
    }
    return [];
  });
}

function factsOf({ facts, groups }: Reads): string {
  const items = [...groups].map(
    ([group, ids]) =>
      `readonly ${literal(group)}?: readonly (${known(ids)} | null)[] | null | undefined;`,
  );
  const own = known(facts);
  return items.length === 0 ? own : `${own} & {\n${indented(items.join("\n"))}\n}`;
}

function known(ids: readonly string[]): string {
  if (ids.length === 0) return "{}";
  return `Known<\n${ids.map((id) => `  | ${literal(id)}`).join("\n")}\n>`;
}
