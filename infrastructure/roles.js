// One role a function, each with what that function does and nothing more. The names of tables and
// queues are those of the other files in this folder.

const at = (resource) => ({ "Fn::GetAtt": [resource, "Arn"] });
const allow = (actions, resource, condition) => ({
  Effect: "Allow",
  Action: actions,
  Resource: resource,
  ...(condition !== undefined && { Condition: condition }),
});

/** Only for items whose partition key is this. */
const onKeys = (operator, key) => ({
  [`${operator}:StringEquals`]: { "dynamodb:LeadingKeys": [key] },
});

const COVERAGE = at("CoverageTable");
const DECISIONS = at("DecisionsTable");
const CLAIMS = at("ClaimsTable");
const APPLICANTS = at("ApplicantsTable");
const BY_APPLICANT = { "Fn::Sub": `\${DecisionsTable.Arn}/index/by-applicant` };
const BUCKET = `arn:\${AWS::Partition}:s3:::\${self:custom.rosterBucket}`;
const ROSTER_BUCKET = { "Fn::Sub": BUCKET };
const ROSTERS = { "Fn::Sub": `${BUCKET}/*` };

const BULK_BUCKET = `arn:\${AWS::Partition}:s3:::\${self:custom.bulkBucket}`;
const BULK_FILES = { "Fn::Sub": BULK_BUCKET };
const BULK_IN = { "Fn::Sub": `${BULK_BUCKET}/in/*` };
const BULK_OUT = { "Fn::Sub": `${BULK_BUCKET}/out/*` };
const inRegion = (service, place) => ({
  "Fn::Sub": `arn:\${AWS::Partition}:${service}:\${AWS::Region}:\${AWS::AccountId}:${place}`,
});
const BULK_WORKGROUP = inRegion("athena", `workgroup/\${BulkWorkgroup}`);
const BULK_DATABASE = inRegion("glue", `database/\${BulkDatabase}`);
const BULK_TABLE = inRegion("glue", `table/\${BulkDatabase}/\${BulkTable}`);
const CATALOGUE = inRegion("glue", "catalog");

const readsCoverage = allow(["dynamodb:GetItem", "dynamodb:BatchGetItem"], COVERAGE);
// The pointer and what is kept about whole rosters, never a person.
const readsCounts = allow(["dynamodb:BatchGetItem"], COVERAGE, {
  "ForAllValues:StringLike": { "dynamodb:LeadingKeys": ["roster", "snapshot#*"] },
});
const writesCoverage = [
  allow(["dynamodb:BatchGetItem", "dynamodb:BatchWriteItem", "dynamodb:PutItem"], COVERAGE),
  allow(["dynamodb:UpdateItem"], COVERAGE, onKeys("ForAllValues", "snapshots")),
];
const neverTheRosterInUse = {
  ...allow(
    ["dynamodb:BatchWriteItem", "dynamodb:PutItem", "dynamodb:UpdateItem", "dynamodb:DeleteItem"],
    COVERAGE,
    onKeys("ForAnyValue", "roster"),
  ),
  Effect: "Deny",
};
const readsLedger = allow(["dynamodb:GetItem", "dynamodb:Query"], DECISIONS);
// Whether a put is conditional cannot be said in a policy: the ledger's one writing module sees to it.
const appendsToLedger = allow(
  ["dynamodb:PutItem", "dynamodb:GetItem", "dynamodb:Query"],
  DECISIONS,
);
const claims = allow(["dynamodb:PutItem", "dynamodb:GetItem"], CLAIMS);

// The rows of a batch's applicants are put 25 a call, which no condition can go with; where the batch
// comes again, those that lack are put one by one. BatchWriteItem lets its holder delete and replace
// rows too, and no policy can part these: docs/decisions/0012 says what that could cost.
const putsRows = allow(
  ["dynamodb:BatchGetItem", "dynamodb:BatchWriteItem", "dynamodb:PutItem"],
  APPLICANTS,
);

// The set operator also holds for a call that names no attribute, so it comes with a null check;
// `ReturnValues` other than these would show the whole item.
const movesExpiry = [DECISIONS, APPLICANTS].map((table) =>
  allow(["dynamodb:UpdateItem"], table, {
    "ForAllValues:StringEquals": { "dynamodb:Attributes": ["pk", "sk", "expires"] },
    Null: { "dynamodb:Attributes": "false" },
    StringEqualsIfExists: { "dynamodb:ReturnValues": ["NONE", "UPDATED_OLD", "UPDATED_NEW"] },
  }),
);
const readsReviewStream = allow(
  [
    "dynamodb:DescribeStream",
    "dynamodb:GetRecords",
    "dynamodb:GetShardIterator",
    "dynamodb:ListStreams",
  ],
  { "Fn::GetAtt": ["DecisionsTable", "StreamArn"] },
);

const takesContinuations = allow(
  ["sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:GetQueueAttributes"],
  at("RosterQueue"),
);

/** Only what lies in these folders of a bucket may be listed. */
const within = (...folders) => ({
  StringLike: { "s3:prefix": folders.map((name) => `${name}/*`) },
});

// Athena asks Glue and S3 with the permissions of whoever starts the query.
const runsQueries = [
  allow(["athena:StartQueryExecution"], BULK_WORKGROUP),
  allow(["glue:GetDatabase"], [CATALOGUE, BULK_DATABASE]),
  allow(
    ["glue:GetTable", "glue:GetPartition", "glue:GetPartitions"],
    [CATALOGUE, BULK_DATABASE, BULK_TABLE],
  ),
  allow(["s3:GetBucketLocation", "s3:ListBucketMultipartUploads"], BULK_FILES),
  allow(["s3:ListBucket"], BULK_FILES, within("in", "out")),
  allow(["s3:GetObject"], BULK_IN),
  allow(
    ["s3:GetObject", "s3:PutObject", "s3:AbortMultipartUpload", "s3:ListMultipartUploadParts"],
    BULK_OUT,
  ),
];

const grants = {
  decisions: [readsCoverage, appendsToLedger, claims],
  batch: [readsCoverage, appendsToLedger, claims, putsRows],
  previews: [],
  stored: [readsLedger],
  search: [
    readsLedger,
    allow(["dynamodb:Query"], BY_APPLICANT),
    allow(["dynamodb:Query"], APPLICANTS),
  ],
  reviews: [appendsToLedger, claims],
  coverage: [readsCounts],
  "bulk-start": [claims, ...runsQueries],
  "bulk-status": [
    // Runs, and no claim of anybody's.
    allow(["dynamodb:GetItem"], CLAIMS, {
      "ForAllValues:StringLike": { "dynamodb:LeadingKeys": ["#bulk#*"] },
    }),
    allow(["athena:GetQueryExecution", "athena:GetQueryRuntimeStatistics"], BULK_WORKGROUP),
    allow(["s3:ListBucket"], BULK_FILES, within("out")),
    allow(["s3:GetObject"], BULK_OUT),
  ],
  services: [],
  keys: [],
  contract: [],
  health: [
    allow(["dynamodb:GetItem", "dynamodb:BatchGetItem"], COVERAGE),
    allow(["dynamodb:GetItem", "dynamodb:Query"], DECISIONS),
  ],
  authorizer: [],
  "import-roster": [
    allow(["s3:GetObject"], ROSTERS),
    // Without it, S3 says of a file that is gone that it may not be read.
    allow(["s3:ListBucket"], ROSTER_BUCKET),
    ...writesCoverage,
    takesContinuations,
    allow(["sqs:SendMessage"], at("RosterQueue")),
    allow(["sqs:SendMessage"], at("RosterDeadLetters")),
  ],
  "prune-roster": [...writesCoverage, neverTheRosterInUse],
  retention: [
    readsReviewStream,
    readsLedger,
    ...movesExpiry,
    allow(["sqs:SendMessage"], at("RetentionDeadLetters")),
  ],
};

function roleOf(name, statements) {
  const logs = allow(["logs:CreateLogStream", "logs:PutLogEvents"], {
    "Fn::Sub": `arn:\${AWS::Partition}:logs:\${AWS::Region}:\${AWS::AccountId}:log-group:/aws/lambda/\${self:custom.prefix}-${name}:*`,
  });
  return {
    Type: "AWS::IAM::Role",
    Properties: {
      Description: `What the function ${name} may do`,
      AssumeRolePolicyDocument: {
        Version: "2012-10-17",
        Statement: [
          {
            Effect: "Allow",
            Principal: { Service: "lambda.amazonaws.com" },
            Action: "sts:AssumeRole",
          },
        ],
      },
      Policies: [
        {
          PolicyName: name,
          PolicyDocument: { Version: "2012-10-17", Statement: [logs, ...statements] },
        },
      ],
    },
  };
}

const logicalId = (name) =>
  `${name.replace(/(^|-)([a-z])/g, (_match, _dash, letter) => letter.toUpperCase())}Role`;

export const resources = {
  Resources: Object.fromEntries(
    Object.entries(grants).map(([name, statements]) => [logicalId(name), roleOf(name, statements)]),
  ),
};
