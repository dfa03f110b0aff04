import manifest from "../../../package.json" with { type: "json" };
import { type Allocation, allocate } from "../../allocation/allocate.ts";
import { type Commitment, fixedBy, readCommitment } from "../../allocation/commitment.ts";
import { resultOf } from "../../allocation/result.ts";
import { pairsTable, peopleTable } from "../../allocation/tables.ts";
import { written } from "../../allocation/written.ts";
import { InputTrouble, readInput } from "../input.ts";
import { complainIn } from "../terminal.ts";
import { sameLists, sameRules } from "./differs.ts";
import { digestsOf, sha256Of } from "./digests.ts";
import { readLists } from "./lists.ts";
import { drawnBy, recordSeed, seedFileOf } from "./seed-once.ts";
import type { Step } from "./step.ts";
import { tellAllocation } from "./tell-allocation.ts";
import { whyIn } from "./tell-reasons.ts";
import { askedByCommitment, termsOf } from "./terms.ts";
import type { Work } from "./work.ts";
import { refuseWritten, tableFor, writeNew } from "./write.ts";

/**
 * Step 2: pairs by a seed, if lists and rules are those committed to and it is the only one.
 * @throws Differs, InputTrouble, ListsUnusable and LayakError
 */
export async function draw(
  work: Work,
  step: Extract<Step, { readonly kind: "draw" }>,
): Promise<void> {
  const { terminal, language, options } = work;
  const tables = [
    { path: options.pairs, tableOf: pairsTable },
    { path: options.people, tableOf: peopleTable },
  ].flatMap(({ path, tableOf }) => {
    return path === undefined ? [] : [{ path, tableOf, form: tableFor(path) }];
  });
  const { seed } = step;
  const text = await readInput(step.commitment);
  const commitment = readCommitment(text);
  if (commitment === null) throw notCommitment(step.commitment);
  const file = { path: step.commitment, sha256: sha256Of(text) };
  const again = await drawnBy(file, seed);
  const own = again ? [] : [seedFileOf(file.path)];
  refuseWritten([step.result ?? [], tables.map(({ path }) => path), own].flat());
  const heading = { layak: manifest.version, commitment, commitmentSha256: file.sha256, seed };
  const result = resultOf(heading, drawAsCommitted(work, commitment, seed));
  // On record before anybody is told what it gives.
  if (!again) await recordSeed(file, seed);
  if (step.result !== undefined) await writeNew(step.result, written(result), 0o600);
  const why = whyIn(work.pack, commitment, language);
  for (const { path, tableOf, form } of tables) {
    await writeNew(path, form(tableOf(result, why)), 0o600);
  }
  if (commitment.layak !== manifest.version) {
    complainIn(terminal, language, otherVersion(commitment.layak));
  }
  if (options.json === true) terminal.print(JSON.stringify(result, null, 2));
  else {
    for (const line of tellAllocation(work.pack, result, options, language)) terminal.print(line);
  }
}

/**
 * What the lists and rules at hand give by a seed, if they are those committed to.
 * @throws Differs, InputTrouble, ListsUnusable and LayakError
 */
export function drawAsCommitted(
  { pack, files }: Work,
  commitment: Commitment,
  seed: string,
): Allocation {
  const digests = digestsOf(files);
  sameLists(commitment, digests, files);
  const terms = termsOf(pack, askedByCommitment(commitment), readLists(pack, files));
  const allocation = allocate(terms, seed);
  sameRules(commitment, fixedBy(terms, digests, allocation.counts.pairs));
  return allocation;
}

export function notCommitment(path: string): InputTrouble {
  return new InputTrouble({
    id: `"${path}" bukan komitmen dari layak allocate --commit, atau diubah sesudah ditulis.`,
    en: `"${path}" is no commitment of layak allocate --commit, or was changed after it was written.`,
  });
}

function otherVersion(version: string) {
  return {
    id: `Perhatikan: komitmennya ditulis oleh Layak ${version}, dan ini ${manifest.version}.`,
    en: `Note: the commitment was written by Layak ${version}, and this is ${manifest.version}.`,
  };
}
