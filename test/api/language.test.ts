import { expect, test } from "vitest";
import { languageOf } from "../../src/api/language.ts";

test.each([
  [undefined, "id"],
  ["", "id"],
  ["en", "en"],
  ["EN-us", "en"],
  ["id-ID,en;q=0.8", "id"],
  ["en;q=0.2, id;q=0.9", "id"],
  ["fr, en;q=0.5", "en"],
  ["fr", "id"],
  ["in", "id"],
  ["*", "id"],
  ["en;q=0", "id"],
  ["english", "id"],
  ["en;q=abc", "en"],
  [";;;,,,", "id"],
])("Accept-Language %j is answered in %s", (header, language) => {
  expect(languageOf(header, "id")).toBe(language);
});
