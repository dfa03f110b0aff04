const YES = ["true", "ya", "benar", "betul", "yes", "y", "sudah", "ada", "1"];
const NO = ["false", "tidak", "bukan", "salah", "no", "t", "n", "belum", "0"];

/** `true` or `false` for what people write instead; null where there is no telling. */
export function plainBooleanOf(written: string): "true" | "false" | null {
  const word = written.trim().toLowerCase();
  if (YES.includes(word)) return "true";
  return NO.includes(word) ? "false" : null;
}
