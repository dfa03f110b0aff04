import { namedTerms } from "../engine/computing/compute.ts";
import { parameterNamed } from "../engine/conditions/references.ts";
import type { Program } from "../engine/decision/program.ts";
import type { Computation, Operation } from "../engine/model/compute.ts";
import { columnOf } from "../pack/column-name.ts";
import { computedFor } from "./names-read.ts";

/** What is computed in a column of its own: a fact, a table's value, or a part of a computation. */
export interface ComputedUnit {
  readonly column: string;
  /** The group of whose items it is computed; null where it is the application's. */
  readonly group: string | null;
  /** The fact, or the parameter that is a table; null of a part. */
  readonly id: string | null;
  readonly computation: Computation | null;
  /** The columns that it may read. */
  readonly reads: readonly string[];
}

/** These are written with their terms more than once, so a computation within them has its own column. */
const REPEATING: ReadonlySet<Operation> = new Set([
  "quotient",
  "minimum",
  "maximum",
  "count",
  "monthsBetween",
  "yearsBetween",
]);

/** The column of a part of a computation; undefined of one that is written where it stands. */
export type PartColumns = ReadonlyMap<Computation, string>;

/** The parts of all computations of a policy that have columns of their own. */
export function partColumns({ pack }: Pick<Program, "pack">): PartColumns {
  const parts = new Map<Computation, string>();
  for (const [id, { compute }] of pack.facts) {
    if (compute === undefined) continue;
    for (const [index, part] of partsOf(compute).entries()) {
      parts.set(part, `${columnOf(id)} part ${index + 1}`);
    }
  }
  return parts;
}

/** The inner ones first. */
function partsOf({ operation, of }: Computation): readonly Computation[] {
  return of.flatMap((term) => {
    if (typeof term === "number" || !("operation" in term)) return [];
    return [...partsOf(term), ...(REPEATING.has(operation) ? [term] : [])];
  });
}

/** All that a policy has computed, each after what it is computed from. */
export function computedUnits(program: Program, parts: PartColumns): readonly ComputedUnit[] {
  const seen = new Set<string>();
  return computedFor(program).flatMap(({ id, group }) => {
    const key = `${group} ${id}`;
    if (seen.has(key)) return [];
    seen.add(key);
    const by = parameterNamed(id, program.service)?.by;
    if (by !== undefined) {
      return [{ column: columnOf(id), group, id, computation: null, reads: [columnOf(by)] }];
    }
    const computation = program.pack.facts.get(id)?.compute;
    if (computation === undefined) return [];
    const own = partsOf(computation).map((part) => unitOf(part, group, null, parts));
    return [...own, unitOf(computation, group, id, parts)];
  });
}

function unitOf(
  computation: Computation,
  group: string | null,
  id: string | null,
  parts: PartColumns,
): ComputedUnit {
  const column = id === null ? (parts.get(computation) ?? "") : columnOf(id);
  const named = namedTerms(computation).map(({ fact }) => columnOf(fact));
  const within = partsOf(computation).flatMap((part) => parts.get(part) ?? []);
  return { column, group, id, computation, reads: [...named, ...within] };
}
