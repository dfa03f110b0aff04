import { InputTrouble } from "../input.ts";

const MOST_ROWS = 1_000_000_000;

/** @throws InputTrouble */
export function rowsOf(text: string): number {
  const rows = wholeNumber(text);
  if (rows !== null && rows > 0 && rows <= MOST_ROWS) return rows;
  throw new InputTrouble({
    id: `--rows harus bilangan dari 1 sampai ${MOST_ROWS}, bukan "${text}".`,
    en: `--rows must be a whole number from 1 to ${MOST_ROWS}, not "${text}".`,
  });
}

/** @throws InputTrouble */
export function seedOf(text: string): number {
  const seed = wholeNumber(text);
  if (seed !== null) return seed;
  throw new InputTrouble({
    id: `--seed harus bilangan bulat seperti 7, bukan "${text}".`,
    en: `--seed must be a whole number such as 7, not "${text}".`,
  });
}

/** A share from 0 to 1. @throws InputTrouble */
export function shareOf(text: string): number {
  const share = /^\d+(?:\.\d+)?$/.test(text) ? Number(text) : Number.NaN;
  if (share >= 0 && share <= 1) return share;
  throw new InputTrouble({
    id: `--unknown harus bagian dari 0 sampai 1 seperti 0.02, bukan "${text}".`,
    en: `--unknown must be a share from 0 to 1 such as 0.02, not "${text}".`,
  });
}

function wholeNumber(text: string): number | null {
  const number = /^\d{1,16}$/.test(text) ? Number(text) : Number.NaN;
  return Number.isSafeInteger(number) ? number : null;
}
