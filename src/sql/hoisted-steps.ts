import type { Node } from "../engine/conditions/tree.ts";
import { conditionSql } from "./conditions.ts";
import { hoistedParts } from "./hoisted.ts";
import type { StepColumn } from "./steps.ts";
import type { Writing } from "./writing.ts";

/** The columns of the parts of conditions, step by step, and how everything after them reads them. */
export function hoistedSteps(writing: Writing): {
  readonly steps: readonly (readonly StepColumn[])[];
  readonly writing: Writing;
} {
  const parts = hoistedParts(writing.program);
  const hoisted = new Map<Node, string>();
  const last = Math.max(-1, ...parts.map(({ step }) => step));
  const steps = Array.from({ length: last + 1 }, (_, step) => {
    const together = parts.filter((part) => part.step === step);
    const columns = together.map(({ node, column }) => ({
      name: column,
      sql: conditionSql(node, { ...writing, hoisted }),
    }));
    for (const { node, column } of together) hoisted.set(node, column);
    return columns;
  });
  return { steps, writing: { ...writing, hoisted } };
}
