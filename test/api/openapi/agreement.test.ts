import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { NIK_PATTERN } from "../../../src/api/openapi/patterns.ts";
import { faultOf } from "../../../src/engine/facts/shapes.ts";
import { runs } from "../../support/generate/runs.ts";
import { type Answered, harness, postOf } from "../support/harness.ts";
import { documentOf } from "./support/document.ts";
import { EDGES, FITS, GROUP_EDGES, REQUESTS } from "./support/draw-requests.ts";
import { packOfEveryType, SERVICES } from "./support/every-type.ts";
import { type Check, checksOf } from "./support/validate.ts";

const PACK = packOfEveryType();
const CHECKS = checksOf(documentOf(PACK));

const PERSON = { applicant: { nik: "3673991204850001" } };

/** What no schema says: two places of a body together, or a day on which nothing is in force. */
const BEYOND_SCHEMAS = new Set(["nik-twice", "people-too-many"]);

function codesOf(body: Readonly<Record<string, unknown>>): readonly string[] {
  const errors = body["errors"];
  return Array.isArray(errors) ? errors.map(({ code }) => String(code)) : [];
}

/** A drawn request without the numbers of people. */
function nameless(drawn: Readonly<Record<string, unknown>>): unknown {
  const { applicant: _, ...body } = drawn;
  return JSON.parse(JSON.stringify(body, (key, value) => (key === "nik" ? undefined : value)));
}

interface Seen {
  accepted: number;
  refused: number;
}

/** Asks the API about a body, and compares what it says with what the schema says. */
async function compare(
  body: unknown,
  { status, body: answer }: Answered,
  check: Check,
  seen: Seen,
): Promise<void> {
  const told = check(JSON.parse(JSON.stringify(body)));
  if (status === 200 || status === 201) {
    seen.accepted += 1;
    expect(told).toEqual([]);
  } else if (answer["code"] === "request-invalid") {
    if (codesOf(answer).every((code) => BEYOND_SCHEMAS.has(code))) return;
    seen.refused += 1;
    expect({ answer, isTold: told.length > 0 }).toEqual({ answer, isTold: true });
  } else if (answer["code"] === "service-unknown") {
    expect(told).not.toEqual([]);
  }
}

describe("the schema of a request", () => {
  test("accepts what the API accepts, and refuses what the API refuses, for drawn requests", async () => {
    const { ask } = harness({ pack: PACK });
    const check = CHECKS("components", "schemas", "DecisionRequest");
    const seen: Seen = { accepted: 0, refused: 0 };
    await fc.assert(
      fc.asyncProperty(REQUESTS, async (body) => compare(body, await ask(body), check, seen)),
      runs(800),
    );
    expect(Math.min(seen.accepted, seen.refused)).toBeGreaterThan(100);
  });

  test("does so at the edge of every fact", async () => {
    const { ask } = harness({ pack: PACK });
    const check = CHECKS("components", "schemas", "DecisionRequest");
    const seen: Seen = { accepted: 0, refused: 0 };
    for (const id of [...Object.keys(FITS), "coverage.status", "a.unknown"]) {
      for (const value of EDGES) {
        const body = { ...PERSON, service: "kota-uji/orang", facts: { [id]: value } };
        await compare(body, await ask(body), check, seen);
      }
    }
    expect(Math.min(seen.accepted, seen.refused)).toBeGreaterThan(40);
  });

  test("does so at the edges of groups", async () => {
    const { ask } = harness({ pack: PACK });
    const check = CHECKS("components", "schemas", "DecisionRequest");
    const seen: Seen = { accepted: 0, refused: 0 };
    for (const service of SERVICES) {
      for (const groups of GROUP_EDGES) {
        const body = { ...PERSON, service, groups };
        await compare(body, await ask(body), check, seen);
      }
    }
    expect(Math.min(seen.accepted, seen.refused)).toBeGreaterThan(10);
  });

  test("does so too for previews, which name nobody", async () => {
    const { send } = harness({ pack: PACK });
    const check = CHECKS("components", "schemas", "PreviewRequest");
    const seen: Seen = { accepted: 0, refused: 0 };
    await fc.assert(
      fc.asyncProperty(REQUESTS, fc.nat({ max: 4 }), async (drawn, named) => {
        const body = named === 0 ? drawn : nameless(drawn);
        await compare(body, await send("/v1/previews", postOf(body)), check, seen);
      }),
      runs(500),
    );
    expect(Math.min(seen.accepted, seen.refused)).toBeGreaterThan(100);
  });

  test("has the engine's form of a NIK", () => {
    const digits = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 15, maxLength: 17 });
    const dated = fc
      .tuple(fc.integer({ min: 0, max: 80 }), fc.integer({ min: 0, max: 14 }))
      .map(([day, month]) => {
        const two = (number: number) => String(number).padStart(2, "0");
        return `367399${two(day)}${two(month)}850001`;
      });
    const text = fc.oneof(
      digits.map((each) => each.join("")),
      dated,
    );
    fc.assert(
      fc.property(text, (nik) => {
        const isNik = faultOf({ type: "string", format: "nik" }, nik) === null;
        expect([nik, new RegExp(NIK_PATTERN, "u").test(nik)]).toEqual([nik, isNik]);
      }),
      runs(2000),
    );
  });
});
