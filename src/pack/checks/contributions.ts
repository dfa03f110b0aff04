import type { FactShape } from "../../engine/model/catalogue.ts";
import type { Contribution, Parameter } from "../../engine/model/pack.ts";
import { endsBeforeItsFirstValue, notOneAmount, paidTwice } from "../diagnostics/contributions.ts";
import { unknownCode, unknownFact } from "../diagnostics/names.ts";
import { itemsOf, type JsonNode, memberOf, membersOf, plainValueOf } from "../json/nodes.ts";
import { contributionSchema } from "../schemas/parameters.ts";
import { suggest } from "../suggest.ts";
import type { DeclaredCatalogue } from "./catalogue.ts";
import type { MaybeFile } from "./city.ts";
import { type Declared, lookUp, suggestDeclared } from "./declared.ts";
import { reportRepeats } from "./repeats.ts";
import type { Report } from "./rule-file.ts";

/** What parameters pay for, by their ids. */
export type Contributions = ReadonlyMap<string, Contribution>;

export interface ContributionContext {
  /** The parameters of the file itself. */
  readonly own: Declared<Parameter>;
  /** What the nation's parameters pay for. */
  readonly beneath: Contributions;
  /** The nation's parameters, and the file's own in place of them. */
  readonly parameters: Declared<Parameter>;
  readonly catalogue: DeclaredCatalogue;
}

/** Checks the `contributionOf` of a file's parameters, which replace the nation's whole. */
export function checkContributions(
  file: MaybeFile,
  { own, beneath, parameters, catalogue }: ContributionContext,
): Contributions {
  const contributions = new Map(beneath);
  if (file === undefined || file === null) return contributions;
  const entries = membersOf(memberOf(file.root, "parameters"));
  for (const { key: id } of entries) contributions.delete(id);
  for (const { key: id, value: node } of entries) {
    const [parameter, place] = [own.entries.get(id) ?? null, memberOf(node, "contributionOf")];
    if (parameter === null || place === undefined) continue;
    const read = contributionSchema.safeParse(plainValueOf(place));
    if (!read.success) continue;
    if (parameter.shape.type !== "money" || parameter.by !== undefined) {
      file.report(place, notOneAmount(id));
      continue;
    }
    checkCodes(place, catalogue, file.report);
    checkPeriod(place, parameter, read.data, file.report);
    const twice = paidBefore(id, read.data, contributions, parameters);
    if (twice === null) contributions.set(id, read.data);
    else file.report(place, twice);
  }
  return contributions;
}

/** The registry's facts name segments and programmes. */
const [SEGMENT, PROGRAMMES] = ["coverage.segment", "coverage.programmes"];

function checkCodes(place: JsonNode, catalogue: DeclaredCatalogue, report: Report): void {
  const segment = memberOf(place, "segment");
  const programmes = memberOf(place, "programmes");
  if (segment !== undefined) checkCode(segment, SEGMENT, catalogue, report);
  for (const one of itemsOf(programmes)) checkCode(one, PROGRAMMES, catalogue, report);
  if (programmes?.kind === "array") reportRepeats(programmes, report);
}

function checkCode(
  node: JsonNode,
  name: string,
  { facts }: DeclaredCatalogue,
  report: Report,
): void {
  if (node.kind !== "string") return;
  const fact = lookUp(facts, name);
  if (fact === undefined) report(node, unknownFact(name, suggestDeclared(name, facts)));
  const codes = fact ? codesOf(fact) : null;
  if (codes === null || codes.includes(node.value)) return;
  report(node, unknownCode(name, node.value, suggest(node.value, codes), codes));
}

function codesOf(shape: FactShape): readonly string[] | null {
  if (shape.type === "list") return codesOf(shape.items);
  return shape.type === "code" ? Object.keys(shape.codes) : null;
}

function checkPeriod(
  place: JsonNode,
  parameter: Parameter,
  { until }: Contribution,
  report: Report,
): void {
  const from = firstDayOf(parameter);
  if (until === undefined || until >= from) return;
  report(memberOf(place, "until") ?? place, endsBeforeItsFirstValue(until, from));
}

function firstDayOf(parameter: Parameter | null | undefined): string {
  return parameter?.values[0]?.from ?? "";
}

/** That another parameter is the contribution for one of the programmes too, on some day. */
function paidBefore(
  id: string,
  { segment, programmes, until }: Contribution,
  others: Contributions,
  { entries }: Declared<Parameter>,
) {
  const from = firstDayOf(entries.get(id));
  for (const [other, one] of others) {
    const programme = one.programmes.find((name) => programmes.includes(name));
    if (one.segment !== segment || programme === undefined) continue;
    const start = [from, firstDayOf(entries.get(other))].toSorted().at(-1) ?? from;
    const isBoth = [until, one.until].every((last) => last === undefined || start <= last);
    if (isBoth) return paidTwice(id, other, segment, programme, start);
  }
  return null;
}
