import type { Pack, Service } from "../../../src/engine/model/pack.ts";
import { readPack } from "../../../src/pack/read-pack.ts";

/** The rules that are shipped. */
export async function shippedPack(): Promise<Pack> {
  const result = await readPack("rules");
  if (!result.ok) throw new Error("the shipped rules are invalid");
  return result.pack;
}

/** A service of theirs. */
export function serviceIn(pack: Pack, id: string): Service {
  const service = pack.services.get(id);
  if (service === undefined) throw new Error(`no service ${id}`);
  return service;
}
