import { createHash } from "node:crypto";
import type { ListDigests } from "../../allocation/commitment.ts";
import type { ListFiles } from "./lists.ts";

/** SHA-256 as `sha256sum` prints it. */
export function sha256Of(content: Uint8Array | string): string {
  return createHash("sha256").update(content).digest("hex");
}

export function digestsOf({ workers, sponsors, earlier }: ListFiles): ListDigests {
  return {
    workers: sha256Of(workers.bytes),
    sponsors: sha256Of(sponsors.bytes),
    earlier: earlier === null ? null : sha256Of(earlier.bytes),
  };
}
