import * as z from "zod";
import type { Adoption } from "../adoptions/adoption.ts";
import { recordOf, sealOf } from "../adoptions/seal.ts";
import { recordAltered } from "../diagnostics/adoptions.ts";
import { itemsOf, type JsonNode, memberOf } from "../json/nodes.ts";
import { adoptionSchema, adoptionsFileSchema } from "../schemas/adoptions.ts";
import { readAs } from "./entries.ts";
import type { RuleFile } from "./rule-file.ts";

const FILE = adoptionsFileSchema(z.unknown());

/** An entry of the record, with its place. */
export interface PlacedAdoption {
  readonly adoption: Adoption;
  readonly node: JsonNode;
}

/** Reads the record of adoptions; entries that are wrong, or were altered, are told and left out. */
export function checkAdoptionsFile(file: RuleFile): readonly PlacedAdoption[] {
  readAs(file.root, "adoptions.json", FILE, file.report);
  const placed: PlacedAdoption[] = [];
  let before: Adoption | undefined;
  for (const node of itemsOf(memberOf(file.root, "adoptions"))) {
    const adoption = readAs(node, "adoption", adoptionSchema, file.report);
    if (adoption === null) continue;
    if (adoption.seal !== sealOf(adoption) || adoption.record !== recordOf(adoption, before)) {
      file.report(node, recordAltered());
    }
    placed.push({ adoption, node });
    before = adoption;
  }
  return placed;
}
