import type {
  Pack,
  Parameter,
  ParameterValue,
  PolicyVersion,
  Service,
} from "../../engine/model/pack.ts";
import {
  type Contents,
  citationPart,
  groundContents,
  policyContents,
  valuePart,
} from "./contents.ts";
import { lastDayOf } from "./period.ts";
import { readsOf } from "./reads.ts";
import { digestOfPart } from "./seal.ts";

/** Everything that a version's seal could cover, and what of it the seal covers today. */
export interface Coverage {
  /** More than is covered: what was covered once is looked up here as well. */
  readonly contents: Contents;
  readonly covered: ReadonlySet<string>;
}

export function coverageOf(
  pack: Pick<Pack, "facts" | "groups">,
  service: Service,
  version: PolicyVersion,
): Coverage {
  const own = policyContents(version.policy);
  const ground = groundContents(pack, service);
  const reads = readsOf(pack, service, version.policy);
  const within = (id: string) => [...ground.keys()].filter((part) => part.startsWith(id));
  const parameters = [...reads.parameters].flatMap((id) => {
    const parameter = service.parameters.get(id);
    return parameter === undefined ? [] : partsOfParameter(id, parameter, service, version);
  });
  const covered = [
    ...own.keys(),
    ...[...reads.conditions].map((id) => `conditions/${id}`),
    ...[...reads.facts].flatMap((id) => [`facts/${id}`, ...within(`facts/${id}/codes/`)]),
    ...[...reads.groups].flatMap((id) => [`groups/${id}`, ...within(`groups/${id}/facts/`)]),
    ...parameters,
    ...[...reads.sources].map((id) => `sources/${id}`),
  ];
  const contents = new Map([...ground, ...own]);
  return { contents, covered: new Set(covered.filter((part) => contents.has(part))) };
}

/** The digests of the covered parts, by name. */
export function digestsOf({ contents, covered }: Coverage): Readonly<Record<string, string>> {
  return Object.fromEntries([...covered].map((part) => [part, digestOfPart(contents.get(part))]));
}

function partsOfParameter(
  id: string,
  parameter: Parameter,
  service: Service,
  version: PolicyVersion,
): readonly string[] {
  return [
    `parameters/${id}`,
    ...parameter.sources.map((citation) => citationPart(id, citation)),
    ...valuesDuring(parameter, version.from, lastDayOf(service, version)).map(({ from }) =>
      valuePart(id, from),
    ),
  ];
}

/** The values that hold on some day from the first to the last; `null`: there is no last. */
export function valuesDuring(
  { values }: Parameter,
  first: string,
  last: string | null,
): readonly ParameterValue[] {
  const atFirst = values.findLast(({ from }) => from <= first);
  return values.filter(
    (value) => value === atFirst || (value.from > first && (last === null || value.from <= last)),
  );
}
