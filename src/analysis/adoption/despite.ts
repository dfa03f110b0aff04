import type { Despite } from "../../pack/adoptions/adoption.ts";
import type { Diagnostic } from "../../pack/diagnostics/diagnostic.ts";
import type { AdoptionProblem } from "./problem.ts";

/** What the findings that break a version leave to be put right, once those that are meant are taken out. */
export function problemsDespite(
  broken: readonly Diagnostic[],
  despite: Despite | undefined,
): readonly AdoptionProblem[] {
  const meant = despite?.codes ?? [];
  const unmeant = broken.filter(({ code }) => !meant.includes(code));
  const needless = meant.filter((code) => !broken.some((one) => one.code === code));
  return [...unmeant.map(withWayOut), ...needless.map(noSuchFinding)];
}

function withWayOut(broken: Diagnostic): AdoptionProblem {
  const { code, help } = broken;
  const told = { id: help?.id ?? "", en: help?.en ?? help?.id ?? "" };
  const joint = help === undefined ? "" : "; ";
  return {
    ...broken,
    help: {
      id: `${told.id}${joint}bila memang dimaksud: --despite ${code} --because ALASAN`,
      en: `${told.en}${joint}if it is meant: --despite ${code} --because REASON`,
    },
  };
}

/** A word too many would let through what is written wrong tomorrow. */
function noSuchFinding(code: string): AdoptionProblem {
  return {
    message: {
      id: `--despite ${code}: tidak ada temuan itu pada versi ini.`,
      en: `--despite ${code}: there is no such finding about this version.`,
    },
    help: { id: "hapus pilihan itu", en: "leave the option out" },
  };
}
