import type { FailureReason } from "../../athena/failures.ts";
import { resultPrefix } from "../../athena/folders.ts";
import type { QueryLook } from "../../athena/queries.ts";
import type { BulkRun } from "../../athena/runs.ts";
import { say, type Text } from "../../engine/model/text.ts";
import { callerOf } from "../access/check.ts";
import { type App, addRoute, answerJson, logAlso } from "../base.ts";
import { traceOfError } from "../log.ts";
import { Refusal } from "../problems/refusal.ts";
import { readQuery } from "../query.ts";
import { asked } from "./ask.ts";
import type { BulkStatusDependencies } from "./dependencies.ts";
import { toldOf } from "./told.ts";

/** Long enough to fetch from, too short to be passed around. */
const LINK_SECONDS = 900;

const ID = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/** `GET /v1/bulk/{id}`: how far a run is, and once it succeeded, where its results are. */
export function addBulkStatusRoute(app: App, dependencies: BulkStatusDependencies): void {
  addRoute(app, "GET", "/v1/bulk/:id", async (context) => {
    readQuery(context, []);
    const run = await findRun(
      context.req.param("id") ?? "",
      callerOf(context).client,
      dependencies,
    );
    logAlso(context, { service: run.service, policy: run.digest });
    context.header("Cache-Control", "no-store");
    const look = await asked(dependencies, (signal) => dependencies.lookAtQuery(run.query, signal));
    const language = context.get("language");
    return answerJson(context, dependencies, 200, {
      ...toldOf(run),
      state: look.state,
      bytesScanned: look.bytesScanned,
      ...(look.state === "failed" && {
        reason: look.reason,
        message: say(REASONS[look.reason], language),
      }),
      ...(look.state === "succeeded" && (await resultsOf(run, look, dependencies))),
    });
  });
}

/** @throws Refusal `bulk-not-found`, for another client's run as for none */
async function findRun(
  id: string,
  client: string,
  dependencies: BulkStatusDependencies,
): Promise<BulkRun> {
  const run = ID.test(id) ? await asked(dependencies, () => dependencies.runs.find(id)) : null;
  if (run?.client === client) return run;
  throw new Refusal("bulk-not-found", {
    id: "Tidak ada putusan massal dengan id ini yang boleh Anda baca. Periksa id-nya.",
    en: "There is no bulk run with this id that you may read. Check the id.",
  });
}

async function resultsOf(
  run: BulkRun,
  { endedAt }: Extract<QueryLook, { readonly state: "succeeded" }>,
  dependencies: BulkStatusDependencies,
) {
  const at = dependencies.clock().getTime();
  const [files, rowsRead] = await Promise.all([
    asked(dependencies, (signal) =>
      dependencies.linksTo(resultPrefix(run.client, run.id), LINK_SECONDS, signal),
    ),
    asked(dependencies, (signal) => rowsReadBy(run, dependencies, signal)),
  ]);
  const expiresAt = new Date(at + LINK_SECONDS * 1000).toISOString();
  return { endedAt, rowsRead, results: { files, expiresAt } };
}

/** The count is good to know, and no reason to withhold the results. */
async function rowsReadBy(
  { query }: BulkRun,
  { rowsReadBy, log }: BulkStatusDependencies,
  signal: AbortSignal,
): Promise<number | null> {
  try {
    return await rowsReadBy(query, signal);
  } catch (error) {
    log({ level: "warning", event: "bulk-rows-unknown", ...traceOfError(error) });
    return null;
  }
}

const REASONS: Readonly<Record<FailureReason, Text>> = {
  "file-unfit": {
    id: "Berkasnya bukan Parquet, atau jenis kolomnya lain dari tabelnya. Bandingkan dengan `layak sql --columns`.",
    en: "A file is not Parquet, or a column has another type than the table's. Compare with `layak sql --columns`.",
  },
  "too-much-scanned": {
    id: "Berkasnya lebih besar daripada yang boleh dibaca satu putusan massal. Bagi unggahannya.",
    en: "The files are larger than one run may read. Split the upload.",
  },
  "too-slow": {
    id: "Athena menghentikannya karena terlalu lama. Bagi unggahannya.",
    en: "Athena stopped it, as it took too long. Split the upload.",
  },
  "too-large": {
    id: "Sumber daya Athena tidak cukup. Coba lagi, atau bagi unggahannya.",
    en: "Athena's resources did not suffice. Try again, or split the upload.",
  },
  "not-allowed": {
    id: "Athena tidak boleh membaca atau menulis berkasnya. Laporkan kepada pengelola.",
    en: "Athena may not read or write the files. Report it to those who run this service.",
  },
  other: {
    id: "Athena tidak dapat menyelesaikannya. Coba lagi, lalu laporkan id putusan massal ini.",
    en: "Athena could not finish it. Try again, then report this run's id.",
  },
};
