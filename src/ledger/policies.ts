import { type LedgerTable, putNew, readAll } from "./items.ts";
import { packText, unpackText } from "./record.ts";

const POLICY = "policy";

/**
 * Keeps each policy that ever decided, once, under its digest and without an end: a decision can
 * be replayed as long as it is kept.
 */
export function policyKeeper(store: LedgerTable): PolicyKeeper {
  const known = new Set<string>();
  return {
    keep: async (digest, policy) => {
      if (known.has(digest)) return;
      const record = await packText(JSON.stringify(policy));
      await putNew(store, { pk: { S: keyOf(digest) }, sk: { S: POLICY }, record: { B: record } });
      known.add(digest);
    },
    find: async (digest) => {
      const [item] = await readAll(store, keyOf(digest), POLICY);
      const record = item?.["record"]?.B;
      return record === undefined ? null : JSON.parse(await unpackText(record));
    },
  };
}

export interface PolicyKeeper {
  /** Stores a policy unless this process knows that it is stored. */
  readonly keep: (digest: string, policy: object) => Promise<void>;
  readonly find: (digest: string) => Promise<object | null>;
}

function keyOf(digest: string): string {
  return `policy#${digest}`;
}
