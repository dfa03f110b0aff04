import { describe, expect, test } from "vitest";
import { harness, kioskRequest, NIB, NIKS, postOf } from "./support/harness.ts";

const LONG = 470_000;
const KEY = "k".repeat(LONG);
const CUT = `${"k".repeat(60)}…`;
const MOST_PROBLEM_BYTES = 100_000;

/** Bodies that put a long key, or many keys, wherever a message or a path could tell it. */
const BODIES: readonly (readonly [string, unknown])[] = [
  ["a group of a long name", { groups: { [KEY]: people(100) } }],
  ["a group of a long name with thousands in it", { groups: { [KEY]: people(20_000) } }],
  ["a key of the body", { [KEY]: 1 }],
  ["a key of a person", { groups: { drivers: [{ [KEY]: 1 }] } }],
  ["a fact", { facts: { [KEY]: 1 } }],
  ["a service", { service: KEY }],
  ["a service that is a number", { service: "3673991204850001".repeat(20_000) }],
  ["a prototype in a long key", { [KEY]: { a: JSON.parse('{"__proto__":1}') } }],
  ["prototypes below fourteen keys", nested(JSON.parse(`[${'{"__proto__":1},'.repeat(200)}1]`))],
  [
    "a thousand keys, each of characters that JSON writes with six",
    { facts: manyKeys((index) => `\u0001${index}`.padEnd(100, "\u0001")) },
  ],
  ["a thousand keys of slashes", { groups: manyKeys((index) => `${"/".repeat(100)}${index}`) }],
];

function people(count: number): readonly unknown[] {
  return Array.from({ length: count }, () => ({ nik: 1 }));
}

function nested(value: unknown): unknown {
  return Array.from({ length: 13 }).reduce<unknown>(
    (inner) => ({ ["\u0001".repeat(100)]: inner }),
    value,
  );
}

function manyKeys(name: (index: number) => string): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Array.from({ length: 1000 }, (_, index) => [name(index), [1]]));
}

const ROUTES: readonly (readonly [string, (body: object) => unknown])[] = [
  ["/v1/decisions", (body) => ({ ...kioskRequest(), ...body })],
  ["/v1/previews", (body) => ({ service: "kota-uji/kios", ...body })],
  ["/v1/decisions/search", (body) => ({ applicant: { nik: NIKS.active }, ...body })],
];

describe.each(ROUTES)("%s", (path, whole) => {
  test.each(BODIES)("answers %s with a small problem", async (_, body) => {
    const { send } = harness();
    const answer = await send(path, postOf(whole(Object(body))));
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(Buffer.byteLength(JSON.stringify(answer.body))).toBeLessThan(MOST_PROBLEM_BYTES);
  });
});

test("a long key is cut in the path and in the message", async () => {
  const { ask } = harness();
  const { body } = await ask({ ...kioskRequest(), groups: { [KEY]: [{ nik: 1 }] } });
  expect(body["errors"]).toMatchObject([{ path: `/groups/${CUT}/0/nik`, code: "value-type" }]);
  const { body: other } = await ask({ ...kioskRequest(), [KEY]: 1, language: "en" });
  expect(other["errors"]).toEqual([
    { path: `/${CUT}`, code: "key-unknown", message: `There is no key "${CUT}".` },
  ]);
});

test("a number of a person or business is not told where the cut goes through it", async () => {
  const { ask } = harness();
  for (const number of [NIKS.active, NIB]) {
    for (let before = 44; before < 60; before++) {
      const key = `${"k".repeat(before)}${number}${"k".repeat(100)}`;
      const asked = { ...kioskRequest(), [key]: 1, facts: { [key]: 1 }, groups: { [key]: [] } };
      const { facts, groups, ...unknownKey } = asked;
      for (const body of [
        unknownKey,
        { ...kioskRequest(), facts },
        { ...kioskRequest(), groups },
      ]) {
        const told = JSON.stringify((await ask(body)).body);
        expect(told).toContain("[…]");
        expect(told).not.toMatch(/k\d/);
      }
    }
  }
});

test("a batch of items with long keys gets a small answer too", async () => {
  const { send } = harness();
  const key = "k".repeat(3500);
  const item = { ...kioskRequest(), groups: { [key]: people(3) } };
  const items = Array.from({ length: 250 }, () => item);
  const { status, body } = await send("/v1/decisions/batch", postOf({ items }));
  expect(status).toBe(200);
  expect(JSON.stringify(body).length).toBeLessThan(1_000_000);
});

test("a parameter of a long name is cut in the path as in the message", async () => {
  const { send } = harness();
  const { body } = await send(`/v1/services?${"k".repeat(8000)}=1`);
  expect(body["errors"]).toMatchObject([
    { path: `?${CUT}`, message: expect.stringContaining(CUT) },
  ]);
});
