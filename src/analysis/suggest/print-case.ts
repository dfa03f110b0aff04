import type { Case } from "../../engine/model/pack.ts";

/** How a file of cases is written. */
export interface Layout {
  /** One step of indentation. */
  readonly indent: string;
  readonly lineEnd: string;
}

/** Columns beyond which nothing is put on one line. */
const WIDTH = 100;

/** A case as JSON, as people lay it out: each fact on a line of its own, what is expected on one. */
export function printCase(test: Case, { indent, lineEnd }: Layout): string {
  const members = Object.entries(test).map(([key, value]) => {
    const start = `${indent}${indent}${JSON.stringify(key)}: `;
    const width = WIDTH - start.length - 1;
    return start + printed(value, { indent, depth: 2, width, isOpen: key === "facts" });
  });
  return `${indent}{\n${members.join(",\n")}\n${indent}}`.replaceAll("\n", lineEnd);
}

interface Place {
  readonly indent: string;
  readonly depth: number;
  /** Columns that are left on the line. */
  readonly width: number;
  /** Whether objects always take a line for each member. */
  readonly isOpen: boolean;
}

function printed(value: unknown, place: Place): string {
  const inOneLine = oneLine(value);
  const { indent, depth, width, isOpen } = place;
  const mayStandInLine = !isOpen || !holdsObject(value);
  if (mayStandInLine && inOneLine.length <= width) return inOneLine;
  const below = (start: string, inner: unknown) => {
    const line = indent.repeat(depth + 1) + start;
    return line + printed(inner, { ...place, depth: depth + 1, width: WIDTH - line.length - 1 });
  };
  const end = indent.repeat(depth);
  if (Array.isArray(value)) {
    return `[\n${value.map((item) => below("", item)).join(",\n")}\n${end}]`;
  }
  if (typeof value !== "object" || value === null) return inOneLine;
  const members = Object.entries(value).map(([key, inner]) =>
    below(`${JSON.stringify(key)}: `, inner),
  );
  return members.length === 0 ? "{}" : `{\n${members.join(",\n")}\n${end}}`;
}

function holdsObject(value: unknown): boolean {
  if (Array.isArray(value)) return value.some(holdsObject);
  return typeof value === "object" && value !== null;
}

function oneLine(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(oneLine).join(", ")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const members = Object.entries(value).map(
    ([key, inner]) => `${JSON.stringify(key)}: ${oneLine(inner)}`,
  );
  return members.length === 0 ? "{}" : `{ ${members.join(", ")} }`;
}
