import { Refusal } from "../problems/refusal.ts";

/** The largest body in bytes; a synchronous Lambda carries 6 MB. */
export const MOST_BODY_BYTES = 1_000_000;

/**
 * Reads a request's JSON text, never more of it than is allowed.
 * @throws Refusal where it is of another type, too large, or not UTF-8.
 */
export async function readBody(request: Request): Promise<string> {
  checkType(request.headers);
  const declared = request.headers.get("content-length");
  if (Number(declared ?? "0") > MOST_BODY_BYTES) throw tooLarge();
  const bytes = await (declared === null ? readStream(request) : readWhole(request));
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new Refusal("body-not-utf8", {
      id: "Kirim isi permintaan sebagai JSON dalam UTF-8.",
      en: "Send the body as JSON in UTF-8.",
    });
  }
}

function checkType(headers: Headers): void {
  const [type = "", ...parameters] = (headers.get("content-type") ?? "").toLowerCase().split(";");
  const charset = parameters.map((text) => text.trim()).find((text) => text.startsWith("charset="));
  const isUtf8 = charset === undefined || /^charset="?utf-?8"?$/.test(charset);
  const encoding = headers.get("content-encoding") ?? "identity";
  if (type.trim() === "application/json" && isUtf8 && encoding === "identity") return;
  throw new Refusal("content-type-unsupported", {
    id: 'Kirim JSON dalam UTF-8, tanpa kompresi, dengan "Content-Type: application/json".',
    en: 'Send JSON in UTF-8, uncompressed, with "Content-Type: application/json".',
  });
}

/** Of a body that tells its length; HTTP itself ends it there. */
async function readWhole(request: Request): Promise<Uint8Array> {
  try {
    const bytes = new Uint8Array(await request.arrayBuffer());
    if (bytes.byteLength > MOST_BODY_BYTES) throw tooLarge();
    return bytes;
  } catch (error) {
    throw error instanceof Refusal ? error : brokenOff();
  }
}

async function readStream({ body }: Request): Promise<Uint8Array> {
  if (body === null) return new Uint8Array();
  const chunks: Uint8Array[] = [];
  let length = 0;
  try {
    for await (const chunk of body) {
      length += chunk.byteLength;
      if (length > MOST_BODY_BYTES) throw tooLarge();
      chunks.push(chunk);
    }
  } catch (error) {
    throw error instanceof Refusal ? error : brokenOff();
  }
  return Buffer.concat(chunks, length);
}

/** The caller hung up; nobody reads this, but it is no fault of the service. */
function brokenOff(): Refusal {
  return new Refusal("body-not-json", {
    id: "Isi permintaan terputus sebelum selesai. Kirim ulang.",
    en: "The body broke off before its end. Send it again.",
  });
}

function tooLarge(): Refusal {
  return new Refusal("body-too-large", {
    id: `Isi permintaan paling banyak ${MOST_BODY_BYTES} byte. Bagi permohonan menjadi beberapa permintaan.`,
    en: `A body may have at most ${MOST_BODY_BYTES} bytes. Split the application into several requests.`,
  });
}
