import { type Language, say, type Text } from "../../engine/model/text.ts";
import type { Imported } from "../../registry/import/import-roster.ts";
import { tellBadRow, tellRefusal } from "../../registry/import/texts.ts";
import { counted } from "../counted.ts";
import { complainIn, EXIT, type ExitCode, type Terminal } from "../terminal.ts";

/** An import that does not go on. */
export type Ended = Exclude<Imported, { readonly kind: "out-of-time" }>;

/** Tells how an import ended; the exit code says whether the roster is in use. */
export function tellImported(
  terminal: Terminal,
  language: Language,
  imported: Ended,
  json: boolean,
): ExitCode {
  const code = imported.kind === "refused" ? EXIT.badInput : EXIT.done;
  const badRows = "state" in imported ? imported.state.badRows : [];
  if (json) {
    terminal.print(JSON.stringify(reportOf(imported), null, 2));
    return code;
  }
  for (const row of badRows) complainIn(terminal, language, tellBadRow(row));
  if (imported.kind === "refused") {
    complainIn(terminal, language, tellRefusal(imported.refusal));
    complainIn(terminal, language, {
      id: "Daftar yang lama tetap dipakai.",
      en: "The old roster stays in use.",
    });
  } else terminal.print(terminal.paint.green(say(tellDone(imported), language)));
  return code;
}

function tellDone(imported: Extract<Imported, { readonly kind: "in-use" | "unchanged" }>): Text {
  if (imported.kind === "unchanged") {
    return {
      id: "Daftar ini sudah dipakai; tidak ada yang berubah.",
      en: "This roster is in use already; nothing changed.",
    };
  }
  const { inUse, state } = imported;
  const skipped = {
    id: state.bad === 0 ? "" : ` ${state.bad} baris dilewati.`,
    en: state.bad === 0 ? "" : ` ${counted(state.bad, "row was", "rows were")} left out.`,
  };
  const { leftOut } = state;
  const differing = {
    id:
      leftOut === 0
        ? ""
        : ` Karena baris tentang mereka tidak sama isinya, ${leftOut} orang tidak dihitung sama sekali.`,
    en:
      leftOut === 0
        ? ""
        : ` ${counted(leftOut, "person does", "people do")} not count at all, as rows about them differ.`,
  };
  const complete = tellComplete(imported);
  return {
    id: `${state.members} peserta, diamati ${inUse.observedAt}, kini dipakai.${skipped.id}${differing.id}${complete.id}`,
    en: `${counted(state.members, "member")}, observed at ${inUse.observedAt}, ${state.members === 1 ? "is" : "are"} in use now.${skipped.en}${differing.en}${complete.en}`,
  };
}

function tellComplete({ inUse, completeDropped }: Extract<Imported, { readonly kind: "in-use" }>) {
  if (inUse.complete) {
    return {
      id: " Siapa yang tidak ada di dalamnya bukan peserta.",
      en: " Whoever is not in it is no member.",
    };
  }
  if (!completeDropped) return { id: "", en: "" };
  return {
    id: " --complete tidak berlaku lagi karena itu: siapa yang tidak ada di dalamnya belum diketahui.",
    en: " --complete does not hold any more because of that: whoever is not in it is not known.",
  };
}

function reportOf(imported: Ended) {
  const counts =
    "state" in imported
      ? {
          snapshot: imported.state.snapshot,
          members: imported.state.members,
          bad: imported.state.bad,
          leftOut: imported.state.leftOut,
          badRows: imported.state.badRows.map((row) => ({ ...row, message: tellBadRow(row) })),
        }
      : {};
  if (imported.kind === "unchanged") return { result: imported.kind, snapshot: imported.snapshot };
  if (imported.kind === "in-use") {
    const { observedAt, complete } = imported.inUse;
    const { completeDropped } = imported;
    return { result: imported.kind, observedAt, complete, completeDropped, ...counts };
  }
  const { refusal } = imported;
  return {
    result: imported.kind,
    reason: refusal.reason,
    message: tellRefusal(refusal),
    ...counts,
  };
}
