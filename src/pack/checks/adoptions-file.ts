import * as z from "zod";
import type { Adoption, RecordEntry } from "../adoptions/adoption.ts";
import { recordOf, sealOf } from "../adoptions/seal.ts";
import { recordAltered } from "../diagnostics/record.ts";
import { itemsOf, type JsonNode, memberOf, stringOf } from "../json/nodes.ts";
import { adoptionSchema, adoptionsFileSchema, withdrawalSchema } from "../schemas/adoptions.ts";
import { readAs } from "./entries.ts";
import type { Report, RuleFile } from "./rule-file.ts";

const FILE = adoptionsFileSchema(z.unknown());

/** An entry of the record, with its place. */
export interface PlacedEntry {
  readonly entry: RecordEntry;
  readonly node: JsonNode;
}

/** An entry that adopts, with its place. */
export interface PlacedAdoption {
  readonly adoption: Adoption;
  readonly node: JsonNode;
}

/** Reads the record of adoptions; entries that are wrong, or were altered, are told and left out. */
export function checkAdoptionsFile(file: RuleFile): readonly PlacedEntry[] {
  readAs(file.root, "adoptions.json", FILE, file.report);
  const placed: PlacedEntry[] = [];
  let before: RecordEntry | undefined;
  for (const node of itemsOf(memberOf(file.root, "adoptions"))) {
    const entry = readEntry(node, file.report);
    if (entry === null) continue;
    if (!isAsEntered(entry) || entry.record !== recordOf(entry, before)) {
      file.report(node, recordAltered());
    }
    placed.push({ entry, node });
    before = entry;
  }
  return placed;
}

function readEntry(node: JsonNode, report: Report): RecordEntry | null {
  return stringOf(node, "kind") === "withdrawn"
    ? readAs(node, "withdrawal", withdrawalSchema, report)
    : readAs(node, "adoption", adoptionSchema, report);
}

/** A version that has begun is never withdrawn: answers have been given by it. */
function isAsEntered(entry: RecordEntry): boolean {
  return entry.kind === "withdrawn" ? entry.recorded < entry.version : entry.seal === sealOf(entry);
}
