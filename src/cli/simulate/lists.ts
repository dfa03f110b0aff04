import { InputTrouble } from "../input.ts";

/** Facts or columns that are parted by commas. */
export function byNames(by: string | undefined): readonly string[] {
  const names = (by ?? "").split(",").map((name) => name.trim());
  return names.filter((name) => name !== "");
}

/** How many examples of each change; none is allowed. @throws InputTrouble */
export function examplesOf(examples: string): number {
  if (/^\d{1,2}$/.test(examples)) return Number(examples);
  throw new InputTrouble({
    id: `--examples harus bilangan 0 sampai 99, bukan "${examples}".`,
    en: `--examples must be a number from 0 to 99, not "${examples}".`,
  });
}
