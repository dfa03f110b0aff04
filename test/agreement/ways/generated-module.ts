import { type Facts, prepare } from "../../../src/index.ts";
import { datedPolicies } from "../../../src/module/stretches.ts";
import {
  asModuleDecides,
  imported,
  type PolicyModule,
  sourceOn,
} from "../../module/support/imported.ts";
import { SERVICE } from "../../support/pack.ts";
import { firstDiffering, isDecision, type Question, resultOf, type Way } from "../question.ts";

/** Days on which generated parameters turn, before and after: a module holds those of all its days. */
const OTHER_DAYS = [
  "2024-01-01",
  "2024-02-29",
  "2026-01-31",
  "2026-02-28",
  "2026-03-31",
  "2026-07-31",
];

/** So many applications are asked about on the other days. */
const ASKED_AGAIN = 20;

/** What would end a line, or a page's script, within a text. */
const ENDS_EARLY = /<\/script|<!--|[\u2028\u2029]/i;

export const GENERATED_MODULE: Way = {
  name: "the generated module",
  differing: async (question, decided) => {
    const { pack, asOf, applications } = question;
    const source = sourceOn(pack, SERVICE, asOf);
    if (ENDS_EARLY.test(source)) throw new Error(`no page can hold this source:\n${source}`);
    const module = await imported(source);
    const engines = decided.map((one) => (isDecision(one) ? asModuleDecides(one) : one));
    const others = applications.map((facts, place) =>
      engines[place] === null ? null : resultOf(() => module.decide(facts, asOf)),
    );
    const found = firstDiffering(engines, others) ?? leanDiffering(module, question);
    if (found !== null) return found;
    const days = otherDays(question);
    for (const day of new Set([...days.slice(0, 1), ...days.slice(-1)])) {
      const again = { pack, asOf: day, applications: applications.slice(0, ASKED_AGAIN) };
      const later = leanDiffering(module, again);
      if (later !== null) return later;
    }
    return null;
  },
};

const REFUSED = "date-out-of-range";

/** The outcomes alone: whoever asks less may refuse less, of what `decide` refuses. */
function leanDiffering(module: PolicyModule, { pack, asOf, applications }: Question) {
  const judge = prepare(pack, { service: SERVICE, asOf });
  const nothingLater = { known: {}, compile: () => judge.program };
  const told = applications.map((facts) => {
    const [engine, other] = [judge.outcome, (given: Facts) => module.outcome(given, asOf)].map(
      (outcome) => resultOf(() => outcome(facts)),
    );
    const mayRefuse = engine === REFUSED || other === REFUSED;
    const isRefused = mayRefuse && resultOf(() => judge.decide(facts, nothingLater)) === REFUSED;
    return isRefused ? { engine: REFUSED, other: REFUSED } : { engine, other };
  });
  return firstDiffering(
    told.map(({ engine }) => ({ asOf, told: engine })),
    told.map(({ other }) => ({ asOf, told: other })),
  );
}

function otherDays({ pack, asOf }: Question): readonly string[] {
  const service = pack.services.get(SERVICE);
  const policies = service === undefined ? [] : datedPolicies(pack, service);
  const own = policies.find(({ from, until }) => from <= asOf && asOf <= (until ?? "9999"));
  return OTHER_DAYS.filter(
    (day) => own !== undefined && day !== asOf && own.from <= day && day <= (own.until ?? "9999"),
  );
}
