import { randomUUID } from "node:crypto";
import { createServer, type IncomingMessage, type Server } from "node:http";
import { afterAll, beforeAll, beforeEach } from "vitest";
import { close, listen } from "../../../src/cli/serve/listen.ts";

/** What `StartQueryExecution` was sent, as the JSON protocol writes it. */
export interface Started {
  readonly QueryString: string;
  readonly ClientRequestToken: string;
  readonly WorkGroup: string;
  readonly QueryExecutionContext: { readonly Catalog: string; readonly Database: string };
  readonly ResultConfiguration?: unknown;
}

interface Answer {
  readonly status: number;
  readonly body: object;
}

/** What of a query a test decides; times are seconds since 1970, as in the protocol. */
export interface Course {
  readonly State: string;
  readonly StateChangeReason?: string;
  readonly DataScannedInBytes?: number;
  readonly InputRows?: number;
  readonly CompletionDateTime?: number;
}

export interface LocalAthena {
  readonly endpoint: () => string;
  /** By the names that the queries got. */
  readonly queries: ReadonlyMap<string, Started>;
  /** The names of the calls, in their order. */
  readonly calls: readonly string[];
  /** How all queries stand from now on. */
  readonly let: (course: Course) => void;
  /** What a call is answered from now on, once. */
  readonly answer: (call: string, answer: Answer) => void;
}

const LONGEST = 262_144;

/** Athena's JSON protocol (AWS JSON 1.1), as far as it is used, before the tests of a file. */
export function localAthena(): LocalAthena {
  const queries = new Map<string, Started>();
  const calls: string[] = [];
  const forced = new Map<string, Answer>();
  let course: Course = { State: "QUEUED" };
  let server: Server | null = null;
  let address = "";

  const handlers: Readonly<Record<string, (body: string) => Answer>> = {
    StartQueryExecution: (body) => started(JSON.parse(body), queries),
    GetQueryExecution: (body) => told(JSON.parse(body), queries, course),
    GetQueryRuntimeStatistics: () => ok(statisticsOf(course)),
  };

  beforeAll(async () => {
    server = createServer(async (request, response) => {
      const [, call = ""] = String(request.headers["x-amz-target"]).split("AmazonAthena.");
      calls.push(call);
      const body = await bodyOf(request);
      const answer = forced.get(call) ?? handlers[call]?.(body) ?? unknown(call);
      forced.delete(call);
      response.writeHead(answer.status, { "content-type": "application/x-amz-json-1.1" });
      response.end(JSON.stringify(answer.body));
    });
    address = await listen(server, 0);
  });
  beforeEach(() => {
    queries.clear();
    calls.length = 0;
    forced.clear();
    course = { State: "QUEUED" };
  });
  afterAll(async () => {
    server?.closeAllConnections();
    if (server !== null) await close(server);
  });
  return {
    endpoint: () => address,
    queries,
    calls,
    let: (next) => {
      course = next;
    },
    answer: (call, answer) => forced.set(call, answer),
  };
}

/** The same token and the same statement name the same query; Athena refuses other statements. */
function started(order: Started, queries: Map<string, Started>): Answer {
  const { ClientRequestToken: token, QueryString: statement } = order;
  if (token.length < 32 || token.length > 128) return invalid("clientRequestToken");
  if (Buffer.byteLength(statement) > LONGEST) return invalid("queryString");
  for (const [name, earlier] of queries) {
    if (earlier.ClientRequestToken !== token) continue;
    if (earlier.QueryString !== statement) return invalid("Idempotent parameters do not match");
    return ok({ QueryExecutionId: name });
  }
  const name = randomUUID();
  queries.set(name, order);
  return ok({ QueryExecutionId: name });
}

function told(
  { QueryExecutionId: name }: { readonly QueryExecutionId: string },
  queries: ReadonlyMap<string, Started>,
  { State, StateChangeReason, DataScannedInBytes, CompletionDateTime }: Course,
): Answer {
  const query = queries.get(name);
  if (query === undefined) return invalid(`QueryExecution ${name} was not found`);
  const failed = State === "FAILED";
  return ok({
    QueryExecution: {
      QueryExecutionId: name,
      Query: query.QueryString,
      StatementType: "DML",
      ResultConfiguration: { OutputLocation: `s3://bulk/out/_/${name}` },
      QueryExecutionContext: query.QueryExecutionContext,
      Status: {
        State,
        SubmissionDateTime: 1_795_323_600.123,
        ...(CompletionDateTime !== undefined && { CompletionDateTime }),
        ...(StateChangeReason !== undefined && { StateChangeReason }),
        ...(failed && { AthenaError: { ErrorCategory: 2, ErrorType: 1006, Retryable: false } }),
      },
      Statistics: {
        ...(DataScannedInBytes !== undefined && { DataScannedInBytes }),
        TotalExecutionTimeInMillis: 2310,
        QueryQueueTimeInMillis: 95,
      },
      WorkGroup: query.WorkGroup,
      EngineVersion: {
        SelectedEngineVersion: "Athena engine version 3",
        EffectiveEngineVersion: "Athena engine version 3",
      },
      SubstatementType: "UNLOAD",
    },
  });
}

function statisticsOf({ InputRows }: Course) {
  const Rows = InputRows === undefined ? {} : { Rows: { InputRows, OutputRows: InputRows } };
  return { QueryRuntimeStatistics: { Timeline: { TotalExecutionTimeInMillis: 2310 }, ...Rows } };
}

function ok(body: object): Answer {
  return { status: 200, body };
}

function invalid(message: string): Answer {
  const body = {
    __type: "InvalidRequestException",
    AthenaErrorCode: "INVALID_INPUT",
    Message: message,
  };
  return { status: 400, body };
}

function unknown(call: string): Answer {
  return { status: 400, body: { __type: "UnknownOperationException", Message: call } };
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks).toString("utf8");
}
