import { type NamedTerm, namedTerms, nameOfTerm } from "../engine/computing/compute.ts";
import { parameterNamed, parameterValue, readReference } from "../engine/conditions/references.ts";
import { computedValue } from "./computations.ts";
import { type OpenName, openList, textOfName, unknownItems } from "./open-names.ts";
import { columnIn, groupIn, ITEM, type Writing } from "./writing.ts";

/**
 * The absent facts behind a name that is not known: itself where it is not computed, or where all that
 * it is computed from is known.
 */
export function absentBehind(
  id: string,
  open: readonly string[],
  writing: Writing,
): readonly OpenName[] {
  const computed = computedValue(id, writing);
  if (computed === null) {
    const isGroup = writing.program.pack.groups.has(id);
    const when = [...open, `${sqlOf(id, writing)} IS NULL`];
    return [{ when, name: textOfName(id, isGroup ? null : writing.group) }];
  }
  const absent = [...open, `${computed.sql} IS NULL`];
  const operands = operandsOf(id, writing).map((term) => absentIn(term, absent, writing));
  const isParameter = parameterNamed(id, writing.program.service) !== undefined;
  const known = operands.flatMap(({ isAbsent }) => (isAbsent === null ? [] : isAbsent));
  const itself = {
    when: [...absent, ...known.map((condition) => `NOT (${condition})`)],
    name: textOfName(id, isParameter ? null : writing.group),
  };
  return [...operands.flatMap(({ names }) => names), itself];
}

/** The terms that a computed fact names, each once. */
function operandsOf(id: string, { program: { pack, service } }: Writing): readonly NamedTerm[] {
  const by = parameterNamed(id, service)?.by;
  if (by !== undefined) return [{ fact: by }];
  const computation = pack.facts.get(id)?.compute;
  const terms = computation === undefined ? [] : namedTerms(computation);
  return [...new Map(terms.map((term) => [nameOfTerm(term), term])).values()];
}

/** What is absent of one term: a condition that tells whether anything is, and the names. */
interface Absent {
  /** Null where nothing ever is. */
  readonly isAbsent: string | null;
  readonly names: readonly OpenName[];
}

function absentIn(term: NamedTerm, open: readonly string[], writing: Writing): Absent {
  const { program } = writing;
  if ("over" in term) return absentOver(term.over, term.fact, open, writing);
  const reference = readReference(term.fact, program.pack.groups);
  if (reference.kind === "asOf") return { isAbsent: null, names: [] };
  const parameter = parameterNamed(term.fact, program.service);
  if (parameter !== undefined && parameter.by === undefined) {
    return parameterValue(parameter, program.asOf) === null
      ? { isAbsent: "TRUE", names: [{ when: open, name: textOfName(term.fact, null) }] }
      : { isAbsent: null, names: [] };
  }
  const id = reference.kind === "count" ? reference.group : term.fact;
  const names = absentBehind(id, open, writing);
  const column = sqlOf(id, writing);
  if (program.pack.facts.get(id)?.type !== "list") return { isAbsent: `${column} IS NULL`, names };
  const hasUnknown = `coalesce(${writing.dialect.some(column, "one", "one IS NULL")}, FALSE)`;
  return {
    isAbsent: `${column} IS NULL OR ${hasUnknown}`,
    names: [...names, unknownItems(id, open, writing)],
  };
}

/** What is absent of a fact of a group's items: the group, or of some items the fact. */
function absentOver(over: string, fact: string, open: readonly string[], writing: Writing): Absent {
  const { dialect } = writing;
  const list = groupIn(writing, over);
  const within = { ...writing, group: over };
  const ofItem = absentBehind(fact, [], within);
  const hasUnknown = `coalesce(${dialect.some(list, ITEM, `${sqlOf(fact, within)} IS NULL`)}, FALSE)`;
  return {
    isAbsent: `${list} IS NULL OR ${hasUnknown}`,
    names: [
      { when: [...open, `${list} IS NULL`], name: textOfName(over, null) },
      {
        when: [...open, `${list} IS NOT NULL`],
        mayRepeat: true,
        names: dialect.flat(
          dialect.eachWithPlace(list, ITEM, (place) =>
            openList(ofItem, dialect, { group: over, place }),
          ),
        ),
      },
    ],
  };
}

/** The value of a fact, a group, or what is computed. */
function sqlOf(id: string, writing: Writing): string {
  const computed = computedValue(id, writing);
  if (computed !== null) return computed.sql;
  return writing.program.pack.groups.has(id) ? groupIn(writing, id) : columnIn(writing, id);
}
