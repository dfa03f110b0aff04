import type { Text } from "../../../engine/model/text.ts";
import { type Finding, finding } from "../diagnostic.ts";
import { quote } from "../words.ts";

/** `LYK901` to `LYK904`, `LYK907`: what a requirement or a policy comes to. */

/** What surrounds the conditions of a requirement, and its line. */
export interface Surrounding {
  readonly kind: "scope" | "when";
  readonly line: number;
}

/** What settles a requirement together with a clause of it, and the line of that. */
export type Settling =
  | Surrounding
  | {
      readonly kind: "clause";
      readonly line: number;
      /** Where the two clauses settle it within this alone. */
      readonly within?: Surrounding;
    };

/** `against`: what it contradicts, where one thing alone does. */
export function nobodyCanMeet(
  requirement: string,
  against: Settling | null,
  refusesAll: boolean,
): Finding {
  const id = refusesAll ? "; tidak seorang pun dapat layak" : "";
  const en = refusesAll ? "; nobody can be eligible" : "";
  return finding(
    "LYK901",
    {
      id: `persyaratan ${quote(requirement)} tidak dapat dipenuhi siapa pun${id}`,
      en: `nobody can meet the requirement ${quote(requirement)}${en}`,
    },
    against === null
      ? {
          id: "periksa operator dan nilainya; tidak ada nilai fakta yang memenuhinya",
          en: "check its operators and values; no values of the facts meet it",
        }
      : contradicting(against),
  );
}

function contradicting(settling: Settling): Text {
  const { kind, line } = settling;
  switch (kind) {
    case "clause":
      if (settling.within !== undefined) return contradictingWithin(line, settling.within);
      return {
        id: `bertentangan dengan baris ${line}; perbaiki salah satunya, atau pakai "any" bila cukup salah satu`,
        en: `it contradicts line ${line}; mend one of them, or use "any" where one is enough`,
      };
    case "scope":
      return {
        id: `bertentangan dengan "scope" pada baris ${line}: yang memenuhinya di luar lingkup; perbaiki salah satunya`,
        en: `it contradicts "scope" on line ${line}: whoever meets it is out of scope; mend one of them`,
      };
    default:
      return {
        id: `bertentangan dengan "when" pada baris ${line}: yang memenuhinya tidak dikenai persyaratan ini; perbaiki salah satunya`,
        en: `it contradicts "when" on line ${line}: the requirement does not apply to whoever meets it; mend one of them`,
      };
  }
}

function contradictingWithin(line: number, { kind, line: around }: Surrounding): Text {
  return {
    id: `bersama "${kind}" pada baris ${around} ini bertentangan dengan baris ${line}; perbaiki salah satu dari ketiganya`,
    en: `together with "${kind}" on line ${around} it contradicts line ${line}; mend one of the three`,
  };
}

/** `because`: what makes it hold for everybody, where one thing alone does. */
export function everybodyMeets(requirement: string, because: Settling | null): Finding {
  return finding(
    "LYK902",
    {
      id: `persyaratan ${quote(requirement)} dipenuhi setiap permohonan`,
      en: `every application meets the requirement ${quote(requirement)}`,
    },
    because === null
      ? {
          id: "periksa operator dan nilainya, atau hapus persyaratan ini",
          en: "check its operators and values, or delete the requirement",
        }
      : alwaysBecause(because),
  );
}

function alwaysBecause(settling: Settling): Text {
  const { kind, line } = settling;
  if (kind === "clause") {
    const { within } = settling;
    if (within !== undefined) {
      return {
        id: `karena "${within.kind}" pada baris ${within.line}, salah satu dari ini dan baris ${line} selalu benar; perbaiki salah satu dari ketiganya`,
        en: `because of "${within.kind}" on line ${within.line}, this or line ${line} is always true; mend one of the three`,
      };
    }
    return {
      id: `salah satu dari ini dan baris ${line} selalu benar; perbaiki salah satunya, atau pakai "all"`,
      en: `this or line ${line} is always true; mend one of them, or use "all"`,
    };
  }
  return {
    id: `"${kind}" pada baris ${line} sudah memastikannya; hapus persyaratan ini, atau perbaiki salah satunya`,
    en: `"${kind}" on line ${line} already sees to it; delete this requirement, or mend one of the two`,
  };
}

/** `scope`: the line of the scope, where the "when" contradicts that. */
export function neverApplies(requirement: string, scope: number | null): Finding {
  return finding(
    "LYK903",
    {
      id: `persyaratan ${quote(requirement)} tidak pernah berlaku bagi siapa pun`,
      en: `the requirement ${quote(requirement)} never applies to anyone`,
    },
    scope === null
      ? {
          id: '"when" ini tidak pernah benar; perbaiki, atau hapus persyaratannya',
          en: 'this "when" is never true; mend it, or delete the requirement',
        }
      : {
          id: `"when" ini bertentangan dengan "scope" pada baris ${scope}; perbaiki salah satunya, atau hapus persyaratannya`,
          en: `this "when" contradicts "scope" on line ${scope}; mend one of them, or delete the requirement`,
        },
  );
}

export function governsNobody(): Finding {
  return finding(
    "LYK903",
    {
      id: "aturan ini tidak pernah berlaku: tidak ada permohonan dalam lingkupnya",
      en: "this policy never applies: no application is within its scope",
    },
    { id: 'perbaiki "scope"', en: 'mend "scope"' },
  );
}

/** `others`: a requirement that it can't be met together with, and its line. */
export function nobodyEligible(
  against: { readonly requirement: string; readonly line: number } | null,
): Finding {
  return finding(
    "LYK904",
    {
      id: "tidak seorang pun dapat layak: syarat-syaratnya tidak dapat dipenuhi bersama",
      en: "nobody can be eligible: the requirements cannot be met together",
    },
    against === null
      ? {
          id: "tiap persyaratan dapat dipenuhi sendiri, tetapi tidak semuanya sekaligus; perbaiki salah satunya",
          en: "each requirement can be met alone, but not all of them at once; mend one of them",
        }
      : {
          id: `bertentangan dengan ${quote(against.requirement)} pada baris ${against.line}; perbaiki salah satunya, atau beri "when"`,
          en: `it contradicts ${quote(against.requirement)} on line ${against.line}; mend one of them, or give it a "when"`,
        },
  );
}

export function implied(requirement: string, by: string, line: number): Finding {
  return finding(
    "LYK907",
    {
      id: `siapa pun yang lolos ${quote(by)} (baris ${line}) pasti lolos ${quote(requirement)}`,
      en: `whoever passes ${quote(by)} (line ${line}) passes ${quote(requirement)} too`,
    },
    {
      id: "hapus persyaratan ini, atau perbaiki salah satunya",
      en: "delete this requirement, or mend one of the two",
    },
  );
}
