import { readRules } from "./pack.ts";

const ORIGINAL = "uji/kiosk";

/**
 * The benchmark's rules with so many services of so many versions each in place of their own, and a
 * case for each service. Every policy has texts and an amount of its own.
 */
export function manyPolicies(services: number, versions: number): Readonly<Record<string, string>> {
  const shared = Object.entries(readRules("bench/rules")).filter(
    ([path]) => !path.startsWith(`${ORIGINAL}/`),
  );
  const original = readRules(`bench/rules/${ORIGINAL}`)["2026-01-01.json"] ?? "";
  const own = Array.from({ length: services }, (_, service) => [
    ...Array.from({ length: versions }, (_, version): [string, string] => [
      `${ORIGINAL}-${service}/${dayAfter(version)}.json`,
      withOwnTexts(original, service * versions + version),
    ]),
    [`${ORIGINAL}-${service}/cases.json`, CASES] as const,
  ]);
  return Object.fromEntries([...shared, ...own.flat()]);
}

function dayAfter(months: number): string {
  return new Date(Date.UTC(2010, months)).toISOString().slice(0, 10);
}

function withOwnTexts(policy: string, index: number): string {
  return policy
    .replaceAll("Syarat ini belum terpenuhi.", `Syarat ini belum terpenuhi (${index}).`)
    .replace("Sewa kios", `Sewa kios ${index}`)
    .replace('"value": 2\n', `"value": ${2 + (index % 98)}\n`);
}

const CASES = `[
  {
    "name": "Belum diketahui",
    "asOf": "2026-11-22",
    "facts": { "kiosk.count": 1 },
    "expect": { "outcome": "undetermined" }
  }
]
`;
