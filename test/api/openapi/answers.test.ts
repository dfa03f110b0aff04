import { describe, expect, test } from "vitest";
import { isObject, type JsonObject } from "../../../src/api/openapi/schema.ts";
import { timeOrderedId } from "../../../src/ledger/time-ordered-id.ts";
import { harness, kioskRequest, NIKS } from "../support/harness.ts";
import { testPack } from "../support/rules.ts";
import { conformanceTo } from "./support/conformance.ts";
import { at, documentOf } from "./support/document.ts";
import { SITUATIONS } from "./support/situations.ts";

const DOCUMENT: JsonObject = documentOf(testPack());
const conformance = conformanceTo(DOCUMENT);

/** A decision is there before each request. */
async function ready(replaced: Parameters<typeof harness>[0]): Promise<ReturnType<typeof harness>> {
  const before = harness();
  await before.ask(kioskRequest(NIKS.lapsed));
  return harness({ ledger: before.ledger, newId: (day) => timeOrderedId(day), ...replaced });
}

const reached = new Set<string>();

/** A failure of Layak's own that nothing from outside brings about, and no part can be given. */
const NOT_TO_BE_REACHED = ["GET /healthz 500", "GET /readyz 500"];

/** Those of the contract itself have a test of their own. */
const ELSEWHERE = /^GET (\/v1\/keys|\/openapi\.json|\/docs.*) /;

function toldStatuses(): readonly string[] {
  return Object.entries(at(DOCUMENT, "paths")).flatMap(([path, item]) =>
    Object.entries(isObject(item) ? item : {}).flatMap(([method, operation]) => {
      const responses = isObject(operation) ? operation["responses"] : {};
      const route = `${method.toUpperCase()} ${path.replace(/\{(\w+)\}/g, ":$1")}`;
      return Object.keys(isObject(responses) ? responses : {}).map((code) => `${route} ${code}`);
    }),
  );
}

describe("every answer is as the document tells it", () => {
  test.each(SITUATIONS.map((situation) => [situation.route, situation.status, situation] as const))(
    "%s: %i",
    async (route, status, { address, init, caller, replaced }) => {
      const { send } = await ready(replaced?.() ?? {});
      const got = await send(address, init, caller);
      const [method = "", path = ""] = route.split(" ");
      expect([got.status, got.body]).toEqual([status, got.body]);
      expect(conformance(method, path, got)).toEqual([]);
      reached.add(`${route} ${status}`);
    },
  );

  test("and every status that it tells was reached", () => {
    const told = toldStatuses().filter((status) => !ELSEWHERE.test(status));
    expect(told.filter((status) => !reached.has(status))).toEqual(NOT_TO_BE_REACHED);
  });
});

describe("what differs from the document is found", () => {
  test.each([
    ["a status that is not told", { status: 418 }, ["418 is not told"]],
    ["a header that is missing", { headers: new Headers() }, ["no header X-Request-Id"]],
    ["a key that is not told", { body: { status: "ok", host: "x" } }, ["additional"]],
    ["another value", { body: { status: "up" } }, ["constant"]],
    [
      "a type that is not told",
      { headers: new Headers({ "content-type": "text/html" }) },
      ["text/html is not told"],
    ],
  ])("%s", async (_, changed, faults) => {
    const { send } = harness();
    const got = { ...(await send("/healthz")), ...changed };
    const told = conformance("GET", "/healthz", got).join("\n");
    for (const fault of faults) expect(told).toContain(fault);
  });
});
