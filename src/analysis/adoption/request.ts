import type { Pack } from "../../engine/model/pack.ts";
import type { Adoption, Despite, Withdrawal } from "../../pack/adoptions/adoption.ts";
import type { FileText } from "../../pack/check-files.ts";
import type { Meaning } from "./meaning.ts";
import type { AdoptionProblem } from "./problem.ts";

/** Which version an official asks to have on record, or off it. */
export interface RecordRequest {
  /** `city/service`. */
  readonly service: string;
  /** The version's first day. */
  readonly version: string;
  readonly by: string;
  readonly why: string;
  /** The day of the decision; not after `today`. */
  readonly on: string;
  /** In Jakarta. */
  readonly today: string;
  /** The rules directory as the official named it, for commands in messages; `rules` unless stated. */
  readonly directory?: string;
}

export interface AdoptionRequest extends RecordRequest {
  /** Whether answers of days that passed may change. */
  readonly correct: boolean;
  /** Findings that would keep the version from being adopted, and are meant. */
  readonly despite?: Despite;
}

/** What refuses, with what is told about the version beside it where that was looked at. */
export interface Refusal {
  readonly kind: "refused";
  readonly problems: readonly AdoptionProblem[];
  readonly meaning?: Meaning;
}

export type Preparation =
  | {
      readonly kind: "ready";
      readonly adoption: Adoption;
      /** The texts to write, by path; the record comes last. */
      readonly files: ReadonlyMap<string, string>;
      readonly pack: Pack;
      readonly casesPassed: number;
      readonly casesConfirmed: number;
      readonly meaning: Meaning;
      /** What is wrong with other adopted versions, which each need an entry of their own. */
      readonly left: readonly AdoptionProblem[];
    }
  /** The version is on record as it stands. */
  | { readonly kind: "nothing"; readonly adoption: Adoption }
  | Refusal;

export type WithdrawalPreparation =
  | {
      readonly kind: "ready";
      readonly withdrawal: Withdrawal;
      /** As of an adoption; without the policy file where that is gone. */
      readonly files: ReadonlyMap<string, string>;
      /** Cases that come out otherwise from now on. */
      readonly left: readonly AdoptionProblem[];
    }
  | Refusal;

/** The text of a file of the rules, where it could be read. */
export function textIn(files: ReadonlyMap<string, FileText>, path: string): string | undefined {
  const text = files.get(path);
  return typeof text === "string" ? text : undefined;
}

/** The texts that are not as they were, in the order given. */
export function rewritten(
  paths: readonly string[],
  texts: ReadonlyMap<string, FileText>,
  before: ReadonlyMap<string, FileText>,
): ReadonlyMap<string, string> {
  return new Map(
    paths.flatMap((path) => {
      const text = textIn(texts, path);
      return text === undefined || text === before.get(path) ? [] : [[path, text] as const];
    }),
  );
}
