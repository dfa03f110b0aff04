import { AS_OF } from "../engine/conditions/references.ts";
import { faultOf } from "../engine/facts/shapes.ts";
import { parseDuration, shiftDate } from "../engine/values/calendar.ts";
import { plainDurationOf } from "../pack/checks/durations.ts";
import { reportMissingKey, reportUnknownKeys } from "../pack/checks/keys.ts";
import { checkValue } from "../pack/checks/values.ts";
import { wrongKind } from "../pack/diagnostics/form.ts";
import { unknownFact } from "../pack/diagnostics/names.ts";
import { leavesTheCalendar, plusOrMinus } from "../pack/diagnostics/shifts.ts";
import { notADuration, outOfLimits } from "../pack/diagnostics/values.ts";
import { kindInWords } from "../pack/diagnostics/words.ts";
import { type JsonNode, memberOf } from "../pack/json/nodes.ts";
import type { Reading } from "./reading.ts";

const DAY = { type: "date" } as const;

/** A day that is written out, or told from `asOf` as rules do; null where it is none. */
export function readDay(node: JsonNode, name: string, reading: Reading): string | null {
  if (node.kind === "object") return readAsOf(node, reading);
  checkValue(node, DAY, { name, nullable: false, report: reading.report, beyond: outOfLimits });
  return node.kind === "string" && faultOf(DAY, node.value) === null ? node.value : null;
}

/** `{ "fact": "asOf", "params": { "minus": "P3M" } }`. */
function readAsOf(node: JsonNode, { asOf, report }: Reading): string | null {
  reportUnknownKeys(node, ["fact", "params"], report);
  const fact = memberOf(node, "fact");
  if (fact === undefined) {
    reportMissingKey(node, "fact", ["fact", "params"], report);
    return null;
  }
  if (fact.kind !== "string" || fact.value !== AS_OF) {
    const told = fact.kind === "string" ? unknownFact(fact.value, AS_OF) : null;
    report(fact, told ?? wrongKind("fact", kindInWords("string"), fact));
    return null;
  }
  const params = memberOf(node, "params");
  return params === undefined ? asOf : readMoved(params, asOf, report);
}

const KEYS = ["plus", "minus"];

function readMoved(node: JsonNode, asOf: string, report: Reading["report"]): string | null {
  if (node.kind !== "object") {
    report(node, wrongKind("params", kindInWords("object"), node));
    return null;
  }
  reportUnknownKeys(node, KEYS, report);
  const [plus, minus] = [memberOf(node, "plus"), memberOf(node, "minus")];
  const amount = plus ?? minus;
  if (amount === undefined || (plus !== undefined && minus !== undefined)) {
    report(node, plusOrMinus());
    return null;
  }
  const key = plus === undefined ? "minus" : "plus";
  if (amount.kind !== "string") {
    report(amount, wrongKind(key, kindInWords("string"), amount));
    return null;
  }
  const duration = parseDuration(amount.value);
  if (duration === null) {
    report(amount, notADuration(key, amount.value, plainDurationOf(amount.value)));
    return null;
  }
  const day = shiftDate(asOf, key === "plus" ? 1 : -1, duration);
  if (day === null) report(amount, leavesTheCalendar(AS_OF, amount.value));
  return day;
}
