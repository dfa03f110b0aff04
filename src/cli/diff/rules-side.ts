import { execFile } from "node:child_process";
import { promisify } from "node:util";
import type { Pack } from "../../engine/model/pack.ts";
import type { Language } from "../../engine/model/text.ts";
import { isRuleFile } from "../../pack/files.ts";
import { parsePack } from "../../pack/parse-pack.ts";
import { readRuleFiles } from "../../pack/read-pack.ts";
import { loadRules, tellDiagnostic } from "../rules.ts";
import { complainIn, type Terminal } from "../terminal.ts";

/** The rules of one side of a comparison, with their texts. */
export interface RulesSide {
  /** As the reader named them: a directory, or a directory at a revision of git. */
  readonly name: string;
  readonly pack: Pack;
  readonly texts: ReadonlyMap<string, string>;
}

/** Where the rules of both sides are. */
export interface SideOptions {
  readonly rules: string;
  readonly fromRules?: string;
  readonly toRules?: string;
  readonly fromRevision?: string;
}

/** The rules of both sides, one and the same where no other is named; null after telling what is wrong. */
export async function bothSides(
  terminal: Terminal,
  options: SideOptions,
  language: Language,
): Promise<{ readonly from: RulesSide; readonly to: RulesSide } | null> {
  const { fromRevision, fromRules, toRules, rules } = options;
  if (fromRevision !== undefined && fromRules !== undefined) {
    complainIn(terminal, language, {
      id: "Pilih salah satu: --from-revision atau --from-rules.",
      en: "Choose one of --from-revision and --from-rules.",
    });
    return null;
  }
  const to = await directorySide(terminal, toRules ?? rules, language);
  const from = to === null ? null : await earlierSide(terminal, options, to, language);
  return from === null || to === null ? null : { from, to };
}

async function earlierSide(
  terminal: Terminal,
  { fromRevision, fromRules, rules }: SideOptions,
  to: RulesSide,
  language: Language,
): Promise<RulesSide | null> {
  if (fromRevision !== undefined) {
    return revisionSide(terminal, { revision: fromRevision, directory: to.name }, language);
  }
  const directory = fromRules ?? rules;
  return directory === to.name ? to : directorySide(terminal, directory, language);
}

/** What a correction of an adopted version means is asked before it goes on record. */
const UNSEALED = { adoptions: "unchecked" } as const;

/** The rules of a directory as it stands, or null after telling what is wrong with them. */
async function directorySide(
  terminal: Terminal,
  directory: string,
  language: Language,
): Promise<RulesSide | null> {
  const pack = await loadRules(terminal, directory, language, UNSEALED);
  return pack === null ? null : { name: directory, pack, texts: await textsIn(directory) };
}

async function textsIn(directory: string): Promise<ReadonlyMap<string, string>> {
  const read = await readRuleFiles(directory);
  if (!read.ok) return new Map();
  const texts = [...read.files].flatMap(([path, text]) =>
    typeof text === "string" ? [[path, text] as const] : [],
  );
  return new Map(texts);
}

const git = promisify(execFile);
const MOST_BYTES = 64_000_000;

/** The rules of a directory as a revision of git has them, or null after telling what is wrong. */
async function revisionSide(
  terminal: Terminal,
  { revision, directory }: { readonly revision: string; readonly directory: string },
  language: Language,
): Promise<RulesSide | null> {
  const texts = await textsAt(revision, directory).catch((error: unknown) => {
    const reason = reasonOf(error);
    complainIn(terminal, language, {
      id: `git tidak dapat membaca "${directory}" pada revisi "${revision}": ${reason} Periksa --from-revision, dan jalankan di dalam repositorinya.`,
      en: `git cannot read "${directory}" at the revision "${revision}": ${reason} Check --from-revision, and run this inside the repository.`,
    });
    return null;
  });
  if (texts === null) return null;
  const name = `${revision}:${directory}`;
  const result = parsePack(Object.fromEntries(texts), UNSEALED);
  if (result.ok) return { name, pack: result.pack, texts };
  for (const diagnostic of result.diagnostics) {
    terminal.complain(tellDiagnostic(diagnostic, name, language));
  }
  complainIn(terminal, language, {
    id: `Aturan pada "${revision}" tidak sah, jadi tidak dapat dibandingkan.`,
    en: `The rules at "${revision}" are not valid, so they cannot be compared.`,
  });
  return null;
}

/** Paths relative to the directory, as `git show` has them at the revision. */
async function textsAt(revision: string, directory: string): Promise<ReadonlyMap<string, string>> {
  const options = { cwd: directory, maxBuffer: MOST_BYTES };
  // Never taken for an option, whatever it is called.
  const { stdout: commit } = await git(
    "git",
    ["rev-parse", "--verify", "--end-of-options", `${revision}^{commit}`],
    options,
  );
  const { stdout: listed } = await git(
    "git",
    ["ls-tree", "-r", "-z", "--name-only", commit.trim(), "."],
    options,
  );
  const paths = listed.split("\0").filter((path) => path !== "" && isRuleFile(path));
  const texts = new Map<string, string>();
  for (const path of paths) {
    const { stdout } = await git("git", ["show", `${commit.trim()}:./${path}`], options);
    texts.set(path, stdout);
  }
  return texts;
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const told = "stderr" in error && typeof error.stderr === "string" ? error.stderr.trim() : "";
  return told === "" ? "" : `${told.split("\n")[0]}.`;
}
