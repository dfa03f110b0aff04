import { createServer } from "node:http";
import { build } from "esbuild";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import { type AuthorizerEvent, createAuthorizer } from "../../functions/authorizer.ts";
import { close, listen } from "../../src/cli/serve/listen.ts";
import { AUDIENCE, ISSUER, type TokenMaker, tokenMaker } from "../api/support/tokens.ts";
import { checkedText } from "../support/checked-log.ts";

const maker = tokenMaker(new Date());

function environmentWith(jwks: string): Readonly<Record<string, string>> {
  return {
    LAYAK_TOKEN_ISSUER: ISSUER,
    LAYAK_TOKEN_AUDIENCE: AUDIENCE,
    LAYAK_TOKEN_JWKS: jwks,
  };
}

/** An authorizer and the lines it logged. */
function authorizer(environment: Readonly<Record<string, string>>) {
  const lines: string[] = [];
  const answer = createAuthorizer({ environment, write: checkedText((line) => lines.push(line)) });
  return { answer, lines };
}

const bearer = (token: string): AuthorizerEvent => ({
  headers: { authorization: `Bearer ${token}` },
});

/** An issuer's address that serves a key set, which may change, and counts how often. */
async function published(jwks: TokenMaker["jwks"]) {
  const state = { status: 200, jwks, served: 0 };
  const server = createServer((_request, response) => {
    state.served += 1;
    response.writeHead(state.status, { "content-type": "application/json" });
    response.end(JSON.stringify(state.jwks));
  });
  const address = await listen(server, 0);
  onTestFinished(() => close(server));
  return Object.assign(state, { address });
}

describe("the authorizer", () => {
  test("says who calls, in words that an HTTP API can hand on", async () => {
    const { jwks, token } = await maker;
    const { answer, lines } = authorizer(environmentWith(JSON.stringify(jwks)));
    const exp = Math.floor(Date.now() / 1000) + 60;
    const claims = { exp, officer: "Budi", services: ["kota-uji/*", "kota-lain/kios"] };
    expect(await answer(bearer(await token(claims)))).toEqual({
      isAuthorized: true,
      context: {
        client: "sistem-perizinan",
        scopes: "decisions:write decisions:read",
        services: "kota-uji/* kota-lain/kios",
        officer: "Budi",
        expiresAt: exp,
      },
    });
    expect(lines).toEqual([]);
  });

  test("lets nobody pass whose token is bad or missing, and logs why, never the token", async () => {
    const { jwks, token } = await maker;
    const { answer, lines } = authorizer(environmentWith(JSON.stringify(jwks)));
    const other = await tokenMaker(new Date(), "kunci-2");
    const tokens = [
      await token({ aud: "x" }),
      await token({ exp: 1 }),
      await other.token(),
      "a.b.c",
    ];
    const events: readonly AuthorizerEvent[] = [...tokens.map(bearer), { headers: {} }, {}];
    for (const event of events) expect(await answer(event)).toEqual({ isAuthorized: false });
    expect(lines.map((line) => JSON.parse(line))).toEqual(
      ["audience", "expired", "key-unknown", "malformed", "missing", "missing"].map((reason) => ({
        level: "info",
        event: "token-refused",
        reason,
      })),
    );
  });

  test("fetches the issuer's keys once for many calls", async () => {
    const { jwks, token } = await maker;
    const issuer = await published(jwks);
    const { answer } = authorizer(environmentWith(issuer.address));
    const good = bearer(await token());
    const answers = await Promise.all(Array.from({ length: 10 }, () => answer(good)));
    expect(answers.filter(({ isAuthorized }) => isAuthorized)).toHaveLength(10);
    expect(issuer.served).toBe(1);
  });

  test("fails, and rings an alarm, while the keys cannot be had; then goes on", async () => {
    const { jwks, token } = await maker;
    const issuer = await published(jwks);
    issuer.status = 503;
    const { answer, lines } = authorizer(environmentWith(issuer.address));
    const good = await token();
    await expect(answer(bearer(good))).rejects.toThrow("200 OK");
    expect(lines.join("")).toContain('"level":"alarm","event":"authorizer-not-ready"');
    expect(lines.join("")).not.toContain(good);
    issuer.status = 200;
    expect(await answer(bearer(good))).toMatchObject({ isAuthorized: true });
  });

  test("uses the keys of the last day while the issuer does not answer, with an alarm", async () => {
    vi.useFakeTimers({ toFake: ["Date"] });
    onTestFinished(() => {
      vi.useRealTimers();
    });
    const { jwks, token } = await maker;
    const issuer = await published(jwks);
    const { answer, lines } = authorizer(environmentWith(issuer.address));
    const begun = Date.now();
    const later = async (hours: number) => {
      vi.setSystemTime(begun + hours * 3_600_000);
      return answer(bearer(await token({ exp: Math.floor(Date.now() / 1000) + 60 })));
    };
    expect(await later(0)).toMatchObject({ isAuthorized: true });
    issuer.status = 503;
    expect(await later(0.1)).toMatchObject({ isAuthorized: true });
    expect(lines).toEqual([]);
    expect(await later(23)).toMatchObject({ isAuthorized: true });
    expect(lines.join("")).toContain('"level":"alarm","event":"token-keys-stale"');
    const other = await tokenMaker(new Date(), "kunci-2");
    expect(await answer(bearer(await other.token()))).toEqual({ isAuthorized: false });
    await expect(later(25)).rejects.toThrow("200 OK");
  });

  test("learns a key that the issuer began to use, within half a minute", async () => {
    vi.useFakeTimers({ toFake: ["Date"] });
    onTestFinished(() => {
      vi.useRealTimers();
    });
    const { jwks, token } = await maker;
    const issuer = await published(jwks);
    const { answer } = authorizer(environmentWith(issuer.address));
    expect(await answer(bearer(await token()))).toMatchObject({ isAuthorized: true });
    const next = await tokenMaker(new Date(), "kunci-2");
    issuer.jwks = { keys: [...jwks.keys, ...next.jwks.keys] };
    const early = bearer(await next.token());
    for (let tries = 0; tries < 5; tries++) {
      expect(await answer(early)).toEqual({ isAuthorized: false });
    }
    expect(issuer.served).toBe(1);
    vi.setSystemTime(Date.now() + 30_000);
    expect(await answer(early)).toMatchObject({ isAuthorized: true });
    expect(issuer.served).toBe(2);
  });

  test.each([
    ["a plain address", "http://issuer.test/keys"],
    ["a file", "file:///etc/keys.json"],
    ["a word", "keys"],
  ])("refuses to take keys from %s", async (_, address) => {
    const { token } = await maker;
    const { answer, lines } = authorizer(environmentWith(address));
    await expect(answer(bearer(await token()))).rejects.toThrow("LAYAK_TOKEN_JWKS is neither");
    expect(lines.join("")).toContain("authorizer-not-ready");
  });

  test("names every setting that it lacks", async () => {
    const { answer, lines } = authorizer({});
    await expect(answer({})).rejects.toThrow("LAYAK_TOKEN_ISSUER is not set");
    for (const name of ["LAYAK_TOKEN_AUDIENCE", "LAYAK_TOKEN_JWKS"]) {
      expect(lines.join("")).toContain(`${name} is not set`);
    }
  });

  test("is a small bundle: jose, and nothing else that others wrote", async () => {
    const { metafile } = await build({
      entryPoints: ["functions/authorizer.ts"],
      bundle: true,
      format: "esm",
      platform: "node",
      mainFields: ["module", "main"],
      minify: true,
      write: false,
      metafile: true,
    });
    const [output] = Object.values(metafile.outputs);
    const packages = Object.entries(output?.inputs ?? {}).flatMap(([file, { bytesInOutput }]) =>
      bytesInOutput > 0 ? (/^node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(file)?.[1] ?? []) : [],
    );
    expect([...new Set(packages)]).toEqual(["jose"]);
    expect(output?.bytes).toBeLessThan(40_000);
  });
});
