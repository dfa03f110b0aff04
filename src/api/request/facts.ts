import type { FactIssue } from "../../engine/errors.ts";
import { findFactIssues } from "../../engine/facts/check.ts";
import type { Pack } from "../../engine/model/pack.ts";
import { pointer } from "../pointer.ts";
import type { FieldError } from "../problems/refusal.ts";

type Given = Readonly<Record<string, unknown>>;

/** The facts of a request: the application's, and those of the items of its groups. */
export interface FactsAsked {
  readonly facts: Given;
  readonly groups: Readonly<Record<string, readonly { readonly facts: Given }[]>>;
}

/** What is wrong with the facts of a request, each at its place in the body. */
export function factFaults(pack: Pack, asked: FactsAsked): readonly FieldError[] {
  const groups = Object.entries(asked.groups).filter(([group]) => pack.groups.has(group));
  return [
    ...recordFaults(pack, asked.facts, ["facts"]),
    ...groups.flatMap(([group, members]) => {
      const items = members.map(({ facts }) => facts);
      const places = items.flatMap((facts, index) =>
        refusedKeys(pack, facts, ["groups", group, index, "facts"]),
      );
      const records = items.map((facts) => withoutRefused(pack, facts));
      const issues = findFactIssues(pack, { [group]: records });
      return [...places, ...issues.map((issue) => inGroup(issue, group, items))];
    }),
  ];
}

type Place = readonly (string | number)[];

function recordFaults(pack: Pack, facts: Given, place: Place): readonly FieldError[] {
  const issues = findFactIssues(pack, withoutRefused(pack, facts));
  return [
    ...refusedKeys(pack, facts, place),
    ...issues.map((issue) => fieldError(issue, [...place, ...stepsTo(issue.fact, facts)])),
  ];
}

/** Facts that no caller may assert, and groups, which stand elsewhere. */
function refusedKeys(pack: Pack, facts: Given, place: Place): readonly FieldError[] {
  return Object.keys(facts).flatMap((id) => {
    const fault = refusal(pack, id);
    return fault === null ? [] : [{ path: pointer(...place, id), ...fault }];
  });
}

function withoutRefused(pack: Pack, facts: Given): Given {
  return Object.fromEntries(Object.entries(facts).filter(([id]) => refusal(pack, id) === null));
}

function refusal(pack: Pack, id: string): Pick<FieldError, "code" | "message"> | null {
  if (pack.groups.has(id)) {
    const message = {
      id: `"${id}" adalah grup. Kirim di "groups", bukan di antara fakta.`,
      en: `"${id}" is a group. Send it under "groups", not among the facts.`,
    };
    return { code: "group-misplaced", message };
  }
  const source = pack.facts.get(id)?.source;
  if (source === undefined || source === "applicant" || source === "office") return null;
  const origin = source === "system" ? "Layak" : `registri ${source.slice("registry:".length)}`;
  const english =
    source === "system" ? "Layak" : `the registry ${source.slice("registry:".length)}`;
  return {
    code: "fact-not-for-caller",
    message: {
      id: `"${id}" diisi oleh ${origin}, bukan oleh pemanggil. Hapus dari permintaan.`,
      en: `"${id}" comes from ${english}, never from the caller. Take it out of the request.`,
    },
  };
}

const ITEM = /^\[(\d+)\](?:\.(.*))?$/s;

/** The engine names a fault `drivers[1].person.birthDate`; the body has it elsewhere. */
function inGroup(issue: FactIssue, group: string, items: readonly Given[]): FieldError {
  const item = ITEM.exec(issue.fact.slice(group.length));
  const index = Number(item?.[1]);
  const facts = items[index];
  if (item === null || facts === undefined) return fieldError(issue, ["groups", group]);
  const steps = stepsTo(item[2] ?? "", facts);
  return fieldError(issue, ["groups", group, index, "facts", ...steps]);
}

const LIST_ITEM = /^(.*)\[(\d+)\]$/s;

/** A name that the engine tells, as steps into the record: long names come cut short. */
function stepsTo(name: string, facts: Given): Place {
  if (Object.hasOwn(facts, name)) return [name];
  const listItem = LIST_ITEM.exec(name);
  if (listItem?.[1] !== undefined && Object.hasOwn(facts, listItem[1])) {
    return [listItem[1], Number(listItem[2])];
  }
  const cut = name.endsWith("…") ? name.slice(0, -1) : null;
  const key = cut === null ? undefined : Object.keys(facts).find((id) => id.startsWith(cut));
  return key === undefined ? [] : [key];
}

function fieldError({ code, message }: FactIssue, steps: Place): FieldError {
  return { path: pointer(...steps), code, message };
}
