import { describe, expect, test } from "vitest";
import { harness } from "./support/harness.ts";

describe.each(["/v1/services", "/v1/services/kota-uji/kios"])("%s", (path) => {
  test("answers 304 to whoever has what it would say, and says it in full otherwise", async () => {
    const { send } = harness();
    const first = await send(path);
    const tag = first.headers.get("etag") ?? "";
    expect(tag).toMatch(/^"[\w-]{22}"$/);
    const again = await send(path, { headers: { "if-none-match": `"other", W/${tag}` } });
    expect([again.status, again.body]).toEqual([304, {}]);
    const english = await send(path, {
      headers: { "if-none-match": tag, "accept-language": "en" },
    });
    expect([english.status, english.headers.get("vary")]).toEqual([200, "Accept-Language"]);
  });
});
