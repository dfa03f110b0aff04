import { ServiceFailure } from "./trouble.ts";

/** Where the service is, and how it is asked. */
export interface Service {
  readonly url: URL;
  readonly token: string | undefined;
  readonly fetch: typeof fetch;
  readonly attemptMilliseconds: number;
}

/** A hundred answers are some 30 kB. */
const MOST_BYTES = 262_144;

/**
 * Asks once and gives the answer's JSON. A redirect is never followed: NIKs go to one host only.
 * @throws ServiceFailure
 */
export async function ask(service: Service, body: string, signal: AbortSignal): Promise<unknown> {
  const limit = AbortSignal.timeout(service.attemptMilliseconds);
  try {
    const answer = await service.fetch(service.url, {
      method: "POST",
      headers: {
        "content-type": "application/json",
        accept: "application/json",
        ...(service.token !== undefined && { authorization: `Bearer ${service.token}` }),
      },
      body,
      redirect: "manual",
      signal: AbortSignal.any([signal, limit]),
    });
    const failure = failureOf(answer);
    if (failure !== null) {
      await answer.body?.cancel();
      throw failure;
    }
    return parsed(await textOf(answer));
  } catch (error) {
    if (error instanceof ServiceFailure) throw error;
    // The platform's message may quote the address or the body.
    throw new ServiceFailure(signal.aborted ? "stopped" : limit.aborted ? "slow" : "network");
  }
}

function failureOf({ status, type, headers }: Response): ServiceFailure | null {
  if (type === "opaqueredirect" || (status >= 300 && status < 400)) {
    return new ServiceFailure("redirect", status);
  }
  if (status !== 200) return new ServiceFailure("status", status, retryAfterOf(headers));
  const isJson = /^application\/json\s*(;|$)/i.test(headers.get("content-type") ?? "");
  return isJson ? null : new ServiceFailure("not-json", status);
}

/** Only seconds are read: a date would need the service's clock. */
function retryAfterOf(headers: Headers): number | undefined {
  const told = headers.get("retry-after") ?? "";
  return /^\d{1,4}$/.test(told) ? Number(told) * 1000 : undefined;
}

async function textOf(answer: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of answer.body ?? []) {
    bytes += chunk.length;
    if (bytes > MOST_BYTES) throw new ServiceFailure("too-large", answer.status);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new ServiceFailure("not-json", 200);
  }
}
