import type { Pack } from "../../engine/model/pack.ts";
import type { Text } from "../../engine/model/text.ts";
import { shortened } from "../../engine/suggest.ts";
import { suggest } from "../../pack/suggest.ts";
import type { PolicyReads } from "../decisions/reads.ts";
import { pointer } from "../pointer.ts";
import type { FieldError } from "../problems/refusal.ts";
import type { Asked } from "./read-request.ts";
import type { GivenPerson } from "./schema.ts";

/** People in one request, all groups together. */
export const MOST_PEOPLE = 2000;

/** What is wrong with the groups of a request and with who stands in them. */
export function peopleFaults(pack: Pack, reads: PolicyReads, asked: Asked): readonly FieldError[] {
  const faults = groupFaults(pack, asked.groups);
  if (faults.some(({ code }) => code === "people-too-many")) return faults;
  const members = Object.entries(asked.groups).flatMap(([group, members]) => {
    if (!pack.groups.has(group)) return [];
    const needsNik = reads.groups.get(group)?.registry ?? false;
    return [...(needsNik ? withoutNik(group, members) : []), ...twice(group, members)];
  });
  return [...faults, ...members];
}

/** Groups that the catalogue does not have, or more people than a request may name. */
export function groupFaults(
  pack: Pack,
  groups: Readonly<Record<string, readonly unknown[]>>,
): readonly FieldError[] {
  const people = Object.values(groups).reduce((sum, members) => sum + members.length, 0);
  if (people > MOST_PEOPLE) {
    return [{ path: "/groups", code: "people-too-many", message: TOO_MANY_PEOPLE }];
  }
  return Object.keys(groups).flatMap((group) =>
    pack.groups.has(group) ? [] : [unknownGroup(pack, group)],
  );
}

/** Said of a request and of a batch as a whole. */
export const TOO_MANY_PEOPLE: Text = {
  id: `Paling banyak ${MOST_PEOPLE} orang dalam satu permintaan.`,
  en: `A request may name at most ${MOST_PEOPLE} people.`,
};

function unknownGroup(pack: Pack, group: string): FieldError {
  const shown = shortened(group);
  const meant = suggest(group, pack.groups.keys());
  return {
    path: pointer("groups", group),
    code: "group-unknown",
    message: {
      id: `Tidak ada grup "${shown}".${meant === null ? "" : ` Maksudnya "${meant}"?`}`,
      en: `There is no group "${shown}".${meant === null ? "" : ` Did you mean "${meant}"?`}`,
    },
  };
}

function withoutNik(group: string, members: readonly GivenPerson[]): readonly FieldError[] {
  return members.flatMap(({ nik }, index) =>
    nik === undefined
      ? [
          {
            path: pointer("groups", group, index, "nik"),
            code: "nik-missing",
            message: NIK_MISSING,
          },
        ]
      : [],
  );
}

const NIK_MISSING: Text = {
  id: "NIK wajib diisi: kepesertaannya dibaca dari registri.",
  en: "A NIK is required: the registry is asked about this person.",
};

/**
 * One person listed twice is a slip of the list's author, and would count twice where a policy
 * counts people, so it is sent back rather than guessed at.
 */
function twice(group: string, members: readonly GivenPerson[]): readonly FieldError[] {
  const first = new Map<string, number>();
  return members.flatMap(({ nik }, index) => {
    if (nik === undefined) return [];
    const before = first.get(nik);
    first.set(nik, before ?? index);
    if (before === undefined) return [];
    const place = pointer("groups", group, before);
    return [
      {
        path: pointer("groups", group, index, "nik"),
        code: "nik-twice",
        message: {
          id: `NIK ini sudah tercantum di ${place}. Cantumkan setiap orang satu kali.`,
          en: `This NIK already stands at ${place}. List each person once.`,
        },
      },
    ];
  });
}
