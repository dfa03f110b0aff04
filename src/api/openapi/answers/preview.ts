import { type Components, flag, isObject, list, object, ref, text } from "../schema.ts";
import { COMPUTED, DECISION_HEAD, GRANTS, ISSUED } from "./decision.ts";
import { SERVICE_COMPONENTS } from "./services.ts";

const { service = {}, asOf = {}, outcome = {} } = DECISION_HEAD;
const { policy = {}, provisional = {} } = ISSUED;

export const PREVIEW_COMPONENTS: Components = {
  Preview: object(
    "What a decision would be on these facts alone. Nothing is recorded, and no registry is read. Pratinjau, tidak dicatat.",
    {
      preview: { type: "boolean", const: true, description: "No decision." },
      service,
      policy,
      asOf,
      outcome,
      provisional,
      requirements: list("In the policy's order.", object("One requirement.", requirementHead())),
      missing: list(
        "What is not known yet, in the order to ask. Yang belum diketahui.",
        ref("MissingFact"),
      ),
      explanation: ref("Explanation"),
    },
    { scope: ref("ScopeDecision"), computed: COMPUTED, grants: GRANTS },
  ),
  MissingFact: object(
    "A fact that is still needed, as a form asks for it.",
    {
      fact: text("As a decision tells it in `missing`: `drivers[1].person.birthDate`."),
      label: text("In your language."),
      question: text("What to ask; the label where the catalogue has no question. Pertanyaan."),
      lookedUpLater: flag("A registry answers it when the decision is asked for: ask nobody."),
    },
    describedFact(),
  ),
};

function requirementHead(): Components {
  return {
    id: text("The requirement's id."),
    outcome: text("`met`, `unmet`, `unknown` or `not-applicable`."),
    enforcement: text("`required` or `advisory`."),
  };
}

/** All that is told of a described fact besides its names. */
function describedFact(): Components {
  const described = SERVICE_COMPONENTS["DescribedFact"]?.["properties"];
  if (!isObject(described)) return {};
  const { fact: _, label: __, ...rest } = described;
  return Object.fromEntries(
    Object.entries(rest).flatMap(([key, value]) => (isObject(value) ? [[key, value]] : [])),
  );
}
