import fc from "fast-check";
import { expect, test } from "vitest";
import { versionInForce } from "../../../src/engine/decision/versions.ts";
import { type PolicyVersion, prepare } from "../../../src/index.ts";
import { stringsIn } from "../../support/generate/completions.ts";
import { parameterValuesOf } from "../../support/generate/parameters.ts";
import { runs } from "../../support/generate/runs.ts";
import {
  policyWithNotes,
  reversedEntries,
  withNotes,
  withOtherValue,
} from "../../support/generate/variants.ts";
import { partsOf, type World, worldArbitrary } from "../../support/generate/worlds.ts";
import { packOf, type RulesParts, SERVICE } from "../../support/pack.ts";

function digestOf(asOf: string, parts: RulesParts): string {
  return prepare(packOf(parts), { service: SERVICE, asOf }).policy.digest;
}

function mapValues<Value, Other>(
  record: Readonly<Record<string, Value>>,
  map: (value: Value, key: string) => Other,
): Readonly<Record<string, Other>> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, map(value, key)]));
}

/** The version that decides, and every word in it and in the named conditions that it uses. */
function decidingVersion({ pack, asOf, documents }: World): {
  readonly version: PolicyVersion;
  readonly words: ReadonlySet<string>;
} {
  const service = pack.services.get(SERVICE);
  const version = service === undefined ? null : versionInForce(service, asOf);
  if (version === null) throw new Error("no policy in force");
  const words = new Set(stringsIn(version.policy));
  for (const name of ["whole", "shared"]) {
    if (words.has(name)) for (const word of stringsIn(documents.conditions[name])) words.add(word);
  }
  return { version, words };
}

const world = worldArbitrary("all");

test("the digest stays where only notes, the schema or the order of keys change", () => {
  fc.assert(
    fc.property(world, ({ documents, asOf }) => {
      const digest = digestOf(asOf, partsOf(documents));
      const { facts, groups } = documents.catalogue;
      const noted = <Value extends object>(entry: Value) => ({ ...entry, note: { id: "Catatan" } });
      const parts: RulesParts = {
        ...partsOf(documents),
        facts: mapValues(facts, noted),
        groups: mapValues(groups, noted),
        parameters: mapValues(documents.parameters, noted),
        conditions: mapValues(documents.conditions, withNotes),
        policies: mapValues(documents.versions, policyWithNotes),
      };
      expect(digestOf(asOf, parts)).toBe(digest);
      const reordered: RulesParts = {
        facts: reversedEntries(parts.facts),
        groups: reversedEntries(parts.groups),
        parameters: reversedEntries(parts.parameters),
        sources: reversedEntries(parts.sources),
        conditions: reversedEntries(parts.conditions),
        policies: reversedEntries(parts.policies),
      };
      expect(digestOf(asOf, reordered)).toBe(digest);
    }),
    runs(60),
  );
});

test("the digest changes with a value, a text, a version's status or a requirement's enforcement", () => {
  let values = 0;
  fc.assert(
    fc.property(world, (generated) => {
      const { documents, asOf } = generated;
      const parts = partsOf(documents);
      const digest = digestOf(asOf, parts);
      const { version } = decidingVersion(generated);
      const { requirements, status } = version.policy;
      const [first, ...rest] = requirements;
      if (first === undefined) throw new Error("a policy has a requirement");
      const conditions = withOtherValue(first.conditions);
      const others = [
        { requirements: [{ ...first, title: { id: "Judul lain" } }, ...rest] },
        { requirements: [{ ...first, unmet: { id: "Kata lain." } }, ...rest] },
        { requirements: [{ ...first, id: "another" }, ...rest] },
        { requirements: [first, ...rest, { ...first, id: "one-more" }] },
        { status: status === "pilot" ? "adopted" : "pilot" },
        ...(conditions === null ? [] : [{ requirements: [{ ...first, conditions }, ...rest] }]),
      ];
      values += conditions === null ? 0 : 1;
      const digests = others.map((other) => {
        const policies = { ...parts.policies, [version.from]: { ...version.policy, ...other } };
        return digestOf(asOf, { ...parts, policies });
      });
      expect(new Set([digest, ...digests]).size).toBe(others.length + 1);
    }),
    runs(60),
  );
  expect(values).toBeGreaterThan(20);
});

test("the digest changes with exactly the parameters that the policy reads, at their value that day", () => {
  const seen = new Set<boolean>();
  fc.assert(
    fc.property(world, (generated) => {
      const { documents, asOf } = generated;
      const parts = partsOf(documents);
      const digest = digestOf(asOf, parts);
      const { words } = decidingVersion(generated);
      for (const [id, parameter] of Object.entries(documents.parameters)) {
        const others = parameterValuesOf(parameter);
        const values = parameter.values.map((entry) => {
          const different = others.find((value) => String(value) !== String(entry.value));
          return { ...entry, value: different ?? entry.value };
        });
        const parameters = { ...documents.parameters, [id]: { ...parameter, values } };
        const matters = words.has(`parameter.${id}`) && values.some(({ from }) => from <= asOf);
        seen.add(matters);
        expect(digestOf(asOf, { ...parts, parameters }) !== digest).toBe(matters);
        const later = [...parameter.values, { ...values[0], from: "2031-01-01" }];
        const unchanged = { ...documents.parameters, [id]: { ...parameter, values: later } };
        expect(digestOf(asOf, { ...parts, parameters: unchanged })).toBe(digest);
      }
    }),
    runs(60),
  );
  expect(seen.size).toBe(2);
});

test("the digest changes with exactly the named conditions that the policy uses", () => {
  const seen = new Set<boolean>();
  fc.assert(
    fc.property(world, (generated) => {
      const { documents, asOf } = generated;
      const parts = partsOf(documents);
      const digest = digestOf(asOf, parts);
      const { words } = decidingVersion(generated);
      for (const [name, condition] of Object.entries(documents.conditions)) {
        const other = withOtherValue(condition);
        if (other === null) continue;
        const conditions = { ...parts.conditions, [name]: other };
        seen.add(words.has(name));
        const changed = digestOf(asOf, { ...parts, conditions }) !== digest;
        expect([name, changed]).toEqual([name, words.has(name)]);
      }
    }),
    runs(60),
  );
  expect(seen.size).toBe(2);
});

test("the digest changes with exactly the facts that the policy reads", () => {
  const seen = new Set<boolean>();
  fc.assert(
    fc.property(world, (generated) => {
      const { documents, asOf } = generated;
      const parts = partsOf(documents);
      const digest = digestOf(asOf, parts);
      const { words } = decidingVersion(generated);
      for (const [id, entry] of Object.entries(documents.catalogue.facts)) {
        const facts = { ...parts.facts, [id]: { ...entry, label: { id: "Label lain" } } };
        seen.add(words.has(id));
        expect([id, digestOf(asOf, { ...parts, facts }) !== digest]).toEqual([id, words.has(id)]);
      }
    }),
    runs(60),
  );
  expect(seen.size).toBe(2);
});

test("the digest changes with exactly the sources that the policy cites", () => {
  const seen = new Set<boolean>();
  fc.assert(
    fc.property(world, (generated) => {
      const { documents, asOf } = generated;
      const parts = partsOf(documents);
      const digest = digestOf(asOf, parts);
      const cited = new Set(
        decidingVersion(generated).version.policy.requirements.flatMap(({ sources }) =>
          sources.map(({ source }) => source),
        ),
      );
      for (const [id, entry] of Object.entries(parts.sources ?? {})) {
        const sources = { ...parts.sources, [id]: { ...entry, title: { id: "Judul lain" } } };
        seen.add(cited.has(id));
        expect([id, digestOf(asOf, { ...parts, sources }) !== digest]).toEqual([id, cited.has(id)]);
      }
    }),
    runs(60),
  );
  expect(seen.size).toBe(2);
});
