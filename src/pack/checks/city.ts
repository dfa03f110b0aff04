import type {
  Contribution,
  Parameter,
  City as RulesOfCity,
  Service,
  Source,
} from "../../engine/model/pack.ts";
import type { DeclaredCatalogue } from "./catalogue.ts";
import type { DeclaredCity } from "./city-file.ts";
import type { Vocabulary } from "./context.ts";
import { type Contributions, checkContributions } from "./contributions.ts";
import {
  type Declared,
  NOTHING_DECLARED,
  overriding,
  soundEntries,
  UNREADABLE,
} from "./declared.ts";
import { checkNamedConditions, type NamedConditions } from "./named.ts";
import { checkOverriddenTypes } from "./overridden-types.ts";
import { checkParameterOverrides, checkSourceOverrides } from "./overrides.ts";
import { checkParameters } from "./parameters.ts";
import type { RuleFile } from "./rule-file.ts";
import { checkSources } from "./sources.ts";

/** A file that may be absent (undefined), or not be JSON (null), which was told before. */
export type MaybeFile = RuleFile | null | undefined;

/** What the policies of a city may refer to. */
export interface City {
  readonly vocabulary: Vocabulary;
  readonly sources: Declared<Source>;
  /** What of them is right, as every service of the city has it. */
  readonly sound: Pick<Service, "parameters" | "sources">;
  readonly named: NamedConditions;
  readonly declared: DeclaredCity;
  readonly contributions: Contributions;
  readonly own: Own;
}

/** The ids that a city's own files declare. */
type Own = RulesOfCity["own"];

/** Parameters and sources, of the nation or of a city with the nation's. */
export interface Ground {
  readonly sources: Declared<Source>;
  readonly parameters: Declared<Parameter>;
  readonly contributions: Contributions;
  readonly own: Own;
}

export const NO_GROUND: Ground = {
  sources: NOTHING_DECLARED,
  parameters: NOTHING_DECLARED,
  contributions: new Map(),
  own: { parameters: [], sources: [] },
};

/** Checks `sources.json` and `parameters.json`; their entries replace those beneath, whole. */
export function checkGround(
  files: { readonly sources: MaybeFile; readonly parameters: MaybeFile },
  beneath: Ground,
  catalogue: DeclaredCatalogue,
): Ground {
  const own = checkFile(files.sources, checkSources);
  const sources = overriding(beneath.sources, own);
  const ownParameters = checkFile(files.parameters, (file) =>
    checkParameters(file, sources, catalogue),
  );
  checkSourceOverrides(files.sources, own, beneath.sources);
  const parameters = overriding(beneath.parameters, ownParameters);
  const contributions = checkContributions(files.parameters, {
    ...{ own: ownParameters, beneath: beneath.contributions, parameters, catalogue },
  });
  checkParameterOverrides(
    files.parameters,
    paying(ownParameters, contributions),
    paying(beneath.parameters, beneath.contributions),
  );
  checkOverriddenTypes(files.parameters, ownParameters, beneath.parameters, catalogue);
  return {
    sources,
    ...{ parameters, contributions },
    own: {
      parameters: [...ownParameters.entries.keys()],
      sources: [...own.entries.keys()],
    },
  };
}

/** Parameters with what they pay for. */
function paying(
  { entries, complete }: Declared<Parameter>,
  contributions: Contributions,
): Declared<Parameter & { readonly contributionOf?: Contribution | undefined }> {
  const paid = [...entries].map(
    ([id, entry]) => [id, entry && { ...entry, contributionOf: contributions.get(id) }] as const,
  );
  return { entries: new Map(paid), complete };
}

function checkFile<T>(file: MaybeFile, check: (file: RuleFile) => Declared<T>): Declared<T> {
  if (file === undefined) return NOTHING_DECLARED;
  return file === null ? UNREADABLE : check(file);
}

/** Checks a city's `conditions.json` against what it may name. */
export function checkCity(
  file: MaybeFile,
  catalogue: DeclaredCatalogue,
  { sources, parameters, contributions, own }: Ground,
  declared: DeclaredCity,
): City {
  const named =
    file === undefined || file === null
      ? { names: file === null ? UNREADABLE : NOTHING_DECLARED, ...NO_CONDITIONS }
      : checkNamedConditions(file, catalogue, parameters);
  const vocabulary = { catalogue, parameters, conditions: named.names };
  const sound = { parameters: soundEntries(parameters), sources: soundEntries(sources) };
  return { vocabulary, sources, sound, named, declared, contributions, own };
}

/** The city as the pack has it. */
export function rulesOfCity({ sound, declared, contributions, own }: City): RulesOfCity {
  const offices = soundEntries(declared.offices);
  return { ...declared, offices, parameters: sound.parameters, contributions, own };
}

const NO_CONDITIONS: Omit<NamedConditions, "names"> = {
  conditions: new Map(),
  closures: new Map(),
};
