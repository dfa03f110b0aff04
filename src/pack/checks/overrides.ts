import type { Parameter, Source } from "../../engine/model/pack.ts";
import { canonicalJson } from "../../engine/values/canonical.ts";
import { overrideChangesNothing } from "../diagnostics/cities.ts";
import { memberOf, membersOf } from "../json/nodes.ts";
import type { MaybeFile } from "./city.ts";
import type { Declared } from "./declared.ts";

/** Tells the city's own parameters that are the nation's, but for notes. */
export function checkParameterOverrides(
  file: MaybeFile,
  own: Declared<Parameter>,
  national: Declared<Parameter>,
): void {
  checkOverrides(file, "parameters", own, national, (parameter) => ({
    ...parameter,
    note: undefined,
    values: parameter.values.map((value) => ({ ...value, note: undefined })),
  }));
}

/** Tells the city's own sources that are the nation's, but for notes. */
export function checkSourceOverrides(
  file: MaybeFile,
  own: Declared<Source>,
  national: Declared<Source>,
): void {
  checkOverrides(file, "sources", own, national, (source) => ({ ...source, note: undefined }));
}

function checkOverrides<T>(
  file: MaybeFile,
  key: string,
  own: Declared<T>,
  national: Declared<T>,
  withoutNotes: (entry: T) => object,
): void {
  if (file === undefined || file === null) return;
  for (const { key: id, keySpan } of membersOf(memberOf(file.root, key))) {
    const entry = own.entries.get(id) ?? null;
    const beneath = national.entries.get(id) ?? null;
    if (entry === null || beneath === null) continue;
    if (canonicalJson(withoutNotes(entry)) !== canonicalJson(withoutNotes(beneath))) continue;
    file.report(keySpan, overrideChangesNothing(key, id));
  }
}
