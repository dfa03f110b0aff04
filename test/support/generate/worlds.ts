import fc from "fast-check";
import type { Facts } from "../../../src/engine/model/catalogue.ts";
import type { Pack } from "../../../src/engine/model/pack.ts";
import type { Condition } from "../../../src/engine/model/policy.ts";
import { packOf, type RulesParts } from "../pack.ts";
import { catalogueArbitrary, type GeneratedCatalogue } from "./catalogue.ts";
import { withComputed } from "./computed.ts";
import { conditionArbitrary } from "./conditions.ts";
import { type Domain, NARROW } from "./domains.ts";
import { factsArbitrary, type Knowledge, mixedArbitrary } from "./facts.ts";
import { type GeneratedParameters, parametersArbitrary } from "./parameters.ts";
import { type GeneratedVersions, policyArbitrary, versionsArbitrary } from "./policies.ts";
import { rootVocabulary, sharedVocabulary } from "./vocabulary.ts";
import {
  ofParameters,
  WIDE_ASKED,
  wideDomain,
  wideParameterShapes,
  widePolicyArbitrary,
  wideShapes,
  withTables,
} from "./wide.ts";

/** The documents of a rules directory, before they are written as text. */
export interface Documents {
  readonly catalogue: GeneratedCatalogue;
  readonly parameters: GeneratedParameters;
  readonly conditions: Readonly<Record<string, Condition>>;
  readonly versions: GeneratedVersions;
}

/** A checked pack, a day, and some applications for its one service. */
export interface World {
  readonly documents: Documents;
  readonly pack: Pack;
  readonly asOf: string;
  readonly applications: readonly Facts[];
  /** What fast-check shows of a world that fails: what the pack was made from, not the pack. */
  readonly [fc.toStringMethod]: () => string;
}

/** The documents as policy staff would have written them. */
export function partsOf({ catalogue, parameters, conditions, versions }: Documents): RulesParts {
  return { ...catalogue, sources: SOURCES, parameters, conditions, policies: versions };
}

const SOURCES = {
  "law-one": { title: { id: "UU Satu" }, kind: "law", date: "2011", text: "seen" },
  "law-two": {
    title: { id: "UU Dua", en: "Law two" },
    kind: "law",
    date: "2020-05",
    text: "reported",
  },
  "law-three": { title: { id: "UU Tiga" }, kind: "law", date: "2021", text: "seen" },
};

/** Whether some facts of the catalogue are computed from others. */
export type Computing = "computing" | "plain";

function narrowDocuments(computing: Computing): fc.Arbitrary<Documents> {
  return fc
    .tuple(catalogueArbitrary(), parametersArbitrary())
    .chain(([given, parameters]) =>
      fc.tuple(
        computing === "plain" ? fc.constant(given) : withComputed(given, parameters),
        fc.constant(parameters),
      ),
    )
    .chain(([catalogue, parameters]) =>
      documentsOf(catalogue, parameters, NARROW, policyArbitrary),
    );
}

function wideDocuments(computing: Computing, domain: Domain): fc.Arbitrary<Documents> {
  return fc
    .tuple(
      catalogueArbitrary(wideShapes(domain), domain),
      parametersArbitrary(wideParameterShapes(domain), ofParameters(domain)),
    )
    .chain(([given, dated]) =>
      withTables(given, dated, domain).chain((parameters) =>
        fc.tuple(
          computing === "plain" ? fc.constant(given) : withComputed(given, parameters),
          fc.constant(parameters),
        ),
      ),
    )
    .chain(([catalogue, parameters]) =>
      documentsOf(catalogue, parameters, domain, widePolicyArbitrary),
    );
}

function documentsOf(
  catalogue: GeneratedCatalogue,
  parameters: GeneratedParameters,
  domain: Domain,
  policyOf: typeof policyArbitrary,
): fc.Arbitrary<Documents> {
  const root = rootVocabulary(catalogue, parameters, domain);
  const shared = sharedVocabulary(catalogue, parameters, domain);
  const named = {
    shared: conditionArbitrary(shared, 1),
    whole: conditionArbitrary({ ...root, conditions: ["shared"] }, 1),
  };
  const vocabulary = {
    ...root,
    groups: root.groups.map(({ id, items }) => ({
      id,
      items: { ...items, conditions: ["shared"] },
    })),
    conditions: ["shared", "whole"],
  };
  return fc.record({
    catalogue: fc.constant(catalogue),
    parameters: fc.constant(parameters),
    conditions: fc.record(named),
    versions: versionsArbitrary(policyOf(vocabulary)),
  });
}

/** Days around those that policies, parameters and facts speak of. */
const ASKED = ["2026-01-31", "2026-02-27", "2026-02-28", "2026-03-01", "2026-03-31", "2026-05-31"];

/** A pack of one service with a day and some applications. */
export function worldArbitrary(
  knowledge: Knowledge,
  computing: Computing = "plain",
): fc.Arbitrary<World> {
  return narrowDocuments(computing).chain((documents) =>
    worldOf(
      documents,
      ASKED,
      fc.array(factsArbitrary(documents.catalogue, knowledge), { minLength: 4, maxLength: 4 }),
    ),
  );
}

/** The same of values of all kinds, and with so many applications. */
export function wideWorldArbitrary(
  computing: Computing,
  applications: number,
): fc.Arbitrary<World> {
  return wideDomain.chain((domain) =>
    wideDocuments(computing, domain).chain((documents) => {
      const facts = factsArbitrary(documents.catalogue, "some", domain);
      return worldOf(documents, WIDE_ASKED, mixedArbitrary(facts, applications));
    }),
  );
}

function worldOf(
  documents: Documents,
  days: readonly string[],
  applications: fc.Arbitrary<readonly Facts[]>,
): fc.Arbitrary<World> {
  return fc.record({ asOf: fc.constantFrom(...days), applications }).map((asked) => ({
    documents,
    pack: packOf(partsOf(documents)),
    ...asked,
    [fc.toStringMethod]: () => JSON.stringify({ documents, ...asked }, null, 1),
  }));
}
