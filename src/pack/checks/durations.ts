const UNITS: Readonly<Record<string, string>> = {
  hari: "D",
  day: "D",
  days: "D",
  minggu: "W",
  week: "W",
  weeks: "W",
  bulan: "M",
  month: "M",
  months: "M",
  tahun: "Y",
  year: "Y",
  years: "Y",
};

/** `3 bulan` as rules write it: `P3M`; null where there is no telling. */
export function plainDurationOf(written: string): string | null {
  const [, count, word = ""] = /^\s*(\d+)\s+([a-z]+)\s*$/i.exec(written) ?? [];
  const unit = UNITS[word.toLowerCase()];
  if (count === undefined || unit === undefined) return null;
  return unit === "W" ? `P${Number(count) * 7}D` : `P${Number(count)}${unit}`;
}
