import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { coverageOfService } from "../../../src/analysis/coverage/coverage.ts";
import { keyOfTarget } from "../../../src/analysis/coverage/target.ts";
import { runCases } from "../../../src/analysis/run-cases.ts";
import { withCases } from "../../../src/analysis/suggest/add-cases.ts";
import { suggestCases } from "../../../src/analysis/suggest/suggest.ts";
import type { Case, Pack, Service } from "../../../src/engine/model/pack.ts";
import { readPack } from "../../../src/pack/read-pack.ts";
import { runs } from "../../support/generate/runs.ts";
import { partsOf, worldArbitrary } from "../../support/generate/worlds.ts";
import { packOf, SERVICE } from "../../support/pack.ts";

/** What no case exercises though one could, and the cases that do not come out as expected. */
function lackingIn(pack: Pack, service: Service) {
  const missing = coverageOfService(pack, service).flatMap(({ from, targets }) =>
    targets.flatMap(({ target, status }) =>
      status.kind === "missing" ? [`${from} ${keyOfTarget(target)}`] : [],
    ),
  );
  const failing = runCases(pack)
    .flatMap(({ results }) => results)
    .filter(({ kind }) => kind !== "passed");
  return { missing, failing };
}

function serviceIn(pack: Pack, id: string): Service {
  const service = pack.services.get(id);
  if (service === undefined) throw new Error(`no service ${id}`);
  return service;
}

const shipped = await readPack("rules");
const services = shipped.ok ? [...shipped.pack.services.keys()] : [];

describe("with the suggested cases added", () => {
  test.each(services)("all of %s that can happen is tested, and every case passes", (id) => {
    if (!shipped.ok) throw new Error("the shipped rules are valid");
    const { pack } = shipped;
    const service = serviceIn(pack, id);
    const added = suggestCases(pack, service).map((suggestion) => suggestion.test);
    const more = { ...service, cases: [...service.cases, ...added] };
    const whole = { ...pack, services: new Map([[id, more]]) };
    expect(lackingIn(whole, more)).toEqual({ missing: [], failing: [] });
    expect(suggestCases(whole, more)).toEqual([]);
  });

  test("all that can happen is tested of any policy, from the file as it is written", () => {
    let suggested = 0;
    fc.assert(
      fc.property(worldArbitrary("some"), ({ documents, pack }) => {
        const cases = suggestCases(pack, serviceIn(pack, SERVICE)).map((one) => one.test);
        suggested += cases.length;
        const written: readonly Case[] = JSON.parse(withCases("[]", cases));
        const after = packOf({ ...partsOf(documents), cases: written });
        const service = serviceIn(after, SERVICE);
        expect(service.cases.length).toBe(cases.length);
        expect(lackingIn(after, service)).toEqual({ missing: [], failing: [] });
      }),
      runs(12),
    );
    expect(suggested).toBeGreaterThan(50);
  });
});
