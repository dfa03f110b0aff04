import type { Text } from "../engine/model/text.ts";
import { shortened } from "../engine/suggest.ts";
import { suggest } from "../pack/suggest.ts";
import type { AppContext } from "./base.ts";
import { type FieldError, refuseFields } from "./problems/refusal.ts";

/**
 * Reads the query. A parameter that a route does not have is refused: left aside, a mistyped
 * `asof` would get an answer for another day.
 * @throws Refusal
 */
export function readQuery<Name extends string>(
  context: AppContext,
  allowed: readonly Name[],
): Readonly<Partial<Record<Name, string>>> {
  const query: Partial<Record<Name, string>> = {};
  const faults: FieldError[] = [];
  for (const [name, values] of Object.entries(context.req.queries())) {
    const known = allowed.find((candidate) => candidate === name);
    if (known === undefined) faults.push(unknownParameter(name, allowed));
    else if (values.length > 1) faults.push(fault(name, "parameter-twice", TWICE));
    else query[known] = values[0] ?? "";
  }
  if (faults.length > 0) throw refuseFields(faults);
  return query;
}

const TWICE: Text = { id: "Parameter ini ditulis dua kali.", en: "This parameter stands twice." };

function unknownParameter(name: string, allowed: readonly string[]): FieldError {
  const shown = shortened(name);
  if (name === "version") {
    return fault(name, "version-refused", {
      id: 'Aturan yang berlaku pada "asOf" selalu yang menjawab; "version" hanya untuk kasus uji.',
      en: 'The policy in force on "asOf" always answers; "version" is for cases only.',
    });
  }
  const meant = suggest(name, allowed);
  return fault(name, "parameter-unknown", {
    id: `Parameter "${shown}" tidak dikenal.${meant === null ? "" : ` Maksudnya "${meant}"?`}`,
    en: `There is no parameter "${shown}".${meant === null ? "" : ` Did you mean "${meant}"?`}`,
  });
}

function fault(name: string, code: string, message: Text): FieldError {
  return { path: `?${shortened(name)}`, code, message };
}
