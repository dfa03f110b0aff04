import type { Scope } from "./routes.ts";

/** Who calls, as a verified token says. */
export interface Caller {
  /** The licensing system that asks. */
  readonly client: string;
  readonly scopes: readonly Scope[];
  /** Services that the client may ask for: `city/service`, or `city/*` for all of a city. */
  readonly services: readonly string[];
  /** The officer who uses the client; only where the token names one. */
  readonly officer?: string;
  /** Seconds since 1970 from which the token is no longer valid. */
  readonly expiresAt: number;
}

/** Whether the caller's token lists a service. */
export function mayAskFor({ services }: Caller, service: string): boolean {
  const [city, name, ...rest] = service.split("/");
  if (name === undefined || name === "" || rest.length > 0) return false;
  return services.some((pattern) => pattern === service || pattern === `${city}/*`);
}

/** What is known of a decision before it is shown: who asked for it, and for which service. */
export interface Asked {
  readonly client: string;
  readonly service: string;
}

/** A client reads what it asked for itself; with the review scope, all of the services it may. */
export function mayRead(caller: Caller, { client, service }: Asked): boolean {
  if (caller.client === client) return true;
  return caller.scopes.includes("decisions:review") && mayAskFor(caller, service);
}
