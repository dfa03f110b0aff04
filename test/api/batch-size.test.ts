import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { MOST_ANSWER_BYTES, MOST_ITEM_ERRORS } from "../../src/api/batch/results.ts";
import { runs } from "../support/generate/runs.ts";
import { harness, kioskRequest, NIB, NIKS, postOf } from "./support/harness.ts";

const ROUTE = "/v1/decisions/batch";

interface Result {
  readonly id?: string;
  readonly receipt?: string;
  readonly abridged?: boolean;
  readonly moreErrors?: number;
  readonly problem?: { readonly code: string; readonly detail: string; readonly errors: object[] };
}

function resultsIn(body: unknown): readonly Result[] {
  const { results }: { readonly results: readonly Result[] } = JSON.parse(JSON.stringify(body));
  return results;
}

/** What a function's answer takes: the body is a text in it. */
function bytesSent(body: unknown): number {
  return Buffer.byteLength(JSON.stringify(JSON.stringify(body)));
}

const signing = (length: (index: number) => number) => {
  let signed = 0;
  return {
    sign: async () => {
      signed += 1;
      return "x".repeat(length(signed - 1));
    },
  };
};

describe("the answer of a batch", () => {
  test("of whatever size a function can carry; what is left out is read one by one", async () => {
    const api = harness({ signer: signing(() => 40_000) });
    const items = Array.from({ length: 300 }, () => kioskRequest());
    const { body } = await api.send(ROUTE, postOf({ items }));
    expect(bytesSent(body)).toBeLessThan(MOST_ANSWER_BYTES);
    const results = resultsIn(body);
    const short = results.findIndex(({ abridged }) => abridged === true);
    expect(short).toBeGreaterThan(100);
    expect(results.slice(0, short).every(({ receipt }) => receipt !== undefined)).toBe(true);
    expect(results.slice(short).every(({ abridged }) => abridged === true)).toBe(true);
    const first = results[short];
    expect(first).toEqual({
      id: expect.any(String),
      service: "kota-uji/kios",
      outcome: "eligible",
      subject: expect.stringMatching(/^sha256:/),
      abridged: true,
    });
    const read = await api.send(`/v1/decisions/${first?.id}`);
    expect(read.body["receipt"]).toHaveLength(40_000);
  });

  test("leaves a large result out and tells the small ones after it whole", async () => {
    const api = harness({ signer: signing((index) => (index === 1 ? 6_000_000 : 10)) });
    const items = [kioskRequest(), kioskRequest(), kioskRequest()];
    const { body } = await api.send(ROUTE, postOf({ items }));
    expect(resultsIn(body).map(({ abridged }) => abridged)).toEqual([undefined, true, undefined]);
  });

  test("is never larger, whatever receipts are in it", async () => {
    const lengths = fc.array(fc.integer({ min: 0, max: 3_000_000 }), {
      minLength: 1,
      maxLength: 12,
    });
    await fc.assert(
      fc.asyncProperty(lengths, async (each) => {
        const api = harness({ signer: signing((index) => each[index] ?? 0) });
        const items = each.map(() => kioskRequest());
        const { body } = await api.send(ROUTE, postOf({ items }));
        const results = resultsIn(body);
        expect(bytesSent(body)).toBeLessThan(MOST_ANSWER_BYTES);
        expect(results).toHaveLength(each.length);
        const whole = each.reduce((sum, length) => sum + length, 0);
        if (whole < MOST_ANSWER_BYTES - 20_000) {
          expect(results.filter(({ abridged }) => abridged === true)).toEqual([]);
        }
      }),
      runs(15),
    );
  });

  test("tells some of an item's faults, and how many more there are", async () => {
    const groups = { drivers: Array.from({ length: 130 }, () => ({})) };
    const many = { service: "kota-uji/trayek", applicant: { nib: NIB }, groups };
    const items = [many, { ...kioskRequest(), asof: "2026-11-22" }];
    const { body } = await harness().send(ROUTE, postOf({ items }));
    const [first, second] = resultsIn(body);
    expect(first?.problem?.errors).toHaveLength(MOST_ITEM_ERRORS);
    expect(first?.moreErrors).toBe(120);
    expect(first?.problem?.detail).toContain("130");
    expect(second?.problem?.errors).toHaveLength(1);
    expect(second).not.toHaveProperty("moreErrors");
  });

  test("is bounded too where the faults quote what was sent", async () => {
    const long = '"'.repeat(200_000);
    const members = Array.from({ length: 20 }, () => ({ nik: 1 }));
    const items = [
      kioskRequest(),
      { ...kioskRequest(), groups: { [long]: members } },
      { ...kioskRequest(), groups: { [long.slice(1)]: members } },
    ];
    const answered = async (receipt: number) => {
      const api = harness({ signer: signing(() => receipt) });
      const { body } = await api.send(ROUTE, postOf({ items }));
      expect(bytesSent(body)).toBeLessThan(MOST_ANSWER_BYTES);
      return resultsIn(body);
    };
    const [, told] = await answered(10);
    expect(told?.problem?.errors).toHaveLength(MOST_ITEM_ERRORS);
    expect(told).toMatchObject({ moreErrors: 10 });
    const [issued, first, second] = await answered(4_997_000);
    expect(issued).not.toHaveProperty("abridged");
    for (const refused of [first, second]) {
      expect(refused).toMatchObject({
        problem: { code: "request-invalid", errors: [] },
        moreErrors: 20,
        abridged: true,
      });
    }
  });
});

describe("the people of a batch", () => {
  const items = (first: number, second: number) =>
    [first, second].map((count) => ({
      service: "kota-uji/trayek",
      applicant: { nib: NIB },
      groups: { drivers: Array.from({ length: count }, (_, index) => ({ nik: nikOf(index) })) },
    }));
  const nikOf = (index: number) => `${NIKS.active.slice(0, 12)}${String(index).padStart(4, "0")}`;

  test("are 2,000 at most, all items together", async () => {
    const { status, body } = await harness().send(ROUTE, postOf({ items: items(1000, 1001) }));
    expect([status, body["code"], body["errors"]]).toEqual([
      422,
      "request-invalid",
      [
        {
          path: "/items",
          code: "people-too-many",
          message: "Paling banyak 2000 orang dalam satu permintaan.",
        },
      ],
    ]);
  });

  test("may be so many, and are all asked about at once", async () => {
    const { send, registry } = harness();
    const { status, body } = await send(ROUTE, postOf({ items: items(1000, 1000) }));
    expect(status).toBe(200);
    expect(registry.asked.map((niks) => niks.length)).toEqual([1000]);
    expect(resultsIn(body).every(({ id }) => id !== undefined)).toBe(true);
    expect(bytesSent(body)).toBeLessThan(MOST_ANSWER_BYTES);
  });
});
