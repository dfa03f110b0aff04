import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { onTestFinished } from "vitest";
import { close, listen } from "../../../src/cli/serve/listen.ts";
import type { ServiceTrouble } from "../../../src/registry/service/trouble.ts";
import {
  createServiceRegistry,
  type ServiceRegistryOptions,
} from "../../../src/registry/service-registry.ts";
import { NOW } from "./rosters.ts";

export const TODAY = { asOf: "2026-11-22", today: "2026-11-22" };
export const OBSERVED_AT = "2026-11-22T04:59:00Z";
export const FACTS = { "coverage.status": "AKTIF", "coverage.programmes": ["JKK", "JKM"] };
export const UNAVAILABLE = { kind: "no-answer", cause: "unavailable" };

interface Asked {
  readonly path: string;
  readonly authorization: string | undefined;
  readonly body: { readonly asOf: string; readonly niks: readonly string[] };
}

type Behaviour = (asked: Asked, response: ServerResponse, count: number) => void;

/** A coverage service that behaves as told, and remembers what it was asked. */
export async function serviceThat(behave: Behaviour) {
  const asked: Asked[] = [];
  const server = createServer(async (request, response) => {
    const question = {
      path: request.url ?? "",
      authorization: request.headers.authorization,
      body: JSON.parse(await bodyOf(request)),
    };
    asked.push(question);
    behave(question, response, asked.length);
  });
  const url = await listen(server, 0);
  onTestFinished(async () => {
    server.closeAllConnections();
    await close(server);
  });
  return { url, asked };
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks).toString("utf8");
}

export function json(response: ServerResponse, body: unknown, status = 200): void {
  response.writeHead(status, { "content-type": "application/json" });
  response.end(JSON.stringify(body));
}

/** Answers that everyone is a member. */
export const well: Behaviour = ({ body }, response) => {
  const answers = body.niks.map((nik) => ({
    nik,
    kind: "found",
    observedAt: OBSERVED_AT,
    facts: FACTS,
  }));
  json(response, { asOf: body.asOf, answers });
};

export function registryAt(url: string, changed: Partial<ServiceRegistryOptions> = {}) {
  const troubles: ServiceTrouble[] = [];
  const registry = createServiceRegistry({
    url,
    clock: () => new Date(NOW),
    maximumAgeDays: 31,
    timeLimits: { attempt: 300, all: 1500, pause: 10 },
    tell: (trouble) => troubles.push(trouble),
    ...changed,
  });
  const lookUp = async (
    niks: readonly string[],
    day = TODAY,
    signal = AbortSignal.timeout(5000),
  ) => {
    const answers = await registry.lookUp(niks, day, signal);
    return niks.map((nik) => answers.get(nik));
  };
  return { lookUp, troubles };
}

export const FOUND = { kind: "found", observedAt: OBSERVED_AT, facts: FACTS };
