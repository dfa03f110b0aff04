import type { Pack } from "../../src/index.ts";
import { type Chance, chanceFrom } from "../applications/random.ts";
import { packOf } from "./pack.ts";

export const CHANGING_SERVICE = "uji/berubah";
export const BEFORE = "2026-01-01";
export const AFTER = "2027-01-01";

const LEAVES_A_REQUIREMENT = 4;

/** Two versions of a policy over 15 facts, the second with a few leaves changed and one demand more. */
export function changingPack(leaves: number, seed: number): Pack {
  const chance = chanceFrom(seed);
  const requirements = Array.from({ length: leaves / LEAVES_A_REQUIREMENT }, (_, index) =>
    requirement(chance, index),
  );
  const changed = requirements.map((one, index) =>
    index % 4 === 1 ? { ...requirement(chance, index), id: one.id } : one,
  );
  return packOf({
    "facts.json": JSON.stringify({ facts: FACTS }),
    "sources.json": JSON.stringify({ sources: {} }),
    "parameters.json": JSON.stringify({ parameters: {} }),
    [`${CHANGING_SERVICE}/${BEFORE}.json`]: JSON.stringify(policy(requirements)),
    [`${CHANGING_SERVICE}/${AFTER}.json`]: JSON.stringify(policy(changed)),
  });
}

const common = { label: { id: "Fakta" }, source: "applicant", personal: false };
const codes = Object.fromEntries(["A", "B", "C", "D"].map((code) => [code, { id: code }]));
const SHAPES: readonly object[] = [
  ...Array.from({ length: 5 }, () => ({ type: "boolean" })),
  ...Array.from({ length: 4 }, () => ({ type: "code", codes })),
  ...Array.from({ length: 3 }, () => ({ type: "integer", minimum: 0 })),
  ...Array.from({ length: 2 }, () => ({ type: "date" })),
  { type: "list", items: { type: "code", codes } },
];
const FACTS = Object.fromEntries(
  SHAPES.map((shape, index) => [`fact${index}`, { ...shape, ...common }]),
);

function policy(requirements: readonly object[]): object {
  return { title: { id: "Layanan" }, owner: "Dinas", status: "pilot", requirements };
}

function requirement(chance: Chance, index: number) {
  const [first, second] = [leafThatHolds(chance), leafThatHolds(chance)];
  const [third, fourth] = [leaf(chance), leaf(chance)];
  const conditions = chance.happens(0.5)
    ? { all: [{ any: [first, third] }, { any: [second, fourth] }] }
    : { any: [{ all: [first, second] }, { all: [third, { not: fourth }] }] };
  const title = { id: `Syarat ${index}` };
  const enforcement = "required";
  return {
    id: `syarat-${index}`,
    title,
    enforcement,
    sources: [],
    provenance: "assumed",
    conditions,
  };
}

/** A leaf that holds for one applicant, so that somebody is eligible: `true`, A, 5, long ago, [A]. */
function leafThatHolds(chance: Chance): Leaf {
  const found = leaf(chance);
  const { fact, operator, value } = found;
  const index = Number(fact.slice("fact".length));
  const holds =
    index < 5
      ? value === true
      : index < 9 || index === 14
        ? (operator === "equal" || operator === "contains") === (value === "A")
        : index < 12
          ? operator === "lessThan"
            ? Number(value) > 5
            : Number(value) <= 5
          : operator === "onOrBefore";
  return holds ? found : leafThatHolds(chance);
}

interface Leaf {
  readonly fact: string;
  readonly operator: string;
  readonly value: unknown;
}

function leaf(chance: Chance): Leaf {
  const index = chance.between(0, SHAPES.length - 1);
  const fact = `fact${index}`;
  if (index < 5) return { fact, operator: "equal", value: chance.happens(0.5) };
  const code = chance.pick(["A", "B", "C", "D"]);
  if (index < 9) return { fact, operator: chance.happens(0.5) ? "equal" : "notEqual", value: code };
  const number = chance.between(0, 9);
  if (index < 12) {
    return {
      fact,
      operator: chance.happens(0.5) ? "lessThan" : "greaterThanInclusive",
      value: number,
    };
  }
  if (index < 14) {
    const value = { fact: "asOf", params: { minus: `P${number + 1}M` } };
    return { fact, operator: chance.happens(0.5) ? "onOrBefore" : "after", value };
  }
  return { fact, operator: chance.happens(0.5) ? "contains" : "doesNotContain", value: code };
}
