import { uploadPrefix } from "../../athena/folders.ts";
import type { BulkRun } from "../../athena/runs.ts";
import { digestOf } from "../../engine/decision/digest.ts";
import { type Program, programOf } from "../../engine/decision/program.ts";
import { timeOrderedId } from "../../ledger/time-ordered-id.ts";
import { callerOf } from "../access/check.ts";
import { refuseForeignService } from "../access/refusals.ts";
import { type App, addRoute, answerJson, logAlso } from "../base.ts";
import { parseBody } from "../body/parse-body.ts";
import { readBody } from "../body/read-body.ts";
import { claimedId } from "../decisions/repeat.ts";
import { Refusal, refuseFields } from "../problems/refusal.ts";
import { readQuery } from "../query.ts";
import { todayInJakarta } from "../today.ts";
import { asked } from "./ask.ts";
import type { BulkStartDependencies } from "./dependencies.ts";
import { readBulkRequest } from "./request.ts";
import { MOST_STATEMENT_BYTES, statementOf } from "./statement.ts";
import { toldOf } from "./told.ts";

const ROUTE = "/v1/bulk";

/**
 * `POST /v1/bulk`: decides all applications of an upload. Athena runs the statement; the files lie
 * in the client's own folder, whatever the caller writes. The same request sent again gets the same
 * run.
 */
export function addBulkStartRoute(app: App, dependencies: BulkStartDependencies): void {
  const { pack, clock, runs, newId = timeOrderedId } = dependencies;
  addRoute(app, "POST", ROUTE, async (context) => {
    readQuery(context, []);
    const body = await parseBody(await readBody(context.req.raw));
    const { service, asOf, upload } = await readBulkRequest(body);
    const caller = callerOf(context);
    // What does not exist is told as such, with what was meant.
    if (pack.services.has(service)) refuseForeignService(caller, service);
    const at = clock();
    const program = programOf(pack, { service, asOf: asOf ?? todayInJakarta(at) });
    const request = { route: ROUTE, caller: caller.client, body, id: newId(at), at };
    const { id, repeated } = await claimedId(context, request, dependencies);
    const earlier = repeated ? await asked(dependencies, () => runs.find(id)) : null;
    const run =
      earlier ??
      (await startedRun({ id, client: caller.client, upload, program, at }, dependencies));
    logAlso(context, { service: run.service, policy: run.digest });
    context.header("Cache-Control", "no-store");
    context.header("Location", `${ROUTE}/${id}`);
    return answerJson(context, dependencies, 201, toldOf(run));
  });
}

interface Order {
  readonly id: string;
  readonly client: string;
  readonly upload: string;
  readonly program: Program;
  readonly at: Date;
}

/** Starts the query, and then keeps whose it is: a query that is nobody's is shown to nobody. */
async function startedRun(
  { id, client, upload, program, at }: Order,
  dependencies: BulkStartDependencies,
): Promise<BulkRun> {
  const { runs, bucket, database, holdsFiles, startQuery } = dependencies;
  const statement = statementOf(program, { database, bucket, client, upload, run: id });
  if (Buffer.byteLength(statement) > MOST_STATEMENT_BYTES) throw tooLong();
  const prefix = uploadPrefix(client, upload);
  const holdsAny = await asked(dependencies, (signal) => holdsFiles(prefix, signal));
  if (!holdsAny) throw nothingUploaded(prefix);
  const query = await asked(dependencies, (signal) => startQuery({ statement, token: id }, signal));
  const { service, version, asOf } = program;
  const run = {
    id,
    client,
    service: service.id,
    asOf,
    from: version.from,
    status: version.policy.status,
    digest: digestOf(program),
    upload,
    query,
    startedAt: at.toISOString(),
  };
  return await asked(dependencies, () => runs.keep(run));
}

function nothingUploaded(prefix: string): Refusal {
  const message = {
    id: `Tidak ada berkas di ${prefix}. Letakkan berkas Parquet di sana, lalu kirim lagi permintaan ini.`,
    en: `There is no file in ${prefix}. Put files of Parquet there, then send this request again.`,
  };
  return refuseFields([{ path: "/upload", code: "upload-unknown", message }]);
}

function tooLong(): Refusal {
  return new Refusal("bulk-statement-too-long", {
    id: `Sebagai SQL, aturan layanan ini melebihi ${MOST_STATEMENT_BYTES} byte, batas Athena. Putuskan berkasnya dengan "layak bulk" di satu mesin.`,
    en: `As SQL, this service's rules exceed ${MOST_STATEMENT_BYTES} bytes, the limit of Athena. Decide the file with "layak bulk" on one machine.`,
  });
}
