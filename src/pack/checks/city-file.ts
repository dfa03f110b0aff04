import type { Text } from "../../engine/model/text.ts";
import { areaTaken } from "../diagnostics/cities.ts";
import { memberOf, membersOf } from "../json/nodes.ts";
import { type CityFile, citySchema } from "../schemas/city.ts";
import { type Declared, NOTHING_DECLARED, UNREADABLE } from "./declared.ts";
import { readAs } from "./entries.ts";
import { checkHyphenedId } from "./ids.ts";
import type { RuleFile } from "./rule-file.ts";

/** What a city says of itself. */
export interface DeclaredCity {
  readonly label?: Text;
  readonly area?: string;
  readonly offices: Declared<Text>;
}

/** Checks a `city.json`; a city may have none (undefined), or one that is not JSON (null). */
export function checkCityFile(file: RuleFile | null | undefined): DeclaredCity {
  if (file === undefined) return { offices: NOTHING_DECLARED };
  if (file === null) return { offices: UNREADABLE };
  const city = readAs(file.root, "city.json", citySchema, file.report);
  for (const { key, keySpan } of membersOf(memberOf(file.root, "offices"))) {
    checkHyphenedId(key, keySpan, file.report);
  }
  return city === null ? { offices: UNREADABLE } : declaredCity(city);
}

function declaredCity({ label, area, offices = {} }: CityFile): DeclaredCity {
  return {
    label,
    ...(area !== undefined && { area }),
    offices: { entries: new Map(Object.entries(offices)), complete: true },
  };
}

/** Tells each city's area code that a city before it has. */
export function checkAreas(files: ReadonlyMap<string, RuleFile | null | undefined>): void {
  const first = new Map<string, string>();
  for (const [city, file] of files) {
    const node = memberOf(file?.root, "area");
    if (file === null || file === undefined || node?.kind !== "string") continue;
    const other = first.get(node.value);
    if (other === undefined) first.set(node.value, city);
    else file.report(node, areaTaken(node.value, other));
  }
}
