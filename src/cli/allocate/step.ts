import { SEED } from "../../allocation/drawn-order.ts";
import type { AllocateOptions } from "../allocate.ts";
import { InputTrouble } from "../input.ts";

/** Which step is asked for, with what it needs. */
export type Step =
  | {
      readonly kind: "commit";
      readonly file: string;
      readonly workerPolicy: string;
      readonly sponsorPolicy: string;
    }
  | {
      readonly kind: "draw";
      readonly commitment: string;
      readonly seed: string;
      readonly result: string | undefined;
    }
  | { readonly kind: "verify"; readonly result: string };

const ONLY_STEP_1 = [
  ...["workerPolicy", "sponsorPolicy", "workerPolicyVersion", "sponsorPolicyVersion"],
  ...["match", "priority", "paired", "asOf", "draw"],
] as const satisfies readonly (keyof AllocateOptions)[];
const ONLY_STEP_2 = ["result", "pairs"] as const;

/**
 * The step that the options ask for.
 * @throws InputTrouble
 */
export function stepOf(options: AllocateOptions): Step {
  const { commit, verify, seed, commitment } = options;
  if (verify !== undefined) {
    refuse(options, ["commit", "seed", "people", ...ONLY_STEP_1, ...ONLY_STEP_2], "--verify");
    return { kind: "verify", result: verify };
  }
  if (commit !== undefined) {
    refuse(options, ["seed", "commitment", ...ONLY_STEP_2], "--commit");
    const { workerPolicy, sponsorPolicy } = options;
    if (workerPolicy === undefined || sponsorPolicy === undefined) {
      throw new InputTrouble({
        id: "--commit memerlukan --worker-policy (siapa yang boleh disponsori) dan --sponsor-policy (siapa yang boleh menjadi sponsor).",
        en: "--commit needs --worker-policy (who may be sponsored) and --sponsor-policy (who may sponsor).",
      });
    }
    return { kind: "commit", file: commit, workerPolicy, sponsorPolicy };
  }
  if (seed !== undefined && commitment !== undefined) {
    refuse(options, ONLY_STEP_1, "--seed");
    if (!SEED.test(seed)) {
      throw new InputTrouble({
        id: "--seed harus 1 sampai 200 huruf, angka atau tanda baca biasa (ASCII), tanpa spasi di ujungnya, agar semua orang menulisnya sama.",
        en: "--seed must be 1 to 200 plain letters, digits or punctuation marks (ASCII), with no space at either end, so that everybody writes it alike.",
      });
    }
    if (commitment === "-") {
      throw new InputTrouble({
        id: "--seed memerlukan --commitment berupa berkas: di sampingnya tercatat seed yang mengundinya.",
        en: "--seed needs a file as --commitment: the seed that drew it is recorded beside it.",
      });
    }
    if (options.result === undefined && options.json !== true) {
      throw new InputTrouble({
        id: "--seed memerlukan --result: berkas baru bagi hasilnya, agar dapat diperiksa orang lain.",
        en: "--seed needs --result: a new file for the result, so that others can verify it.",
      });
    }
    return { kind: "draw", commitment, seed, result: options.result };
  }
  throw new InputTrouble(
    seed === undefined
      ? {
          id: "Pilih langkahnya: --commit <berkas> sebelum seed diundi, --commitment <berkas> --seed <seed> sesudahnya, atau --verify <hasil>.",
          en: "Choose the step: --commit <file> before the seed is drawn, --commitment <file> --seed <seed> after it, or --verify <result>.",
        }
      : {
          id: "--seed memerlukan --commitment: komitmen yang ditulis dengan --commit sebelum seed diundi.",
          en: "--seed needs --commitment: what --commit wrote before the seed was drawn.",
        },
  );
}

function refuse(
  options: AllocateOptions,
  names: readonly (keyof AllocateOptions)[],
  step: string,
): void {
  const given = names.filter((name) => options[name] !== undefined).map(flagOf);
  if (given.length === 0) return;
  const all = given.join(", ");
  throw new InputTrouble({
    id: `${all} tidak dapat dipakai bersama ${step}.${fixedBefore(step).id}`,
    en: `${all} cannot be used with ${step}.${fixedBefore(step).en}`,
  });
}

function fixedBefore(step: string) {
  return step === "--commit"
    ? { id: "", en: "" }
    : {
        id: " Semua itu sudah tercatat di komitmennya.",
        en: " The commitment has all that on record.",
      };
}

/** `workerPolicy` as it is typed: `--worker-policy`. */
function flagOf(name: string): string {
  return `--${name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
}
