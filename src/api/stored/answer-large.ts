import { promisify } from "node:util";
import { gzip } from "node:zlib";
import { acceptsGzip } from "../accept-encoding.ts";
import type { AppContext } from "../base.ts";
import type { BaseDependencies } from "../dependencies.ts";
import { Refusal } from "../problems/refusal.ts";

const compress = promisify(gzip);

/**
 * Lambda carries 6 MB, in which a text stands as a string of JSON: every quotation mark counts
 * twice. Compressed it stands in base64, so that 4.5 MB fit.
 */
export const MOST_PLAIN_BYTES = 3_000_000;

/**
 * Answers JSON that may be larger than a function can carry: then compressed, which whoever sends
 * no `Accept-Encoding` accepts too (RFC 9110).
 * @throws Refusal `compression-needed` where the caller refuses that.
 */
export async function answerLargeJson(
  context: AppContext,
  { indent }: BaseDependencies,
  value: unknown,
): Promise<Response> {
  const text = JSON.stringify(value, null, indent);
  const headers = {
    "Content-Type": "application/json; charset=UTF-8",
    "Content-Language": context.get("language"),
    Vary: "Accept-Encoding",
  };
  if (Buffer.byteLength(text) <= MOST_PLAIN_BYTES) return context.body(text, 200, headers);
  const accepted = context.req.header("accept-encoding");
  if (accepted !== undefined && !acceptsGzip(accepted)) throw needsCompression();
  const content = new Uint8Array(await compress(text));
  return context.body(content, 200, { ...headers, "Content-Encoding": "gzip" });
}

function needsCompression(): Refusal {
  return new Refusal("compression-needed", {
    id: 'Jawaban ini lebih dari 3 MB dan hanya dikirim terkompresi: kirim "Accept-Encoding: gzip".',
    en: 'This answer is larger than 3 MB and only sent compressed: send "Accept-Encoding: gzip".',
  });
}
