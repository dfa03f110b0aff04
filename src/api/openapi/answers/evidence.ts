import { type Components, object, record, ref, text, word } from "../schema.ts";

/** What a decision found: leaves of conditions, and what was computed. */
export const EVIDENCE_COMPONENTS: Components = {
  Evidence: object(
    "One leaf of a condition as it was found; satu pemeriksaan.",
    {
      path: text("Where it stands: `all/0/any/1`."),
      fact: text("The fact's id; in a group with its item, `drivers[2].coverage.status`."),
      operator: text("As the policy writes it."),
      expected: ref("FactValue", "What the fact was held against; null: not known."),
      actual: ref("FactValue", "The fact's value; null: not known."),
      holds: { type: ["boolean", "null"], description: "The leaf's own truth; null: not known." },
    },
    {
      part: word("`when`: of the requirement's `when`. `amount`: a grant's amount.", [
        "when",
        "amount",
      ]),
      params: ref("EvidenceShift"),
      expectedFrom: text("The fact, parameter or `asOf` that `expected` came from."),
      expectedParams: ref("EvidenceShift"),
      expectedGiven: ref("FactValue", "The value of `expectedFrom` before it was moved."),
    },
  ),
  ComputedEvidence: object("A computed fact, or the value that a table gave; satu hitungan.", {
    fact: text("The fact's id, in a group with its item, or `parameter.<id>`."),
    value: ref("FactValue", "What it comes to; null: not known, or there is none."),
    operands: record(
      "What it was computed from, by name: `members[].income` for a fact of all items of a group.",
      ref("FactValue"),
    ),
  }),
  EvidenceShift: {
    type: "object",
    description: "How a date was moved before it was compared; null: the parameter has no value.",
    properties: {
      plus: { type: ["string", "null"], description: "An ISO 8601 duration." },
      minus: { type: ["string", "null"], description: "An ISO 8601 duration." },
      from: text("The parameter that it came from."),
    },
    minProperties: 1,
  },
};
