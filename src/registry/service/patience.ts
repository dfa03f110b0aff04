import { setTimeout as pause } from "node:timers/promises";
import CircuitBreaker from "opossum";
import { ask, type Service } from "./ask.ts";
import { isWorthRetrying, ServiceFailure } from "./trouble.ts";

/** How long the service is waited for. All in milliseconds unless said. */
export interface TimeLimits {
  /** One attempt; 800 unless given. */
  readonly attempt?: number;
  /** All attempts together; 1,800 unless given. */
  readonly all?: number;
  /** The longest pause before the second attempt, doubled before each further; 100 unless given. */
  readonly pause?: number;
  /** Attempts in all, a number; 3 unless given. */
  readonly attempts?: number;
  /** How long a service that fails is left alone; 10,000 unless given. */
  readonly rest?: number;
}

export interface Limits extends Required<TimeLimits> {}

export function limitsFrom(given: TimeLimits = {}): Limits {
  const { attempt = 800, all = 1800, pause = 100, attempts = 3, rest = 10_000 } = given;
  return { attempt, all, pause, attempts, rest };
}

/** The breaker opens when half of at least this many attempts failed within its window. */
const FEWEST_ATTEMPTS = 5;
const FAILED_PERCENT = 50;
const WINDOW_MILLISECONDS = 10_000;

/** Asks, and asks again where that may help. @throws ServiceFailure */
export type PatientAsk = (body: string, signal: AbortSignal) => Promise<unknown>;

/**
 * Asks with patience: pauses of random length, so that callers do not come back together, and a
 * breaker around each attempt, so that a service that is down is not asked by everyone.
 */
export function patientAsk(service: Service, limits: Limits): PatientAsk {
  const breaker = new CircuitBreaker(
    (body: string, signal: AbortSignal) => ask(service, body, signal),
    {
      timeout: false,
      errorThresholdPercentage: FAILED_PERCENT,
      volumeThreshold: FEWEST_ATTEMPTS,
      resetTimeout: limits.rest,
      rollingCountTimeout: WINDOW_MILLISECONDS,
      rollingPercentilesEnabled: false,
      enableSnapshots: false,
      errorFilter: (error) => error instanceof ServiceFailure && error.reason === "stopped",
    },
  );
  return async (body, signal) => {
    const end = performance.now() + limits.all;
    const all = AbortSignal.any([signal, AbortSignal.timeout(limits.all)]);
    for (let attempt = 1; ; attempt++) {
      try {
        return await breaker.fire(body, all);
      } catch (error) {
        const failure = failureFrom(error, signal);
        const wait = pauseAfter(attempt, limits, failure);
        const mayRetry = attempt < limits.attempts && isWorthRetrying(failure);
        if (!mayRetry || performance.now() + wait >= end || signal.aborted) throw failure;
        await pause(wait, undefined, { signal: all }).catch(() => undefined);
      }
    }
  };
}

/** Out of all the time there is counts as slow, unless the caller was the one to stop. */
function failureFrom(error: unknown, caller: AbortSignal): ServiceFailure {
  if (!(error instanceof ServiceFailure)) return new ServiceFailure("open");
  return error.reason === "stopped" && !caller.aborted ? new ServiceFailure("slow") : error;
}

function pauseAfter(attempt: number, limits: Limits, { retryAfter = 0 }: ServiceFailure): number {
  const longest = limits.pause * 2 ** (attempt - 1);
  return Math.max(retryAfter, longest * (0.5 + Math.random() / 2));
}
