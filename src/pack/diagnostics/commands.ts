import type { Text } from "../../engine/model/text.ts";

/** An adopted version, as messages name it. */
export interface AdoptedVersion {
  /** `city/service`. */
  readonly service: string;
  readonly version: string;
  /** The rules directory as the reader named it; `rules` unless stated. */
  readonly directory?: string;
}

/** The command that puts right what a message tells of, with blanks to fill in. */
export function adoptCommand(
  { service, version, directory }: AdoptedVersion,
  option: "--correct" | "--withdraw" | null,
): Text {
  const how = option === null ? "" : ` ${option}`;
  const start = `layak adopt ${service} --from ${version}${how}${rulesOption(directory)}`;
  return { id: `${start} --by NAMA --why ALASAN`, en: `${start} --by NAME --why REASON` };
}

/**
 * The option that names a rules directory in a command, with a space before it: a reader of a copy
 * must not be sent to the real rules. Empty for `rules`, where every command looks by itself.
 */
export function rulesOption(directory: string | undefined): string {
  if (directory === undefined || directory === "rules") return "";
  return ` --rules ${/^[\w./:\\~-]+$/.test(directory) ? directory : `"${directory}"`}`;
}
