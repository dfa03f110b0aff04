import { describe, expect, test } from "vitest";
import type { AppDependencies } from "../../src/api/app.ts";
import { harness, kioskRequest, NIB, NIKS, postOf, testLedger } from "./support/harness.ts";

const BIRTH = "1985-04-31";
const NAME = "Siti Rahmawati";
const SECRETS = [...Object.values(NIKS), NIB, BIRTH, NAME, "NONAKTIF"];

const VALID = kioskRequest(NIKS.lapsed);
const nik = NIKS.active;

/** Requests that put a NIK, a NIB, a name or a personal fact wherever a message could quote it. */
const REQUESTS: readonly (readonly [name: string, path: string, init: RequestInit])[] = [
  ["a good one", "/v1/decisions", postOf(VALID)],
  ["as the service", "/v1/decisions", postOf({ ...VALID, service: nik })],
  ["as a key", "/v1/decisions", postOf({ ...VALID, [nik]: 1 })],
  ["as a fact's id", "/v1/decisions", postOf({ ...VALID, facts: { [nik]: 1 } })],
  ["as a fact's value", "/v1/decisions", postOf({ ...VALID, facts: { "kiosk.owner": nik } })],
  ["as a number", "/v1/decisions", postOf(`{"applicant":{"nik":${nik}}}`)],
  ["as a broken word", "/v1/decisions", postOf(`{"applicant":{"nik":${nik}x}}`)],
  [
    "before broken JSON",
    "/v1/decisions",
    postOf(`{"applicant":{"nik":"${nik}"},"name":"${NAME}",}`),
  ],
  ["as a doubled key", "/v1/decisions", postOf(`{"${nik}":1,"${nik}":2}`)],
  ["as the day", "/v1/decisions", postOf({ ...VALID, asOf: nik })],
  ["as the language", "/v1/decisions", postOf({ ...VALID, language: nik })],
  ["with a letter", "/v1/decisions", postOf({ ...VALID, applicant: { nik: `${nik.slice(1)}x` } })],
  [
    "a personal fact that is wrong",
    "/v1/decisions",
    postOf({ ...VALID, facts: { "person.birthDate": BIRTH } }),
  ],
  [
    "a personal fact of another type",
    "/v1/decisions",
    postOf({ ...VALID, facts: { "person.birthDate": NAME } }),
  ],
  [
    "twice in a group",
    "/v1/decisions",
    postOf({
      service: "kota-uji/trayek",
      applicant: { nib: NIB },
      groups: { drivers: [{ nik }, { nik, facts: { "person.birthDate": NAME } }] },
    }),
  ],
  [
    "a NIB that is too short",
    "/v1/decisions",
    postOf({ ...VALID, applicant: { nib: NIB.slice(1) } }),
  ],
  ["in the query", `/v1/services?${nik}=1&asOf=${nik}`, {}],
  ["in the address", `/v1/services/kota-uji/${nik}`, {}],
  ["in an address that is none", `/v1/people/${nik}`, {}],
  ["as a header", "/healthz", { headers: { "x-request-id": nik, "accept-language": nik } }],
];

const SURROUNDINGS: readonly (readonly [string, Partial<AppDependencies>])[] = [
  ["all is well", {}],
  [
    "the registry throws",
    { coverage: { lookUp: () => Promise.reject(new Error(`${nik} ${NAME}`)) } },
  ],
  [
    "the ledger throws",
    { ledger: { ...testLedger(), record: () => Promise.reject(new Error(`${nik} ${NAME}`)) } },
  ],
  [
    "the second opinion throws",
    { secondOpinion: () => Promise.reject(new Error(`${nik} ${NAME}`)) },
  ],
  ["the second opinion differs", { secondOpinion: async () => ({ engine: "wrong", rules: {} }) }],
];

describe.each(SURROUNDINGS)("when %s", (_, replaced) => {
  test.each(REQUESTS)(
    "no log line and no problem tells who it was: %s",
    async (_name, path, init) => {
      const { send, lines } = harness(replaced);
      const { status, body } = await send(path, init);
      expect(lines.length).toBeGreaterThan(0);
      const told = [...lines.map((line) => JSON.stringify(line))];
      if (status >= 400) told.push(JSON.stringify(body));
      for (const secret of SECRETS) {
        expect(told.filter((line) => line.includes(secret))).toEqual([]);
      }
    },
  );
});

test("an address whose coding is broken is a problem, not an error", async () => {
  const { send } = harness();
  expect((await send(`/v1/services/%/${nik}`)).status).toBe(404);
});
