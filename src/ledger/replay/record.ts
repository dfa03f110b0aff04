import type { Facts } from "../../engine/model/catalogue.ts";
import type { IssuedDecision } from "../receipt/payload.ts";
import { isSalt, type Salts } from "../receipt/subject.ts";
import { isObject, type JsonObject, objectAt, RecordUnreadable } from "./unreadable.ts";

/** A decision with all that it was made from, as `GET /v1/decisions/{id}/record` gives it. */
export interface DecisionFile {
  readonly decision: IssuedDecision;
  /** The values of the facts that the policy read. */
  readonly facts: Facts;
  /** What the policy's digest names. */
  readonly policy: object;
  readonly receipt: string;
  readonly salts?: Salts;
}

/**
 * Reads a record. Whether its parts fit each other, replay tells.
 * @throws RecordUnreadable
 */
export function readRecord(json: unknown): DecisionFile {
  const { decision, facts, policy, receipt, salts } = objectAt("record", json);
  const decided = objectAt("decision", decision);
  if (!isDecision(decided)) throw new RecordUnreadable("decision");
  const given = objectAt("facts", facts);
  if (!isFacts(given)) throw new RecordUnreadable("facts");
  if (typeof receipt !== "string") throw new RecordUnreadable("receipt");
  const record = { decision: decided, facts: given, policy: objectAt("policy", policy), receipt };
  if (salts === undefined) return record;
  if (!isSalts(salts)) throw new RecordUnreadable("salts");
  return { ...record, salts };
}

const TEXTS = ["id", "issuedAt", "subject", "factsDigest", "service", "asOf", "outcome"];

/** Its outline; all else is compared with what is decided again, whatever it is. */
function isDecision(value: JsonObject): value is JsonObject & IssuedDecision {
  const { policy, requirements } = value;
  if (!TEXTS.every((key) => typeof value[key] === "string")) return false;
  if (!isObject(policy) || typeof policy["from"] !== "string") return false;
  return typeof policy["digest"] === "string" && Array.isArray(requirements);
}

function isSalts(value: unknown): value is Salts {
  if (!isObject(value)) return false;
  const { subject, facts } = value;
  return (
    typeof subject === "string" && isSalt(subject) && typeof facts === "string" && isSalt(facts)
  );
}

/** Any record of JSON: the engine checks facts before it decides. */
function isFacts(value: JsonObject): value is JsonObject & Facts {
  return isObject(value);
}
