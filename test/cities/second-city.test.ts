import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { greeting } from "../../src/cli/serve/greeting.ts";
import { createLocalIssuer } from "../../src/cli/serve/issuer.ts";
import { type Service, startService } from "../../src/cli/serve/start.ts";
import { readPack } from "../../src/pack/read-pack.ts";
import { type Asked, layak } from "../cli/support/layak.ts";
import { checkedLog } from "../support/checked-log.ts";

const CITY = "kabupaten-lebak";
const PARKING = `${CITY}/parkir`;
const APPLICATION = {
  service: PARKING,
  applicant: { office: "dishub" },
  facts: { "document.stnk": true },
};

let folder = "";
let rules = "";
let made: readonly Asked[] = [];
let service: Service;

async function packIn(directory: string) {
  const read = await readPack(directory);
  if (!read.ok) throw new Error(JSON.stringify(read.diagnostics, null, 2));
  return read.pack;
}

/** A second city and its first service, as policy staff begin them; no file of code is touched. */
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "layak-cities-"));
  rules = join(folder, "rules");
  cpSync("rules", rules, { recursive: true });
  const flags = (more: Readonly<Record<string, string>>) =>
    Object.entries({ ...more, rules, lang: "en" }).flatMap(([name, value]) => [`--${name}`, value]);
  const city = { label: "Kabupaten Lebak", area: "3602", office: "dishub=Dinas Perhubungan" };
  const first = {
    from: "2026-01-01",
    title: "Parkir langganan",
    owner: "Dinas Perhubungan",
    applicant: "office",
    require: "document.stnk",
  };
  made = [
    await layak(["new", "city", CITY, ...flags(city)]),
    await layak(["new", PARKING, ...flags(first)]),
  ];
  const policy = join(rules, PARKING, "2026-01-01.json");
  const draft = readFileSync(policy, "utf8");
  writeFileSync(policy, draft.replace('"draft"', '"pilot"'));
  service = await startService({
    pack: await packIn(rules),
    port: 0,
    data: join(folder, "data"),
    contract: "dist/functions/contract",
    language: "en",
    clock: () => new Date(),
    log: checkedLog(),
    environment: {},
  });
}, 120_000);

afterAll(async () => {
  await service?.stop();
  rmSync(folder, { recursive: true, force: true });
});

async function ask(path: string, body?: unknown, token = service.token) {
  const headers = {
    authorization: `Bearer ${token}`,
    "content-type": "application/json",
    "accept-language": "en",
  };
  const post = body === undefined ? {} : { method: "POST", body: JSON.stringify(body) };
  const answer = await fetch(`${service.address}${path}`, { headers, ...post });
  return { status: answer.status, body: JSON.parse(await answer.text()) };
}

function tokenFor(...cities: readonly string[]): Promise<string> {
  const options = { directory: join(folder, "data"), cities, clock: () => new Date() };
  return createLocalIssuer(options).then((issuer) => issuer.issue());
}

describe("a second city", () => {
  test("is begun by two commands, which say what to do next", () => {
    expect(made.map(({ code, err }) => [code, err])).toEqual([
      [0, []],
      [0, []],
    ]);
    expect(made[0]?.out).toEqual([
      `Written: ${rules}/${CITY}/city.json`,
      "The nation's parameters, sources and facts hold here too, until this city writes its own.",
      "",
      "What to do next:",
      `  1. layak new ${CITY}/<service> --rules ${rules}   its first service`,
      `  2. layak validate ${rules}   what is wrong, at its line`,
      `  3. Offices that apply themselves stand in "offices" of ${rules}/${CITY}/city.json`,
    ]);
  });

  test("is served beside the first: its service is listed and described", async () => {
    const { body } = await ask("/v1/services");
    const ids: readonly string[] = body.services.map(({ id }: { readonly id: string }) => id);
    expect(ids.filter((id) => !id.startsWith("kota-serang/"))).toContain(PARKING);
    expect(ids.filter((id) => id.startsWith("kota-serang/")).length).toBeGreaterThan(0);
    const described = await ask(`/v1/services/${PARKING}`);
    expect(described.body).toMatchObject({
      id: PARKING,
      applicant: { kinds: ["office"], offices: [{ code: "dishub", label: "Dinas Perhubungan" }] },
    });
  });

  test("gets decisions on record, found again by its office, with a receipt that proves itself", async () => {
    const { status, body } = await ask("/v1/decisions", APPLICATION);
    expect([status, body.outcome]).toEqual([201, "eligible"]);
    const { applicant } = APPLICATION;
    const found = await ask("/v1/decisions/search", { applicant, service: PARKING });
    expect(found.body.decisions).toMatchObject([{ id: body.id, service: PARKING }]);
    const keys = join(folder, "keys.json");
    const answer = join(folder, "answer.json");
    writeFileSync(keys, JSON.stringify((await ask("/v1/keys")).body));
    writeFileSync(answer, JSON.stringify(body));
    const about = (whom: string) =>
      layak(["verify", answer, "--keys", keys, "--applicant", whom, "--lang", "en"]);
    expect((await about(`office:${CITY}/dishub`)).code).toBe(0);
    expect((await about("office:kota-serang/dishub")).code).toBe(2);
    const record = join(folder, "record.json");
    writeFileSync(record, JSON.stringify((await ask(`/v1/decisions/${body.id}/record`)).body));
    expect((await layak(["replay", record, "--rules", rules])).code).toBe(0);
  });

  test("is asked by tokens of its own: they open no other city, nor others' tokens this one", async () => {
    const own = await tokenFor(CITY);
    const others = await tokenFor("kota-serang");
    expect((await ask("/v1/decisions", APPLICATION, own)).status).toBe(201);
    const preview = { service: "kota-serang/sewa-kios" };
    expect([
      (await ask("/v1/decisions", APPLICATION, others)).body.code,
      (await ask("/v1/previews", preview, own)).body.code,
      (await ask("/v1/previews", preview, others)).status,
    ]).toEqual(["service-foreign", "service-foreign", 200]);
  });

  test("stands in the contract that is served, with its own offices", async () => {
    const { body } = await ask("/openapi.json");
    const { version } = JSON.parse(readFileSync("package.json", "utf8"));
    expect(body.info.version).toBe(version);
    const { KabupatenLebakParkirRequest: request, KabupatenLebakOfficeApplicant: office } =
      body.components.schemas;
    expect(request.properties.applicant).toEqual({
      $ref: "#/components/schemas/KabupatenLebakOfficeApplicant",
    });
    expect(office.properties.office.enum).toEqual(["dishub"]);
    const examples = body.paths["/v1/decisions"].post.requestBody.content["application/json"];
    expect(examples.examples.KabupatenLebakParkir.value.applicant).toEqual({ office: "dishub" });
    const page = await fetch(`${service.address}/docs`);
    expect([page.status, await page.text()]).toEqual([200, expect.stringContaining("<html")]);
  });

  test("is told by the commands of policy staff", async () => {
    const valid = await layak(["validate", rules, "--lang", "en"]);
    expect([valid.code, valid.err]).toEqual([0, []]);
    const tested = await layak(["test", rules, "--lang", "en"]);
    expect(tested.out.join("\n")).toMatch(new RegExp(`^${PARKING}: \\d+ of \\d+ cases`, "m"));
    const shown = await layak(["show", PARKING, "--rules", rules, "--lang", "en"]);
    expect(shown.out).toEqual(
      expect.arrayContaining([
        `Service: ${PARKING}`,
        "City: Kabupaten Lebak",
        "Applicant: an office of the city, by its code in city.json",
      ]),
    );
  });
});

describe("a city that is the only one", () => {
  test("is greeted with an example of its own that is answered", async () => {
    const pack = await packIn(rules);
    const services = new Map([...pack.services].filter(([id]) => id.startsWith(CITY)));
    const lines = greeting(service, "en", { ...pack, services });
    const command = lines.find((line) => line.startsWith("curl")) ?? "";
    const body: unknown = JSON.parse(/-d '(.*)'$/.exec(command)?.[1] ?? "null");
    expect(body).toMatchObject({ service: PARKING, language: "en" });
    expect((await ask("/v1/decisions", body)).status).toBe(201);
    expect(lines.join("\n")).not.toContain("kota-serang");
  });

  test("may have no service yet: then there is nothing to paste", async () => {
    const pack = await packIn(rules);
    const lines = greeting(service, "en", { ...pack, services: new Map() });
    expect(lines.filter((line) => line.startsWith("curl"))).toEqual([]);
  });
});
