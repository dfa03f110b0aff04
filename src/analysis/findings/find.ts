import type { Pack } from "../../engine/model/pack.ts";
import type { DiagnosticCode } from "../../pack/diagnostics/codes.ts";
import {
  type Diagnostic,
  diagnosticAt,
  inReadingOrder,
} from "../../pack/diagnostics/diagnostic.ts";
import type { Position } from "../../pack/json/positions.ts";
import { judgeDiffering } from "./differing.ts";
import { judgeEnglish } from "./english.ts";
import { judgeGaps } from "./gaps.ts";
import { judgeNamed } from "./judge-named.ts";
import { judgePolicy, type Seen } from "./judge-policy.ts";
import { createNotes, type Found, type Notes, notesAbout, type Unsettled } from "./notes.ts";
import { nameOfPlace, openRules } from "./places.ts";
import { judgeUnused } from "./unused.ts";
import { fileOf, livingVersions } from "./versions.ts";

/** Rules that the pack has no errors in, with the texts of their files by path. */
export interface Rules {
  readonly pack: Pack;
  readonly texts: ReadonlyMap<string, string>;
  /** What the pack warns of: it is not told again. */
  readonly warnings: readonly Diagnostic[];
}

/** A place of which it is not known whether the finding of a code has to be told there. */
export interface OpenQuestion extends Position {
  readonly file: string;
  readonly code: DiagnosticCode;
  /** The file of the policy that it was asked about; null where it was none in particular. */
  readonly policy: string | null;
}

export interface Findings {
  /** In reading order, without the pack's own warnings. */
  readonly diagnostics: readonly Diagnostic[];
  /** What the solver could not settle within its limit. */
  readonly unsettled: readonly OpenQuestion[];
}

/**
 * What rules mean, where that is hardly meant: of every version in force, of those to come, and of
 * drafts, from `today` on. All findings are warnings; each is so on every day that the version has
 * left, and for every complete application that there can be.
 */
export function findingsIn(rules: Rules, today: string): Findings {
  const open = openRules(rules.texts);
  const { found, unsettled } = notesOn(rules, today);
  const diagnostics = found.map(({ place, finding }) =>
    diagnosticAt(place.file, open.positionOf(place), finding),
  );
  return {
    diagnostics: inReadingOrder(diagnostics),
    unsettled: unsettled.map(({ place, code, policy }) => ({
      file: place.file,
      ...open.positionOf(place),
      code,
      policy,
    })),
  };
}

/** As {@link findingsIn}, by the places in the files' JSON. */
export function notesOn(
  { pack, texts, warnings }: Rules,
  today: string,
): Pick<Notes, "found" | "unsettled"> {
  const open = openRules(texts);
  const notes = createNotes();
  const services = [...pack.services.values()];
  const living = services.flatMap((service) => livingVersions(service, today));
  const seen: Seen = {
    leaves: new Set(),
    told: new Set(),
    isWarned: (place) =>
      warnings.some((warning) => warning.file === place.file && open.covers(place, warning)),
  };
  const policies = living.flatMap(
    (one) => judgePolicy(pack, one, open, seen, notesAbout(one.file, notes)) ?? [],
  );
  judgeNamed(pack, policies, today, seen.told, open, notes);
  judgeDiffering(pack, living, today, open, notes);
  for (const service of services) judgeGaps(service, notes);
  judgeUnused(pack, open, notes);
  const alive = new Set(living.map(({ file }) => file));
  const policyFiles = new Set(
    services.flatMap((service) => service.versions.map((version) => fileOf(service, version))),
  );
  judgeEnglish(open, (path) => policyFiles.has(path) && !alive.has(path), notes);
  return { found: withoutCauses(notes.found), unsettled: withoutCauses(notes.unsettled) };
}

const OF_LEAVES: ReadonlySet<string> = new Set(["LYK910", "LYK911"]);
const OF_REQUIREMENTS: ReadonlySet<string> = new Set([
  "LYK901",
  "LYK902",
  "LYK903",
  "LYK922",
  "LYK923",
]);

/** Where a leaf is all that a requirement or grant asks, what that comes to says enough. */
function withoutCauses<One extends Found | Unsettled>(all: readonly One[]): readonly One[] {
  const told = new Set(
    all.flatMap((one) => (OF_REQUIREMENTS.has(codeOf(one)) ? [nameOfPlace(one.place)] : [])),
  );
  return all.filter((one) => !OF_LEAVES.has(codeOf(one)) || !told.has(nameOfPlace(one.place)));
}

function codeOf(one: Found | Unsettled): DiagnosticCode {
  return "finding" in one ? one.finding.code : one.code;
}
