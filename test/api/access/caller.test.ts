import { describe, expect, test } from "vitest";
import { type Caller, mayAskFor, mayRead } from "../../../src/api/access/caller.ts";
import { contextOf, readCaller } from "../../../src/api/access/caller-context.ts";

const CALLER: Caller = {
  client: "sistem-perizinan",
  scopes: ["decisions:write"],
  services: ["kota-uji/*", "kota-lain/kios"],
  expiresAt: 1_800_000_000,
};

describe("a caller may ask for", () => {
  test.each([
    ["kota-uji/kios", true],
    ["kota-uji/trayek", true],
    ["kota-lain/kios", true],
    ["kota-lain/trayek", false],
    ["kota-uji-2/kios", false],
    ["kota/uji", false],
    ["kota-uji/", false],
    ["kota-uji", false],
    ["kota-uji/kios/lagi", false],
    ["*/kios", false],
    ["", false],
  ])("%j: %j", (service, may) => {
    expect(mayAskFor(CALLER, service)).toBe(may);
  });

  test("nothing where its token lists nothing", () => {
    expect(mayAskFor({ ...CALLER, services: [] }, "kota-uji/kios")).toBe(false);
  });
});

describe("a caller may read", () => {
  const REVIEWER: Caller = { ...CALLER, scopes: ["decisions:read", "decisions:review"] };
  const READER: Caller = { ...CALLER, scopes: ["decisions:read"] };
  const own = "sistem-perizinan";
  test.each([
    ["what it asked for", READER, own, "kota-uji/kios", true],
    ["what it asked for, though its list is shorter now", READER, own, "kota-jauh/kios", true],
    ["nothing that another asked for", READER, "sistem-lain", "kota-uji/kios", false],
    ["what another asked for, with the review scope", REVIEWER, "lain", "kota-uji/kios", true],
    ["nothing of another city with the review scope", REVIEWER, "lain", "kota-jauh/kios", false],
  ])("%s", (_, caller, client, service, may) => {
    expect(mayRead(caller, { client, service })).toBe(may);
  });
});

const CONTEXT = {
  client: "sistem-perizinan",
  scopes: "decisions:read decisions:write",
  services: "kota-uji/* kota-lain/kios",
  officer: "Budi Santoso",
  expiresAt: 1_800_000_000,
};

describe("a caller is read from an authorizer's context", () => {
  test("as it was written", () => {
    const caller: Caller = { ...CALLER, officer: "Budi Santoso" };
    expect(readCaller(contextOf(caller))).toEqual(caller);
    expect(readCaller(contextOf(CALLER))).toEqual(CALLER);
    expect(readCaller(JSON.parse(JSON.stringify(contextOf(caller))))).toEqual(caller);
  });

  test("also where numbers are text and words are lists, without scopes of other systems", () => {
    const value = {
      ...CONTEXT,
      scopes: ["openid", "decisions:write", "decisions:read", "decisions:*"],
      services: ["kota-uji/*", "kota-uji/*"],
      expiresAt: "1800000000",
    };
    expect(readCaller(value)).toEqual({
      client: "sistem-perizinan",
      scopes: ["decisions:write", "decisions:read"],
      services: ["kota-uji/*"],
      officer: "Budi Santoso",
      expiresAt: 1_800_000_000,
    });
  });

  test.each<readonly [string, unknown]>([
    ["is nothing", null],
    ["is a word", "sistem-perizinan"],
    ["is empty", {}],
    ["has only a prototype", Object.create(CONTEXT)],
    ["names no client", { ...CONTEXT, client: "" }],
    ["names a client with a space", { ...CONTEXT, client: "a b" }],
    ["names a client that is too long", { ...CONTEXT, client: "a".repeat(201) }],
    ["names a client by a number", { ...CONTEXT, client: 7 }],
    ["lacks scopes", { ...CONTEXT, scopes: undefined }],
    ["has scopes that are no words", { ...CONTEXT, scopes: ["decisions:read", 1] }],
    ["lacks services", { ...CONTEXT, services: null }],
    ["lists every city", { ...CONTEXT, services: "*/*" }],
    ["lists everything", { ...CONTEXT, services: "*" }],
    ["lists a pattern in the middle", { ...CONTEXT, services: "kota-uji/ki*" }],
    ["lists something that is no service", { ...CONTEXT, services: ["kota-uji/*", "kota uji/x"] }],
    ["names an empty officer", { ...CONTEXT, officer: "" }],
    ["names an officer with a line break", { ...CONTEXT, officer: "Budi\nSantoso" }],
    ["names an officer by an object", { ...CONTEXT, officer: {} }],
    ["never ends", { ...CONTEXT, expiresAt: undefined }],
    ["ends at no number", { ...CONTEXT, expiresAt: "soon" }],
    ["ends at infinity", { ...CONTEXT, expiresAt: Number.POSITIVE_INFINITY }],
    ["ends before 1970", { ...CONTEXT, expiresAt: -1 }],
  ])("as nobody where it %s", (_, value) => {
    expect(readCaller(value)).toBeNull();
  });
});
