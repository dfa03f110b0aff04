import {
  type Components,
  date,
  type JsonObject,
  list,
  moment,
  object,
  orNull,
  record,
  ref,
  text,
  word,
} from "../schema.ts";
import { EVIDENCE_COMPONENTS } from "./evidence.ts";
import { EXPLANATION_COMPONENTS, UNKNOWN_STATES } from "./explanation.ts";
import { LEFT_OUT_COMPONENTS } from "./left-out.ts";

const OUTCOME = word(
  "`eligible`: go on. `ineligible`: tell the applicant `explanation`. `undetermined`: not a refusal, something is not known yet. `out-of-scope`: this policy does not govern the application. Hasil: layak, belum layak, belum dapat ditentukan, di luar cakupan.",
  ["eligible", "ineligible", "undetermined", "out-of-scope"],
);

/** What every answer about one decision begins with. */
export const DECISION_HEAD: Components = {
  id: text("The decision's id, ordered by time; nomor keputusan."),
  service: text("`city/service`; layanan."),
  asOf: date("The day decided for; tanggal yang diputuskan."),
  outcome: OUTCOME,
};

const MISSING = list(
  "The unknown facts that could still matter, items of groups as `drivers[1].coverage.status`; not empty exactly where the outcome is undetermined. Fakta yang belum diketahui.",
  text("A fact's id."),
);

export const GRANTS: JsonObject = list(
  "What an eligible application is given, in the policy's order; stands where the policy grants anything and the outcome is `eligible`. Yang diberikan.",
  ref("GrantDecision"),
);

export const COMPUTED: JsonObject = list(
  "What was computed from the facts, each after what it is computed from; stands where the policy reads anything computed. Yang dihitung.",
  ref("ComputedEvidence"),
);

/** All that an issued decision says besides texts and proof. */
export const ISSUED: Components = {
  ...DECISION_HEAD,
  issuedAt: moment("When it was issued; waktu terbit."),
  subject: text(
    "`sha256:` over `salts.subject` and the applicant's number, so that a receipt serves its own applicant alone.",
  ),
  factsDigest: text("`sha256:` over `salts.facts` and the facts that the policy read."),
  policy: ref("PolicyReference"),
  provisional: list(
    "Requirements, or `scope`, that decide and rest on something unconfirmed. Syarat yang belum pasti dasarnya.",
    text("A requirement's id."),
  ),
  requirements: list("In the policy's order; syarat-syarat.", ref("RequirementDecision")),
  missing: MISSING,
  validUntil: orNull(
    date("The last day on which the same facts give the same outcome; null: it never ends."),
  ),
  validUntilBecause: list(
    "The facts and parameters that end it; `policy:<date>` a next policy, `policy:none` the policy's own end.",
    text("An id."),
  ),
  remedies: list(
    "Where ineligible: the smallest sets of changes after which nothing required is refused. Perubahan terkecil yang mengubah hasil.",
    list("Changes that belong together.", ref("Change")),
  ),
  facts: record(
    "Where each fact that the policy reads came from, by its id; asal setiap fakta.",
    ref("FactOrigin"),
  ),
};

export const RECEIPT = text(
  "A compact JWS over the decision, in every language the same; its keys are at `GET /v1/keys`. Tanda terima bertanda tangan.",
);

export const DECISION_COMPONENTS: Components = {
  Decision: object(
    "A decision, recorded and signed. Keputusan yang tercatat dan ditandatangani.",
    {
      ...ISSUED,
      explanation: ref("Explanation"),
      receipt: RECEIPT,
      salts: ref("Salts"),
    },
    {
      scope: ref("ScopeDecision"),
      computed: COMPUTED,
      grants: GRANTS,
      decisionDigest: text(
        "Of a large decision, which is abridged: `sha256:` over `salts.facts` and the whole, as the record holds it. Sidik keputusan selengkapnya.",
      ),
      leftOut: ref("LeftOut", "Stands where the decision is abridged."),
    },
  ),
  PolicyReference: object("The policy that decided; aturan yang memutuskan.", {
    from: date("Its first day; berlaku sejak."),
    status: word("A pilot's decisions are all provisional.", ["draft", "pilot", "adopted"]),
    digest: text("`sha256:` over the policy with all that it uses."),
  }),
  Salts: object("128-bit random salts, kept beside the receipt and never in it.", {
    subject: text("Proves with a NIK or NIB whom the decision is about."),
    facts: text("Proves which facts decided."),
  }),
  ScopeDecision: object(
    "Whether the policy governs this application; cakupan aturan.",
    {
      holds: { type: ["boolean", "null"], description: "Null: not known." },
      evidence: list("Every leaf of the condition that was not left out.", ref("Evidence")),
    },
    { leftOut: ref("EvidenceLeftOut") },
  ),
  RequirementDecision: object(
    "One requirement, decided; satu syarat.",
    {
      id: text("The requirement's id."),
      outcome: word("Terpenuhi, belum terpenuhi, belum diketahui, tidak berlaku.", [
        "met",
        "unmet",
        "unknown",
        "not-applicable",
      ]),
      enforcement: word("`advisory` only advises and never enters the outcome.", [
        "required",
        "advisory",
      ]),
      evidence: list("Every leaf that was not left out, in the policy's order.", ref("Evidence")),
    },
    { leftOut: ref("EvidenceLeftOut") },
  ),
  GrantDecision: object(
    "What became of one thing that the policy grants; satu pemberian.",
    {
      id: text("The grant's id."),
      state: word("Diberikan, tidak diberikan, belum diketahui. It never enters the outcome.", [
        "granted",
        "not-granted",
        "unknown",
      ]),
      until: orNull(
        date(
          "The last day on which the same facts give the same state and amount; null: it never ends.",
        ),
      ),
      provisional: {
        type: "boolean",
        description: "Whether it rests on something unconfirmed; belum dipastikan.",
      },
      missing: list(
        "The unknown facts that keep it open; empty unless `unknown`.",
        text("A fact's id."),
      ),
    },
    {
      amount: {
        type: "integer",
        description:
          "In whole rupiah; stands where it is granted and has an amount. Jumlah rupiah.",
      },
      evidence: list(
        "Every leaf of its conditions that was not left out; not in a preview.",
        ref("Evidence"),
      ),
      computed: list(
        "What it rests on that was computed; not in a preview.",
        ref("ComputedEvidence"),
      ),
      leftOut: ref("GrantLeftOut"),
    },
  ),
  ...LEFT_OUT_COMPONENTS,
  ...EVIDENCE_COMPONENTS,
  Change: object("A change of one fact that the applicant could bring about.", {
    fact: text("The fact's id."),
    from: ref("FactValue"),
    to: ref("FactValue"),
  }),
  FactOrigin: object(
    "Where a fact came from. Only `answered` is known.",
    {
      source: text("`applicant`, `office`, `system`, or `registry:` and its name."),
      state: word("Why a fact is not known; a registry that is down never refuses anybody.", [
        "answered",
        ...UNKNOWN_STATES,
      ]),
    },
    { at: moment("When a registry observed it.") },
  ),
  FactValue: {
    description: "A fact's value: dates are YYYY-MM-DD, money is whole rupiah; null: not known.",
    anyOf: [
      { type: ["boolean", "number", "string", "null"] },
      { type: "array", items: { type: ["boolean", "number", "string", "null"] } },
    ],
  },
  ...EXPLANATION_COMPONENTS,
};
