import { type Finding, finding } from "./diagnostic.ts";
import { quote } from "./words.ts";

/** `LYK331`, `LYK332`, `LYK336`, `LYK337`, `LYK340`: facts that are computed. */

export function computedButGiven(id: string, key: string): Finding {
  return key === "source"
    ? finding(
        "LYK331",
        {
          id: `${quote(id)} dihitung oleh Layak, tetapi "source" menyebut pihak lain`,
          en: `${quote(id)} is computed by Layak, but its "source" names somebody else`,
        },
        { id: 'tulis "source": "system"', en: 'write "source": "system"' },
      )
    : finding(
        "LYK331",
        {
          id: `${quote(id)} dihitung oleh Layak, jadi pemohon tidak dapat mengubahnya`,
          en: `${quote(id)} is computed by Layak, so no applicant can change it`,
        },
        {
          id: `hapus ${quote(key)}; tulis pada fakta yang dihitung di dalamnya`,
          en: `take ${quote(key)} out; write it at the facts that it is computed from`,
        },
      );
}

export function computedWithinLimits(id: string, key: string): Finding {
  const operation = key === "minimum" ? "maximum" : "minimum";
  return finding(
    "LYK331",
    {
      id: `${quote(id)} dihitung oleh Layak, jadi ${quote(key)} tidak membatasinya`,
      en: `${quote(id)} is computed by Layak, so no ${quote(key)} limits it`,
    },
    {
      id: `hapus ${quote(key)}, atau hitung batasnya: { "operation": ${quote(operation)}, "of": [ batas, … ] }`,
      en: `take ${quote(key)} out, or compute the limit: { "operation": ${quote(operation)}, "of": [ limit, … ] }`,
    },
  );
}

/** A result tells of what it is computed from. */
export function computedFromPersonal(id: string, operand: string): Finding {
  return finding(
    "LYK340",
    {
      id: `${quote(id)} dinyatakan tidak pribadi, tetapi dihitung dari ${quote(operand)} yang pribadi`,
      en: `${quote(id)} is declared as not personal, but computed from ${quote(operand)}, which is`,
    },
    { id: 'tulis "personal": true', en: 'write "personal": true' },
  );
}

export function notComputable(id: string, type: string): Finding {
  return finding(
    "LYK332",
    {
      id: `${quote(id)} berjenis ${quote(type)}, yang tidak dapat dihitung`,
      en: `${quote(id)} is of type ${quote(type)}, which cannot be computed`,
    },
    {
      id: "pakai integer, money, decimal, atau date",
      en: "use integer, money, decimal or date",
    },
  );
}

export function resultMisfit(id: string, declared: string, result: string): Finding {
  return finding(
    "LYK336",
    {
      id: `${quote(id)} dinyatakan ${declared}, tetapi hasil hitungannya ${result}`,
      en: `${quote(id)} is declared as ${declared}, but its computation gives ${result}`,
    },
    {
      id: 'samakan jenisnya; yang berdesimal dibulatkan dengan "quotient" oleh 1, dengan "scale" dan "rounding"',
      en: 'make them agree; what has decimals is rounded by a "quotient" by 1, with "scale" and "rounding"',
    },
  );
}

export function computedInACircle(ids: readonly string[]): Finding {
  const way = ids.map(quote).join(" → ");
  return finding(
    "LYK337",
    {
      id: `fakta saling menghitung: ${way}`,
      en: `facts compute each other: ${way}`,
    },
    {
      id: "hitung salah satunya dari fakta yang diberikan pemohon atau registri",
      en: "compute one of them from facts that an applicant or a registry gives",
    },
  );
}
