import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { inspectBody } from "../../src/api/body/inspect-body.ts";
import { plainJson } from "../../src/api/body/plain-json.ts";

const DEEPEST = 4;

/** What the closer look says of the text. */
function inspected(text: string) {
  try {
    return { value: inspectBody(text, DEEPEST) };
  } catch {
    return null;
  }
}

const key = fc.constantFrom('"a"', '"b"', '"c"', '"\\u0061"', '"__proto__"', '":"');

/** JSON whose objects have few keys to choose from, so that some stand twice. */
const { value: crowded } = fc.letrec<{ value: string }>((tie) => ({
  value: fc.oneof(
    { depthSize: "small" },
    fc.constantFrom("1", "null", '"}"', '"\\""'),
    fc.array(tie("value"), { maxLength: 3 }).map((items) => `[${items.join(",")}]`),
    fc
      .array(fc.tuple(key, tie("value")), { maxLength: 3 })
      .map((members) => `{${members.map((member) => member.join(" : ")).join(",")}}`),
  ),
}));

/** Texts that are JSON, or nearly: anything that JSON may hold, with some characters changed. */
const texts = fc
  .tuple(
    fc.oneof(crowded, fc.json({ depthSize: "medium", stringUnit: "binary" })),
    fc.array(
      fc.tuple(
        fc.nat(),
        fc.constantFrom("", '"', "\\", ":", ",", "{", "}", "[", "]", "1e999", "a"),
      ),
      { maxLength: 2 },
    ),
  )
  .map(([json, changes]) =>
    changes.reduce((text, [at, sign]) => {
      const place = at % (text.length + 1);
      return text.slice(0, place) + sign + text.slice(place + 1);
    }, json),
  );

describe("reading a body in which nothing is wrong", () => {
  test("gives what the closer look gives, and leaves to it whatever it refuses", () => {
    fc.assert(
      fc.property(texts, (text) => {
        expect(plainJson(text, DEEPEST)).toEqual(inspected(text));
      }),
      { numRuns: 2000 },
    );
  });

  test.each([
    ["a key that stands twice", '{"a":1,"a":1}'],
    ["one that is written in another way the second time", '{"a":1,"\\u0061":1}'],
    ["one further in", '[{"b":{"a":1,"a":{}}}]'],
    ["a key that changes the prototype", '{"__proto__":{}}'],
    ["a number beyond all bounds", '{"a":1e999}'],
    ["broken Unicode", '{"a":"\\ud800"}'],
    ["broken Unicode in a key", '{"\\ud800":1}'],
    ["one level too many", "[[[[[]]]]]"],
    ["nothing", ""],
    ["a comma too many", "[1,]"],
  ])("leaves %s to the closer look", (_, text) => {
    expect(plainJson(text, DEEPEST)).toBeNull();
    expect(inspected(text)).toBeNull();
  });

  test.each([
    ["colons, quotes and brackets in texts", '{"a:\\"{[":":\\\\"}', { 'a:"{[': ":\\" }],
    ["the same key in two objects", '[{"a":1},{"a":{"a":2}}]', [{ a: 1 }, { a: { a: 2 } }]],
    ["as many levels as may be", "[[[[]]]]", [[[[]]]]],
    ["a bare value", " 1 ", 1],
  ])("reads %s", (_, text, value) => {
    expect(plainJson(text, DEEPEST)).toEqual({ value });
  });
});
