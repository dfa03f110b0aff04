import { describe, expect, test } from "vitest";
import { ROSTER_KEY } from "../../../src/registry/snapshot-items.ts";
import { ofType, referred, stackResources } from "../support/template.ts";

interface Statement {
  readonly Effect: string;
  readonly Action: readonly string[];
  readonly Resource: unknown;
  readonly Condition?: unknown;
}

const resources = stackResources();

function statementsOf(role: string): readonly Statement[] {
  const [policy, ...more] = arrayIn(resources[role]?.Properties["Policies"]);
  expect(more).toEqual([]);
  const document: { readonly PolicyDocument: { readonly Statement: readonly Statement[] } } =
    JSON.parse(JSON.stringify(policy));
  return document.PolicyDocument.Statement;
}

function arrayIn(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function roles(): readonly string[] {
  return ofType(resources, "AWS::IAM::Role").map(([id]) => id);
}

/** What a role may do beside writing its own log, as `dynamodb:GetItem CoverageTable`. */
function grantsOf(role: string): readonly string[] {
  const [, ...statements] = statementsOf(role).filter(({ Effect }) => Effect === "Allow");
  return statements.flatMap(({ Action, Resource }) =>
    Action.flatMap((action) => [Resource].flat().map((one) => `${action} ${referred(one)}`)),
  );
}

const READS_COVERAGE = ["dynamodb:GetItem CoverageTable", "dynamodb:BatchGetItem CoverageTable"];
const WRITES_COVERAGE = [
  "dynamodb:BatchGetItem CoverageTable",
  "dynamodb:BatchWriteItem CoverageTable",
  "dynamodb:PutItem CoverageTable",
  "dynamodb:UpdateItem CoverageTable",
];
const READS_LEDGER = ["dynamodb:GetItem DecisionsTable", "dynamodb:Query DecisionsTable"];
const APPENDS = ["dynamodb:PutItem DecisionsTable", ...READS_LEDGER];
const CLAIMS = ["dynamodb:PutItem ClaimsTable", "dynamodb:GetItem ClaimsTable"];
const ROSTERS = `arn:\${AWS::Partition}:s3:::layak-test-rosters-\${AWS::AccountId}-\${AWS::Region}`;

const CATALOGUE = ["catalog", `database/\${BulkDatabase}`];
const BULK_TABLE = [...CATALOGUE, `table/\${BulkDatabase}/\${BulkTable}`];
const inRegion = (service: string, place: string) =>
  `arn:\${AWS::Partition}:${service}:\${AWS::Region}:\${AWS::AccountId}:${place}`;
const BULK_WORKGROUP = inRegion("athena", `workgroup/\${BulkWorkgroup}`);
const BULK_BUCKET = `arn:\${AWS::Partition}:s3:::layak-test-bulk-\${AWS::AccountId}-\${AWS::Region}`;

const GRANTS: Readonly<Record<string, readonly string[]>> = {
  DecisionsRole: [...READS_COVERAGE, ...APPENDS, ...CLAIMS],
  BatchRole: [
    ...READS_COVERAGE,
    ...APPENDS,
    ...CLAIMS,
    "dynamodb:BatchGetItem ApplicantsTable",
    "dynamodb:BatchWriteItem ApplicantsTable",
    "dynamodb:PutItem ApplicantsTable",
  ],
  PreviewsRole: [],
  StoredRole: READS_LEDGER,
  SearchRole: [
    ...READS_LEDGER,
    `dynamodb:Query \${DecisionsTable.Arn}/index/by-applicant`,
    "dynamodb:Query ApplicantsTable",
  ],
  ReviewsRole: [...APPENDS, ...CLAIMS],
  CoverageRole: ["dynamodb:BatchGetItem CoverageTable"],
  BulkStartRole: [
    ...CLAIMS,
    `athena:StartQueryExecution ${BULK_WORKGROUP}`,
    ...CATALOGUE.map((place) => `glue:GetDatabase ${inRegion("glue", place)}`),
    ...["glue:GetTable", "glue:GetPartition", "glue:GetPartitions"].flatMap((action) =>
      BULK_TABLE.map((place) => `${action} ${inRegion("glue", place)}`),
    ),
    `s3:GetBucketLocation ${BULK_BUCKET}`,
    `s3:ListBucketMultipartUploads ${BULK_BUCKET}`,
    `s3:ListBucket ${BULK_BUCKET}`,
    `s3:GetObject ${BULK_BUCKET}/in/*`,
    `s3:GetObject ${BULK_BUCKET}/out/*`,
    `s3:PutObject ${BULK_BUCKET}/out/*`,
    `s3:AbortMultipartUpload ${BULK_BUCKET}/out/*`,
    `s3:ListMultipartUploadParts ${BULK_BUCKET}/out/*`,
  ],
  BulkStatusRole: [
    "dynamodb:GetItem ClaimsTable",
    `athena:GetQueryExecution ${BULK_WORKGROUP}`,
    `athena:GetQueryRuntimeStatistics ${BULK_WORKGROUP}`,
    `s3:ListBucket ${BULK_BUCKET}`,
    `s3:GetObject ${BULK_BUCKET}/out/*`,
  ],
  ServicesRole: [],
  KeysRole: [],
  ContractRole: [],
  HealthRole: [...READS_COVERAGE, ...READS_LEDGER],
  AuthorizerRole: [],
  ImportRosterRole: [
    `s3:GetObject ${ROSTERS}/*`,
    `s3:ListBucket ${ROSTERS}`,
    ...WRITES_COVERAGE,
    "sqs:ReceiveMessage RosterQueue",
    "sqs:DeleteMessage RosterQueue",
    "sqs:GetQueueAttributes RosterQueue",
    "sqs:SendMessage RosterQueue",
    "sqs:SendMessage RosterDeadLetters",
  ],
  PruneRosterRole: WRITES_COVERAGE,
  RetentionRole: [
    "dynamodb:DescribeStream DecisionsTable.StreamArn",
    "dynamodb:GetRecords DecisionsTable.StreamArn",
    "dynamodb:GetShardIterator DecisionsTable.StreamArn",
    "dynamodb:ListStreams DecisionsTable.StreamArn",
    ...READS_LEDGER,
    "dynamodb:UpdateItem DecisionsTable",
    "dynamodb:UpdateItem ApplicantsTable",
    "sqs:SendMessage RetentionDeadLetters",
  ],
};

describe("the functions' roles", () => {
  test("are one a function, used by that function alone", () => {
    const used = ofType(resources, "AWS::Lambda::Function").map(([, { Properties }]) =>
      referred(Properties["Role"]),
    );
    expect(used.toSorted()).toEqual(roles().toSorted());
    expect(used.toSorted()).toEqual(Object.keys(GRANTS).toSorted());
  });

  test.each(Object.entries(GRANTS))("let %s do what it does and nothing more", (role, grants) => {
    expect(grantsOf(role)).toEqual(grants);
  });

  test("let each write the log of its own function", () => {
    for (const [, { Properties }] of ofType(resources, "AWS::Lambda::Function")) {
      const [logs] = statementsOf(referred(Properties["Role"]));
      expect(logs).toEqual({
        Effect: "Allow",
        Action: ["logs:CreateLogStream", "logs:PutLogEvents"],
        Resource: {
          "Fn::Sub": `arn:\${AWS::Partition}:logs:\${AWS::Region}:\${AWS::AccountId}:log-group:/aws/lambda/${Properties["FunctionName"]}:*`,
        },
      });
    }
  });

  test("can be taken on by Lambda alone", () => {
    for (const role of roles()) {
      expect(resources[role]?.Properties["AssumeRolePolicyDocument"]).toMatchObject({
        Statement: [
          {
            Effect: "Allow",
            Principal: { Service: "lambda.amazonaws.com" },
            Action: "sts:AssumeRole",
          },
        ],
      });
      expect(resources[role]?.Properties["ManagedPolicyArns"]).toBeUndefined();
    }
  });

  test("name every action and every resource", () => {
    for (const role of roles()) {
      for (const { Action, Resource } of statementsOf(role)) {
        expect(Action.filter((action) => action.includes("*"))).toEqual([]);
        expect(Resource).not.toBe("*");
      }
    }
  });

  test("never change or delete what is in the ledger", () => {
    const changing = roles().flatMap((role) =>
      grantsOf(role)
        .filter((grant) => grant.includes("DecisionsTable"))
        .filter((grant) => /:(Delete|Update|BatchWrite|PartiQL)/.test(grant))
        .map((grant) => `${role} ${grant}`),
    );
    expect(changing).toEqual(["RetentionRole dynamodb:UpdateItem DecisionsTable"]);
  });

  test("let a batch put rows of applicants, and nobody else", () => {
    const writing = roles().flatMap((role) =>
      grantsOf(role)
        .filter((grant) => grant.endsWith("ApplicantsTable"))
        .filter((grant) => !/:(Query|BatchGetItem) /.test(grant))
        .map((grant) => `${role} ${grant}`),
    );
    expect(writing).toEqual([
      "BatchRole dynamodb:BatchWriteItem ApplicantsTable",
      "BatchRole dynamodb:PutItem ApplicantsTable",
      "RetentionRole dynamodb:UpdateItem ApplicantsTable",
    ]);
  });

  test("let retention move the expiry and no other attribute", () => {
    const moves = statementsOf("RetentionRole").filter(({ Action }) =>
      Action.includes("dynamodb:UpdateItem"),
    );
    const condition = {
      "ForAllValues:StringEquals": { "dynamodb:Attributes": ["pk", "sk", "expires"] },
      Null: { "dynamodb:Attributes": "false" },
      StringEqualsIfExists: { "dynamodb:ReturnValues": ["NONE", "UPDATED_OLD", "UPDATED_NEW"] },
    };
    expect(moves.map(({ Condition }) => Condition)).toEqual([condition, condition]);
  });

  test("let imports update the list of rosters and no other item", () => {
    for (const role of ["ImportRosterRole", "PruneRosterRole"]) {
      const updates = statementsOf(role).find(({ Action }) =>
        Action.includes("dynamodb:UpdateItem"),
      );
      expect(updates?.Condition).toEqual({
        "ForAllValues:StringEquals": { "dynamodb:LeadingKeys": ["snapshots"] },
      });
    }
  });

  test("let bulk runs list what lies in their own folders alone, and look at no claim", () => {
    const conditionOf = (role: string, action: string) =>
      statementsOf(role).find(({ Action }) => Action.includes(action))?.Condition;
    expect(conditionOf("BulkStartRole", "s3:ListBucket")).toEqual({
      StringLike: { "s3:prefix": ["in/*", "out/*"] },
    });
    expect(conditionOf("BulkStatusRole", "s3:ListBucket")).toEqual({
      StringLike: { "s3:prefix": ["out/*"] },
    });
    expect(conditionOf("BulkStatusRole", "dynamodb:GetItem")).toEqual({
      "ForAllValues:StringLike": { "dynamodb:LeadingKeys": ["#bulk#*"] },
    });
  });

  test("never let pruning touch the item that names the roster in use", () => {
    expect(statementsOf("PruneRosterRole").filter(({ Effect }) => Effect === "Deny")).toEqual([
      {
        Effect: "Deny",
        Action: [
          "dynamodb:BatchWriteItem",
          "dynamodb:PutItem",
          "dynamodb:UpdateItem",
          "dynamodb:DeleteItem",
        ],
        Resource: { "Fn::GetAtt": ["CoverageTable", "Arn"] },
        Condition: { "ForAnyValue:StringEquals": { "dynamodb:LeadingKeys": [ROSTER_KEY] } },
      },
    ]);
  });
});
