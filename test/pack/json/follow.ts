import { parseJson } from "../../../src/pack/json/parse.ts";

/**
 * The text with its first fault mended just as the help says, at the place that is told; null
 * where the help cannot be followed to the letter.
 */
export function followHelp(text: string): string | null {
  const [fault] = parseJson(text).faults;
  if (fault === undefined) return null;
  const { offset, finding } = fault;
  const help = finding.help?.en ?? "";
  const before = text.slice(0, offset);
  const after = text.slice(offset);
  const written = /write "(\S+)" here/.exec(help)?.[1];
  if (written !== undefined) return before + written + after;
  if (/^delete this /.test(help)) return before + after.slice(1);
  const put = /^put "(\S+)" in its place$/.exec(help)?.[1];
  if (put !== undefined) return before + put + after.slice(1);
  if (help === 'write " here') return `${before}"${after}`;
  const number = /^write (-?[\d.]+)$/.exec(help)?.[1];
  if (number !== undefined) return before + after.replace(/^[\d.,]+\d/, number);
  return null;
}
