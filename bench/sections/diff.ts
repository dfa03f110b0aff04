import { compare } from "../../src/analysis/diff/compare.ts";
import { prepare } from "../../src/index.ts";
import { median } from "../measure/median.ts";
import { figure, printTable, printTitle } from "../measure/print.ts";
import { reportTargets } from "../measure/target.ts";
import { AFTER, BEFORE, CHANGING_SERVICE, changingPack } from "../rules/changing.ts";

const SEEDS = 9;

/** How long it takes to tell whom a change of a policy decides otherwise. */
export async function measureDiff(): Promise<boolean> {
  printTitle("Two versions of a policy over 15 facts, compared");
  const rows = [20, 60].map((leaves) => {
    const measured = Array.from({ length: SEEDS }, (_, seed) => compared(leaves, seed));
    const times = measured.map(({ seconds }) => seconds);
    const unsettled = measured.filter((one) => one.unsettled).length;
    const changes = median(measured.map((one) => one.changes));
    return { leaves, middle: median(times), most: Math.max(...times), changes, unsettled };
  });
  printTable(
    ["leaves", "seconds, median", "seconds, longest", "applicants told", "not settled"],
    rows.map(({ leaves, middle, most, changes, unsettled }) => [
      String(leaves),
      figure(middle),
      figure(most),
      String(changes),
      `${unsettled} of ${SEEDS}`,
    ]),
  );
  return reportTargets(
    rows.map(({ leaves, most }) => ({
      name: `${leaves} leaves, seconds at most`,
      value: most,
      limit: leaves === 20 ? 1 : 10,
      sense: "at most",
    })),
  );
}

function compared(leaves: number, seed: number) {
  const pack = changingPack(leaves, seed + 1);
  const [before, after] = [BEFORE, AFTER].map((version) =>
    prepare(pack, { service: CHANGING_SERVICE, asOf: AFTER, version }),
  );
  if (before === undefined || after === undefined) throw new Error("there is no policy");
  const begun = performance.now();
  const { unsettled, complete } = compare(before, after);
  const seconds = (performance.now() - begun) / 1000;
  return { seconds, unsettled: unsettled.length > 0, changes: complete.length };
}
