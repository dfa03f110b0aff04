import { openFile } from "../../pack/check-files.ts";
import { readAs } from "../../pack/checks/entries.ts";
import type { RuleFile } from "../../pack/checks/rule-file.ts";
import { type Diagnostic, inReadingOrder } from "../../pack/diagnostics/diagnostic.ts";
import { listedTwice } from "../../pack/diagnostics/entries.ts";
import { unitOfSign, unknownReport } from "../../pack/diagnostics/figures.ts";
import { missingKey } from "../../pack/diagnostics/form.ts";
import { unknownKey } from "../../pack/diagnostics/names.ts";
import { valueMisfit } from "../../pack/diagnostics/values.ts";
import { itemsOf, type JsonNode, memberOf, membersOf, stringOf } from "../../pack/json/nodes.ts";
import { suggest } from "../../pack/suggest.ts";
import type { Claim, Figures, Quantity, Relation, Report } from "./figures.ts";
import { readPrinted, unitShown } from "./printed.ts";
import { type Known, resolveClaim } from "./resolve.ts";
import {
  claimSchema,
  figuresFileSchema,
  quantitySchema,
  reportSchema,
  type WrittenReport,
} from "./schema.ts";
import { slotsOf } from "./slots.ts";

export type ReadFigures =
  | { readonly ok: true; readonly figures: Figures }
  | { readonly ok: false; readonly diagnostics: readonly Diagnostic[] };

/** Reads a figures file. Tells everything that is wrong with it, at line and column. */
export function readFigures(path: string, text: string): ReadFigures {
  const diagnostics: Diagnostic[] = [];
  const file = openFile(path, text, diagnostics);
  const figures = file === null ? null : figuresIn(file, diagnostics);
  return figures === null || diagnostics.length > 0
    ? { ok: false, diagnostics: inReadingOrder(diagnostics) }
    : { ok: true, figures };
}

function figuresIn(file: RuleFile, diagnostics: readonly Diagnostic[]): Figures | null {
  const whole = readAs(file.root, file.path, figuresFileSchema, file.report);
  const reports = readReports(file);
  const quantities = readQuantities(file, reports);
  const claims = readClaims(file, quantities);
  if (whole === null || diagnostics.length > 0) return null;
  return {
    file: file.path,
    reports: [...reports].flatMap(([id, report]) => (report === null ? [] : [{ id, ...report }])),
    quantities: [...quantities.values()].flatMap((quantity) => quantity ?? []),
    claims,
  };
}

function readReports(file: RuleFile): ReadonlyMap<string, WrittenReport | null> {
  return new Map(
    membersOf(memberOf(file.root, "reports")).map(({ key, value }) => [
      key,
      readAs(value, key, reportSchema, file.report, NONE_LEFT, REPORT_EXAMPLES),
    ]),
  );
}

function readQuantities(file: RuleFile, reports: ReadonlyMap<string, WrittenReport | null>): Known {
  const known = new Map<string, Quantity | null>();
  for (const [index, node] of itemsOf(memberOf(file.root, "quantities")).entries()) {
    const id = stringOf(node, "id");
    if (id !== undefined && known.has(id)) file.report(placeOf(node, "id"), listedTwice(id));
    const quantity = readQuantity(file, node, id ?? `quantities[${index}]`, reports);
    if (id !== undefined) known.set(id, quantity);
  }
  return known;
}

function readQuantity(
  file: RuleFile,
  node: JsonNode,
  name: string,
  reports: ReadonlyMap<string, WrittenReport | null>,
): Quantity | null {
  const written = readAs(node, name, quantitySchema, file.report, NONE_LEFT, QUANTITY_EXAMPLES);
  if (written === null) return null;
  const { id, label, value, unit, date, report, quote } = written;
  const about = reports.get(report);
  if (about === undefined) {
    const known = [...reports.keys()];
    file.report(placeOf(node, "report"), unknownReport(report, suggest(report, known), known));
  }
  const number = readPrinted(value, unit);
  const shown = unitShown(value);
  if (number === null && shown !== null && shown !== unit) {
    file.report(placeOf(node, "unit"), unitOfSign(value, unit, shown));
  } else if (number === null) {
    const words = { id: "angka seperti tercetak", en: "a number as printed" };
    const write = {
      id: 'tulis angkanya saja: "20.652", "8,13%" (satuan percent) atau "Rp16.800" (satuan rupiah)',
      en: 'write the number alone: "20.652", "8,13%" (unit percent) or "Rp16.800" (unit rupiah)',
    };
    const place = memberOf(node, "value") ?? node;
    file.report(place, valueMisfit(name, words, place, write));
  }
  if (number === null || !about) return null;
  const day = date ?? about.date;
  return {
    id,
    label,
    value,
    number,
    unit,
    date: day,
    report,
    ...(quote !== undefined && { quote }),
  };
}

function readClaims(file: RuleFile, known: Known): readonly Claim[] {
  const ids = new Set<string>();
  return itemsOf(memberOf(file.root, "claims")).flatMap((node, index) => {
    const id = stringOf(node, "id");
    if (id !== undefined && ids.has(id)) file.report(placeOf(node, "id"), listedTwice(id));
    if (id !== undefined) ids.add(id);
    const name = id ?? `claims[${index}]`;
    const written = reportKind(file, node)
      ? readAs(node, name, claimSchema, file.report, NONE_LEFT, CLAIM_EXAMPLES)
      : null;
    const relation = written && resolveClaim(written, node, known, file.report);
    if (written === null || relation === null) return [];
    const line = file.lineOf(node);
    const { label } = written;
    const told = { id: written.id, ...(label !== undefined && { label }) };
    return [{ ...relation, ...told, report: reportOf(relation), line }];
  });
}

/** Whether a claim has a kind: without it, nothing else about it can be judged. */
function reportKind(file: RuleFile, node: JsonNode): boolean {
  if (node.kind !== "object" || memberOf(node, "kind") !== undefined) return true;
  const misspelt = membersOf(node).find(({ key }) => suggest(key, ["kind"]) !== null);
  if (misspelt === undefined) file.report(node, missingKey("kind", '"sum"'));
  else file.report(misspelt.keySpan, unknownKey(misspelt.key, "kind", ["kind"]));
  return false;
}

const NONE_LEFT: ReadonlySet<string> = new Set();

/** What may stand at keys that somebody left out. */
const REPORT_EXAMPLES = { publisher: '"Kabar Banten"' };
const QUANTITY_EXAMPLES = {
  id: '"members"',
  value: '"20.652"',
  unit: '"people"',
  report: '"koran-1"',
};
const CLAIM_EXAMPLES = {
  id: '"members-by-segment"',
  of: '["wage-recipients", "informal-workers"]',
  from: '"labour-force"',
  less: '"employed"',
  part: '"members"',
  whole: '"labour-force"',
};

/** The report whose claim it is: that of its first quantity. */
function reportOf(relation: Relation): Report["id"] {
  return slotsOf(relation)[0]?.quantity.report ?? "";
}

function placeOf(node: JsonNode, key: string): JsonNode {
  return memberOf(node, key) ?? node;
}
