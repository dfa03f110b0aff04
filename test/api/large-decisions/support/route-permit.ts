import { handle } from "hono/aws-lambda";
import type { Pack } from "../../../../src/engine/model/pack.ts";
import { addDays } from "../../../../src/engine/values/calendar.ts";
import { readPack } from "../../../../src/pack/read-pack.ts";
import type { CoverageAnswer, CoverageRegistry } from "../../../../src/registry/coverage.ts";
import { eventOf } from "../../support/event.ts";
import { CALLER, type Harness, harness, NIB, OBSERVED_AT } from "../../support/harness.ts";

/** What the registry says of all drivers, or of every other one. */
export type Drivers = "active" | "half lapsed" | "lapsed" | "unknown";

function found(status: string): CoverageAnswer {
  return {
    kind: "found",
    observedAt: OBSERVED_AT,
    facts: {
      "coverage.status": status,
      "coverage.programmes": ["JKK", "JKM"],
      "coverage.paidThrough": "2026-12-12",
      "coverage.segment": "BPU",
    },
  };
}

const UNKNOWN: CoverageAnswer = { kind: "no-answer", cause: "not-found", observedAt: OBSERVED_AT };

const ANSWERS: Readonly<Record<Drivers, readonly CoverageAnswer[]>> = {
  active: [found("AKTIF")],
  "half lapsed": [found("AKTIF"), found("NONAKTIF")],
  lapsed: [found("NONAKTIF")],
  unknown: [UNKNOWN],
};

function registryOf(drivers: Drivers): CoverageRegistry {
  const answers = ANSWERS[drivers];
  return {
    lookUp: async (niks) =>
      new Map(niks.map((nik, index) => [nik, answers[index % answers.length] ?? UNKNOWN])),
  };
}

/** The shipped rules, which allow 500 drivers, with as many as a request may name. */
async function rulesForMany(): Promise<Pack> {
  const read = await readPack("rules");
  if (!read.ok) throw new Error("the shipped rules are not valid");
  const groups = [...read.pack.groups].map(
    ([id, group]) => [id, { ...group, maxItems: 2000 }] as const,
  );
  return { ...read.pack, groups: new Map(groups) };
}

const PACK = await rulesForMany();

/** The whole API with a registry that says so of every driver. */
export function apiWith(drivers: Drivers, indent?: number): Harness {
  return harness({
    pack: PACK,
    coverage: registryOf(drivers),
    timeLimits: { secondOpinion: 20_000 },
    ...(indent !== undefined && { indent }),
  });
}

/** A route permit's renewal, complete but for what the registry says. */
export function routePermit(drivers: number): object {
  return {
    service: "kota-serang/perpanjangan-trayek",
    applicant: { nib: NIB },
    groups: {
      drivers: Array.from({ length: drivers }, (_, index) => ({
        nik: `367399180287${String(index + 1).padStart(4, "0")}`,
        // Each turns on days of its own.
        facts: { "person.birthDate": addDays("1965-01-01", 7 * index) ?? "" },
      })),
    },
    facts: {
      "operator.legalForm": "KOPERASI",
      "operator.vehicles": 6,
      "operator.depot": true,
      "operator.maintenance": true,
      "document.permitDecree": true,
      "document.supervisionCard": true,
      "document.stnk": true,
      "document.testBook": true,
      "document.nib": true,
      "document.jasaRaharja": true,
      "document.ktp": true,
    },
    language: "en",
  };
}

/** As much as a function of AWS Lambda may hand back, in bytes. */
export const MOST_LAMBDA_BYTES = 6_291_556;

/** What Lambda would carry of an answer: its bytes, and the body as the caller reads it. */
export async function throughLambda(
  { app }: Harness,
  path: string,
  headers: Readonly<Record<string, string>> = {},
): Promise<{ readonly bytes: number; readonly content: Buffer }> {
  const { scopes, services, expiresAt, ...caller } = CALLER;
  const lambda = {
    ...caller,
    scopes: scopes.join(" "),
    services: services.join(" "),
    expiresAt: String(expiresAt),
  };
  const event = eventOf("GET", path, { lambda });
  const answer = await handle(app)({ ...event, headers: { ...event.headers, ...headers } });
  if (answer.statusCode !== 200) throw new Error(answer.body);
  return {
    bytes: Buffer.byteLength(JSON.stringify(answer)),
    content: Buffer.from(answer.body, answer.isBase64Encoded ? "base64" : "utf8"),
  };
}
