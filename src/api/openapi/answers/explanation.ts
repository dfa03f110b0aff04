import { type Components, list, object, ref, text, word } from "../schema.ts";
import { REASONS_LEFT_OUT } from "./left-out.ts";

/** Why a fact is not known. */
export const UNKNOWN_STATES = [
  "not-found",
  "unavailable",
  "stale",
  "not-observed-that-day",
  "not-given",
];

/** A decision in words. */
export const EXPLANATION_COMPONENTS: Components = {
  Explanation: object(
    "The decision in words, for the citizen it is about. Penjelasan bagi warga.",
    {
      language: ref("Language"),
      summary: text("In one sentence or two; ringkasan."),
      requirements: list("In the policy's order.", ref("RequirementExplanation")),
    },
    {
      unknownBecause: list(
        "Where the outcome is undetermined: why that is so, each cause once, whatever number of facts it concerns. Sebab belum dapat ditentukan.",
        ref("UnknownBecause"),
      ),
      scope: object(
        "Why the policy does not, or may not, govern this application.",
        { reasons: list("One sentence each.", text("A sentence.")) },
        { reasonsLeftOut: REASONS_LEFT_OUT, remedy: text("What could be done.") },
      ),
      grants: list(
        "What is granted, in words; stands where the decision's `grants` do. Yang diberikan.",
        ref("GrantExplanation"),
      ),
      contact: text("Whom to ask; kontak."),
      objection: text("How to object; cara mengajukan keberatan."),
    },
  ),
  UnknownBecause: object(
    "Why facts are not known, and what to do next. Sebab dan langkah berikutnya.",
    {
      cause: word(
        "The `state` in `facts`; `not-set`: the rules have no value for that day; `looked-up-later`: a preview reads no registry.",
        [...UNKNOWN_STATES, "not-set", "looked-up-later"],
      ),
      reason: text("What is not known and why, with the day of the data; sebabnya."),
      remedy: text("What to do next; yang dapat dilakukan."),
    },
  ),
  RequirementExplanation: object(
    "One requirement in words.",
    {
      id: text("The requirement's id."),
      title: text("Its title."),
      outcome: word("As decided.", ["met", "unmet", "unknown", "not-applicable"]),
      enforcement: word("As decided.", ["required", "advisory"]),
      reasons: list("Why it is unmet or unknown.", text("A sentence.")),
      sources: list("What it rests on.", ref("CitedSource")),
    },
    {
      reasonsLeftOut: REASONS_LEFT_OUT,
      remedy: text("What the applicant can do; yang dapat dilakukan."),
      computed: list(
        "What it rests on that was computed, each as a sum with its numbers.",
        text("A sentence."),
      ),
    },
  ),
  GrantExplanation: object(
    "One thing that the policy grants, in words; satu pemberian.",
    {
      id: text("The grant's id."),
      state: word("As decided.", ["granted", "not-granted", "unknown"]),
      text: text("What is given, its amount and its last day."),
      reasons: list("Why it is not known.", text("A sentence.")),
      sources: list("What it rests on.", ref("CitedSource")),
    },
    {
      reasonsLeftOut: REASONS_LEFT_OUT,
      computed: list("What it rests on that was computed, as sums.", text("A sentence.")),
    },
  ),
  CitedSource: object(
    "A legal instrument; dasar hukum.",
    { id: text("Its id."), title: text("Its title.") },
    { article: text("Article; pasal."), reference: text("Number and year.") },
  ),
  Language: word("`id` Indonesian, `en` English.", ["id", "en"]),
};
