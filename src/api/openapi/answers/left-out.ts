import { MOST_ITEM_NAMES } from "../../decisions/told-names.ts";
import { type Components, count, list, object, orNull, ref, text, word } from "../schema.ts";

export const REASONS_LEFT_OUT = count(
  "How many more reasons a large decision has; the last of `reasons` says so too. Alasan lain.",
);

/** What a large decision says of what it leaves out, and the pages that have it. */
export const LEFT_OUT_COMPONENTS: Components = {
  LeftOut: object(
    `What an abridged decision leaves out of its lists: names of items' facts beyond the first ${MOST_ITEM_NAMES}, and the origins of items that are not told. Yang tidak dicantumkan.`,
    {
      missing: count("Names left out of `missing`."),
      validUntilBecause: count("Names left out of `validUntilBecause`."),
      facts: count("Origins left out of `facts`."),
      record: text("The address of the record, which has them all.", { format: "uri-reference" }),
    },
    { computed: count("Entries left out of `computed`, where anything is computed.") },
  ),
  EvidenceLeftOut: object("Evidence of items that a large decision leaves out.", {
    entries: count("Entries left out of `evidence`."),
    groups: list("Each `every` or `some` that tells not all items.", ref("GroupLeftOut")),
    evidence: text("The address of all the evidence, in pages.", { format: "uri-reference" }),
  }),
  GrantLeftOut: object(
    "As of a requirement, with what is left out of a grant's own lists. Yang tidak dicantumkan.",
    {
      entries: count("Entries left out of `evidence`."),
      groups: list("Each `every` or `some` that tells not all items.", ref("GroupLeftOut")),
      evidence: text("The address of all the evidence, in pages.", { format: "uri-reference" }),
      missing: count("Names left out of the grant's `missing`."),
    },
    { computed: count("Entries left out of its `computed`, where anything is computed.") },
  ),
  GroupLeftOut: object(
    "One `every` or `some` over a large group. Its evidence is of items that decide: those that fail before those that are not known.",
    {
      path: text("Where it stands: `all/0/every`."),
      quantifier: word("As the policy writes it.", ["every", "some"]),
      group: text("The group's id."),
      items: count("How many items there are."),
      deciding: count(
        "How many decide: those that fail or are not known; of a `some` that holds, those that hold.",
      ),
      leftOut: count("How many items have no evidence here."),
    },
    {
      part: { type: "string", const: "when", description: "Belongs to the requirement's `when`." },
    },
  ),
  EvidencePage: object("A part of the evidence of one requirement. Satu halaman pemeriksaan.", {
    decision: text("The decision's id."),
    requirement: text("The requirement's id, or `scope`."),
    entries: count("Entries on all pages together."),
    evidence: list("In the policy's order.", ref("Evidence")),
    next: orNull(
      text("The address of the next page; null on the last.", { format: "uri-reference" }),
    ),
  }),
};
