import { pseudonymsByMark } from "../../store/identity.ts";
import { type RosterSource, SourceChanged } from "../roster-file/source.ts";
import type { RosterTarget } from "../target.ts";
import { type Begun, beginImport, type ImportRequest } from "./begin.ts";
import { type Deadline, importChunk } from "./chunk.ts";
import { type Finished, finishImport, giveUp } from "./finish.ts";
import type { ImportState } from "./state.ts";

/** How far an import came: `out-of-time` goes on from its state. */
export type Imported =
  | Finished
  | Extract<Begun, { readonly kind: "refused" }>
  | { readonly kind: "out-of-time"; readonly state: ImportState };

/**
 * Imports a roster into a new snapshot and takes it into use once all of it is in. Until then, and
 * after a crash anywhere, the snapshot that was in use stays whole and in use.
 */
export async function importRoster(
  target: RosterTarget,
  request: ImportRequest,
  deadline: Deadline,
): Promise<Imported> {
  const begun = await unlessChanged(
    () => beginImport(target, request, deadline.clock(), deadline.signal),
    async () => ({ kind: "refused" as const, refusal: { reason: "source-changed" as const } }),
  );
  if (begun.kind !== "begun") return begun;
  return await continueImport(target, request.source, begun.state, deadline);
}

/**
 * Goes on with an import where its state says, and finishes it if time allows. A snapshot names its
 * people under one key only, that with which it was begun.
 */
export async function continueImport(
  target: RosterTarget,
  source: RosterSource,
  state: ImportState,
  deadline: Deadline,
): Promise<Imported> {
  const { clock, signal } = deadline;
  const pseudonym = pseudonymsByMark(target)(state.keyMark);
  if (pseudonym === null) {
    return await giveUp(target, state, { reason: "key-unknown" }, clock(), signal);
  }
  const chunk = await unlessChanged(
    () => importChunk({ ...target, pseudonym }, source, state, deadline),
    async () => ({
      kind: "refused" as const,
      refusal: { reason: "source-changed" as const },
      state,
    }),
  );
  if (chunk.kind === "out-of-time") return chunk;
  if (chunk.kind === "refused") {
    return await giveUp(target, chunk.state, chunk.refusal, clock(), signal);
  }
  return await finishImport(target, chunk.state, clock(), signal);
}

async function unlessChanged<Value, Changed>(
  work: () => Promise<Value>,
  changed: () => Promise<Changed>,
): Promise<Value | Changed> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof SourceChanged) return await changed();
    throw error;
  }
}
