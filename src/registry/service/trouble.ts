/**
 * What kept the service from answering. `network`: no connection, or it broke; `slow`: no answer in
 * time; `status`: an HTTP status that is no success; `redirect`: it points elsewhere, where no NIK
 * is sent; `too-large`, `not-json`, `nonsense`: an answer that is none; `open`: it failed so often
 * that it is not asked for a while; `stopped`: the caller does not wait any more.
 */
export type TroubleReason =
  | "network"
  | "slow"
  | "status"
  | "redirect"
  | "too-large"
  | "not-json"
  | "nonsense"
  | "open"
  | "stopped";

/** Why people got no answer from the service. It names nobody, and quotes nothing. */
export interface ServiceTrouble {
  readonly reason: TroubleReason;
  /** The HTTP status, where there was one. */
  readonly status?: number;
  readonly people: number;
}

export class ServiceFailure extends Error {
  override readonly name = "ServiceFailure";
  readonly reason: TroubleReason;
  readonly status: number | undefined;
  /** Milliseconds that the service asks to be left alone. */
  readonly retryAfter: number | undefined;

  constructor(reason: TroubleReason, status?: number, retryAfter?: number) {
    super(
      `the coverage service gave no answer: ${reason}${status === undefined ? "" : ` ${status}`}`,
    );
    this.reason = reason;
    this.status = status;
    this.retryAfter = retryAfter;
  }
}

/** Whether asking again may help: it changes nothing at the service. */
export function isWorthRetrying({ reason, status }: ServiceFailure): boolean {
  if (reason === "network" || reason === "slow") return true;
  return reason === "status" && (status === 429 || (status !== undefined && status >= 500));
}
