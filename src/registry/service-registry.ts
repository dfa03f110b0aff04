import { type CoverageAnswer, type CoverageRegistry, sameForAll } from "./coverage.ts";
import { limitsFrom, patientAsk, type TimeLimits } from "./service/patience.ts";
import { type Reading, readAnswers } from "./service/read-answers.ts";
import { ServiceFailure, type ServiceTrouble } from "./service/trouble.ts";

export interface ServiceRegistryOptions {
  /** Where the service is: https, or http on this machine. `/look-up` is added to it. */
  readonly url: string;
  /** Sent as a bearer token. */
  readonly token?: string;
  readonly clock: () => Date;
  /** An answer observed longer ago than this is stale. */
  readonly maximumAgeDays: number;
  readonly timeLimits?: TimeLimits;
  /** Told whenever people get no answer; it never says who they are. */
  readonly tell?: (trouble: ServiceTrouble) => void;
  readonly fetch?: typeof fetch;
}

/** As many people as one request asks about. */
const MOST_PEOPLE = 100;
const MOST_AT_ONCE = 4;

/**
 * A registry behind HTTPS, by the contract in docs/coverage-service.md. Whatever is wrong with the
 * service, people get no answer, and never a wrong one.
 * @throws RangeError where the address is not one that NIKs may be sent to.
 */
export function createServiceRegistry(options: ServiceRegistryOptions): CoverageRegistry {
  const { clock, maximumAgeDays, token, tell = () => undefined } = options;
  const limits = limitsFrom(options.timeLimits);
  const patient = patientAsk(
    {
      url: lookUpAddress(options.url),
      token,
      fetch: options.fetch ?? fetch,
      attemptMilliseconds: limits.attempt,
    },
    limits,
  );

  async function askAbout(
    niks: readonly string[],
    reading: Omit<Reading, "now">,
    signal: AbortSignal,
  ): Promise<ReadonlyMap<string, CoverageAnswer>> {
    const people = niks.length;
    try {
      const told = await patient(JSON.stringify({ asOf: reading.day.asOf, niks }), signal);
      const read = readAnswers(told, niks, { ...reading, now: clock() });
      if (read === null) throw new ServiceFailure("nonsense", 200);
      if (read.nonsense > 0) tell({ reason: "nonsense", status: 200, people: read.nonsense });
      return read.answers;
    } catch (error) {
      if (!(error instanceof ServiceFailure)) throw error;
      const { reason, status } = error;
      tell({ reason, ...(status !== undefined && { status }), people });
      return sameForAll(niks, { kind: "no-answer", cause: "unavailable" });
    }
  }

  return {
    lookUp: async (niks, day, signal) => {
      // Nobody can have observed a day that has not come.
      if (day.asOf > day.today) {
        return sameForAll(niks, { kind: "no-answer", cause: "not-observed-that-day" });
      }
      const distinct = [...new Set(niks)];
      const batches = Array.from({ length: Math.ceil(distinct.length / MOST_PEOPLE) }, (_, index) =>
        distinct.slice(index * MOST_PEOPLE, (index + 1) * MOST_PEOPLE),
      ).values();
      const answers = new Map<string, CoverageAnswer>();
      const askInTurn = async () => {
        for (const batch of batches) {
          const read = await askAbout(batch, { day, maximumAgeDays }, signal);
          for (const [nik, answer] of read) answers.set(nik, answer);
        }
      };
      await Promise.all(Array.from({ length: MOST_AT_ONCE }, askInTurn));
      return answers;
    },
  };
}

const THIS_MACHINE: readonly string[] = ["127.0.0.1", "localhost", "[::1]"];

function lookUpAddress(text: string): URL {
  const url = new URL(text.endsWith("/") ? text : `${text}/`);
  const isSafe = url.protocol === "https:" || THIS_MACHINE.includes(url.hostname);
  if (!isSafe || !/^https?:$/.test(url.protocol)) {
    throw new RangeError("the coverage service's address must begin with https://");
  }
  if (url.username !== "" || url.password !== "" || url.search !== "" || url.hash !== "") {
    throw new RangeError("the coverage service's address must have no user, query or fragment");
  }
  return new URL("look-up", url);
}
