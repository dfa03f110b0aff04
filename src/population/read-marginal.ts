import type { FactShape } from "../engine/model/catalogue.ts";
import { readAs } from "../pack/checks/entries.ts";
import { unknownReport } from "../pack/diagnostics/figures.ts";
import { missingKey, nothingInside, wrongKind } from "../pack/diagnostics/form.ts";
import { unknownFact } from "../pack/diagnostics/names.ts";
import { cannotDependOn, sharesMisfit } from "../pack/diagnostics/populations.ts";
import { kindInWords } from "../pack/diagnostics/words.ts";
import { itemsOf, type JsonNode, memberOf } from "../pack/json/nodes.ts";
import { suggest } from "../pack/suggest.ts";
import type { Marginal, Row, Share } from "./marginals.ts";
import { readOutcome } from "./read-outcome.ts";
import { checkRows, readSelector } from "./read-rows.ts";
import { namesOf, type Reading, shapeOf } from "./reading.ts";
import {
  bySchema,
  KEYS_READ_APART,
  READ_APART,
  shareSchema,
  sharesSchema,
  type WrittenBasis,
} from "./schema.ts";

/** What is read of one fact, or of a group's length. */
export interface MarginalReading extends Reading {
  readonly name: string;
  readonly shape: FactShape;
  /** Keys of the reports that its numbers rest on; grows as it is read. */
  readonly restsOn: Set<string>;
}

/** Reads what a fact comes to; null where the file says it wrongly, which is told. */
export function readMarginal(node: JsonNode, reading: MarginalReading): Marginal | null {
  return readPart(node, {}, false, reading);
}

function readPart(
  node: JsonNode,
  around: WrittenBasis,
  isRow: boolean,
  reading: MarginalReading,
): Marginal | null {
  const isBy = memberOf(node, "by") !== undefined;
  return isBy ? readBy(node, around, isRow, reading) : readShares(node, around, isRow, reading);
}

function readBy(
  node: JsonNode,
  around: WrittenBasis,
  isRow: boolean,
  reading: MarginalReading,
): Marginal | null {
  const { name, pack, report } = reading;
  const schema = bySchema(READ_APART, isRow);
  const written = readAs(node, name, schema, report, KEYS_READ_APART, EXAMPLES);
  if (written === null) return null;
  checkReport(node, reading);
  const { by } = written;
  const shape = shapeOf(by, pack);
  const place = memberOf(node, "by") ?? node;
  if (shape === null) {
    report(place, unknownFact(by, suggest(by, namesOf(pack))));
    return null;
  }
  if (shape.type === "list" || shape.type === "string" || pack.facts.get(by)?.compute) {
    report(place, cannotDependOn(by, shape));
    return null;
  }
  const rowsNode = listAt(node, "rows", report);
  if (rowsNode === null) return null;
  const inherited = { ...around, ...basisOf(written) };
  const selectors = itemsOf(rowsNode).map((row) =>
    row.kind === "object" ? readSelector(row, by, shape, reading) : null,
  );
  const marginals = itemsOf(rowsNode).map((row) => readPart(row, inherited, true, reading));
  checkRows(rowsNode, by, shape, selectors, report);
  const rows = selectors.flatMap((when, at): readonly Row[] => {
    const marginal = marginals[at];
    return when && marginal ? [{ when, marginal }] : [];
  });
  if (rows.length < selectors.length) return null;
  // The first row that holds tells, and "otherwise" holds always.
  const last = rows.filter(({ when }) => when.kind === "otherwise");
  return { kind: "by", by, rows: [...rows.filter((row) => !last.includes(row)), ...last] };
}

function readShares(
  node: JsonNode,
  around: WrittenBasis,
  isRow: boolean,
  reading: MarginalReading,
): Marginal | null {
  const { name, report } = reading;
  const schema = sharesSchema(READ_APART, isRow);
  const written = readAs(node, name, schema, report, KEYS_READ_APART, EXAMPLES);
  if (written === null) return null;
  checkReport(node, reading);
  const sharesNode = listAt(node, "shares", report);
  if (sharesNode === null) return null;
  const inherited = { ...around, ...basisOf(written) };
  const { of = 1 } = written;
  let sum: number | null = 0;
  const shares = itemsOf(sharesNode).flatMap((one): readonly Share[] => {
    const read = readAs(one, name, shareSchema(READ_APART), report, KEYS_READ_APART, EXAMPLES);
    if (read === null) {
      sum = null;
      return [];
    }
    if (sum !== null) sum += read.share;
    checkReport(one, reading);
    checkBasis(one, { ...inherited, ...basisOf(read) }, reading);
    const outcome = readOutcome(one, name, reading.shape, reading);
    return outcome === null ? [] : [{ share: read.share / of, outcome }];
  });
  if (sum !== null && Math.abs(sum - of) > of * ROUNDING) {
    report(memberOf(node, "of") ?? sharesNode, sharesMisfit(name, shown(sum), shown(of)));
    return null;
  }
  return shares.length < itemsOf(sharesNode).length ? null : { kind: "shares", shares };
}

/** Fractions such as 0.1, 0.2 and 0.7 add up to 1 but for their rounding. */
const ROUNDING = 1e-9;

function shown(number: number): string {
  return String(Number(number.toPrecision(12)));
}

/** What may stand at keys that somebody left out. */
const EXAMPLES = {
  share: "0.5",
  shares: '[{ "share": 1, "value": true }]',
  rows: '[{ "otherwise": true, "shares": [{ "share": 1, "value": true }] }]',
};

/** The list at a key; null where it is no list, or empty. */
function listAt(node: JsonNode, key: string, report: Reading["report"]): JsonNode | null {
  const list = memberOf(node, key);
  if (list === undefined) return null;
  if (list.kind === "array" && list.items.length > 0) return list;
  report(
    list,
    list.kind === "array" ? nothingInside(key) : wrongKind(key, kindInWords("array"), list),
  );
  return null;
}

function basisOf({ provenance, report }: WrittenBasis): WrittenBasis {
  return { ...(provenance && { provenance }), ...(report && { report }) };
}

/** Tells a report that the file does not list, where it is named. */
function checkReport(node: JsonNode, { report, reports }: Reading): void {
  const named = memberOf(node, "report");
  if (named?.kind !== "string" || reports.has(named.value)) return;
  const known = [...reports.keys()];
  report(named, unknownReport(named.value, suggest(named.value, known), known));
}

/** Every number says what it rests on: by itself, or by what is said around it. */
function checkBasis(
  node: JsonNode,
  { provenance, report: key }: WrittenBasis,
  { report, restsOn }: MarginalReading,
): void {
  if (provenance === undefined) report(node, missingKey("provenance"));
  else if (provenance !== "assumed") {
    if (key === undefined) report(node, missingKey("report", '"000"'));
    else restsOn.add(key);
  }
}
