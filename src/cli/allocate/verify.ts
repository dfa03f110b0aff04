import { readCommitment } from "../../allocation/commitment.ts";
import { differences, readResult, resultOf } from "../../allocation/result.ts";
import { written } from "../../allocation/written.ts";
import { type Language, say, type Text } from "../../engine/model/text.ts";
import { InputTrouble, readInput } from "../input.ts";
import { Differs } from "./differs.ts";
import { sha256Of } from "./digests.ts";
import { drawAsCommitted, notCommitment } from "./draw.ts";
import { newPairs } from "./new-pairs.ts";
import { drawnBy } from "./seed-once.ts";
import type { Step } from "./step.ts";
import type { Work } from "./work.ts";

/**
 * Works a result out again from the lists, the rules and the seed.
 * @throws Differs, InputTrouble, ListsUnusable and LayakError
 */
export async function verifyResult(
  work: Work,
  step: Extract<Step, { readonly kind: "verify" }>,
): Promise<void> {
  const { terminal, language, options } = work;
  const text = await readInput(step.result);
  const claimed = readResult(text);
  if (claimed === null) {
    throw new InputTrouble({
      id: `"${step.result}" bukan hasil dari layak allocate --result.`,
      en: `"${step.result}" is no result of layak allocate --result.`,
    });
  }
  const { commitment, commitmentSha256, seed } = claimed.heading;
  const announced = options.commitment;
  if (announced !== undefined) {
    const known = await readInput(announced);
    if (readCommitment(known) === null) throw notCommitment(announced);
    if (sha256Of(known) !== commitmentSha256) throw new Differs([otherCommitment(announced)]);
    if (announced !== "-") await drawnBy({ path: announced, sha256: commitmentSha256 }, seed);
  }
  if (sha256Of(written(commitment)) !== commitmentSha256) throw new Differs([FORGED]);
  const again = resultOf(claimed.heading, drawAsCommitted(work, commitment, seed));
  const apart = differences(claimed, again);
  if (apart.length > 0) {
    throw new Differs([
      {
        id: `TIDAK SESUAI: dari daftar, aturan dan seed ini keluar hasil lain. Yang berbeda: ${partsIn(apart, "id")}.`,
        en: `NOT AS CLAIMED: these lists, rules and seed give another result. What differs: ${partsIn(apart, "en")}.`,
      },
    ]);
  }
  if (written(again) !== text) throw new Differs([otherwiseWritten(step.result)]);
  const sha256 = commitmentSha256;
  if (options.json === true)
    terminal.print(JSON.stringify({ agrees: true, seed, sha256 }, null, 2));
  else {
    const made = newPairs(again.counts.pairs.new);
    const told = {
      id: `SESUAI: daftar, aturan dan seed "${seed}" memberi tepat hasil ini, ${made.id}.\nSHA-256 komitmennya: ${sha256}\nBandingkan dengan yang diumumkan sebelum seed diundi.`,
      en: `AS CLAIMED: the lists, the rules and the seed "${seed}" give exactly this result, ${made.en}.\nSHA-256 of its commitment: ${sha256}\nCompare it with the one announced before the seed was drawn.`,
    };
    for (const line of say(told, language).split("\n")) terminal.print(line);
  }
}

const PARTS: ReadonlyMap<string, Text> = new Map([
  ["counts", { id: "jumlah-jumlahnya", en: "the counts" }],
  ["pairs", { id: "pasangan baru", en: "the new pairs" }],
  ["kept", { id: "pasangan lama yang tetap", en: "the earlier pairs that stay" }],
  ["held", { id: "pasangan lama yang belum pasti", en: "the earlier pairs not certain" }],
  ["ended", { id: "pasangan lama yang berakhir", en: "the earlier pairs that ended" }],
  ["workers", { id: "pekerja tanpa pasangan", en: "the workers in no pair" }],
  ["sponsors", { id: "sponsor tanpa pasangan", en: "the sponsors in no pair" }],
]);

/** What somebody added stands under no name of ours. */
function partsIn(names: readonly string[], language: Language): string {
  return names.map((name) => say(PARTS.get(name) ?? { id: `"${name}"` }, language)).join(", ");
}

/** Of a key that stands twice a reader may see the first, and this command reads the last. */
function otherwiseWritten(path: string) {
  return {
    id: `TIDAK SESUAI: ${path} tidak lagi persis seperti ditulis oleh --result; mungkin sesuatu di dalamnya ada dua kali, atau berkasnya disimpan ulang. Pakai berkas aslinya.`,
    en: `NOT AS CLAIMED: ${path} is no longer just as --result wrote it; something in it may stand twice, or the file was saved again. Use the original.`,
  };
}

function otherCommitment(path: string) {
  return {
    id: `TIDAK SESUAI: hasil ini tidak dibuat dengan komitmen ${path}.`,
    en: `NOT AS CLAIMED: this result was not made with the commitment ${path}.`,
  };
}

const FORGED = {
  id: "TIDAK SESUAI: komitmen di dalam hasil ini bukan yang SHA-256-nya disebutkan di situ.",
  en: "NOT AS CLAIMED: the commitment in this result is not the one whose SHA-256 it names.",
};
