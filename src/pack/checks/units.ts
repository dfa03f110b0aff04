/** The units that a number is multiplied with, each as often as it says: of kg ÷ ha kg once, ha −1 times. */
export type Powers = ReadonlyMap<string, number>;

/** The unit of a result, where it has one; else what it is made of, where that is known. */
export interface Unit {
  readonly unit?: string | undefined;
  readonly powers?: Powers | undefined;
}

/** Units that measure nothing, or that say of themselves what they are divided by. */
const NO_MEASURE =
  /[/%‰]|\bper\b|^(?:persen|permil|percent|kali|times|poin|points|rasio|ratio|indeks|index)$/iu;

/** Whether what is computed may be declared in a unit. Nobody knows what a unit's product is called. */
export function isOfUnit({ unit, powers }: Unit, declared: string | undefined): boolean {
  if (unit !== undefined) return unit === declared;
  if (powers === undefined || declared === undefined) return true;
  const units = [...powers.keys()];
  return units.some((one) => NO_MEASURE.test(one)) || !units.includes(declared);
}

/** `kg × ha`, `kg ÷ ha`; of a ratio `kg ÷ kg`. */
export function unitInWords({ unit, powers }: Unit): string | undefined {
  if (unit !== undefined || powers === undefined) return unit;
  const entries = [...powers];
  const above = entries.flatMap(([one, power]) => Array<string>(Math.max(0, power)).fill(one));
  const below = entries.flatMap(([one, power]) => Array<string>(Math.max(0, -power)).fill(one));
  const [some = ""] = powers.keys();
  if (above.length + below.length === 0) return `${some} ÷ ${some}`;
  return [above.join(" × ") || "1", ...below].join(" ÷ ");
}

/** Of numbers that are multiplied; one without a unit leaves that of the others. */
export function multiplied(units: readonly Unit[]): Unit {
  const known = units.flatMap((one) => powersOf(one) ?? []);
  return known.length === 0 ? {} : joined(known);
}

/** Of one number by another; where the first has no unit, nobody knows what it measures. */
export function divided(dividend: Unit = {}, divisor: Unit = {}): Unit {
  const [above, below] = [powersOf(dividend), powersOf(divisor)];
  if (above === undefined) return {};
  if (below === undefined) return joined([above]);
  return joined([above, new Map([...below].map(([unit, power]) => [unit, -power]))]);
}

function powersOf({ unit, powers }: Unit): Powers | undefined {
  return powers ?? (unit === undefined ? undefined : new Map([[unit, 1]]));
}

function joined(all: readonly Powers[]): Unit {
  const powers = new Map<string, number>();
  for (const [unit, power] of all.flatMap((one) => [...one])) {
    powers.set(unit, (powers.get(unit) ?? 0) + power);
  }
  const [first, ...others] = [...powers].filter(([, power]) => power !== 0);
  return { unit: first?.[1] === 1 && others.length === 0 ? first[0] : undefined, powers };
}
