import { createTwoFilesPatch } from "diff";
import type { RulesSide } from "./rules-side.ts";

/** The textual change of one file, as a unified diff. */
export interface Patch {
  readonly from: string | null;
  readonly to: string | null;
  readonly patch: string;
}

/** The change of a service's policy from one version to another. */
export function patchesOf(
  from: RulesSide,
  to: RulesSide,
  service: string,
  versions: { readonly from: string; readonly to: string },
): readonly Patch[] {
  return patchOf(from, to, {
    from: `${service}/${versions.from}.json`,
    to: `${service}/${versions.to}.json`,
  });
}

/** The changes of what the policies of these services may all rest on. */
export function sharedPatches(
  from: RulesSide,
  to: RulesSide,
  services: readonly string[],
): readonly Patch[] {
  if (from === to) return [];
  const cities = new Set(services.map((service) => service.split("/")[0] ?? ""));
  const folders = ["", ...[...cities].map((city) => `${city}/`)];
  const paths = folders.flatMap((folder) => SHARED.map((name) => `${folder}${name}`));
  return paths.flatMap((path) => patchOf(from, to, { from: path, to: path }));
}

const SHARED = ["facts.json", "sources.json", "parameters.json", "conditions.json"];

function patchOf(
  from: RulesSide,
  to: RulesSide,
  paths: { readonly from: string; readonly to: string },
): readonly Patch[] {
  const before = from.texts.get(paths.from);
  const after = to.texts.get(paths.to);
  if (plain(before) === plain(after)) return [];
  const patch = createTwoFilesPatch(
    before === undefined ? "/dev/null" : `${from.name}/${paths.from}`,
    after === undefined ? "/dev/null" : `${to.name}/${paths.to}`,
    plain(before),
    plain(after),
  );
  return [
    {
      from: before === undefined ? null : paths.from,
      to: after === undefined ? null : paths.to,
      patch: patch.slice(patch.indexOf("\n") + 1),
    },
  ];
}

/** Line ends that an editor changed are no change of the rules. */
function plain(text = ""): string {
  return text.replace(/^\uFEFF/, "").replaceAll("\r\n", "\n");
}
