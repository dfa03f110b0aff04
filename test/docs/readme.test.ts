import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { decide, explain, remedies } from "../../src/index.ts";
import { readPack } from "../../src/pack/read-pack.ts";
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

test("the README's example is answered by today's rules as it says", async () => {
  const read = await readPack("rules");
  if (!read.ok) throw new Error("the shipped rules are valid");
  const { service, facts } = exampleRequest();
  const question = {
    service,
    asOf: quoted("asOf") ?? "",
    facts: { ...facts, "coverage.status": "NONAKTIF" },
  };
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
  expect(readme).toContain(`"reasons": ${JSON.stringify(told?.reasons)}`);
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
