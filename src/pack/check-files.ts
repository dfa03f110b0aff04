import { BROUGHT } from "../engine/brought.ts";
import type { Pack, Service } from "../engine/model/pack.ts";
import { BEHIND } from "../engine/remedies/behind/behind.ts";
import {
  type AdoptionSubject,
  checkEntries,
  type WrittenStatus,
  writtenStatus,
} from "./checks/adoptions.ts";
import { checkAdoptionsFile } from "./checks/adoptions-file.ts";
import { checkCatalogue, checkComputedFacts } from "./checks/catalogue.ts";
import {
  type City,
  checkCity,
  checkGround,
  type MaybeFile,
  NO_GROUND,
  rulesOfCity,
} from "./checks/city.ts";
import { checkAreas, checkCityFile } from "./checks/city-file.ts";
import { checkConfirmations } from "./checks/confirmations.ts";
import { soundEntries } from "./checks/declared.ts";
import type { RuleFile } from "./checks/rule-file.ts";
import { checkSeals } from "./checks/seals.ts";
import { checkService, type ServiceRules } from "./checks/service.ts";
import { checkRows } from "./checks/tables.ts";
import {
  type Diagnostic,
  diagnosticAt,
  type Finding,
  inReadingOrder,
} from "./diagnostics/diagnostic.ts";
import { noFactCatalogue } from "./diagnostics/files.ts";
import { isRuleFile } from "./files.ts";
import { readJson } from "./json/read.ts";
import { type Layout, layOut } from "./layout.ts";
import type { PackOptions, PackResult } from "./parse-pack.ts";
import { sha256Hex } from "./sha256.ts";
import { suggest } from "./suggest.ts";

/** A file's text; or, where it could not be had, why. */
export type FileText = string | Finding;

/** Checks all the files of a rules directory in one run. */
export function checkFiles(
  files: ReadonlyMap<string, FileText>,
  options: PackOptions = {},
): PackResult {
  const diagnostics: Diagnostic[] = [];
  const layout = layOut([...files.keys()].filter(isRuleFile));
  const tell = (path: string, found: Finding) => {
    diagnostics.push(diagnosticAt(path, { line: 1, column: 1 }, found));
  };
  for (const { path, finding } of layout.misplaced) tell(path, finding);
  const { today, adoptions = "checked" } = options;
  const words = new Map<string, string>();
  const open: Open = (path) => {
    const text = path === null || path === undefined ? undefined : files.get(path);
    if (path === null || path === undefined || text === undefined) return undefined;
    if (typeof text === "string") return openFile(path, text, diagnostics, words);
    tell(path, text);
    return null;
  };
  const openRules: Open = (path) => {
    const file = open(path);
    if (file && today !== undefined) checkConfirmations(file, today);
    return file;
  };
  const opened: Opened = { ground: new Map(), policies: new Map() };
  const pack = checkLayout(layout, openRules, opened, tell);
  checkRows(opened.ground, pack.facts, today);
  if (adoptions === "checked") {
    const subject = openAdoptions(layout, open, opened, options);
    const isSound = !diagnostics.some(({ severity }) => severity === "error");
    if (subject !== null) checkEntries(subject);
    if (subject !== null && isSound) checkSeals(pack, subject);
  }
  const told = inReadingOrder(diagnostics);
  return told.some(({ severity }) => severity === "error")
    ? { ok: false, diagnostics: told }
    : { ok: true, pack, warnings: told };
}

/** What later checks ask of files that were opened; of many trees together, none is kept. */
interface Opened {
  /** The files of the nation and of cities, by path. */
  readonly ground: Map<string, RuleFile>;
  readonly policies: Map<string, WrittenStatus | null>;
}

/** Reads a file as JSON and tells what keeps it from being so; null where nothing can be read. */
export function openFile(
  path: string,
  text: string,
  diagnostics: Diagnostic[],
  words: Map<string, string> = new Map(),
): RuleFile | null {
  const { root, positionAt, faults } = readJson(text, words);
  const report: RuleFile["report"] = ({ offset }, found) => {
    diagnostics.push(diagnosticAt(path, positionAt(offset), found));
  };
  for (const fault of faults) report(fault, fault.finding);
  if (root === null) return null;
  return { path, root, report, lineOf: ({ offset }) => positionAt(offset).line };
}

/** The record of adoptions, and the files that it is about; null where it cannot be read. */
function openAdoptions(
  layout: Layout,
  open: Open,
  { ground, policies }: Opened,
  { today, directory }: PackOptions,
): AdoptionSubject | null {
  const file = open(layout.national.get("adoptions"));
  if (file === null) return null;
  const record = file === undefined ? null : { file, placed: checkAdoptionsFile(file) };
  const get = (path: string) =>
    ground.get(path) ?? (policies.has(path) ? (open(path) ?? undefined) : undefined);
  return { files: { get }, policies, record, today, directory };
}

type Open = (path: string | null | undefined) => MaybeFile;

function checkLayout(
  layout: Layout,
  openRules: Open,
  opened: Opened,
  tell: (path: string, found: Finding) => void,
): Pack {
  const open: Open = (path) => {
    const file = openRules(path);
    if (file) opened.ground.set(file.path, file);
    return file;
  };
  const factsFile = open(layout.national.get("facts"));
  if (factsFile === undefined) tell("facts.json", noFactCatalogue());
  const catalogue = checkCatalogue(factsFile ?? null);
  const nation = checkGround(
    {
      sources: open(layout.national.get("sources")),
      parameters: open(layout.national.get("parameters")),
    },
    NO_GROUND,
    catalogue,
  );
  if (factsFile) checkComputedFacts(factsFile, catalogue, nation.parameters);
  const cityFiles = new Map<string, MaybeFile>();
  const cityOf = (id: string): City => {
    const paths = layout.cities.get(id);
    const own = {
      sources: open(paths?.get("sources")),
      parameters: open(paths?.get("parameters")),
    };
    const ground = checkGround(own, nation, catalogue);
    const file = open(paths?.get("city"));
    cityFiles.set(id, file);
    const declared = checkCityFile(file);
    return checkCity(open(paths?.get("conditions")), catalogue, ground, declared);
  };
  const ids = new Set([...layout.cities.keys(), ...layout.services.map(({ city }) => city)]);
  const cities = new Map([...ids].map((id) => [id, cityOf(id)]));
  checkAreas(cityFiles);

  const services = new Map<string, Service>();
  for (const { id, city: cityId, policies, cases, complete } of layout.services) {
    const city = cities.get(cityId);
    if (city === undefined) continue;
    const openPolicy = (path: string) => {
      const file = openRules(path) ?? null;
      opened.policies.set(path, file === null ? null : writtenStatus(file));
      return file;
    };
    const versions = [...policies].map(([from, path]) => ({ from, open: () => openPolicy(path) }));
    const openCases = () => openRules(cases);
    const rules: ServiceRules = { id, policies: versions, openCases, complete };
    services.set(id, checkService(rules, city));
  }
  return {
    facts: soundEntries(catalogue.facts),
    groups: soundEntries(catalogue.groups),
    cities: new Map([...cities].map(([id, city]) => [id, rulesOfCity(city)])),
    services,
    sha256: sha256Hex,
    suggest,
    ...BROUGHT,
    behind: BEHIND,
  };
}
