import {
  type Components,
  list,
  moment,
  object,
  orNull,
  record,
  ref,
  text,
  word,
} from "../schema.ts";
import { COMPUTED, DECISION_HEAD, ISSUED, RECEIPT } from "./decision.ts";

const VERDICT = word(
  "`upheld`: the decision stands. `overturned`: an officer decides otherwise. Dikukuhkan atau dibatalkan.",
  ["upheld", "overturned"],
);

export const STORED_COMPONENTS: Components = {
  IssuedDecision: object("A decision as it was issued, without its words in a language.", ISSUED, {
    scope: ref("ScopeDecision"),
    computed: COMPUTED,
  }),
  DecisionRecord: object(
    "All that a decision rests on, to decide it again with `layak replay`. Catatan lengkap suatu keputusan.",
    {
      decision: ref("IssuedDecision"),
      facts: {
        type: "object",
        description: "The facts that the policy read, by their ids; groups as lists of such facts.",
        additionalProperties: true,
      },
      policy: orNull({
        type: "object",
        description: "What the policy's digest names; teks aturan yang memutuskan.",
        additionalProperties: true,
      }),
      receipt: RECEIPT,
      salts: ref("Salts"),
      engine: text("The engine that decided: its name and version."),
      secondOpinion: object("What a second rule engine said.", {
        engine: text("Its name and version."),
        rules: record("Each rule's result, by its name.", {
          type: "boolean",
          description: "Whether it held.",
        }),
      }),
    },
  ),
  SearchAnswer: object("Decisions about an applicant, the latest first, at most 100.", {
    decisions: list("Keputusan tentang pemohon.", ref("DecisionHead")),
  }),
  DecisionHead: object("What a search tells of a decision.", {
    ...DECISION_HEAD,
    issuedAt: moment("When it was issued; waktu terbit."),
  }),
  Review: object("An officer's answer to an objection; hasil peninjauan oleh petugas.", {
    id: text("The review's id, ordered by time."),
    decision: text("The decision's id."),
    reviewedAt: moment("When it was made; waktu peninjauan."),
    officer: text("Who reviewed, as the token names them; petugas."),
    client: text("The client whose token it was."),
    verdict: VERDICT,
    reason: text("Why; alasan."),
  }),
  Reviews: object("The reviews of a decision.", {
    reviews: list("In the order they were made.", ref("Review")),
  }),
};
