import type { Pack } from "../../src/engine/model/pack.ts";
import { formatDiagnostic } from "../../src/pack/diagnostics/format.ts";
import { parsePack } from "../../src/pack/parse-pack.ts";

/** Parts of a small rules directory; each as it would stand in its file. */
export interface RulesParts {
  readonly facts?: Readonly<Record<string, object>>;
  readonly groups?: Readonly<Record<string, object>>;
  readonly parameters?: Readonly<Record<string, object>>;
  readonly sources?: Readonly<Record<string, object>>;
  readonly conditions?: Readonly<Record<string, object>>;
  /** By first day in force. A list stands for a pilot with these requirements. */
  readonly policies: Readonly<Record<string, object>>;
  readonly cases?: readonly object[];
}

/** The service of every pack that tests make. */
export const SERVICE = "kota/layanan";

/** A fact with what most tests do not care about. */
export function fact(shape: object): object {
  return { label: { id: "Fakta", en: "Fact" }, source: "applicant", personal: false, ...shape };
}

/** A required requirement with what most tests do not care about. */
export function requirement(id: string, conditions: object, more: object = {}): object {
  return {
    id,
    title: { id: `Syarat ${id}`, en: `Requirement ${id}` },
    enforcement: "required",
    sources: [],
    provenance: "assumed",
    conditions,
    ...more,
  };
}

export function policy(requirements: readonly object[], more: object = {}): object {
  return {
    title: { id: "Layanan", en: "Service" },
    owner: "Dinas",
    status: "pilot",
    requirements,
    ...more,
  };
}

export function filesOf(parts: RulesParts): Readonly<Record<string, string>> {
  const { facts = {}, groups = {}, parameters, sources, conditions, policies, cases = [] } = parts;
  const text = (value: unknown) => JSON.stringify(value, null, 2);
  return {
    "facts.json": text({ facts, groups }),
    "parameters.json": text({ parameters: parameters ?? {} }),
    "sources.json": text({ sources: sources ?? {} }),
    ...(conditions && { "kota/conditions.json": text({ conditions }) }),
    [`${SERVICE}/cases.json`]: text(cases),
    ...Object.fromEntries(
      Object.entries(policies).map(([from, value]) => [`${SERVICE}/${from}.json`, text(value)]),
    ),
  };
}

/** A pack from its parts, read as any other; throws every diagnostic where it is invalid. */
export function packOf(parts: RulesParts): Pack {
  const result = parsePack(filesOf(parts), { adoptions: "unchecked" });
  if (result.ok) return result.pack;
  throw new Error(result.diagnostics.map((entry) => formatDiagnostic(entry, "en")).join("\n"));
}
