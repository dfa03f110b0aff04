import fc from "fast-check";
import { comparable, OPERATORS, readOperator } from "../../../src/engine/conditions/operators.ts";
import type { FactShape } from "../../../src/engine/model/catalogue.ts";
import type {
  FactReference,
  LeafCondition,
  LeafValue,
  ShiftParams,
} from "../../../src/engine/model/policy.ts";
import { valuesOf } from "./domains.ts";
import type { Readable, Vocabulary } from "./vocabulary.ts";

const QUANTIFIERS = ["", "someFact:", "everyFact:", "someValue:", "everyValue:"];

/** Every operator with every decorator that it can have. */
const LEAF_OPERATORS = Object.keys(OPERATORS).flatMap((base) =>
  QUANTIFIERS.flatMap((quantifier) =>
    [`${quantifier}${base}`, `not:${quantifier}${base}`].flatMap((name) => {
      const operator = readOperator(name);
      return operator ?? [];
    }),
  ),
);

interface FittingOperator {
  readonly name: string;
  readonly expects: FactShape;
}

function fittingOperators(shape: FactShape): readonly FittingOperator[] {
  return LEAF_OPERATORS.flatMap((operator) => {
    const expects = operator.expects(shape);
    return expects === null ? [] : [{ name: operator.name, expects }];
  });
}

/** A leaf whose operator fits what it reads, against a literal or another fact. */
export function leafArbitrary(vocabulary: Vocabulary): fc.Arbitrary<LeafCondition> {
  const { readables } = vocabulary;
  const facts = readables.filter(({ kind }) => kind === "fact" || kind === "count");
  const left = fc.oneof(
    { weight: 5, arbitrary: fc.constantFrom(...(facts.length > 0 ? facts : readables)) },
    { weight: 1, arbitrary: fc.constantFrom(...readables) },
  );
  return left.chain((readable) => {
    const fitting = fittingOperators(readable.shape);
    const plain = fitting.filter(({ name }) => !name.includes(":"));
    const operator = fc.oneof(
      { weight: 2, arbitrary: fc.constantFrom(...(plain.length > 0 ? plain : fitting)) },
      { weight: 1, arbitrary: fc.constantFrom(...fitting) },
    );
    return operator.chain(({ name, expects }) =>
      fc
        .tuple(
          referenceArbitrary(readable, vocabulary),
          valueArbitrary(readable, expects, vocabulary),
          fc.boolean(),
        )
        .map(([reference, value, worded]) => ({
          ...reference,
          operator: name,
          value,
          ...(worded && wordsAbout(reference, value)),
        })),
    );
  });
}

function wordsAbout({ fact }: FactReference, value: LeafValue) {
  const other = typeof value === "object" && "fact" in value ? ` {${value.fact}}` : "";
  return {
    unmet: { id: `Pada {asOf}: {${fact}}${other}.`, en: `On {asOf}: {${fact}}${other}.` },
    remedy: { id: `Ubah {${fact}}.` },
  };
}

function valueArbitrary(
  left: Readable,
  expects: FactShape,
  vocabulary: Vocabulary,
): fc.Arbitrary<LeafValue> {
  const literals = valuesOf(expects, vocabulary.domain).filter(
    (value) => typeof value !== "object" || value.length > 0,
  );
  const others = vocabulary.readables.filter(
    ({ id, kind, shape }) =>
      comparable(expects, shape) && !(kind === "asOf" && left.kind === "asOf") && id !== left.id,
  );
  const literal = fc.constantFrom(...literals);
  if (others.length === 0) return literal;
  const reference = fc
    .constantFrom(...others)
    .chain((readable) => referenceArbitrary(readable, vocabulary));
  return fc.oneof(literal, reference);
}

function referenceArbitrary(
  { id, shape }: Readable,
  { domain, durations }: Vocabulary,
): fc.Arbitrary<FactReference> {
  const bare = fc.constant<FactReference>({ fact: id });
  if (shape.type !== "date") return bare;
  const duration = fc.oneof(
    fc.constantFrom(...domain.durations),
    ...(durations.length === 0 ? [] : [fc.constantFrom(...durations).map((fact) => ({ fact }))]),
  );
  const params: fc.Arbitrary<ShiftParams> = fc.oneof(
    fc.record({ plus: duration }),
    fc.record({ minus: duration }),
  );
  return fc.oneof(
    bare,
    params.map((shift) => ({ fact: id, params: shift })),
  );
}
