import type { Caller } from "./caller.ts";
import { SCOPES } from "./routes.ts";

/** A caller as an authorizer hands it on: lists are words with spaces between. */
export interface CallerContext {
  readonly client: string;
  readonly scopes: string;
  readonly services: string;
  readonly officer?: string;
  readonly expiresAt: number;
}

export function contextOf({ client, scopes, services, officer, expiresAt }: Caller): CallerContext {
  return {
    client,
    scopes: scopes.join(" "),
    services: services.join(" "),
    ...(officer !== undefined && { officer }),
    expiresAt,
  };
}

/**
 * Reads a caller, from an authorizer's context or from claims. Lists may be words with spaces
 * between; a number may be written as text. Scopes of other systems are left out; anything else
 * that is not as it should be, or is missing, makes it nobody: null.
 */
export function readCaller(value: unknown): Caller | null {
  if (!isRecord(value)) return null;
  const client = own(value, "client");
  const scopes = wordsIn(own(value, "scopes"));
  const services = wordsIn(own(value, "services"));
  const officer = own(value, "officer");
  const expiresAt = secondsIn(own(value, "expiresAt"));
  if (!isClient(client) || scopes === null || services === null || expiresAt === null) return null;
  if (!services.every((pattern) => SERVICE_PATTERN.test(pattern))) return null;
  if (officer !== undefined && !isOfficer(officer)) return null;
  return {
    client,
    scopes: SCOPES.filter((scope) => scopes.includes(scope)),
    services: [...new Set(services)],
    ...(officer !== undefined && { officer }),
    expiresAt,
  };
}

const SERVICE_PATTERN = /^[a-z0-9]+(?:-[a-z0-9]+)*\/(?:\*|[a-z0-9]+(?:-[a-z0-9]+)*)$/;
const CLIENT = /^[\x21-\x7e]{1,200}$/;
const OFFICER = /^(?! )[^\p{C}]{1,200}(?<! )$/u;

function isRecord(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}

/** Only what the object itself holds: nothing that a prototype may bring. */
function own(value: object, name: string): unknown {
  return Object.getOwnPropertyDescriptor(value, name)?.value;
}

function isClient(value: unknown): value is string {
  return typeof value === "string" && CLIENT.test(value);
}

function isOfficer(value: unknown): value is string {
  return typeof value === "string" && OFFICER.test(value);
}

/** Words of a list or of a text with spaces between. */
function wordsIn(value: unknown): readonly string[] | null {
  if (typeof value === "string") return value.split(" ").filter((word) => word !== "");
  if (!Array.isArray(value)) return null;
  const words = value.filter((word) => typeof word === "string");
  return words.length === value.length ? words : null;
}

function secondsIn(value: unknown): number | null {
  const seconds = typeof value === "string" && /^\d{1,15}$/.test(value) ? Number(value) : value;
  return typeof seconds === "number" && Number.isFinite(seconds) && seconds >= 0 ? seconds : null;
}
