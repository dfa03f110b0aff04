import { hmac } from "@noble/hashes/hmac.js";
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";

/**
 * A seed that everybody who hears it writes down alike: 1 to 200 printable ASCII characters, with no
 * space at either end.
 */
export const SEED: RegExp = /^[!-~](?:[ -~]{0,198}[!-~])?$/;

/**
 * The number that a seed draws for a person: HMAC-SHA-256 with the seed as key over the NIK, as 64
 * hexadecimal digits. Nobody can say before the seed is known how two people will stand.
 */
export function drawnNumber(seed: string): (nik: string) => string {
  const keyed = hmac.create(sha256, utf8ToBytes(seed));
  return (nik) => bytesToHex(keyed.clone().update(utf8ToBytes(nik)).digest());
}
