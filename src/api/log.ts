/** One line for the operators; never a NIK, a NIB, a name or the value of a fact. */
export interface LogEntry {
  /** `alarm` wakes somebody. */
  readonly level: "info" | "warning" | "alarm";
  readonly event: string;
  readonly [field: string]: string | number | boolean | null | undefined;
}

/** Where log lines go. */
export type Log = (entry: LogEntry) => void;

/** A logger that writes each entry as one line of JSON. */
export function jsonLog(write: (line: string) => void): Log {
  return (entry) => write(`${JSON.stringify(entry)}\n`);
}

/**
 * What may be told of an error: its name and where it arose, without its message, which may quote
 * the request (that of JSON.parse does).
 */
export function traceOfError(error: unknown): { readonly error: string; readonly at?: string } {
  if (!(error instanceof Error)) return { error: typeof error };
  const frames = (error.stack ?? "").split("\n").filter((line) => /^\s+at /.test(line));
  const at = frames.slice(0, 5).map((line) => line.trim());
  return { error: error.name, ...(at.length > 0 && { at: at.join(" < ") }) };
}
