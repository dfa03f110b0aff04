import { versionInForce } from "../../engine/decision/versions.ts";
import type { Case, Pack } from "../../engine/model/pack.ts";
import type { ApplicantKind } from "../../engine/model/policy.ts";
import { seekRemedies } from "../../engine/remedies/seek.ts";
import { factsDigestOf, subjectOf } from "../../ledger/receipt/subject.ts";
import type { Coverage, CoverageByNik } from "../decisions/coverage.ts";
import { decideApplication } from "../decisions/decide.ts";
import { ENGINE_NAME } from "../decisions/engine-name.ts";
import { gather } from "../decisions/gather.ts";
import { createPolicies } from "../decisions/policies.ts";
import { type DecisionResponse, responseOf } from "../decisions/respond.ts";
import { type Asked, askedIn } from "../request/read-request.ts";
import { decisionRequest } from "../request/schema.ts";
import { describeService } from "../services/describe.ts";
import { listServices } from "../services/list.ts";
import { exampleApplication } from "./example-application.ts";
import { componentNames } from "./names.ts";
import type { Examples } from "./operations/operation.ts";
import { isObject, type JsonObject } from "./schema.ts";
import { publishedServices, type ServiceReads } from "./service-reads.ts";

/** Bodies that the rules themselves gave, by the name of their service. */
export interface DocumentExamples {
  readonly requests: Examples;
  readonly decisions: Examples;
  readonly batches: Examples;
  readonly previews: Examples;
  readonly lists: Examples;
  readonly services: Examples;
}

interface Example {
  readonly name: string;
  readonly asOf: string;
  readonly request: JsonObject;
  readonly decision: JsonObject;
  /** The decision on the same application if the registry did not know anybody. */
  readonly open: JsonObject;
  readonly service: JsonObject;
}

/**
 * Decides one case of each service: one that is refused, where there is one, says the most. One of
 * them is decided without coverage too, to show what keeps a decision open.
 */
export function documentExamples(pack: Pack): DocumentExamples {
  const services = publishedServices(pack);
  const names = componentNames(services.map(({ service }) => service.id));
  const examples = services.flatMap((reads) => {
    const told = toldCase(reads);
    if (told === undefined) return [];
    return [exampleOf(pack, reads, told, names.get(reads.service.id) ?? reads.service.id)];
  });
  const named = (key: "request" | "decision" | "service"): Examples =>
    Object.fromEntries(examples.map((example) => [example.name, example[key]]));
  const [first] = examples;
  const undetermined = examples.find(({ open }) => open["outcome"] === "undetermined");
  return {
    requests: named("request"),
    decisions: {
      ...named("decision"),
      ...(undetermined && { [`${undetermined.name}Undetermined`]: undetermined.open }),
    },
    services: named("service"),
    batches:
      examples.length === 0
        ? {}
        : { several: { items: examples.slice(0, 3).map(({ request }) => request) } },
    previews: Object.fromEntries(
      examples.map(({ name, request }) => [name, withoutPeople(request)]),
    ),
    lists: first === undefined ? {} : { services: listOn(pack, first.asOf) },
  };
}

/** A case that names its version is an example where that version answers on the case's day. */
function toldCase({ service }: ServiceReads): Case | undefined {
  const named = service.cases.filter(
    ({ version, asOf }) => version !== undefined && versionInForce(service, asOf)?.from === version,
  );
  const cases = [...service.cases.filter(({ version }) => version === undefined), ...named];
  return cases.find(({ expect }) => expect.outcome === "ineligible") ?? cases[0];
}

function exampleOf(pack: Pack, reads: ServiceReads, told: Case, name: string): Example {
  const { id } = reads.service;
  const asksRegistry = reads.facts.some((fact) =>
    pack.facts.get(fact)?.source.startsWith("registry:"),
  );
  const service = describeService(pack, id, told.asOf, "en");
  const applicant = exampleApplicant(service.applicant.kinds, asksRegistry);
  const { request, coverage } = exampleApplication(pack, id, told, applicant);
  const decided = (answers: CoverageByNik) =>
    plainJson(decisionOf(pack, askedIn(decisionRequest.parse(request)), told.asOf, answers));
  return {
    name,
    asOf: told.asOf,
    request,
    decision: decided(coverage),
    open: decided(new Map([...coverage.keys()].map((nik) => [nik, notFound(told.asOf)]))),
    service: plainJson(service),
  };
}

/** A business where it may be one, unless a registry says something about a person. */
function exampleApplicant(kinds: readonly ApplicantKind[], asksRegistry: boolean): ApplicantKind {
  const wanted = asksRegistry ? "person" : "business";
  return kinds.find((kind) => kind === wanted) ?? kinds[0] ?? wanted;
}

function notFound(asOf: string): Coverage {
  return { kind: "no-answer", cause: "not-found", at: `${asOf}T00:00:00+07:00` };
}

function decisionOf(
  pack: Pack,
  asked: Asked,
  asOf: string,
  coverage: CoverageByNik,
): DecisionResponse {
  const policy = createPolicies(pack)(asked.service, asOf);
  const gathered = gather(pack, policy.reads, asked, coverage);
  return responseOf(
    policy.prepared.program,
    {
      ...ISSUED,
      issuedAt: `${asOf}T05:00:00.000Z`,
      engine: ENGINE_NAME,
      ...decideApplication(policy, gathered, seekRemedies),
      facts: gathered.used,
      origins: gathered.origins,
      subject: subjectOf(asked.applicant, ISSUED.salts.subject),
      factsDigest: factsDigestOf(gathered.used, ISSUED.salts.facts),
    },
    "en",
  );
}

function listOn(pack: Pack, asOf: string): JsonObject {
  return plainJson({ asOf, services: listServices(pack, asOf, "en") });
}

/** What chance and a key would give; the salts are 16 bytes as real ones are. */
const ISSUED = {
  id: "01a2020a-5fb1-76f1-812f-afb2350e8d9d",
  caller: "example",
  secondOpinion: { engine: "json-rules-engine", rules: {} },
  salts: { subject: "AAECAwQFBgcICQoLDA0ODw", facts: "EBESExQVFhcYGRobHB0eHw" },
  receipt: "eyJhbGciOiJFUzI1NiIsImtpZCI6IuKApiJ9.eyLigKYifQ.4oCm",
} as const;

function withoutPeople({ applicant: _, groups, ...request }: JsonObject): JsonObject {
  if (!isObject(groups)) return request;
  const nameless = Object.entries(groups).map(([group, members]) => [
    group,
    Array.isArray(members)
      ? members.map((member) => (isObject(member) ? { facts: member["facts"] ?? {} } : member))
      : members,
  ]);
  return { ...request, groups: Object.fromEntries(nameless) };
}

/** As it would be sent. */
function plainJson(value: object): JsonObject {
  const plain: unknown = JSON.parse(JSON.stringify(value));
  if (!isObject(plain)) throw new TypeError("an example is an object");
  return plain;
}
