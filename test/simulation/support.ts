import { join } from "node:path";
import { programOf } from "../../src/engine/decision/program.ts";
import type { Facts } from "../../src/engine/model/catalogue.ts";
import type { Question } from "../../src/engine/model/decision.ts";
import type { Pack } from "../../src/engine/model/pack.ts";
import { readPack } from "../../src/node.ts";
import type { SimulationReport } from "../../src/simulation/report.ts";
import { type SimulationOptions, simulate } from "../../src/simulation/run.ts";
import { temporaryFolder, write } from "../support/files.ts";

const rules = await readPack("rules");
if (!rules.ok) throw new Error("the shipped rules are not valid");

export const PACK: Pack = rules.pack;

/** The two policies of a service, compiled for one day. */
export function sidesOf(
  { service, asOf }: Pick<Question, "service" | "asOf">,
  versions: { readonly from: string; readonly to: string },
  packs: { readonly from: Pack; readonly to: Pack } = { from: PACK, to: PACK },
): SimulationOptions["sides"] {
  return {
    from: programOf(packs.from, { service, asOf, version: versions.from }),
    to: programOf(packs.to, { service, asOf, version: versions.to }),
  };
}

/** Simulates on a file that holds this text. */
export async function simulated(
  sides: SimulationOptions["sides"],
  name: string,
  text: string,
  more: Partial<SimulationOptions> = {},
): Promise<SimulationReport> {
  const folder = temporaryFolder();
  write(folder, name, text);
  return await simulate({
    ...{ sides, input: join(folder, name), by: [], map: {}, key: "id", nik: "nik", roster: null },
    ...{ examples: 3, personal: false, memoryBytes: 400e6, threads: 2 },
    ...{ onColumns: () => {}, onProgress: () => {}, signal: new AbortController().signal },
    ...more,
  });
}

/** Rows as NDJSON, each with its place as `id`. */
export function ndjson(people: readonly Facts[]): string {
  return people
    .map((facts, place) => `${JSON.stringify({ id: `p${place}`, ...facts })}\n`)
    .join("");
}
