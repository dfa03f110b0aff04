import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { gzip } from "node:zlib";

/** A file of the contract, ready to be sent. */
export interface ContractFile {
  readonly type: string;
  readonly plain: Representation;
  /** Null for what is compressed by its nature. */
  readonly gzipped: Representation | null;
}

/** A file in one encoding. */
export interface Representation {
  readonly content: Uint8Array<ArrayBuffer>;
  /** A strong ETag (RFC 9110), quotes included. */
  readonly etag: string;
}

/** Every file that the build writes for the contract, with its type; no other is ever served. */
const TYPES = {
  "openapi.json": "application/json; charset=UTF-8",
  "index.html": "text/html; charset=UTF-8",
  "start.js": "text/javascript; charset=UTF-8",
  "page.css": "text/css; charset=UTF-8",
  "swagger-ui-bundle.js": "text/javascript; charset=UTF-8",
  "swagger-ui.css": "text/css; charset=UTF-8",
  "favicon-32x32.png": "image/png",
} as const;

export type ContractFileName = keyof typeof TYPES;

/** Whether a name is that of a file; names come from addresses. */
export function isContractFile(name: string): name is ContractFileName {
  return Object.hasOwn(TYPES, name);
}

/** Reads a file of the contract. It rejects where the build did not write it. */
export type ContractFiles = (name: ContractFileName) => Promise<ContractFile>;

/** Reads from the directory that the build wrote, each file once and not before it is asked for. */
export function contractFilesIn(directory: string): ContractFiles {
  const kept = new Map<ContractFileName, ContractFile>();
  return async (name) => {
    const file = kept.get(name) ?? (await readContractFile(directory, name));
    kept.set(name, file);
    return file;
  };
}

async function readContractFile(directory: string, name: ContractFileName): Promise<ContractFile> {
  return contractFile(name, new Uint8Array(await readFile(join(directory, name))));
}

/** A file of the contract with such content. */
export async function contractFile(
  name: ContractFileName,
  content: Uint8Array<ArrayBuffer>,
): Promise<ContractFile> {
  const digest = createHash("sha256").update(content).digest("base64url");
  const type = TYPES[name];
  return {
    type,
    plain: { content, etag: `"${digest}"` },
    gzipped: type.startsWith("image/")
      ? null
      : { content: new Uint8Array(await promisify(gzip)(content)), etag: `"${digest}-gzip"` },
  };
}
