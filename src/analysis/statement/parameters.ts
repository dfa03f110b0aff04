import { parameterOn } from "../../engine/conditions/references.ts";
import { formatParameter } from "../../engine/explanation/parameter-words.ts";
import type { Parameter, ParameterValue } from "../../engine/model/pack.ts";
import { levelOf } from "../../pack/level.ts";
import { assuranceOf } from "./assurance.ts";
import { citationsOf } from "./citations.ts";
import type { StatedParameter } from "./model.ts";
import { type Context, inBoth, type Words, wordsOf } from "./words.ts";

/** A parameter as it stands on the day. */
export function parameterStated(
  context: Context,
  name: string,
  parameter: Parameter,
  onlyTold: boolean,
): StatedParameter {
  const { pack, asOf, service } = context;
  const now = parameterOn(parameter, asOf);
  const by = parameter.by === undefined ? undefined : pack.facts.get(parameter.by);
  const next = parameter.values.find(({ from }) => from > asOf);
  return {
    name,
    label: wordsOf(parameter.label),
    ...(by !== undefined && { by: wordsOf(by.label) }),
    level: levelOf(pack, service.id, "parameters", name.slice("parameter.".length)),
    amount: amountOf(context, parameter, now),
    from: now?.from ?? null,
    next:
      next === undefined ? null : { from: next.from, amount: amountOf(context, parameter, next) },
    assurance: now === null ? {} : assuranceOf(now),
    citations: citationsOf(service, parameter.sources),
    onlyTold,
  };
}

function amountOf(context: Context, parameter: Parameter, on: ParameterValue | null): Words {
  return inBoth(context, ({ language }) => formatParameter(context.pack, parameter, on, language));
}
