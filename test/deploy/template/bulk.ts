import { describe, expect, test } from "vitest";
import { BULK_CALL_LIMIT } from "../../../src/api/bulk/ask.ts";
import { DEFAULT_TIME_LIMITS } from "../../../src/api/dependencies.ts";
import { resultPrefix, uploadPrefix } from "../../../src/athena/folders.ts";
import { readPack } from "../../../src/pack/read-pack.ts";
import { APPLICATIONS, glueColumns } from "../../../src/sql/glue-table.ts";
import { ofType, stackResources } from "../support/template.ts";

const resources = stackResources();
const rules = await readPack("rules");
if (!rules.ok) throw new Error("the shipped rules are not valid");
const { pack } = rules;

function propertiesOf(id: string) {
  return resources[id]?.Properties ?? {};
}

describe("the bucket for bulk runs", () => {
  test("is private and encrypted, and forgets everything after a week", () => {
    expect(propertiesOf("BulkBucket")).toMatchObject({
      BucketName: { "Fn::Sub": `layak-test-bulk-\${AWS::AccountId}-\${AWS::Region}` },
      PublicAccessBlockConfiguration: {
        BlockPublicAcls: true,
        BlockPublicPolicy: true,
        IgnorePublicAcls: true,
        RestrictPublicBuckets: true,
      },
      OwnershipControls: { Rules: [{ ObjectOwnership: "BucketOwnerEnforced" }] },
      BucketEncryption: {
        ServerSideEncryptionConfiguration: [
          { ServerSideEncryptionByDefault: { SSEAlgorithm: "aws:kms" } },
        ],
      },
      LifecycleConfiguration: { Rules: [{ Status: "Enabled", ExpirationInDays: 7 }] },
    });
    // A rule with a prefix or a filter would leave something, and so would versions.
    expect(JSON.stringify(propertiesOf("BulkBucket"))).not.toMatch(/Prefix|Filter|Versioning/);
  });

  test("is spoken to over TLS alone, and read by the two functions alone", () => {
    const files = { "Fn::Sub": `\${BulkBucket.Arn}/*` };
    expect(propertiesOf("BulkBucketPolicy")["PolicyDocument"]).toMatchObject({
      Statement: [
        {
          Effect: "Deny",
          Principal: "*",
          Action: "s3:*",
          Condition: { Bool: { "aws:SecureTransport": "false" } },
        },
        {
          Effect: "Deny",
          Principal: "*",
          Action: ["s3:GetObject", "s3:GetObjectVersion"],
          Resource: files,
          Condition: {
            ArnNotEquals: {
              "aws:PrincipalArn": [
                { "Fn::GetAtt": ["BulkStartRole", "Arn"] },
                { "Fn::GetAtt": ["BulkStatusRole", "Arn"] },
              ],
            },
          },
        },
      ],
    });
  });

  test("keeps a run as long as its files", () => {
    const start = ofType(resources, "AWS::Lambda::Function").find(
      ([, { Properties }]) => Properties["FunctionName"] === "layak-test-bulk-start",
    );
    expect(JSON.stringify(start?.[1].Properties["Environment"])).toContain('"LAYAK_BULK_DAYS":"7"');
  });
});

describe("the table of applications", () => {
  const { TableInput: input }: { readonly TableInput: TableInput } = JSON.parse(
    JSON.stringify(propertiesOf("BulkTable")),
  );

  test("has the columns that the code makes from the fact catalogue", () => {
    expect(input.Name).toBe(APPLICATIONS.table);
    expect(input.StorageDescriptor.Columns).toEqual(glueColumns(pack));
    expect(input.PartitionKeys.map(({ Name }) => Name)).toEqual(APPLICATIONS.partitions);
  });

  test("stands in a database whose name Athena reads without quotes", () => {
    expect(propertiesOf("BulkDatabase")["DatabaseInput"]).toMatchObject({
      Name: "layak_test_bulk",
    });
    expect(propertiesOf("BulkTable")["DatabaseName"]).toEqual({ Ref: "BulkDatabase" });
  });

  test("takes its folder from the statement: a client's, and within it an upload's", () => {
    const { Parameters } = input;
    expect(Parameters).toMatchObject({
      "projection.enabled": "true",
      "projection.client.type": "injected",
      "projection.upload.type": "injected",
    });
    const places = [`/in/\${client}/\${upload}/`, "s3://"];
    expect(Parameters["storage.location.template"]).toEqual({
      "Fn::Join": ["", [places[1], { Ref: "BulkBucket" }, places[0]]],
    });
    expect(uploadPrefix("dinas", "kios")).toBe("in/dinas/kios/");
  });
});

describe("the workgroup", () => {
  test("lets no statement choose its settings, reads so much and no more, and writes about queries where no client's results are", () => {
    expect(propertiesOf("BulkWorkgroup")).toEqual({
      Name: "layak-test-bulk",
      Description: expect.any(String),
      RecursiveDeleteOption: true,
      WorkGroupConfiguration: {
        EnforceWorkGroupConfiguration: true,
        PublishCloudWatchMetricsEnabled: true,
        BytesScannedCutoffPerQuery: "50000000000",
        EngineVersion: { SelectedEngineVersion: "Athena engine version 3" },
        ResultConfiguration: {
          OutputLocation: { "Fn::Sub": `s3://\${BulkBucket}/out/_/` },
          ExpectedBucketOwner: { Ref: "AWS::AccountId" },
        },
      },
    });
    expect(resultPrefix("_", "run")).toBe("out/_5f/run/");
  });
});

describe("the time of the functions for bulk runs", () => {
  const millisecondsOf = (name: string) =>
    Number(
      ofType(resources, "AWS::Lambda::Function").find(
        ([, { Properties }]) => Properties["FunctionName"] === `layak-test-${name}`,
      )?.[1].Properties["Timeout"],
    ) * 1000;
  const BESIDES = 2000;

  test("is longer than all limits one after another", () => {
    // The claim; then the earlier run, the upload, the query, and the run that is kept.
    const start = DEFAULT_TIME_LIMITS.ledger + 4 * BULK_CALL_LIMIT;
    expect(millisecondsOf("bulk-start")).toBeGreaterThanOrEqual(start + BESIDES);
    // The run, its query, and both that is told of a run that succeeded.
    expect(millisecondsOf("bulk-status")).toBeGreaterThanOrEqual(3 * BULK_CALL_LIMIT + BESIDES);
  });
});

interface TableInput {
  readonly Name: string;
  readonly Parameters: Readonly<Record<string, unknown>>;
  readonly PartitionKeys: readonly { readonly Name: string }[];
  readonly StorageDescriptor: { readonly Columns: readonly unknown[] };
}
