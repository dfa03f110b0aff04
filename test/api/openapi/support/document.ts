import { openApiDocument } from "../../../../src/api/openapi/document.ts";
import { documentExamples } from "../../../../src/api/openapi/examples.ts";
import { isObject, type JsonObject } from "../../../../src/api/openapi/schema.ts";
import type { Pack } from "../../../../src/engine/model/pack.ts";
import { readPack } from "../../../../src/pack/read-pack.ts";

/** The rules that ship. */
export async function shippedPack(): Promise<Pack> {
  const result = await readPack("rules");
  if (!result.ok) throw new Error("the shipped rules are not valid");
  return result.pack;
}

/** The document of a pack, as the build writes it. */
export function documentOf(pack: Pack): JsonObject {
  return openApiDocument(pack, "0.0.0", documentExamples(pack));
}

/** What stands at a place of the document; fails where nothing does. */
export function at(document: JsonObject, ...steps: readonly string[]): JsonObject {
  let place: unknown = document;
  for (const step of steps) place = isObject(place) ? place[step] : undefined;
  if (!isObject(place)) throw new Error(`the document has no ${steps.join(" ")}`);
  return place;
}
