import type { Shift } from "../engine/conditions/shift.ts";
import type { ConstantOperand } from "../engine/conditions/tree.ts";
import type { KnownValue } from "../engine/conditions/values.ts";
import { literal, member } from "./literals.ts";

/** A value that a policy has by itself, as code; where it never changes the value stands too. */
export interface Given {
  readonly kind: "given";
  readonly code: string;
  readonly value?: KnownValue | null;
  readonly nullable: boolean;
}

/** How a date is moved: by months, then by days. `null`: by a parameter that has no value. */
export type Move = readonly [months: number, days: number] | null;

/** How a date is moved, as code. */
export interface Moving {
  /** Of both numbers, separated; `null`: never known. */
  readonly code: string | null;
  /** What tells that it is not known, as a condition; null where it always is known. */
  readonly unknown: string | null;
}

/**
 * What of a policy turns with the days: the fields of a record that the module makes for each day
 * that it is asked about. A field's code may name `asOf`, and `at`, the number of the stretch.
 */
export interface DayFields {
  /** What stands in each stretch; null in place of those that cannot decide. */
  readonly given: (name: string, values: readonly (KnownValue | null | undefined)[]) => Given;
  /** `asOf` itself, or moved. */
  readonly asOf: (operands: readonly (ConstantOperand | null)[]) => Given;
  readonly moving: (shifts: readonly (Shift | null)[]) => Moving;
  /** Something else that may differ between stretches, as code; what does not is given back itself. */
  readonly other: (name: string, codes: readonly (string | null)[]) => string;
  /** The same, of what is better made once than wherever it is read. */
  readonly made: (name: string, codes: readonly (string | null)[]) => string;
  /** The fields in the order in which they were asked for. */
  readonly written: () => readonly (readonly [name: string, code: string])[];
}

export function dayFields(): DayFields {
  const fields = new Map<string, string>();

  const other: DayFields["other"] = (name, codes) => {
    const known = codes.filter((code) => code !== null);
    const [first = "null"] = known;
    return known.every((code) => code === first) ? first : made(name, codes);
  };

  const made: DayFields["made"] = (name, codes) => {
    const known = codes.filter((code) => code !== null);
    const [first = "null"] = known;
    const differing = `[${codes.map((code) => code ?? "null").join(", ")}][at]`;
    fields.set(name, known.every((code) => code === first) ? first : differing);
    return member("d", name);
  };

  const given: DayFields["given"] = (name, values) => {
    const known = values.filter((value) => value !== undefined);
    const codes = values.map((value) => (value === undefined ? null : literal(value)));
    const code = other(name, codes);
    const nullable = known.includes(null);
    const [value] = known;
    const isOne = code === literal(value ?? null);
    return { kind: "given", code, nullable, ...(isOne && { value: value ?? null }) };
  };

  const moving: DayFields["moving"] = (shifts) => {
    const known = shifts.filter((shift) => shift !== null);
    const moves = shifts.map((shift) => (shift === null ? null : moveOf(shift)));
    if (known.every(({ duration }) => duration === null)) return { code: null, unknown: "true" };
    const name = nameOfShift(known);
    const code = other(
      name,
      moves.map((move, index) => (shifts[index] === null ? null : JSON.stringify(move))),
    );
    const unknown = moves.some((move, index) => shifts[index] !== null && move === null);
    return code.startsWith("[")
      ? { code: code.slice(1, -1).replace(",", ", "), unknown: null }
      : { code: `${code}[0], ${code}[1]`, unknown: unknown ? `${code} === null` : null };
  };

  const asOf: DayFields["asOf"] = (operands) => {
    const known = operands.filter((operand) => operand !== null);
    const shifts = operands.map((operand) => operand?.shift ?? null);
    if (known.every(({ shift }) => shift === undefined)) {
      return { kind: "given", code: "d.asOf", nullable: false };
    }
    const name = `asOf ${nameOfShift(shifts.filter((shift) => shift !== null))}`;
    const moves = shifts.map((shift) => (shift === null ? null : moveOf(shift)));
    if (moves.every((move) => move === null)) {
      return { kind: "given", code: "null", value: null, nullable: true };
    }
    setMoved(name, moves);
    return { kind: "given", code: member("d", name), nullable: moves.includes(null) };
  };

  const setMoved = (name: string, moves: readonly Move[]): void => {
    const [first] = moves;
    const isOne = moves.every((move) => JSON.stringify(move) === JSON.stringify(first));
    const by = isOne
      ? JSON.stringify(first).slice(1, -1).replace(",", ", ")
      : `...${JSON.stringify(moves)}[at]`;
    const code = `move(asOf, "asOf", ${by})`;
    const isOpen = !isOne && moves.includes(null);
    fields.set(name, isOpen ? `${JSON.stringify(moves)}[at] && ${code}` : code);
  };

  return { given, asOf, moving, other, made, written: () => [...fields] };
}

export function moveOf({ direction, duration }: Shift): Move {
  if (duration === null) return null;
  const { years, months, weeks, days } = duration;
  return [direction * (years * 12 + months), direction * (weeks * 7 + days)];
}

/** "minus P3M", "plus parameter.grace". */
function nameOfShift(shifts: readonly Shift[]): string {
  const [shift] = shifts;
  if (shift === undefined) return "";
  const { params, direction } = shift;
  const duration = "plus" in params ? params.plus : params.minus;
  return `${direction === 1 ? "plus" : "minus"} ${params.from ?? duration}`;
}
