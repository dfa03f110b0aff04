import { type Components, date, flag, list, object, orNull, ref, text, word } from "../schema.ts";

const FACT_TYPES = ["boolean", "integer", "number", "money", "date", "string", "code", "list"];
const POLICY_STATUS = word("A pilot's decisions are all provisional.", ["pilot", "adopted"]);
const NIK_NEED = word("Whether a NIK must be given, or need not.", ["required", "optional"]);
const PROVENANCE = word("How sure its authors are.", ["confirmed", "reported", "assumed"]);
const LEVEL = word("The nation's, or the city's own, which stands in its place.", [
  "national",
  "city",
]);

const SHAPE_DETAILS: Components = {
  minimum: { type: "number", description: "The least value." },
  maximum: { type: "number", description: "The greatest value." },
  pattern: text("A regular expression for the whole text."),
  format: text("`nik`."),
  maxLength: { type: "integer", description: "The longest text." },
  codes: list("The closed set of codes, each in words.", ref("DescribedCode")),
};

export const SERVICE_COMPONENTS: Components = {
  ServiceList: object("The services, with the policy in force on a day. Daftar layanan.", {
    asOf: date("The day asked about; tanggal yang ditanyakan."),
    services: list("In the order of their ids.", ref("ListedService")),
  }),
  ListedService: object("A service; layanan.", {
    id: text("`city/service`."),
    title: text("In your language."),
    policy: orNull(
      object("The policy in force on that day; null where none is.", {
        from: date("Its first day."),
        status: POLICY_STATUS,
      }),
    ),
  }),
  Service: object(
    "One service, as whoever builds a form or an integration needs it. Satu layanan.",
    {
      id: text("`city/service`."),
      asOf: date("The day asked about."),
      title: text("In your language."),
      owner: text("The office that keeps the policy; pemilik aturan."),
      policy: object(
        "The policy in force on that day.",
        {
          from: date("Its first day."),
          status: POLICY_STATUS,
          digest: text("`sha256:` over the policy with all that it uses."),
        },
        { until: date("Its last day, where it ends by itself.") },
      ),
      applicant: ref("DescribedApplicant"),
      requirements: list("In the policy's order; syarat-syarat.", ref("DescribedRequirement")),
      parameters: list(
        "The numbers, amounts and durations that its conditions, sums and texts use on that day.",
        ref("DescribedParameter"),
      ),
      facts: ref("DescribedFacts"),
      groups: list("Lists of people or things.", ref("DescribedGroup")),
    },
    {
      contact: text("Whom to ask; kontak."),
      objection: text("How to object; cara keberatan."),
      grants: list("What whoever is eligible is given; yang diberikan.", ref("DescribedGrant")),
    },
  ),
  DescribedApplicant: object(
    "Whom the service is for; siapa yang mengajukan.",
    {
      kinds: list(
        "A person is named by `nik`, a business by `nib`, an office by `office`.",
        word("A kind of applicant.", ["person", "business", "office"]),
      ),
      nik: word("Whether a NIK must be given, need not, or is refused.", [
        "required",
        "optional",
        "refused",
      ]),
    },
    { offices: list("The offices that may apply; perangkat daerah.", ref("DescribedCode")) },
  ),
  DescribedRequirement: object(
    "A requirement; syarat.",
    {
      id: text("Its id."),
      title: text("In your language."),
      enforcement: word("`advisory` only advises.", ["required", "advisory"]),
      provenance: PROVENANCE,
      sources: list("What it rests on.", ref("DescribedSource")),
    },
    { doubt: text("What its authors are not sure of.") },
  ),
  DescribedGrant: object(
    "One thing that whoever is eligible is given; satu pemberian.",
    {
      id: text("Its id."),
      text: text("In your language, with its amount of that day."),
      conditional: {
        type: "boolean",
        description: "Whether only some of those who are eligible are given it. Bersyarat.",
      },
      provenance: PROVENANCE,
      sources: list("What it rests on.", ref("DescribedSource")),
    },
    { doubt: text("What its authors are not sure of.") },
  ),
  DescribedSource: object(
    "A source; sumber.",
    { id: text("Its id."), title: text("In your language."), level: LEVEL },
    { article: text("Which part of it."), reference: text("Its number.") },
  ),
  DescribedParameter: object(
    "A parameter; parameter.",
    {
      parameter: text("Its id."),
      label: text("In your language."),
      level: LEVEL,
      value: orNull(
        object("Its value on that day; null before its first.", {
          value: {
            description: "As conditions compare it.",
            type: ["string", "number", "boolean", "array"],
          },
          text: text("In your language."),
          from: date("Its first day."),
          provenance: PROVENANCE,
        }),
      ),
    },
    { unit: text("Satuan.") },
  ),
  DescribedGroup: object("A group; kelompok.", {
    group: text("Its key in `groups`."),
    label: text("In your language."),
    minItems: { type: "integer", description: "At least so many." },
    maxItems: { type: "integer", description: "At most so many." },
    nik: NIK_NEED,
    facts: ref("DescribedFacts"),
  }),
  DescribedFacts: object("Facts, apart by who supplies them. Fakta menurut sumbernya.", {
    fromCaller: list("Yours to send; dari pemanggil.", ref("DescribedFact")),
    fromRegistry: list("Looked up, never sent; dari registri.", ref("DescribedFact")),
  }),
  DescribedFact: object(
    "A fact as a form needs it.",
    {
      fact: text("Its id, the key to send it under."),
      label: text("In your language."),
      type: word("Money is whole rupiah, a date YYYY-MM-DD.", FACT_TYPES),
      source: text("`applicant`, `office`, or `registry:` and its name."),
      personal: flag("Whether it is personal data; data pribadi."),
    },
    {
      unit: text("Satuan."),
      ...SHAPE_DETAILS,
      items: object(
        "What each item of a list is.",
        { type: word("Its type.", FACT_TYPES) },
        SHAPE_DETAILS,
      ),
      maxItems: { type: "integer", description: "The most items of a list." },
    },
  ),
  DescribedCode: object("A code in words.", {
    code: text("To be sent."),
    label: text("In your language."),
  }),
};
