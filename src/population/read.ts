import { isReserved, readReference } from "../engine/conditions/references.ts";
import type { FactShape } from "../engine/model/catalogue.ts";
import type { Pack } from "../engine/model/pack.ts";
import { openFile } from "../pack/check-files.ts";
import { readAs } from "../pack/checks/entries.ts";
import type { RuleFile } from "../pack/checks/rule-file.ts";
import { factSetByLayak } from "../pack/diagnostics/cases.ts";
import { type Diagnostic, inReadingOrder } from "../pack/diagnostics/diagnostic.ts";
import { unknownFact, unknownGroup } from "../pack/diagnostics/names.ts";
import { dependsOnItself, noNikHere } from "../pack/diagnostics/populations.ts";
import { type Member, memberOf, membersOf } from "../pack/json/nodes.ts";
import { suggest } from "../pack/suggest.ts";
import {
  type GroupMarginals,
  itemName,
  type Marginal,
  type Marginals,
  type Report,
  replacedBy,
} from "./marginals.ts";
import { circleFrom } from "./order.ts";
import { readMarginal } from "./read-marginal.ts";
import { countShape, type Reading } from "./reading.ts";
import { fileSchema, groupSchema, KEYS_READ_APART, READ_APART, reportSchema } from "./schema.ts";

export type ReadMarginals =
  | { readonly ok: true; readonly marginals: Marginals }
  | { readonly ok: false; readonly diagnostics: readonly Diagnostic[] };

export interface ReadMarginalsOptions {
  readonly pack: Pack;
  /** The day that `asOf` is in the file. */
  readonly asOf: string;
  /** What is stated before, and holds where this file says nothing. */
  readonly before: Marginals;
}

/**
 * Reads a file of what a population is like, over what is stated before it. Tells everything that is
 * wrong with it, at line and column.
 */
export function readMarginals(
  path: string,
  text: string,
  options: ReadMarginalsOptions,
): ReadMarginals {
  const diagnostics: Diagnostic[] = [];
  const file = openFile(path, text, diagnostics);
  const marginals = file === null ? null : marginalsIn(file, options, diagnostics);
  return marginals === null || diagnostics.length > 0
    ? { ok: false, diagnostics: inReadingOrder(diagnostics) }
    : { ok: true, marginals };
}

/**
 * As {@link readMarginals}, of a file that is not about these very rules: what does not fit them is
 * left out.
 */
export function readWhatFits(path: string, text: string, options: ReadMarginalsOptions): Marginals {
  const diagnostics: Diagnostic[] = [];
  const file = openFile(path, text, diagnostics);
  return file === null ? options.before : marginalsIn(file, options, diagnostics);
}

function marginalsIn(
  file: RuleFile,
  { pack, asOf, before }: ReadMarginalsOptions,
  diagnostics: readonly Diagnostic[],
): Marginals {
  readAs(file.root, file.path, fileSchema(READ_APART), file.report, KEYS_READ_APART);
  const { report } = file;
  const reports = readReports(file);
  const reading: Reading = { pack, asOf, report, reports };
  const stated = new Map<string, readonly Report[]>();
  const one = (member: Member, name: string, shape: FactShape): Marginal | null => {
    const told = diagnostics.length;
    const restsOn = new Set<string>();
    const marginal = readMarginal(member.value, { ...reading, name: member.key, shape, restsOn });
    if (marginal === null || diagnostics.length > told) return null;
    stated.set(
      name,
      [...restsOn].flatMap((key) => reports.get(key) ?? []),
    );
    return marginal;
  };
  const facts = new Map<string, Marginal>();
  for (const member of membersOf(memberOf(file.root, "facts"))) {
    const shape = factShape(member, reading);
    const marginal = shape && one(member, member.key, shape);
    if (marginal) facts.set(member.key, marginal);
  }
  const groups = new Map<string, GroupMarginals>();
  for (const member of membersOf(memberOf(file.root, "groups"))) {
    const group = readGroup(member, reading, one);
    if (group !== null) groups.set(member.key, group);
  }
  const all = replacedBy(before, { facts, groups, reports: stated });
  reportCircles(file, all, pack);
  return all;
}

function readReports(file: RuleFile): ReadonlyMap<string, Report | null> {
  return new Map(
    membersOf(memberOf(file.root, "reports")).map(({ key, value }) => [
      key,
      readAs(value, key, reportSchema, file.report, undefined, { publisher: '"Kabar Banten"' }),
    ]),
  );
}

/** The shape of a fact that a population can have; null where it can have none, which is told. */
function factShape({ key, keySpan }: Member, { pack, report }: Reading): FactShape | null {
  const fact = pack.facts.get(key);
  if (isReserved(key) || readReference(key, pack.groups).kind === "count" || fact?.compute) {
    report(keySpan, factSetByLayak(key));
    return null;
  }
  if (fact === undefined) {
    report(keySpan, unknownFact(key, suggest(key, pack.facts.keys())));
    return null;
  }
  const items = fact.type === "list" ? fact.items : fact;
  if (items.type === "string" && items.format === "nik") {
    report(keySpan, noNikHere(key));
    return null;
  }
  return fact;
}

function readGroup(
  { key: id, keySpan, value: node }: Member,
  reading: Reading,
  one: (member: Member, name: string, shape: FactShape) => Marginal | null,
): GroupMarginals | null {
  const { pack, report } = reading;
  if (!pack.groups.has(id)) {
    report(keySpan, unknownGroup(id, suggest(id, pack.groups.keys()), [...pack.groups.keys()]));
    return null;
  }
  const written = readAs(node, id, groupSchema(READ_APART), report, KEYS_READ_APART);
  if (written === null) return null;
  const name = `${id}.count`;
  const [count] = membersOf(node).filter(({ key }) => key === "count");
  const facts = new Map<string, Marginal>();
  for (const member of membersOf(memberOf(node, "facts"))) {
    const shape = factShape(member, reading);
    const marginal = shape && one(member, itemName(id, member.key), shape);
    if (marginal) facts.set(member.key, marginal);
  }
  return {
    count: count ? one({ ...count, key: name }, name, countShape(id, pack)) : null,
    unknownItems: written.unknownItems ?? null,
    facts,
  };
}

/** Tells each circle once, at a fact of this file. */
function reportCircles(file: RuleFile, { facts, groups }: Marginals, pack: Pack): void {
  const told = new Set<string>();
  const seek = (members: readonly Member[], marginalOf: (name: string) => Marginal | undefined) => {
    for (const { key, keySpan } of members) {
      const circle = circleFrom(key, marginalOf);
      const names = [...(circle ?? [])].sort().filter((name, at, all) => name !== all[at - 1]);
      if (circle === null || told.has(names.join(" "))) continue;
      told.add(names.join(" "));
      file.report(keySpan, dependsOnItself(circle));
    }
  };
  const countOf = (name: string) => {
    const reference = readReference(name, pack.groups);
    return reference.kind === "count"
      ? (groups.get(reference.group)?.count ?? undefined)
      : undefined;
  };
  const stated = membersOf(memberOf(file.root, "facts"));
  seek(stated, (name) => facts.get(name) ?? countOf(name));
  const ofFile = memberOf(file.root, "groups");
  for (const [id, group] of groups) {
    const own = membersOf(memberOf(memberOf(ofFile, id), "facts"));
    seek([...own, ...stated], (name) => group.facts.get(name) ?? facts.get(name));
    const counts = membersOf(memberOf(ofFile, id)).filter(({ key }) => key === "count");
    seek(
      counts.map((member) => ({ ...member, key: `${id}.count` })),
      (name) => facts.get(name) ?? countOf(name),
    );
  }
}
