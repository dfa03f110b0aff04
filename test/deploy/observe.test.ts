import { afterEach, describe, expect, test, vi } from "vitest";
import { loggedFields } from "../../functions/wiring/log-fields.ts";
import { measured } from "../../functions/wiring/measure.ts";
import { observed } from "../../functions/wiring/observe.ts";
import type { Log, LogEntry } from "../../src/api/log.ts";

const NIK = "3673995708790002";
const NIB = "9120001234567";
const REQUEST: LogEntry = {
  level: "info",
  event: "request",
  requestId: "0b7e1c1e-6d1f-4d5e-9d3a-2f0d4c1a8b11",
  status: 201,
  milliseconds: 41,
  route: "POST /v1/decisions",
  service: "kota-serang/sewa-kios",
  decisionId: "01a20236-8e61-7d0f-8ded-3252df7f8a48",
  outcome: "ineligible",
  policy: "sha256:8ecfe2441912c0b910cbc93979ef54c849d6fab99668f9c78611d4263e69e21c",
};

const REQUEST_FIELDS = {
  requestId: "0b7e1c1e-6d1f-4d5e-9d3a-2f0d4c1a8b11",
  status: 201,
  milliseconds: 41,
  route: "POST /v1/decisions",
  cityService: "kota-serang/sewa-kios",
  decisionId: "01a20236-8e61-7d0f-8ded-3252df7f8a48",
  outcome: "ineligible",
  policy: "sha256:8ecfe2441912c0b910cbc93979ef54c849d6fab99668f9c78611d4263e69e21c",
};

afterEach(() => vi.restoreAllMocks());

/** What a log writes to the process's streams, line by line. */
async function written(make: () => Log, entries: readonly LogEntry[]) {
  const lines: string[] = [];
  const keep = (chunk: string | Uint8Array) => {
    lines.push(...String(chunk).split("\n").filter(Boolean));
    return true;
  };
  vi.spyOn(process.stdout, "write").mockImplementation(keep);
  vi.spyOn(process.stderr, "write").mockImplementation(keep);
  const log = make();
  for (const entry of entries) log(entry);
  vi.restoreAllMocks();
  return lines.map((line): Record<string, unknown> => JSON.parse(line));
}

const ENVIRONMENT = {
  AWS_LAMBDA_FUNCTION_NAME: "layak-test-decisions",
  POWERTOOLS_METRICS_NAMESPACE: "Layak/test",
};

describe("a function's log", () => {
  test("is one structured line an entry, with level, event and who logs", async () => {
    const [line, ...more] = await written(() => observed(ENVIRONMENT), [REQUEST]);
    expect(more).toEqual([]);
    expect(line).toMatchObject({
      ...REQUEST_FIELDS,
      level: "INFO",
      message: "request",
      service: "layak",
      function: "layak-test-decisions",
    });
  });

  test.each([
    ["info", "INFO"],
    ["warning", "WARN"],
    ["alarm", "CRITICAL"],
  ] as const)("tells %s as %s", async (level, told) => {
    const lines = await written(() => observed({}), [{ level, event: "something" }]);
    expect(lines).toMatchObject([{ level: told, message: "something" }]);
  });

  test("withholds every field that nobody has thought about, and counts them", () => {
    const entry: LogEntry = { ...REQUEST, nik: NIK, name: "Siti", facts: "{}", people: 3 };
    expect(loggedFields(entry)).toEqual({ ...REQUEST_FIELDS, people: 3, withheld: 3 });
  });

  test("never holds the number of a person or business, in whatever field it came", async () => {
    const names = [...Object.keys(REQUEST), "reason", "cause", "rules", "error", "at", "snapshot"];
    const entries = names
      .filter((name) => name !== "level")
      .flatMap((name): LogEntry[] => [
        { ...REQUEST, [name]: NIK },
        { ...REQUEST, [name]: `row of ${NIB} is wrong` },
        { ...REQUEST, [name]: Number(NIK) },
      ])
      .filter(({ event }) => event === "request");
    const lines = (await written(() => measured(ENVIRONMENT), entries)).map((line) =>
      JSON.stringify(line),
    );
    expect(lines.filter((line) => line.includes(NIK) || line.includes(NIB))).toEqual([]);
    expect(
      lines.filter((line) => line.includes("row of [number] is wrong")).length,
    ).toBeGreaterThan(names.length / 2);
  });
});

describe("a function's metrics", () => {
  test("are lines of the embedded metric format, one a set of dimensions", async () => {
    const [log, ...lines] = await written(() => measured(ENVIRONMENT), [REQUEST]);
    expect(log).toMatchObject({ message: "request" });
    expect(lines).toMatchObject([
      {
        _aws: {
          CloudWatchMetrics: [
            {
              Namespace: "Layak/test",
              Dimensions: [["service", "route"]],
              Metrics: [
                { Name: "Requests", Unit: "Count" },
                { Name: "RequestDuration", Unit: "Milliseconds" },
              ],
            },
          ],
        },
        service: "layak",
        route: "POST /v1/decisions",
        Requests: 1,
        RequestDuration: 41,
      },
      {
        _aws: {
          CloudWatchMetrics: [
            {
              Dimensions: [["service", "cityService", "outcome"]],
              Metrics: [{ Name: "Decisions", Unit: "Count" }],
            },
          ],
        },
        cityService: "kota-serang/sewa-kios",
        outcome: "ineligible",
        Decisions: 1,
      },
    ]);
  });
});
