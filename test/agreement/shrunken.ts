import { type Facts, prepare } from "../../src/index.ts";
import { packOf, type RulesParts, SERVICE } from "../support/pack.ts";
import { type Disagreement, disagreementOf, type Way } from "./question.ts";

/** Rules, a day and one application on which not all ways say the same. */
export interface Case {
  readonly parts: RulesParts;
  readonly asOf: string;
  readonly facts: Facts;
}

export interface Shrunken {
  readonly smallest: Case;
  readonly disagreement: Disagreement;
}

/** Shrinking ends after so many milliseconds, however small the case is by then. */
const LONGEST = 60_000;

/** Leaves out of a case whatever it disagrees without; null where it does not disagree at all. */
export async function shrunken(found: Case, ways: readonly Way[]): Promise<Shrunken | null> {
  const first = await disagreementIn(found, ways);
  if (first === null) return null;
  const end = Date.now() + LONGEST;
  let smallest = found;
  let disagreement = first;
  let shrinks = true;
  while (shrinks && Date.now() < end) {
    shrinks = false;
    // What was tried before something else was left out is tried again in the next turn.
    for (let tried = 0, smaller = at(smallest, tried); smaller !== null && Date.now() < end; ) {
      const differing = await disagreementIn(smaller, ways);
      if (differing === null) tried += 1;
      else {
        smallest = smaller;
        disagreement = differing;
        shrinks = true;
      }
      smaller = at(smallest, tried);
    }
  }
  return { smallest, disagreement };
}

/** Null too where the rules or the facts are not valid: then nobody is asked. */
async function disagreementIn(
  { parts, asOf, facts }: Case,
  ways: readonly Way[],
): Promise<Disagreement | null> {
  try {
    const pack = packOf(parts);
    prepare(pack, { service: SERVICE, asOf }).check(facts);
    return await disagreementOf({ pack, asOf, applications: [facts] }, ways);
  } catch {
    return null;
  }
}

/** One of the smaller cases, by its number; null after the last. */
function at({ parts, asOf, facts }: Case, number: number): Case | null {
  let index = 0;
  for (const smaller of smallerThan({ facts, parts })) {
    if (index === number) return { asOf, ...JSON.parse(JSON.stringify(smaller)) };
    index += 1;
  }
  return null;
}

/** The same with one thing left out, or with one part in place of the whole. */
function* smallerThan(value: unknown): Generator<unknown> {
  if (Array.isArray(value)) {
    for (const index of value.keys()) yield value.toSpliced(index, 1);
    for (const [index, item] of value.entries()) {
      for (const smaller of smallerThan(item)) yield value.with(index, smaller);
    }
  } else if (typeof value === "object" && value !== null) {
    const entries = Object.entries(value);
    for (const [left] of entries) {
      yield Object.fromEntries(entries.filter(([key]) => key !== left));
    }
    yield* entries.flatMap(([, child]) => child).filter((child) => typeof child === "object");
    for (const [key, child] of entries) {
      for (const smaller of smallerThan(child)) yield { ...value, [key]: smaller };
    }
  }
}

/** A case for people to read: the rules, the facts, and what each way said. */
export function toldCase({ smallest, disagreement }: Shrunken): string {
  const { parts, asOf, facts } = smallest;
  const { way, engine, said } = disagreement;
  return [
    `${way} does not say what the engine says.`,
    `rules: ${JSON.stringify(parts, null, 2)}`,
    `asOf: ${asOf}`,
    `facts: ${JSON.stringify(facts)}`,
    `the engine: ${JSON.stringify(engine)}`,
    `${way}: ${JSON.stringify(said)}`,
  ]
    .join("\n")
    .replaceAll(UNSEEN, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

/** What a terminal does not show; the line's own end stays. */
const UNSEEN = /(?![ \n])[\p{C}\p{Z}]/gu;
