import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, test } from "vitest";
import { createApp } from "../../src/api/app.ts";
import type { App } from "../../src/api/base.ts";
import { contractFilesIn } from "../../src/api/openapi/contract-files.ts";
import { jsonRulesEngineOpinion } from "../../src/api/second-opinion.ts";
import { todayInJakarta } from "../../src/api/today.ts";
import { EXAMPLE_REQUEST } from "../../src/cli/serve/greeting.ts";
import { createClaims } from "../../src/ledger/claims.ts";
import { createLedger } from "../../src/ledger/dynamodb-ledger.ts";
import { newSigningKey, publicKeySet, readSigningKeys } from "../../src/ledger/receipt/keys.ts";
import { createReceiptSigner } from "../../src/ledger/receipt/sign.ts";
import { readPack } from "../../src/pack/read-pack.ts";
import { loadRoster } from "../../src/registry/load-roster.ts";
import { createSnapshotRegistry } from "../../src/registry/snapshot-registry.ts";
import { syntheticPeople, syntheticRoster } from "../../src/registry/synthetic-roster.ts";
import { pseudonymWith } from "../../src/store/identity.ts";
import { ensureTables } from "../../src/store/tables.ts";
import { testDatabase } from "../store/support/database.ts";
import { checkedLog } from "../support/checked-log.ts";
import { CALLER, NIB, postOf } from "./support/harness.ts";

const database = testDatabase();
const TABLES = {
  coverage: "coverage",
  decisions: "decisions",
  claims: "claims",
  applicants: "applicants",
};
const NOW = new Date("2026-11-22T05:00:00Z");
let app: App | null = null;

beforeAll(async () => {
  const rules = await readPack("rules");
  if (!rules.ok) throw new Error("the shipped rules are not valid");
  const { pack } = rules;
  const client = database.client();
  const pseudonym = pseudonymWith({ id: "test", secret: Buffer.alloc(32, 1) });
  await ensureTables(client, TABLES);
  const target = { client, table: TABLES.coverage, pseudonym };
  const clock = () => NOW;
  await loadRoster(target, syntheticRoster(todayInJakarta(NOW)), AbortSignal.timeout(5000));
  const signingKeys = readSigningKeys(JSON.stringify(newSigningKey("test")));
  app = createApp({
    pack,
    rosterCounts: async () => null,
    coverage: createSnapshotRegistry({ ...target, clock, maximumAgeDays: 31 }),
    ledger: createLedger({
      client,
      table: TABLES.decisions,
      applicants: TABLES.applicants,
      pseudonym,
    }),
    claims: createClaims({ client, table: TABLES.claims }),
    fingerprint: (text) => text,
    signer: createReceiptSigner(signingKeys),
    contract: contractFilesIn("dist/functions/contract"),
    publicKeys: publicKeySet(signingKeys),
    checks: [],
    secondOpinion: jsonRulesEngineOpinion(pack),
    clock,
    log: checkedLog(),
    language: "id",
  });
});

interface Told {
  readonly outcome: string;
  readonly requirements: readonly { readonly id: string; readonly outcome: string }[];
}

async function ask(request: unknown): Promise<{ readonly status: number; readonly body: Told }> {
  if (app === null) throw new Error("the app is not there");
  const response = await app.request("/v1/decisions", postOf(request), {
    caller: { ...CALLER, services: ["kota-serang/*"] },
  });
  return { status: response.status, body: JSON.parse(await response.text()) };
}

const KIOSK = EXAMPLE_REQUEST.facts;
const FARM = {
  "aid.funding": "APBD",
  "applicant.stateApparatus": false,
  "person.birthDate": "1970-07-09",
  "applicant.residence": "3673",
  "land.hectares": 1.25,
  "land.commodities": ["PADI", "CABAI"],
  "farmerGroup.member": true,
};
const VEHICLE = {
  "vehicle.use": "ANGKUTAN_UMUM",
  "document.ktp": true,
  "document.stnk": true,
  "document.testBook": true,
  "vehicle.lastTest": "2026-08-01",
};
const ROUTE = {
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
  "permit.issued": "2023-03-01",
};

type Person = keyof typeof syntheticPeople;

describe("whom the roster does not name", () => {
  test("is told what docs/api.md shows", async () => {
    const applicant = { nik: "3673995708790077" };
    const { body } = await ask({ ...EXAMPLE_REQUEST, applicant, language: "en" });
    const page = readFileSync("docs/api.md", "utf8");
    const [, shown = ""] = /"unknownBecause": (\[.*?\n {2}\])/s.exec(page) ?? [];
    expect(body).toMatchObject({
      outcome: "undetermined",
      explanation: { unknownBecause: JSON.parse(shown) },
    });
  });
});

describe("the shipped rules over the synthetic roster", () => {
  test.each<readonly [Person, string, readonly string[]]>([
    ["activeTrader", "eligible", []],
    ["traderInGrace", "eligible", []],
    ["traderPastGrace", "ineligible", ["bpjs-aktif"]],
    ["lapsedTrader", "ineligible", ["bpjs-aktif"]],
    ["traderWithoutJkm", "ineligible", ["bpjs-aktif"]],
    ["traderNeverEnrolled", "ineligible", ["bpjs-aktif"]],
  ])("kiosk: %s is %s", async (person, outcome, unmet) => {
    const { nik } = syntheticPeople[person];
    const { status, body } = await ask({ ...EXAMPLE_REQUEST, applicant: { nik }, facts: KIOSK });
    expect(status).toBe(201);
    expect(body.outcome).toBe(outcome);
    expect(unmetOf(body)).toEqual(unmet);
  });

  test("kiosk: whom the roster does not know is undetermined, not refused", async () => {
    const applicant = { nik: "3673991204850099" };
    const { body } = await ask({ ...EXAMPLE_REQUEST, applicant, facts: KIOSK });
    expect(body).toMatchObject({
      outcome: "undetermined",
      missing: ["coverage.status", "coverage.paidThrough", "coverage.programmes"],
      facts: { "coverage.status": { source: "registry:coverage", state: "not-found" } },
    });
  });

  test.each<readonly [Person, string]>([
    ["activeFarmer", "eligible"],
    ["lapsedFarmer", "ineligible"],
  ])("fertiliser: %s is %s", async (person, outcome) => {
    const { nik } = syntheticPeople[person];
    const { body } = await ask({
      service: "kota-serang/bantuan-pupuk",
      applicant: { nik },
      facts: FARM,
    });
    expect(body.outcome).toBe(outcome);
  });

  test.each<readonly [string, Readonly<Record<string, string>>, string]>([
    ["a person", { nik: syntheticPeople.activeVehicleOwner.nik }, "met"],
    ["a person who lapsed", { nik: syntheticPeople.lapsedDriver.nik }, "unmet"],
    ["a company", { nib: NIB }, "unknown"],
  ])("vehicle test: %s is eligible, for coverage only advises", async (_, applicant, coverage) => {
    const facts = {
      ...VEHICLE,
      "applicant.stateApparatus": false,
      "person.birthDate": "1983-10-30",
    };
    const { body } = await ask({ service: "kota-serang/perpanjangan-kir", applicant, facts });
    expect(body.outcome).toBe("eligible");
    expect(outcomeOf(body, "bpjs-aktif")).toBe(coverage);
  });

  test.each<readonly [readonly Person[], string]>([
    [["activeDriver", "secondActiveDriver"], "eligible"],
    [["activeDriver", "driverInGrace"], "eligible"],
    [["activeDriver", "lapsedDriver"], "ineligible"],
    [["driverWithoutJkm", "activeDriver"], "ineligible"],
  ])("route permit: drivers %j are %s", async (people, outcome) => {
    const drivers = people.map((person) => ({
      nik: syntheticPeople[person].nik,
      facts: { "person.birthDate": "1987-02-18" },
    }));
    const service = "kota-serang/perpanjangan-trayek";
    const { body } = await ask({
      service,
      applicant: { nib: NIB },
      groups: { drivers },
      facts: ROUTE,
    });
    expect(body.outcome).toBe(outcome);
  });
});

function unmetOf({ requirements }: Told): readonly string[] {
  return requirements.filter(({ outcome }) => outcome === "unmet").map(({ id }) => id);
}

function outcomeOf({ requirements }: Told, id: string): string | undefined {
  return requirements.find((requirement) => requirement.id === id)?.outcome;
}
