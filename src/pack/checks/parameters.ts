import * as z from "zod";
import type { FactShape } from "../../engine/model/catalogue.ts";
import type { DurationShape, Parameter, Source } from "../../engine/model/pack.ts";
import { parseDuration } from "../../engine/values/calendar.ts";
import { outOfOrder, sameDayTwice } from "../diagnostics/entries.ts";
import { unknownCode, unknownFact } from "../diagnostics/names.ts";
import {
  durationByTable,
  notATable,
  tableByNoCode,
  tableWithoutBy,
} from "../diagnostics/parameter-tables.ts";
import { notADuration, outOfLimits, valueMisfit } from "../diagnostics/values.ts";
import { itemsOf, type JsonNode, memberOf, stringOf } from "../json/nodes.ts";
import {
  type ParameterEntry,
  parameterSchema,
  parametersFileSchema,
} from "../schemas/parameters.ts";
import { suggest } from "../suggest.ts";
import { checkConfirmation, checkHasSources } from "./assurance.ts";
import { checkShape, type DeclaredCatalogue } from "./catalogue.ts";
import { type Declared, lookUp, suggestDeclared } from "./declared.ts";
import { plainDurationOf } from "./durations.ts";
import { declare, type Entry, readAs, readEntries } from "./entries.ts";
import { checkParameterId } from "./ids.ts";
import type { Report, RuleFile } from "./rule-file.ts";
import { checkCitations } from "./sources.ts";
import { checkValue } from "./values.ts";

const FILE = parametersFileSchema(z.unknown());

/** Checks a `parameters.json`, national or of a city, against the sources that it may cite. */
export function checkParameters(
  file: RuleFile,
  sources: Declared<Source>,
  catalogue: DeclaredCatalogue,
): Declared<Parameter> {
  const whole = readAs(file.root, "parameters.json", FILE, file.report);
  const entries = readEntries(file, "parameters", parameterSchema).map(withShapeApart);
  for (const { id, keySpan, node, value } of entries) {
    checkParameterId(id, keySpan, file.report);
    checkCitations(node, sources, file.report);
    if (value === null) continue;
    checkBy(node, id, value, catalogue, file.report);
    checkParameter(node, id, value, catalogue, file.report);
  }
  return declare(file, "parameters", entries, whole !== null);
}

function withShapeApart(entry: Entry<ParameterEntry>): Entry<Parameter> {
  if (entry.value === null) return { ...entry, value: null };
  const { label, unit, by, sources, values, note, contributionOf: _, ...shape } = entry.value;
  const told = {
    ...(unit !== undefined && { unit }),
    ...(by !== undefined && { by }),
    ...(note !== undefined && { note }),
  };
  return { ...entry, value: { shape, label, sources, values, ...told } };
}

function checkParameter(
  node: JsonNode,
  id: string,
  parameter: Parameter,
  catalogue: DeclaredCatalogue,
  report: Report,
): void {
  checkShape(node, report);
  for (const value of itemsOf(memberOf(node, "values"))) {
    checkConfirmation(value, report);
    const given = memberOf(value, "value");
    if (given === undefined) continue;
    if (parameter.by !== undefined) {
      if (!isDuration(parameter)) checkTable(given, id, parameter, catalogue, report);
    } else if (given.kind === "object") report(given, tableWithoutBy(id));
    else checkGiven(given, id, parameter.shape, report);
  }
  checkOrder(itemsOf(memberOf(node, "values")), report);
  const surest = parameter.values.find(({ provenance }) => provenance !== "assumed");
  checkHasSources(node, surest?.provenance ?? "assumed", report);
}

/** A table has a value for codes of the fact that it is by, and for no others. */
function checkTable(
  node: JsonNode,
  id: string,
  { by = "", shape }: Parameter,
  { facts }: DeclaredCatalogue,
  report: Report,
): void {
  if (node.kind !== "object") {
    report(node, notATable(id));
    return;
  }
  const fact = lookUp(facts, by);
  const codes = fact?.type === "code" ? Object.keys(fact.codes) : null;
  for (const { key, keySpan, value } of node.members) {
    if (codes?.includes(key) === false) {
      report(keySpan, unknownCode(by, key, suggest(key, codes), codes));
    }
    checkGiven(value, id, shape, report);
  }
}

/** What moves a date is folded into a policy before any fact is known. */
function isDuration({ shape }: Parameter): boolean {
  return shape.type === "duration";
}

/** The fact that a table is by. */
function checkBy(
  node: JsonNode,
  id: string,
  parameter: Parameter,
  { facts }: DeclaredCatalogue,
  report: Report,
): void {
  const place = memberOf(node, "by");
  if (place?.kind !== "string") return;
  if (isDuration(parameter)) {
    report(place, durationByTable(id, place.value));
    return;
  }
  const fact = lookUp(facts, place.value);
  if (fact === undefined)
    report(place, unknownFact(place.value, suggestDeclared(place.value, facts)));
  else if (fact !== null && fact.type !== "code") report(place, tableByNoCode(id, place.value));
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
