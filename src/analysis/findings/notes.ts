import type { DiagnosticCode } from "../../pack/diagnostics/codes.ts";
import type { Finding } from "../../pack/diagnostics/diagnostic.ts";
import { type JsonPlace, nameOfPlace } from "./places.ts";

/** A finding with its place. */
export interface Found {
  readonly place: JsonPlace;
  readonly finding: Finding;
}

/** What could not be settled within the limit: whether this would have to be told there. */
export interface Unsettled {
  readonly place: JsonPlace;
  readonly code: DiagnosticCode;
  /** The file of the policy that it was asked about; null where it was none in particular. */
  readonly policy: string | null;
}

/** Gathers findings; of one code, one for each place. */
export interface Notes {
  readonly tell: (place: JsonPlace, finding: Finding) => void;
  readonly leaveOpen: (place: JsonPlace, code: DiagnosticCode, policy?: string) => void;
  readonly found: readonly Found[];
  readonly unsettled: readonly Unsettled[];
}

export function createNotes(): Notes {
  const found: Found[] = [];
  const unsettled: Unsettled[] = [];
  const known = new Set<string>();
  const isNew = (place: JsonPlace, code: DiagnosticCode, kind: string) => {
    const name = `${kind} ${code} ${nameOfPlace(place)}`;
    if (known.has(name)) return false;
    known.add(name);
    return true;
  };
  return {
    found,
    unsettled,
    tell: (place, finding) => {
      if (isNew(place, finding.code, "found")) found.push({ place, finding });
    },
    leaveOpen: (place, code, policy) => {
      if (isNew(place, code, "open")) unsettled.push({ place, code, policy: policy ?? null });
    },
  };
}

/** The same notes, in which what is left open was asked about the policy of a file. */
export function notesAbout(policy: string, notes: Notes): Notes {
  return { ...notes, leaveOpen: (place, code) => notes.leaveOpen(place, code, policy) };
}
