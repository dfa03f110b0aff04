import { applyEdits, type Edit, modify, parseTree } from "jsonc-parser";
import type { Text } from "../../engine/model/text.ts";

const FORMATTING = { insertSpaces: true, tabSize: 2, eol: "\n" };

/**
 * A policy's text as the draft of a next version: a draft with a note of its own and no end of its
 * own. Everything else stays as it is written, blanks and order too.
 */
export function draftFrom(text: string, note: Text): string {
  const mark = text.startsWith("\uFEFF") ? "\uFEFF" : "";
  let draft = text.slice(mark.length);
  draft = applyEdits(draft, modify(draft, ["status"], "draft", {}));
  draft = applyEdits(draft, modify(draft, ["until"], undefined, { formattingOptions: FORMATTING }));
  return mark + applyEdits(draft, noteEdits(draft, note));
}

function noteEdits(text: string, note: Text): Edit[] {
  const members = parseTree(text)?.children ?? [];
  const status = members.findIndex((member) => member.children?.[0]?.value === "status");
  return modify(text, ["note"], note, {
    formattingOptions: FORMATTING,
    getInsertionIndex: () => status + 1,
  });
}
