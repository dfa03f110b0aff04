import { acceptsGzip } from "../accept-encoding.ts";
import { type App, type AppContext, addRoute } from "../base.ts";
import type { BaseDependencies } from "../dependencies.ts";
import { Refusal } from "../problems/refusal.ts";
import { type ContractFileName, type ContractFiles, isContractFile } from "./contract-files.ts";

export interface ContractDependencies extends BaseDependencies {
  readonly contract: ContractFiles;
}

/** Asked again each time, and answered 304 while nothing has changed. */
const ASK_AGAIN = "no-cache";

/** Scripts and styles change with a release alone. */
const ONE_HOUR = "public, max-age=3600";

/** The page runs its own files and reads this API; nothing inline and nothing from elsewhere. */
const PAGE_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join("; ");

/** `GET /openapi.json`, and `GET /docs` with the files of that page. */
export function addContractRoutes(app: App, { contract }: ContractDependencies): void {
  addRoute(app, "GET", "/openapi.json", (context) =>
    answerFile(context, contract, "openapi.json", { "Cache-Control": ASK_AGAIN }),
  );
  addRoute(app, "GET", "/docs", (context) =>
    answerFile(context, contract, "index.html", {
      "Cache-Control": ASK_AGAIN,
      "Content-Security-Policy": PAGE_POLICY,
      "Referrer-Policy": "no-referrer",
    }),
  );
  addRoute(app, "GET", "/docs/:asset", (context) => {
    const name = context.req.param("asset") ?? "";
    if (!isContractFile(name) || ELSEWHERE.includes(name)) throw unknownFile();
    return answerFile(context, contract, name, { "Cache-Control": ONE_HOUR });
  });
}

/** These have addresses of their own. */
const ELSEWHERE: readonly ContractFileName[] = ["openapi.json", "index.html"];

async function answerFile(
  context: AppContext,
  contract: ContractFiles,
  name: ContractFileName,
  headers: Readonly<Record<string, string>>,
): Promise<Response> {
  const { type, plain, gzipped } = await contract(name);
  // An HTTP API of AWS compresses nothing, and the page's script is 1.7 MB.
  const isGzipped = gzipped !== null && acceptsGzip(context.req.header("accept-encoding") ?? "");
  const { content, etag } = isGzipped ? gzipped : plain;
  const sent = { ...headers, ETag: etag, ...(gzipped !== null && { Vary: "Accept-Encoding" }) };
  if (isKnown(context.req.header("if-none-match"), etag)) return context.body(null, 304, sent);
  return context.body(content, 200, {
    ...sent,
    "Content-Type": type,
    ...(isGzipped && { "Content-Encoding": "gzip" }),
  });
}

/** Gateways that compress make ETags weak; for reading that is the same content (RFC 9110). */
function isKnown(known: string | undefined, etag: string): boolean {
  const etags = (known ?? "").split(",").map((each) => each.trim().replace(/^W\//, ""));
  return etags.includes(etag) || etags.includes("*");
}

function unknownFile(): Refusal {
  return new Refusal("route-unknown", {
    id: "Halaman dokumentasi tidak mempunyai berkas ini. Buka /docs.",
    en: "The documentation has no such file. Open /docs.",
  });
}
