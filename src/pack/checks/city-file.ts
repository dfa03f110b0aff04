import type { Text } from "../../engine/model/text.ts";
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
