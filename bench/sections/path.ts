import { createHash } from "node:crypto";
import { parseBody } from "../../src/api/body/parse-body.ts";
import { agreed } from "../../src/api/decisions/agree.ts";
import type { CoverageByNik } from "../../src/api/decisions/coverage.ts";
import { decideApplication } from "../../src/api/decisions/decide.ts";
import { gather, peopleIn } from "../../src/api/decisions/gather.ts";
import { admit } from "../../src/api/decisions/handle.ts";
import { issue } from "../../src/api/decisions/issue.ts";
import { createPolicies } from "../../src/api/decisions/policies.ts";
import { responseOf } from "../../src/api/decisions/respond.ts";
import { readRequest } from "../../src/api/request/read-request.ts";
import { jsonRulesEngineOpinion } from "../../src/api/second-opinion.ts";
import { EXAMPLE_REQUEST } from "../../src/cli/serve/greeting.ts";
import { horizonOf } from "../../src/engine/decision/horizon.ts";
import { remediesOf } from "../../src/engine/remedies/remedies.ts";
import { newSigningKey, readSigningKeys } from "../../src/ledger/receipt/keys.ts";
import { createReceiptSigner } from "../../src/ledger/receipt/sign.ts";
import { packRecords, storedForm } from "../../src/ledger/record.ts";
import { timeOrderedId } from "../../src/ledger/time-ordered-id.ts";
import { pseudonymWith } from "../../src/store/identity.ts";
import { kept } from "../engines/engine.ts";
import { figure, microseconds, printTable, printTitle } from "../measure/print.ts";
import { measure, type Subject } from "../measure/rounds.ts";
import { packOf, readRules } from "../rules/pack.ts";

const EFFORT = { rounds: 21, milliseconds: 20, most: 10_000 };
const AT = new Date("2026-11-22T05:00:00Z");
const AS_OF = "2026-11-22";

/** Where the time of one decision goes, without HTTP and the database. */
export async function measurePath(): Promise<boolean> {
  printTitle("What the API does for one decision, without HTTP and the database");
  const pack = packOf(readRules("rules"));
  const policies = createPolicies(pack);
  const secondOpinion = jsonRulesEngineOpinion(pack);
  const signer = createReceiptSigner(readSigningKeys(JSON.stringify(newSigningKey("bench"))));
  const pseudonym = pseudonymWith({
    id: "bench",
    secret: createHash("sha256").update("bench").digest(),
  });
  const text = JSON.stringify(EXAMPLE_REQUEST);
  const asked = await readRequest(await parseBody(text));
  const policy = policies(asked.service, AS_OF);
  const coverage: CoverageByNik = new Map([
    [
      asked.applicant.number,
      {
        kind: "answered",
        at: AT.toISOString(),
        facts: {
          "coverage.status": "NONAKTIF",
          "coverage.segment": "BPU",
          "coverage.programmes": ["JKK", "JKM"],
          "coverage.paidThrough": "2026-06-30",
        },
      },
    ],
  ]);
  const gathered = gather(pack, policy.reads, asked, coverage);
  const findings = decideApplication(policy, gathered, remediesOf);
  const { program } = policy.prepared;
  const opinion = { ask: secondOpinion, milliseconds: 2000, log: () => undefined };
  const order = {
    id: timeOrderedId(AT),
    issuedAt: AT,
    caller: "bench",
    applicant: asked.applicant,
    people: peopleIn(policy.reads, asked),
    policy,
    findings,
    gathered,
    secondOpinion: await agreed(findings.decision, gathered.used, opinion),
  };
  const entry = await issue(order, pack, signer);
  const subjects: readonly Subject[] = [
    repeated("read the body", async () => readRequest(await parseBody(text))),
    repeated("find and check: policy, facts, people", () => admit(asked, AT, policies, { pack })),
    repeated("gather facts and origins", () => gather(pack, policy.reads, asked, coverage)),
    repeated("decide, with evidence", () => policy.prepared.decide(gathered.used)),
    repeated("how long it holds", () => horizonOf(program, gathered.known, policy.compile)),
    repeated("what would change it", () => remediesOf(program, gathered.used)),
    repeated("second opinion", () => agreed(findings.decision, gathered.used, opinion)),
    repeated("salts, digests and receipt", () => issue(order, pack, signer)),
    repeated("record, compressed", () => packRecords([storedForm(entry, pseudonym)])),
    repeated("texts and answer", () => JSON.stringify(responseOf(program, entry.record, "id"))),
  ];
  const measured = await measure(subjects, EFFORT);
  const whole = measured.reduce((sum, { nanoseconds }) => sum + nanoseconds, 0);
  printTable(
    ["step", "% of all", "µs"],
    [...measured, { name: "all", nanoseconds: whole }].map(({ name, nanoseconds }) => [
      name,
      figure((100 * nanoseconds) / whole),
      microseconds(nanoseconds),
    ]),
  );
  return true;
}

function repeated(name: string, work: () => unknown): Subject {
  return {
    name,
    run: async (count) => {
      for (let index = 0; index < count; index++) kept.result = await work();
    },
  };
}
