import { parameterName, readReference } from "../../engine/conditions/references.ts";
import type { DurationReference, ShiftParams } from "../../engine/model/policy.ts";
import { FIRST_DAY, LAST_DAY, parseDuration, shiftDate } from "../../engine/values/calendar.ts";
import { wrongKind } from "../diagnostics/form.ts";
import { referenceAsText } from "../diagnostics/leaves.ts";
import { unknownParameter } from "../diagnostics/names.ts";
import {
  leavesTheCalendar,
  notADurationParameter,
  onlyDatesMove,
  plusOrMinus,
} from "../diagnostics/shifts.ts";
import { notADuration } from "../diagnostics/values.ts";
import { kindInWords } from "../diagnostics/words.ts";
import { type JsonNode, memberOf } from "../json/nodes.ts";
import { suggest } from "../suggest.ts";
import type { ConditionContext } from "./context.ts";
import { lookUp } from "./declared.ts";
import { plainDurationOf } from "./durations.ts";
import { isMisspelt, reportMissingKey, reportUnknownKeys } from "./keys.ts";
import type { Operand } from "./operand.ts";

/** A duration with the durations that it can be: a parameter's may change over time. */
interface CheckedDuration {
  readonly reference: DurationReference;
  readonly name: string;
  readonly texts: readonly string[];
}

/** Checks the `params` of a fact; null where they are wrong. */
export function checkShift(
  node: JsonNode,
  operand: Operand,
  context: ConditionContext,
): ShiftParams | null {
  const { report } = context;
  if (node.kind !== "object") {
    report(node, wrongKind("params", kindInWords("object"), node));
    return null;
  }
  const { shape } = operand;
  if (shape !== null && shape.type !== "date") report(node, onlyDatesMove(operand.id, shape));
  reportUnknownKeys(node, KEYS, report);
  const plus = memberOf(node, "plus");
  const minus = memberOf(node, "minus");
  const amount = plus ?? minus;
  if (amount === undefined || (plus !== undefined && minus !== undefined)) {
    if (!KEYS.some((key) => isMisspelt(node, key, KEYS))) report(node, plusOrMinus());
    return null;
  }
  const duration = checkDuration(amount, plus === undefined ? "minus" : "plus", context);
  if (duration === null) return null;
  if (shape?.type === "date") {
    checkStaysInCalendar(amount, operand, plus === undefined ? -1 : 1, duration, context);
  }
  const { reference } = duration;
  return plus === undefined ? { minus: reference } : { plus: reference };
}

const KEYS = ["plus", "minus"];

function checkDuration(
  node: JsonNode,
  key: string,
  context: ConditionContext,
): CheckedDuration | null {
  const { report } = context;
  if (node.kind === "string") {
    const text = node.value;
    if (parseDuration(text) !== null) return { reference: text, name: text, texts: [text] };
    const bare = text.replace(parameterName(""), "");
    if (context.vocabulary.parameters.entries.has(bare)) {
      report(node, referenceAsText(key, text, parameterName(bare)));
    } else report(node, notADuration(key, text, plainDurationOf(text)));
    return null;
  }
  if (node.kind !== "object") {
    report(node, wrongKind(key, DURATION, node));
    return null;
  }
  reportUnknownKeys(node, ["fact"], report);
  const fact = memberOf(node, "fact");
  if (fact === undefined) reportMissingKey(node, "fact", ["fact"], report);
  else if (fact.kind !== "string") report(fact, wrongKind("fact", kindInWords("string"), fact));
  return fact?.kind === "string" ? checkParameter(fact, fact.value, context) : null;
}

const DURATION = {
  id: 'jangka waktu seperti "P3M" atau { "fact": "parameter.…" }',
  en: 'a duration such as "P3M" or { "fact": "parameter.…" }',
};

function checkParameter(
  node: JsonNode,
  id: string,
  { report, vocabulary }: ConditionContext,
): CheckedDuration | null {
  const { parameters, catalogue } = vocabulary;
  const reference = readReference(id, catalogue.groups.entries);
  if (reference.kind !== "parameter") {
    const isBare = parameters.entries.has(id);
    const known = [...parameters.entries.keys()].map(parameterName);
    if (isBare) report(node, unknownParameter(id, parameterName(id), known));
    else report(node, notADurationParameter(id));
    return null;
  }
  const parameter = lookUp(parameters, reference.id);
  if (parameter === undefined) {
    const known = [...parameters.entries.keys()].map(parameterName);
    report(node, unknownParameter(id, suggest(id, known), known));
    return null;
  }
  if (parameter !== null && parameter.shape.type !== "duration") {
    report(node, notADurationParameter(id));
    return null;
  }
  const values = parameter?.values.map(({ value }) => String(value)) ?? [];
  return { reference: { fact: id }, name: id, texts: values };
}

/** With 9,999 months, weeks and days to them still fewer than the calendar has. */
const FEW_YEARS = 8_900;

/** Parameters' days are known; for other dates, no date at all may survive the move. */
function checkStaysInCalendar(
  node: JsonNode,
  { id, parameter }: Operand,
  direction: 1 | -1,
  { name, texts }: CheckedDuration,
  { report }: ConditionContext,
): void {
  const furthest = direction === 1 ? FIRST_DAY : LAST_DAY;
  const days = parameter?.values.map(({ value }) => String(value)) ?? [furthest];
  const leaves = texts.some((text) => {
    const duration = parseDuration(text);
    if (duration === null || (parameter === undefined && duration.years < FEW_YEARS)) return false;
    return days.some((day) => shiftDate(day, direction, duration) === null);
  });
  if (leaves) report(node, leavesTheCalendar(id, name));
}
