import { createHash } from "node:crypto";
import { BROUGHT } from "../../engine/brought.ts";
import type { Fact, Group } from "../../engine/model/catalogue.ts";
import type { Decision } from "../../engine/model/decision.ts";
import type { Pack, Parameter, ParameterValue, Service, Source } from "../../engine/model/pack.ts";
import type { Condition, Grant, Policy, Requirement } from "../../engine/model/policy.ts";
import { conditionAt } from "./conditions.ts";
import { isObject, type JsonObject, listAt, objectAt, RecordUnreadable } from "./unreadable.ts";

const PARAMETER = "parameter.";

/**
 * A pack of the one policy that a digest names, as the day of the decision had it: it decides as
 * the whole pack did, but knows no other version and no other day's parameters.
 * @throws RecordUnreadable where it is no such policy.
 */
export function packOfPolicy(
  recorded: object,
  { service: id, policy }: Pick<Decision, "service" | "policy">,
): Pack {
  const { facts, groups, parameters, sources, ...rest } = objectAt("policy", recorded);
  const conditions = new Map<string, Condition>();
  const service: Service = {
    id,
    versions: [
      { from: policy.from, policy: policyAt("policy.policy", rest["policy"], conditions) },
    ],
    conditions,
    parameters: parametersAt("policy.parameters", parameters),
    sources: entriesAt("policy.sources", sources, isSource),
    cases: [],
  };
  return {
    facts: entriesAt("policy.facts", facts, isFact),
    groups: entriesAt("policy.groups", groups, isGroup),
    cities: new Map(),
    services: new Map([[id, service]]),
    sha256: (text) => createHash("sha256").update(text).digest("hex"),
    suggest: () => null,
    ...BROUGHT,
  };
}

function policyAt(path: string, value: unknown, named: Map<string, Condition>): Policy {
  const policy = objectAt(path, value);
  if (!isPolicy(policy)) throw new RecordUnreadable(path);
  const requirements = listAt(`${path}.requirements`, policy.requirements);
  return {
    ...policy,
    ...(policy.scope && { scope: conditionAt(`${path}.scope`, policy.scope, named) }),
    requirements: requirements.map((requirement, index) =>
      requirementAt(`${path}.requirements[${index}]`, requirement, named),
    ),
    ...(policy.grants && {
      grants: listAt(`${path}.grants`, policy.grants).map((grant, index) =>
        grantAt(`${path}.grants[${index}]`, grant, named),
      ),
    }),
  };
}

function grantAt(path: string, value: unknown, named: Map<string, Condition>): Grant {
  const grant = objectAt(path, value);
  if (!isGrant(grant)) throw new RecordUnreadable(path);
  const { conditions } = grant;
  return {
    ...grant,
    ...(conditions && { conditions: conditionAt(`${path}.conditions`, conditions, named) }),
  };
}

function requirementAt(path: string, value: unknown, named: Map<string, Condition>): Requirement {
  const requirement = objectAt(path, value);
  if (!isRequirement(requirement)) throw new RecordUnreadable(path);
  const { when, conditions } = requirement;
  return {
    ...requirement,
    ...(when && { when: conditionAt(`${path}.when`, when, named) }),
    conditions: conditionAt(`${path}.conditions`, conditions, named),
  };
}

/** They stand under the names by which conditions read them, with the one value of the day. */
function parametersAt(path: string, value: unknown): ReadonlyMap<string, Parameter> {
  return new Map(
    Object.entries(objectAt(path, value)).map(([name, entry]) => {
      const parameter = objectAt(`${path}.${name}`, entry);
      const values = objectAt(`${path}.${name}.values`, parameter["values"]);
      if (!isParameter(parameter)) throw new RecordUnreadable(`${path}.${name}`);
      const id = name.slice(PARAMETER.length);
      return [id, { ...parameter, values: isParameterValue(values) ? [values] : [] }];
    }),
  );
}

function entriesAt<Entry extends object>(
  path: string,
  value: unknown,
  isEntry: (entry: JsonObject) => entry is JsonObject & Entry,
): ReadonlyMap<string, Entry> {
  return new Map(
    Object.entries(objectAt(path, value)).map(([id, found]) => {
      const entry = objectAt(`${path}.${id}`, found);
      if (!isEntry(entry)) throw new RecordUnreadable(`${path}.${id}`);
      return [id, entry];
    }),
  );
}

// Outlines only: the digest vouches for the rest, which was checked when it was published.

function isPolicy(value: JsonObject): value is JsonObject & Policy {
  return (
    isText(value["status"]) && isObject(value["title"]) && Array.isArray(value["requirements"])
  );
}

function isRequirement(value: JsonObject): value is JsonObject & Requirement {
  return isText(value["id"]) && isText(value["enforcement"]) && Array.isArray(value["sources"]);
}

function isGrant(value: JsonObject): value is JsonObject & Grant {
  return isText(value["id"]) && isObject(value["text"]) && Array.isArray(value["sources"]);
}

function isFact(value: JsonObject): value is JsonObject & Fact {
  const { type, label, items, codes } = value;
  if (!isText(type) || !isObject(label)) return false;
  if (type === "list") return isObject(items);
  return type !== "code" || isObject(codes);
}

function isGroup(value: JsonObject): value is JsonObject & Group {
  return isObject(value["label"]) && Array.isArray(value["facts"]);
}

function isSource(value: JsonObject): value is JsonObject & Source {
  return isObject(value["title"]);
}

function isParameter(value: JsonObject): value is JsonObject & Parameter {
  return isObject(value["shape"]) && isObject(value["label"]);
}

function isParameterValue(value: JsonObject): value is JsonObject & ParameterValue {
  return isText(value["from"]) && value["value"] !== undefined;
}

function isText(value: unknown): value is string {
  return typeof value === "string";
}
