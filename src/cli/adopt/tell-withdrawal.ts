import type { WithdrawalPreparation } from "../../analysis/adoption/request.ts";
import { say } from "../../engine/model/text.ts";
import { EXIT, type ExitCode } from "../terminal.ts";
import { signedLine, writtenLine } from "./tell.ts";
import { tellLeft } from "./tell-refusal.ts";
import type { View } from "./view.ts";

type Ready = Extract<WithdrawalPreparation, { readonly kind: "ready" }>;

export function tellWithdrawal(view: View, { withdrawal, files, left }: Ready): ExitCode {
  const { terminal, language, json, dryRun } = view;
  const paths = [...files.keys()];
  if (json) {
    const told = { ok: true, recorded: !dryRun, withdrawal, files: paths, left };
    terminal.print(JSON.stringify(told, null, 2));
    return EXIT.done;
  }
  const { service, version } = withdrawal;
  const headline = dryRun
    ? { id: "Penetapan dapat ditarik", en: "Adoption can be withdrawn" }
    : { id: "Penetapan ditarik", en: "Adoption withdrawn" };
  terminal.print(terminal.paint.green(`${say(headline, language)}: ${service} ${version}.`));
  for (const line of [signedLine(withdrawal, language), writtenLine(view, paths)]) {
    terminal.print(`  ${line}`);
  }
  tellLeft(view, left, {
    id: "Yang harus dibereskan karena versi itu tidak lagi ditetapkan:",
    en: "To be put right, as that version is adopted no longer:",
  });
  return EXIT.done;
}
