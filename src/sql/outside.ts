import { largestDigits } from "../engine/computing/exact.ts";
import { movedDay, type Shift } from "../engine/conditions/shift.ts";
import { leavesOf } from "../engine/conditions/tree.ts";
import { allTrees, type Program } from "../engine/decision/program.ts";
import { dayNumber, dayOf, FIRST_DAY, LAST_DAY } from "../engine/values/calendar.ts";
import { exactSql } from "./arithmetic.ts";
import { computedValue } from "./computations.ts";
import { computedFor } from "./names-read.ts";
import { quotedText } from "./quote.ts";
import { columnIn, groupIn, ITEM, type Writing } from "./writing.ts";

/** Every number of fewer digits is exact, wherever its point is. */
const SAFE_DIGITS = 16;

/**
 * Where an application cannot be decided: a date that a rule moves beyond the years 1 to 9999, or a
 * computed number beyond 2^53 − 1, of a decimal beyond 15 digits. The engine refuses these; here they have no outcome.
 */
export function outsideSql(whole: Writing): readonly string[] {
  return beyondIn({ ...whole.program, grants: null }, whole);
}

/** The same of what is granted: there it is no refusal, and nothing is known of any grant. */
export function outsideOfGrants(whole: Writing): readonly string[] {
  const { grants } = whole.program;
  return grants === null ? [] : beyondIn(grants, whole);
}

function beyondIn(part: Program, whole: Writing): readonly string[] {
  const { program } = whole;
  const conditions = new Set<string>();
  for (const { leaf, group } of allTrees(part).flatMap((tree) => leavesOf(tree))) {
    const writing = { ...whole, group };
    for (const operand of [leaf.left, leaf.right]) {
      if (operand.kind !== "fact" || operand.shift === undefined) continue;
      const beyond = beyondCalendar(dateOf(operand.id, writing), operand.shift);
      if (beyond !== null) conditions.add(ofGroup(beyond, writing));
    }
  }
  for (const { id, group } of computedFor(part)) {
    const writing = { ...whole, group };
    const computed = computedValue(id, writing);
    const computation = program.pack.facts.get(id)?.compute;
    if (computed === null || computation === undefined || computed.shape.type === "date") continue;
    const { scale, digits } = exactSql(computation, writing);
    if (digits + computed.scale - scale < SAFE_DIGITS) continue;
    conditions.add(ofGroup(`abs(${computed.sql}) > ${largestDigits(computed.scale)}`, writing));
  }
  return [...conditions];
}

function dateOf(id: string, writing: Writing): string {
  return computedValue(id, writing)?.sql ?? columnIn(writing, id);
}

function ofGroup(condition: string, writing: Writing): string {
  const { dialect, group } = writing;
  return group === null ? condition : dialect.some(groupIn(writing, group), ITEM, condition);
}

/** Moves run one way, so that only one end of the calendar can be left; null where none is. */
function beyondCalendar(column: string, shift: Shift): string | null {
  const [first, last] = [dayNumber(FIRST_DAY), dayNumber(LAST_DAY)];
  const stays = (day: number) => Number.isFinite(movedDay(shift, day));
  const [safe, far] = shift.direction < 0 ? [last, first] : [first, last];
  if (stays(far)) return null;
  if (!stays(safe)) return `${column} IS NOT NULL`;
  let [inside, outside] = [safe, far];
  while (Math.abs(outside - inside) > 1) {
    const middle = Math.trunc((inside + outside) / 2);
    if (stays(middle)) inside = middle;
    else outside = middle;
  }
  const limit = dayOf(inside) ?? FIRST_DAY;
  return `${column} ${shift.direction < 0 ? "<" : ">"} DATE ${quotedText(limit)}`;
}
