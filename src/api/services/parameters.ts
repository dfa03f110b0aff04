import { parameterNamed, parameterOn } from "../../engine/conditions/references.ts";
import { leavesOf, namesOf } from "../../engine/conditions/tree.ts";
import { allTrees, computedIn, type Program } from "../../engine/decision/program.ts";
import { formatParameter } from "../../engine/explanation/parameter-words.ts";
import type { ParameterValue } from "../../engine/model/pack.ts";
import type { Provenance } from "../../engine/model/policy.ts";
import { type Language, say } from "../../engine/model/text.ts";
import { type Level, levelOf } from "../../pack/level.ts";

/** A number, amount or duration that the policy's conditions, sums or texts use, on the day. */
export interface DescribedParameter {
  /** Without `parameter.` before it. */
  readonly parameter: string;
  readonly label: string;
  readonly unit?: string;
  readonly level: Level;
  /** Null before its first day. */
  readonly value: DescribedValue | null;
}

export interface DescribedValue {
  readonly value: ParameterValue["value"];
  /** In your language. */
  readonly text: string;
  /** Its first day. */
  readonly from: string;
  readonly provenance: Provenance;
}

/** In the order in which conditions read them, then those of what is computed, then those that texts tell. */
export function describeParameters(
  program: Program,
  language: Language,
): readonly DescribedParameter[] {
  const { pack, service, asOf } = program;
  return parametersIn(program).flatMap((name) => {
    const parameter = parameterNamed(name, service);
    if (parameter === undefined) return [];
    const { label, unit } = parameter;
    const id = name.slice(PARAMETER.length);
    const on = parameterOn(parameter, asOf);
    return [
      {
        parameter: id,
        label: say(label, language),
        ...(unit !== undefined && { unit }),
        level: levelOf(pack, service.id, "parameters", id),
        value: on === null ? null : described(on, formatParameter(pack, parameter, on, language)),
      },
    ];
  });
}

const PARAMETER = "parameter.";

function described({ value, from, provenance }: ParameterValue, text: string): DescribedValue {
  return { value, text, from, provenance };
}

/** Named conditions bring their texts along in the compiled trees. */
function parametersIn(program: Program): readonly string[] {
  const trees = allTrees(program);
  const read = trees
    .flatMap((tree) => leavesOf(tree))
    .flatMap(({ leaf }) => [...namesOf(leaf.left), ...namesOf(leaf.right)]);
  const summed = computedIn(program).flatMap(({ id, reads }) => [id, ...reads.map(({ id }) => id)]);
  const texts = JSON.stringify([program.version.policy, trees]);
  const told = texts.match(/(?<={)parameter\.[\w.]+(?=})/g) ?? [];
  return [...new Set([...read, ...summed, ...told])].filter((name) => name.startsWith(PARAMETER));
}
