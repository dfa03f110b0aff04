import { checkFiles, type FileText } from "../../pack/check-files.ts";
import type { Diagnostic } from "../../pack/diagnostics/diagnostic.ts";
import { appendCases } from "./append-cases.ts";
import { draftFrom } from "./copy-version.ts";
import { firstCases } from "./first-cases.ts";

/** A file to be written; paths are relative to the rules directory. */
export interface PlannedFile {
  readonly path: string;
  readonly text: string;
  /** False where cases are added to a file that is there. */
  readonly isNew: boolean;
}

/** What `new` would write, already checked; or why these rules would not be right. */
export type Plan =
  | { readonly ok: true; readonly files: readonly PlannedFile[] }
  | { readonly ok: false; readonly diagnostics: readonly Diagnostic[] };

type Files = ReadonlyMap<string, FileText>;

/** The text of a version's copy as the draft of another day. */
export function copiedPolicy(files: Files, service: string, copied: string): string {
  const text = files.get(`${service}/${copied}.json`);
  return draftFrom(typeof text === "string" ? text : "", {
    id: `Rancangan; disalin dari versi ${copied}. Tulis di sini apa yang berubah dan mengapa.`,
    en: `A draft, copied from version ${copied}. Write here what changes, and why.`,
  });
}

/** Adds first cases to a policy that is to be written, and checks it all as if it stood there. */
export function planFiles(files: Files, service: string, from: string, policy: string): Plan {
  const policyPath = `${service}/${from}.json`;
  const casesPath = `${service}/cases.json`;
  const withPolicy = new Map<string, FileText>([...files, [policyPath, policy]]);
  const checked = checkFiles(withPolicy, {});
  if (!checked.ok) return checked;
  const known = files.get(casesPath);
  const cases = appendCases(
    typeof known === "string" ? known : null,
    firstCases(checked.pack, service, from),
  );
  const whole = checkFiles(new Map([...withPolicy, [casesPath, cases]]), {});
  if (!whole.ok) return whole;
  return {
    ok: true,
    files: [
      { path: policyPath, text: policy, isNew: true },
      { path: casesPath, text: cases, isNew: known === undefined },
    ],
  };
}
