import { setTimeout as pause } from "node:timers/promises";
import type { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { type Log, traceOfError } from "../../api/log.ts";
import type { ApplicantsTable } from "../../ledger/applicants.ts";
import type { Ledger } from "../../ledger/entry.ts";
import { TEN_YEARS } from "../../ledger/expiry.ts";
import type { LedgerTable } from "../../ledger/items.ts";
import { keepReviewed } from "../../ledger/retention.ts";
import type { TableNames } from "../../store/tables.ts";
import { daysIn } from "./days.ts";
import { deleteExpired } from "./expired-items.ts";

const A_DAY_MILLISECONDS = 86_400_000;

export interface Retention {
  readonly retentionDays: number;
  readonly reviewRetentionDays: number;
}

/** @throws StartTrouble where a setting is no number of days. */
export function retentionFrom(
  environment: Readonly<Record<string, string | undefined>>,
): Retention {
  return {
    retentionDays: daysIn(environment, "LAYAK_RETENTION_DAYS", TEN_YEARS),
    reviewRetentionDays: daysIn(environment, "LAYAK_REVIEW_RETENTION_DAYS", TEN_YEARS),
  };
}

/**
 * A ledger on one machine, where no stream tells of reviews: whoever stores one lets its decision
 * end with it.
 */
export function keepingReviewed(ledger: Ledger, tables: LedgerTable & ApplicantsTable): Ledger {
  return {
    ...ledger,
    review: async (review) => {
      const stands = await ledger.review(review);
      await keepReviewed(review.decision, tables);
      return stands;
    },
  };
}

export interface Deleting {
  readonly stop: () => Promise<void>;
}

/** Deletes what has expired, at once and then every day. */
export function deletingExpired(
  client: DynamoDBClient,
  names: TableNames,
  { clock, log }: { readonly clock: () => Date; readonly log: Log },
): Deleting {
  const stopping = new AbortController();
  const { signal } = stopping;
  const round = async () => {
    try {
      const items = await deleteExpired(client, names, clock(), signal);
      if (items > 0) log({ level: "info", event: "expired-deleted", items });
    } catch (error) {
      if (signal.aborted) return;
      log({ level: "warning", event: "expired-not-deleted", ...traceOfError(error) });
    }
  };
  const rounds = async () => {
    while (!signal.aborted) {
      await round();
      await pause(A_DAY_MILLISECONDS, undefined, { signal, ref: false }).catch(() => undefined);
    }
  };
  const ended = rounds();
  return {
    stop: async () => {
      stopping.abort();
      await ended;
    },
  };
}
