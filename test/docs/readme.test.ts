import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { decide, explain, remedies } from "../../src/index.ts";
import { readPack } from "../../src/pack/read-pack.ts";
import { syntheticRoster } from "../../src/registry/synthetic-roster.ts";
import { endsOf, stepsOf } from "./support/reader.ts";

const readme = await readFile("README.md", "utf8");

/** The body that the example sends. */
function exampleRequest() {
  const [, body] = /-d '(\{.+\})'/.exec(readme) ?? [];
  return JSON.parse(body ?? "null");
}

function quoted(key: string): string | undefined {
  return new RegExp(`"${key}": "([^"…]+)"`).exec(readme)?.[1];
}

/** JSON on one line, as the README writes it. */
function shownAs(value: unknown): string {
  return JSON.stringify(value, null, 1)
    .replace(/\n */g, " ")
    .replace(/([[{]) /g, "$1")
    .replace(/ ([\]}])/g, "$1");
}

/** What the roster of invented people tells of one of them. */
function coverageOf(nik: string, day: string) {
  const member = syntheticRoster(day).members.find((one) => one.nik === nik);
  if (member === undefined) throw new Error("the README's trader is invented, and on that roster");
  const { status, programmes, paidThrough } = member;
  return {
    "coverage.status": status,
    "coverage.programmes": [...programmes],
    ...(paidThrough !== undefined && { "coverage.paidThrough": paidThrough }),
  };
}

test("the README's example is answered by today's rules as it says", async () => {
  const read = await readPack("rules");
  if (!read.ok) throw new Error("the shipped rules are valid");
  const { service, applicant, facts } = exampleRequest();
  const asOf = quoted("asOf") ?? "";
  const question = { service, asOf, facts: { ...facts, ...coverageOf(applicant.nik, asOf) } };
  const decision = decide(read.pack, question);
  const { summary, requirements } = explain(read.pack, decision, "id");
  const [told] = requirements;
  expect({
    digest: quoted("digest"),
    outcome: quoted("outcome"),
    summary: quoted("summary"),
    title: quoted("title"),
    remedy: quoted("remedy"),
  }).toEqual({
    digest: decision.policy.digest,
    outcome: decision.outcome,
    summary,
    title: told?.title,
    remedy: told?.remedy,
  });
  expect(readme).toContain(`"reasons": ${shownAs(told?.reasons)}`);
  expect(readme).toContain(`"computed": [ …, ${shownAs(decision.computed?.at(-1))}],`);
  expect(remedies(read.pack, question)).toContainEqual([
    { fact: "coverage.status", from: "NONAKTIF", to: "AKTIF" },
  ]);
});

test("the README's commands can be asked on any day", () => {
  const steps = stepsOf(readme).flatMap((step) =>
    step.kind === "run" && /^(npx layak|echo) /.test(step.command) ? [step.command] : [],
  );
  expect(
    endsOf(steps, "2033-05-01").map(([command, code]) => [command.split(/ +/).slice(0, 3), code]),
  ).toEqual([
    [["npx", "layak", "new"], 0],
    [["npx", "layak", "validate"], 0],
    [["npx", "layak", "test"], 0],
    [["npx", "layak", "diff"], 0],
    [["npx", "layak", "show"], 0],
    [["echo", '\'{"kiosk.owner":', '"PEMKOT",'], 0],
    [["npx", "layak", "check"], 2],
  ]);
});
