import { type Components, date, flag, list, object, ref, text, word } from "../schema.ts";

const PEOPLE = {
  people: count("People whom the roster names; orang."),
  protected: count("Of them, those who are active or in grace; terlindungi."),
  unprotected: count("The others; belum terlindungi."),
  percentage: {
    type: ["number", "null"],
    description: "Of a hundred people, how many are protected; persen.",
  },
  gap: count("Those who are not protected, where that may be told; selisih."),
  change: {
    type: ["integer", "null"],
    description:
      "How many more are protected than in the month before that was counted; perubahan. Null in the first.",
  },
  cost: count("Rupiah a month that protecting the gap would take more; biaya."),
  costState: word(
    "`known` whole; `least`, as some people's contribution is not known; `unknown`, as nobody's is, of hidden people too; or `hidden`, as it is known but would tell of few people.",
    ["known", "least", "unknown", "hidden"],
  ),
};

export const COVERAGE_COMPONENTS: Components = {
  Coverage: object(
    "How many people of the roster in use are protected. A number of fewer than `fewestPublished` people is null, and so is one that would give it back. Berapa orang terlindungi.",
    {
      observedAt: text("When the branch office observed it: ISO 8601 with a time zone."),
      complete: flag("Whether the roster names every member."),
      month: text("The month that all but `months` are of: `2026-11`."),
      asOf: date("The day whose contributions count."),
      fewestPublished: { type: "integer", description: "Numbers of fewer people are null." },
      contributions: ref("CoverageContributions"),
      total: object("All of them; semuanya.", PEOPLE),
      costTerms: list(
        "What the cost of all is the sum of; jumlah biaya.",
        object("People of a segment, and what each costs.", {
          segment: { type: ["string", "null"], description: "Its code; null where none is told." },
          people: count("How many are not protected."),
          amount: count("Rupiah a month of each; null where it is not known."),
        }),
      ),
    },
    {
      segments: list("Each by itself; menurut segmen.", ref("SegmentCoverage")),
      programmes: list(
        "How many each protects; one person may be in several. Menurut program.",
        ref("ProgrammeCoverage"),
      ),
      offices: list("By city office, where the roster tells; menurut OPD.", ref("OfficeCoverage")),
      districts: list(
        "By district, where the roster tells; menurut kecamatan.",
        ref("DistrictCoverage"),
      ),
      months: list(
        "Every month of which a roster was counted, from the earliest; dari bulan ke bulan.",
        ref("MonthCoverage"),
      ),
    },
  ),
  CoverageContributions: object("What protecting a person costs; iuran.", {
    programmes: list("What protection consists of: `JKK`.", { type: "string" }),
    rates: list(
      "By segment; of the others none is known.",
      object("A segment's contribution.", {
        segment: { type: ["string", "null"], description: "Its code." },
        amount: count("Rupiah a month; null where it is not known that day."),
        parts: list(
          "What it is the sum of.",
          object("A parameter of the rules.", {
            parameter: text("Its id: `iuran.bpu`."),
            amount: { type: "integer", minimum: 0, description: "Rupiah a month." },
            since: date("The first day of this amount."),
          }),
        ),
      }),
    ),
  }),
  SegmentCoverage: object("A segment; segmen.", {
    segment: { type: ["string", "null"], description: "Its code; null where none is told." },
    ...PEOPLE,
  }),
  ProgrammeCoverage: object("A programme; program.", {
    programme: { type: ["string", "null"], description: "Its code: `JKK`." },
    ...PEOPLE,
  }),
  OfficeCoverage: object("A city office; OPD.", {
    opd: {
      type: ["string", "null"],
      description: "As the roster has it; null where none is told.",
    },
    ...PEOPLE,
  }),
  DistrictCoverage: object("A district; kecamatan.", {
    district: {
      type: ["string", "null"],
      description: "As the roster has it; null where none is told.",
    },
    ...PEOPLE,
  }),
  MonthCoverage: object("All people of a month; bulan.", {
    month: { type: ["string", "null"], description: "`2026-11`." },
    ...PEOPLE,
  }),
};

function count(description: string) {
  return { type: ["integer", "null"], minimum: 0, description };
}
