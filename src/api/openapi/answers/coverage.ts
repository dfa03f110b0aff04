import { type Components, flag, list, object, ref, text } from "../schema.ts";

const PEOPLE = {
  people: count("People whom the roster names; orang."),
  protected: count("Of them, those who are active or in grace; terlindungi."),
  unprotected: count("The others; belum terlindungi."),
  percentage: {
    type: ["number", "null"],
    description: "Of a hundred people, how many are protected; persen.",
  },
};

export const COVERAGE_COMPONENTS: Components = {
  Coverage: object(
    "How many people of the roster in use are protected. A number of fewer than `fewestPublished` people is null, and so is one that would give it back. Berapa orang terlindungi.",
    {
      observedAt: text("When the branch office observed it: ISO 8601 with a time zone."),
      complete: flag("Whether the roster names every member."),
      fewestPublished: { type: "integer", description: "Numbers of fewer people are null." },
      total: object("All of them; semuanya.", PEOPLE),
      segments: list("Each by itself; menurut segmen.", ref("SegmentCoverage")),
      programmes: list(
        "How many each protects; one person may be in several. Menurut program.",
        ref("ProgrammeCoverage"),
      ),
    },
  ),
  SegmentCoverage: object("A segment; segmen.", {
    segment: { type: ["string", "null"], description: "Its code; null where none is told." },
    ...PEOPLE,
  }),
  ProgrammeCoverage: object("A programme; program.", {
    programme: text("Its code: `JKK`."),
    ...PEOPLE,
  }),
};

function count(description: string) {
  return { type: ["integer", "null"], minimum: 0, description };
}
