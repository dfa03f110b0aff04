import * as z from "zod";
import type { FactShape } from "../../engine/model/catalogue.ts";
import type { DurationShape, Parameter, Source } from "../../engine/model/pack.ts";
import { parseDuration } from "../../engine/values/calendar.ts";
import { outOfOrder, sameDayTwice } from "../diagnostics/entries.ts";
import { notADuration, outOfLimits, valueMisfit } from "../diagnostics/values.ts";
import { itemsOf, type JsonNode, memberOf, stringOf } from "../json/nodes.ts";
import {
  type ParameterEntry,
  parameterSchema,
  parametersFileSchema,
} from "../schemas/parameters.ts";
import { checkConfirmation, checkHasSources } from "./assurance.ts";
import { checkShape } from "./catalogue.ts";
import type { Declared } from "./declared.ts";
import { plainDurationOf } from "./durations.ts";
import { declare, type Entry, readAs, readEntries } from "./entries.ts";
import { checkParameterId } from "./ids.ts";
import type { Report, RuleFile } from "./rule-file.ts";
import { checkCitations } from "./sources.ts";
import { checkValue } from "./values.ts";

const FILE = parametersFileSchema(z.unknown());

/** Checks a `parameters.json`, national or of a city, against the sources that it may cite. */
export function checkParameters(file: RuleFile, sources: Declared<Source>): Declared<Parameter> {
  const whole = readAs(file.root, "parameters.json", FILE, file.report);
  const entries = readEntries(file, "parameters", parameterSchema).map(withShapeApart);
  for (const { id, keySpan, node, value } of entries) {
    checkParameterId(id, keySpan, file.report);
    checkCitations(node, sources, file.report);
    if (value !== null) checkParameter(node, id, value, file.report);
  }
  return declare(file, "parameters", entries, whole !== null);
}

function withShapeApart(entry: Entry<ParameterEntry>): Entry<Parameter> {
  if (entry.value === null) return { ...entry, value: null };
  const { label, unit, sources, values, note, ...shape } = entry.value;
  const told = { ...(unit !== undefined && { unit }), ...(note !== undefined && { note }) };
  return { ...entry, value: { shape, label, sources, values, ...told } };
}

function checkParameter(node: JsonNode, id: string, parameter: Parameter, report: Report): void {
  checkShape(node, report);
  for (const value of itemsOf(memberOf(node, "values"))) {
    checkConfirmation(value, report);
    const given = memberOf(value, "value");
    if (given !== undefined) checkGiven(given, id, parameter.shape, report);
  }
  checkOrder(itemsOf(memberOf(node, "values")), report);
  const surest = parameter.values.find(({ provenance }) => provenance !== "assumed");
  checkHasSources(node, surest?.provenance ?? "assumed", report);
}

function checkGiven(
  node: JsonNode,
  id: string,
  shape: FactShape | DurationShape,
  report: Report,
): void {
  if (shape.type !== "duration") {
    checkValue(node, shape, { name: id, nullable: false, report, beyond: outOfLimits });
  } else if (node.kind !== "string") {
    report(
      node,
      valueMisfit(id, DURATION, node, {
        id: 'tulis, misalnya, "P3M" (tiga bulan)',
        en: 'write, for instance, "P3M" (three months)',
      }),
    );
  } else if (parseDuration(node.value) === null) {
    report(node, notADuration(id, node.value, plainDurationOf(node.value)));
  }
}

const DURATION = { id: 'jangka waktu, misalnya "P3M"', en: 'a duration, such as "P3M"' };

function checkOrder(values: readonly JsonNode[], report: Report): void {
  let before = "";
  for (const value of values) {
    const from = stringOf(value, "from") ?? "";
    const place = memberOf(value, "from") ?? value;
    if (from === before) report(place, sameDayTwice(from));
    else if (from < before) report(place, outOfOrder(from, before));
    else before = from;
  }
}
