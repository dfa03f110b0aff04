import { describe, expect, test } from "vitest";
import { CALLER, harness, NIB, NIKS, postOf } from "../support/harness.ts";
import { packOfApplicants } from "./rules.ts";

const PACK = packOfApplicants();
const EN = { "accept-language": "en" };
const SPACE = { facts: { "building.area": 20 } };
const WORKERS = { groups: { workers: [{ nik: NIKS.active }] } };

const PERSON = { nik: NIKS.active };
const BUSINESS = { nib: NIB };
const OFFICE = { office: "dishub" };

describe("the applicant of a policy", () => {
  test.each([
    ["a person", "kota-uji/warga", PERSON, SPACE],
    ["a business", "kota-uji/toko", BUSINESS, SPACE],
    ["an office", "kota-uji/pekerja", OFFICE, WORKERS],
    ["a person where none is stated", "kota-uji/siapa", PERSON, SPACE],
    ["a business where none is stated", "kota-uji/siapa", BUSINESS, SPACE],
  ])("is %s", async (_, service, applicant, rest) => {
    const { ask } = harness({ pack: PACK });
    const { status, body } = await ask({ service, applicant, ...rest });
    expect([status, body["outcome"]]).toEqual([201, "eligible"]);
  });

  test.each([
    ["kota-uji/warga", BUSINESS, "/applicant/nib", 'This service is for a person: send "nik".'],
    ["kota-uji/warga", OFFICE, "/applicant/office", 'This service is for a person: send "nik".'],
    ["kota-uji/toko", PERSON, "/applicant/nik", 'This service is for a business: send "nib".'],
    [
      "kota-uji/pekerja",
      PERSON,
      "/applicant/nik",
      'This service is for an office of the city: send "office" with its code.',
    ],
    [
      "kota-uji/siapa",
      OFFICE,
      "/applicant/office",
      'This service is for a person: send "nik", or a business: send "nib".',
    ],
  ])("of %s is no other than it says: %j", async (service, applicant, path, detail) => {
    const { ask, registry, ledger } = harness({ pack: PACK });
    const { status, body } = await ask({ service, applicant, ...SPACE }, EN);
    expect(status).toBe(422);
    expect(body).toEqual({
      type: "urn:problem-type:layak:applicant-kind-refused",
      title: "Not an applicant of this service",
      status: 422,
      detail,
      code: "applicant-kind-refused",
      errors: [{ path, code: "applicant-kind-refused", message: detail }],
    });
    expect([registry.asked, ledger.entries]).toEqual([[], []]);
  });

  test("is a person alone where a registry's word about the applicant decides", async () => {
    const { ask } = harness();
    const request = { service: "kota-uji/kios", applicant: OFFICE, facts: {} };
    expect((await ask(request, EN)).body["detail"]).toBe(
      'This service is for a person: send "nik".',
    );
    const business = await ask({ ...request, applicant: BUSINESS }, EN);
    expect(business.body["code"]).toBe("applicant-nik-needed");
  });

  test("is that of the version in force on the day asked about", async () => {
    const { ask } = harness({ pack: PACK });
    const codeOf = async (asOf: string) => {
      const request = { service: "kota-uji/semula", applicant: OFFICE, asOf, ...SPACE };
      return (await ask(request)).body["code"];
    };
    expect([await codeOf("2026-05-31"), await codeOf("2026-06-01")]).toEqual([
      "applicant-kind-refused",
      undefined,
    ]);
  });
});

describe("the code of an office", () => {
  const errorsOf = async (applicant: object, headers: Record<string, string> = EN) => {
    const { ask } = harness({ pack: PACK });
    const { status, body } = await ask(
      { service: "kota-uji/pekerja", applicant, ...WORKERS },
      headers,
    );
    return [status, body["code"], body["errors"]];
  };

  test.each([
    ["that is mistyped is told with what was meant", "dishup", ' Did you mean "dishub"?'],
    ["that is like none is told with all there are", "bappeda", ' There are: "dishub", "dlh".'],
  ])("%s", async (_, office, help) => {
    expect(await errorsOf({ office })).toEqual([
      422,
      "request-invalid",
      [
        {
          path: "/applicant/office",
          code: "office-unknown",
          message: `"kota-uji" has no office "${office}".${help}`,
        },
      ],
    ]);
  });

  test("is told in Indonesian too", async () => {
    expect(await errorsOf({ office: "dishup" }, {})).toMatchObject([
      422,
      "request-invalid",
      [{ message: '"kota-uji" tidak mempunyai perangkat daerah "dishup". Maksudnya "dishub"?' }],
    ]);
  });

  test.each([
    ["no code", { office: "Dinas Perhubungan" }, "/applicant/office", "office-format"],
    ["too long", { office: "a".repeat(61) }, "/applicant/office", "office-format"],
    ["no text", { office: 7 }, "/applicant/office", "value-type"],
    ["beside a NIK", { ...OFFICE, ...PERSON }, "/applicant", "applicant-ambiguous"],
  ])("is refused where it is %s", async (_, applicant, path, code) => {
    const [status, , errors] = await errorsOf(applicant);
    expect([status, errors]).toMatchObject([422, [{ path, code }]]);
  });

  test("means its own city's office: decisions about one city's are not found as another's", async () => {
    const { send, ask, ledger } = harness({ pack: PACK });
    await ask({ service: "kota-uji/pekerja", applicant: OFFICE, ...WORKERS });
    expect(ledger.entries.map(({ applicant }) => applicant)).toEqual([
      { kind: "office", number: "kota-uji/dishub" },
    ]);
    const found = async (service: string) => {
      const body = { applicant: OFFICE, service };
      const answer = await send("/v1/decisions/search", postOf(body), {
        ...CALLER,
        services: ["kota-uji/*", "kota-lain/*"],
      });
      const { decisions } = answer.body;
      return Array.isArray(decisions) ? decisions.length : answer.body;
    };
    expect([await found("kota-uji/pekerja"), await found("kota-lain/pekerja")]).toEqual([1, 0]);
  });
});

describe("a search for an office's decisions", () => {
  const searched = async (body: object) => {
    const { send } = harness({ pack: PACK });
    const answer = await send("/v1/decisions/search", postOf(body, EN));
    return [answer.status, answer.body["errors"]];
  };

  test("needs the service, as codes mean something in a city alone", async () => {
    expect(await searched({ applicant: OFFICE })).toEqual([
      422,
      [
        {
          path: "/service",
          code: "key-missing",
          message: 'Name the "service": an office\'s code means something in its city alone.',
        },
      ],
    ]);
  });

  test("tells an office that does not exist only where nothing is found", async () => {
    expect(
      await searched({ applicant: { office: "dishup" }, service: "kota-uji/pekerja" }),
    ).toMatchObject([422, [{ path: "/applicant/office", code: "office-unknown" }]]);
    const { ask, send, ledger } = harness({ pack: PACK });
    await ask({ service: "kota-uji/pekerja", applicant: OFFICE, ...WORKERS });
    const cities = new Map([...PACK.cities].filter(([city]) => city !== "kota-uji"));
    const later = harness({ pack: { ...PACK, cities }, ledger });
    const body = { applicant: OFFICE, service: "kota-uji/pekerja" };
    const { body: answer } = await later.send("/v1/decisions/search", postOf(body));
    expect(answer["decisions"]).toHaveLength(1);
    expect((await send("/v1/decisions/search", postOf(body))).body).toEqual(answer);
  });
});

describe("a service", () => {
  const applicantOf = async (service: string) => {
    const { send } = harness({ pack: PACK });
    return (await send(`/v1/services/${service}`, { headers: EN })).body["applicant"];
  };

  test.each([
    ["kota-uji/warga", { kinds: ["person"], nik: "required" }],
    ["kota-uji/toko", { kinds: ["business"], nik: "refused" }],
    ["kota-uji/siapa", { kinds: ["person", "business"], nik: "optional" }],
    [
      "kota-uji/pekerja",
      {
        kinds: ["office"],
        nik: "refused",
        offices: [
          { code: "dishub", label: "Transport office" },
          { code: "dlh", label: "Environment office" },
        ],
      },
    ],
  ])("tells whom it is for: %s", async (service, applicant) => {
    expect(await applicantOf(service)).toEqual(applicant);
  });
});
