import { createTwoFilesPatch } from "diff";
import type { RulesSide } from "./rules-side.ts";

/** The textual change of one file, as a unified diff. */
export interface Patch {
  readonly from: string | null;
  readonly to: string | null;
  readonly patch: string;
}

/** The change of a service's policy from one version to another, and of all that it may rest on. */
export function patchesOf(
  from: RulesSide,
  to: RulesSide,
  service: string,
  versions: { readonly from: string; readonly to: string },
): readonly Patch[] {
  const [city = ""] = service.split("/");
  const own = { from: `${service}/${versions.from}.json`, to: `${service}/${versions.to}.json` };
  const shared =
    from === to ? [] : sharedBy(from, to, city).map((path) => ({ from: path, to: path }));
  return [own, ...shared].flatMap((paths) => {
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
  });
}

const SHARED = ["facts.json", "sources.json", "parameters.json", "conditions.json"];

function sharedBy(from: RulesSide, to: RulesSide, city: string): readonly string[] {
  const paths = SHARED.flatMap((name) => [name, `${city}/${name}`]);
  return paths.filter((path) => from.texts.has(path) || to.texts.has(path));
}

/** Line ends that an editor changed are no change of the rules. */
function plain(text = ""): string {
  return text.replace(/^\uFEFF/, "").replaceAll("\r\n", "\n");
}
