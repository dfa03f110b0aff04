import { InputTrouble } from "../input.ts";

const UNITS: Readonly<Record<string, number>> = { MB: 1e6, GB: 1e9 };
const LEAST_BYTES = 300e6;

/** `400MB` or `2GB` in bytes. @throws InputTrouble */
export function bytesOf(memory: string): number {
  const [, number, unit = ""] = /^(\d+(?:\.\d+)?)\s*([MG]B)$/i.exec(memory) ?? [];
  const bytes = Number(number) * (UNITS[unit.toUpperCase()] ?? Number.NaN);
  if (bytes >= LEAST_BYTES) return bytes;
  throw new InputTrouble({
    id: `--memory harus seperti 400MB atau 2GB, paling sedikit 300MB, bukan "${memory}".`,
    en: `--memory must be such as 400MB or 2GB, at least 300MB, not "${memory}".`,
  });
}

/** How many threads to work on; all there are unless stated. @throws InputTrouble */
export function threadsOf(threads: string | undefined, available: number): number {
  if (threads === undefined) return available;
  if (/^[1-9]\d{0,2}$/.test(threads)) return Number(threads);
  throw new InputTrouble({
    id: `--threads harus bilangan seperti 2, bukan "${threads}".`,
    en: `--threads must be a number such as 2, not "${threads}".`,
  });
}
