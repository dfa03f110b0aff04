import { describe, expect, it } from "vitest";
import { decide, prepare } from "../../src/engine/decision/prepare.ts";
import { LayakError } from "../../src/engine/errors.ts";
import type { Decision } from "../../src/engine/model/decision.ts";
import { fact, packOf, policy, requirement, SERVICE } from "../support/pack.ts";

const pack = packOf({
  facts: {
    ready: fact({ type: "boolean" }),
    count: fact({ type: "integer", minimum: 0, maximum: 10 }),
    size: fact({ type: "number" }),
    price: fact({ type: "money" }),
    day: fact({ type: "date" }),
    status: fact({ type: "code", codes: { AKTIF: { id: "aktif" } } }),
    nik: fact({ type: "string", format: "nik", personal: true }),
    secret: fact({ type: "money", personal: true }),
    plate: fact({ type: "string", pattern: "[A-Z]{1,2} \\d{1,4} [A-Z]{1,3}" }),
    programmes: fact({ type: "list", items: { type: "string" } }),
  },
  groups: {
    drivers: { label: { id: "Pengemudi" }, minItems: 1, maxItems: 3, facts: ["status", "day"] },
  },
  policies: {
    "2026-01-01": policy([
      requirement("siap", { fact: "ready", operator: "equal", value: true }),
      requirement("ukuran", { fact: "size", operator: "lessThanInclusive", value: 0 }),
    ]),
  },
});

function ask(facts: unknown): Decision | LayakError {
  const judge = prepare(pack, { service: SERVICE, asOf: "2026-11-22" });
  try {
    return judge.decide(judge.check(facts));
  } catch (error) {
    if (error instanceof LayakError) return error;
    throw error;
  }
}

function issuesFor(facts: unknown): readonly (readonly [string, string, string | undefined])[] {
  const result = ask(facts);
  return result instanceof LayakError
    ? result.issues.map(({ code, fact, message }) => [code, fact, message.en])
    : [];
}

const json = (text: string): unknown => JSON.parse(text);

describe("facts that cannot be used", () => {
  it.each<readonly [string, unknown, string, string, string]>([
    [
      "__proto__",
      json('{"__proto__":{"ready":true}}'),
      "fact-unknown",
      "__proto__",
      '"__proto__" is not in the catalogue of facts.',
    ],
    [
      "constructor",
      { constructor: true },
      "fact-unknown",
      "constructor",
      '"constructor" is not in the catalogue of facts.',
    ],
    [
      "asOf",
      { asOf: "2030-01-01" },
      "fact-reserved",
      "asOf",
      '"asOf" is set by Layak; take it out of the facts.',
    ],
    [
      "a parameter",
      { "parameter.iuran": 1 },
      "fact-reserved",
      "parameter.iuran",
      '"parameter.iuran" is set by Layak; take it out of the facts.',
    ],
    [
      "a group's count",
      { "drivers.count": 1 },
      "fact-reserved",
      "drivers.count",
      '"drivers.count" is set by Layak; take it out of the facts.',
    ],
    [
      "a misspelt fact",
      { statsu: "AKTIF" },
      "fact-unknown",
      "statsu",
      '"statsu" is not in the catalogue of facts. Did you mean "status"?',
    ],
    [
      "NaN",
      { size: Number.NaN },
      "fact-type",
      "size",
      '"size" (NaN) must be a number, such as 1.5.',
    ],
    [
      "1e400",
      json('{"size":1e400}'),
      "fact-type",
      "size",
      '"size" (Infinity) must be a number, such as 1.5.',
    ],
    [
      "a fraction of rupiah",
      { price: 16.8 },
      "fact-type",
      "price",
      '"price" (16.8) must be a whole number without separators, such as 16800. Write 16800.',
    ],
    [
      "16.800 as text",
      { price: "16.800" },
      "fact-type",
      "price",
      '"price" ("16.800") must be a whole number without separators, such as 16800. Write 16800.',
    ],
    [
      "Rp16.800",
      { price: "Rp16.800" },
      "fact-type",
      "price",
      '"price" ("Rp16.800") must be a whole number without separators, such as 16800. Write 16800.',
    ],
    [
      "2^53",
      { price: 2 ** 53 },
      "fact-type",
      "price",
      '"price" (9007199254740992) must be a whole number without separators, such as 16800.',
    ],
    [
      "more than the maximum",
      { count: 11 },
      "fact-range",
      "count",
      '"count" (11) must be at most 10.',
    ],
    [
      "30 February",
      { day: "2026-02-30" },
      "fact-date",
      "day",
      '"day" ("2026-02-30") is not in the calendar; write YYYY-MM-DD, such as 2026-11-22.',
    ],
    [
      "a date as a time",
      { day: "2026-02-03T00:00:00Z" },
      "fact-date",
      "day",
      '"day" ("2026-02-03T00:00:00Z") is not in the calendar; write YYYY-MM-DD, such as 2026-11-22.',
    ],
    [
      "a code in lower case",
      { status: "aktif" },
      "fact-code",
      "status",
      '"status" ("aktif") must be one of the codes: AKTIF.',
    ],
    [
      "a code of the prototype",
      { status: "toString" },
      "fact-code",
      "status",
      '"status" ("toString") must be one of the codes: AKTIF.',
    ],
    [
      "a personal value",
      { nik: "1234567890123456" },
      "fact-format",
      "nik",
      '"nik" is not a NIK: 16 digits, the 7th to 12th a birth date.',
    ],
    [
      "a personal amount",
      { secret: "16.800" },
      "fact-type",
      "secret",
      '"secret" must be a whole number without separators, such as 16800.',
    ],
    [
      "a lone surrogate",
      { programmes: ["\ud800"] },
      "fact-format",
      "programmes[0]",
      '"programmes[0]" ("\\ud800") is broken Unicode.',
    ],
    [
      "a pattern within more text",
      { plate: "xx A 1234 BC" },
      "fact-format",
      "plate",
      '"plate" ("xx A 1234 BC") must have the form [A-Z]{1,2} \\d{1,4} [A-Z]{1,3}.',
    ],
    [
      "a list for a scalar",
      { ready: [true] },
      "fact-type",
      "ready",
      '"ready" must be true or false.',
    ],
    [
      "a string for a boolean",
      { ready: "true" },
      "fact-type",
      "ready",
      '"ready" ("true") must be true or false.',
    ],
    [
      "a list that is not one",
      { programmes: "JKK" },
      "fact-type",
      "programmes",
      '"programmes" ("JKK") must be a list [ ].',
    ],
    [
      "a group that is not a list",
      { drivers: {} },
      "fact-type",
      "drivers",
      '"drivers" must be a list [ ] of objects { }.',
    ],
    [
      "too few drivers",
      { drivers: [] },
      "fact-items",
      "drivers",
      '"drivers" holds 0; it must hold 1 to 3.',
    ],
    [
      "a driver who is not a record",
      { drivers: ["Budi"] },
      "fact-type",
      "drivers[0]",
      '"drivers[0]" must be an object { } of facts.',
    ],
    [
      "a driver's foreign fact",
      { drivers: [{ ready: true }] },
      "fact-unknown",
      "drivers[0].ready",
      '"drivers[0].ready" is not in the catalogue of facts.',
    ],
    [
      "a driver's wrong fact",
      { drivers: [null, { status: 1 }] },
      "fact-type",
      "drivers[1].status",
      '"drivers[1].status" (1) must be text.',
    ],
    ["no record", null, "fact-type", "facts", '"facts" must be an object { } of facts.'],
    ["a list", [], "fact-type", "facts", '"facts" must be an object { } of facts.'],
    [
      "a record with a prototype",
      Object.create({ ready: true }),
      "fact-type",
      "facts",
      '"facts" must be an object { } of facts.',
    ],
  ])("%s: are told by name", (_, facts, code, name, message) => {
    expect(issuesFor(facts)).toEqual([[code, name, message]]);
  });

  it("are told all at once, in both languages, and without a personal value", () => {
    const result = ask({ nik: "3673010101990001X", count: -1, ready: 1 });
    expect(result).toBeInstanceOf(LayakError);
    if (!(result instanceof LayakError)) return;
    expect(result.code).toBe("facts-invalid");
    expect(result.text.id).toBe("Ada 3 fakta yang tidak dapat dipakai; keputusan tidak dibuat.");
    expect(result.issues.map(({ message }) => message.id)).toEqual([
      '"nik" bukan NIK: 16 angka, angka ke-7 sampai ke-12 tanggal lahir.',
      '"count" (-1) harus paling sedikit 0.',
      '"ready" (1) harus true atau false.',
    ]);
    expect(JSON.stringify([result.message, result.text, result.issues])).not.toContain("36730101");
  });

  it("are told up to a hundred, however many there are", () => {
    const many = Object.fromEntries(
      Array.from({ length: 100_000 }, (_, index) => [`x${index}`, 1]),
    );
    expect(issuesFor(many).length).toBe(100);
    expect(issuesFor({ programmes: Array.from({ length: 1_000_000 }, () => 1) })).toEqual([
      ["fact-items", "programmes", '"programmes" must hold at most 1000 items.'],
    ]);
    expect(issuesFor({ drivers: Array.from({ length: 1_000_000 }, () => null) })).toEqual([
      ["fact-items", "drivers", '"drivers" holds 1000000; it must hold 1 to 3.'],
    ]);
  });

  it("are told where they are nested ten thousand deep", () => {
    let deep: unknown = 1;
    for (let depth = 0; depth < 10_000; depth++) deep = [deep];
    expect(issuesFor({ programmes: deep })[0]?.[0]).toBe("fact-type");
    expect(issuesFor({ ready: deep })[0]?.[0]).toBe("fact-type");
  });

  it("are told where a program has polluted Object.prototype", () => {
    const polluting = { value: true, enumerable: true, configurable: true, writable: true };
    Object.defineProperty(Object.prototype, "ready", polluting);
    const issues = issuesFor({ size: 0 });
    Reflect.deleteProperty(Object.prototype, "ready");
    expect(issues).toEqual([["fact-reserved", "ready", '"ready" comes from Object.prototype.']]);
  });
});

describe("facts that look odd and are right", () => {
  it("minus zero is zero", () => {
    expect(ask({ ready: true, size: -0 })).toMatchObject({ outcome: "eligible" });
  });

  it("a record without a prototype is a record", () => {
    const facts = Object.assign(Object.create(null), { ready: true, size: 0 });
    expect(ask(facts)).toMatchObject({ outcome: "eligible" });
  });

  it("undefined is absent", () => {
    expect(ask({ ready: undefined, size: 0 })).toMatchObject({ missing: ["ready"] });
  });

  it("deciding changes nothing in frozen facts", () => {
    const facts = Object.freeze({
      ready: true,
      drivers: Object.freeze([Object.freeze({ status: "AKTIF" })]),
    });
    const question = Object.freeze({ service: SERVICE, asOf: "2026-11-22", facts });
    expect(decide(pack, question).missing).toEqual(["size"]);
  });
});

describe("questions that cannot be asked", () => {
  it.each([
    [
      { service: "kota/layana", asOf: "2026-11-22" },
      "service-unknown",
      'There is no service "kota/layana". Did you mean "kota/layanan"?',
    ],
    [
      { service: "__proto__", asOf: "2026-11-22" },
      "service-unknown",
      'There is no service "__proto__".',
    ],
    [
      { service: SERVICE, asOf: "2026-02-30" },
      "date-invalid",
      '"asOf" is not in the calendar; write YYYY-MM-DD, such as 2026-11-22.',
    ],
    [
      { service: SERVICE, asOf: "2025-12-31" },
      "policy-not-in-force",
      'No policy of "kota/layanan" is in force on 2025-12-31.',
    ],
    [
      { service: SERVICE, asOf: "2026-11-22", version: "2030-01-01" },
      "version-unknown",
      '"kota/layanan" has no version "2030-01-01". There are: 2026-01-01.',
    ],
  ])("%j", (question, code, message) => {
    expect(() => decide(pack, { ...question, facts: {} })).toThrow(
      expect.objectContaining({ code, message }),
    );
  });
});
