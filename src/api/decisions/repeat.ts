import { canonicalJson } from "../../engine/values/canonical.ts";
import { isFingerprintOf } from "../../store/identity.ts";
import type { AppContext } from "../base.ts";
import {
  type BaseDependencies,
  DEFAULT_TIME_LIMITS,
  type RepeatDependencies,
  type TimeLimits,
} from "../dependencies.ts";
import { Refusal } from "../problems/refusal.ts";
import { withinTime } from "../within-time.ts";
import { causeOf, ledgerUnavailable } from "./record.ts";

const KEY = /^[\x21-\x7e]{1,200}$/;

/** What a repeated request is told from others by. */
export interface Repeatable {
  readonly route: string;
  readonly caller: string;
  readonly body: unknown;
  /** The id for what is made if this request is the first with its key. */
  readonly id: string;
  readonly at: Date;
}

/**
 * The id under which a request's decision or review is made: with an `Idempotency-Key`, that of the
 * first request that came with it. `repeated` is true where that was another. It is the same request
 * also where the first was fingerprinted under a former key.
 * @throws Refusal `idempotency-key-invalid`, `idempotency-key-reused`, `ledger-unavailable`.
 */
export async function claimedId(
  context: AppContext,
  { route, caller, body, id, at }: Repeatable,
  dependencies: RepeatDependencies &
    Pick<BaseDependencies, "log"> & { readonly timeLimits?: Partial<TimeLimits> },
): Promise<{ readonly id: string; readonly repeated: boolean }> {
  const { claims, fingerprint, log, timeLimits } = dependencies;
  const key = context.req.header("idempotency-key");
  if (key === undefined) return { id, repeated: false };
  if (!KEY.test(key)) throw invalidKey();
  const text = canonicalJson([route, context.get("language"), body]);
  const claim = { client: caller, key, fingerprint: fingerprint(text), decision: id, at };
  const { ledger: milliseconds } = { ...DEFAULT_TIME_LIMITS, ...timeLimits };
  const held = await withinTime(milliseconds, () => claims.claim(claim));
  if (held.kind !== "done") {
    log({ level: "alarm", event: "ledger-unavailable", ...causeOf(held) });
    throw ledgerUnavailable();
  }
  if (!isFingerprintOf(held.value.fingerprint, text, dependencies)) throw reusedKey();
  return { id: held.value.decision, repeated: held.value.decision !== id };
}

function invalidKey(): Refusal {
  return new Refusal("idempotency-key-invalid", {
    id: 'Header "Idempotency-Key" berisi 1 sampai 200 huruf, angka atau tanda baca ASCII tanpa spasi, misalnya sebuah UUID.',
    en: 'The header "Idempotency-Key" holds 1 to 200 ASCII letters, digits or signs without spaces, such as a UUID.',
  });
}

function reusedKey(): Refusal {
  return new Refusal("idempotency-key-reused", {
    id: "Kunci ini sudah dipakai untuk permintaan lain. Pakai kunci baru untuk permintaan baru.",
    en: "This key was used for another request. Use a new key for a new request.",
  });
}
