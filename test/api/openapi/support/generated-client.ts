import { build } from "esbuild";
import { generateSource } from "oazapfts";

/** What a generated function answers. */
export interface ClientAnswer {
  readonly status: number;
  readonly data: Readonly<Record<string, unknown>>;
  readonly headers: Headers;
}

export type ClientCall = (...given: readonly unknown[]) => Promise<ClientAnswer>;

/** The operations, by their `operationId`. */
export type ClientCalls = Readonly<Record<string, ClientCall>>;

export interface GeneratedClient {
  /** Where the API is, and the headers of every request. */
  readonly use: (baseUrl: string, headers: Readonly<Record<string, string>>) => void;
  readonly calls: ClientCalls;
}

/** The source of the client that oazapfts makes of a document. */
export function clientSource(document: string): Promise<string> {
  return generateSource(document);
}

/** Bundles a client's source as its user would, and loads it. */
export async function loadedClient(source: string): Promise<GeneratedClient> {
  const { outputFiles } = await build({
    stdin: {
      contents: `${source}
        export function use(baseUrl, headers) { Object.assign(defaults, { baseUrl, headers }); }`,
      resolveDir: ".",
      loader: "ts",
    },
    bundle: true,
    format: "esm",
    platform: "node",
    write: false,
    logLevel: "error",
  });
  const code = Buffer.from(outputFiles[0]?.contents ?? []).toString("base64");
  const { use, ...calls } = await import(`data:text/javascript;base64,${code}`);
  return { use, calls };
}
