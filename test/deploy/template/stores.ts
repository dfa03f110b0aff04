import { describe, expect, test } from "vitest";
import { tableDefinitions } from "../../../src/store/tables.ts";
import { ofType, stackResources } from "../support/template.ts";

const resources = stackResources();

function propertiesOf(id: string) {
  return resources[id]?.Properties ?? {};
}

const TABLES = ["CoverageTable", "DecisionsTable", "ClaimsTable", "ApplicantsTable"];

describe("the tables", () => {
  test("are keyed and indexed as the code expects", () => {
    const expected = tableDefinitions({
      coverage: "layak-test-coverage",
      decisions: "layak-test-decisions",
      claims: "layak-test-claims",
      applicants: "layak-test-applicants",
    });
    const deployed = TABLES.map(propertiesOf);
    expect(deployed.map((table) => Object.keys(table)).length).toBe(expected.length);
    for (const [index, definition] of expected.entries()) {
      expect(deployed[index]).toMatchObject(definition);
      expect(deployed[index]?.["GlobalSecondaryIndexes"]).toEqual(
        definition.GlobalSecondaryIndexes,
      );
    }
  });

  test.each(TABLES)(
    "let %s be restored to any second, encrypted, and free of what expired",
    (id) => {
      expect(propertiesOf(id)).toMatchObject({
        PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
        SSESpecification: { SSEEnabled: true },
        TimeToLiveSpecification: { AttributeName: "expires", Enabled: true },
      });
    },
  );

  test.each(["DecisionsTable", "ApplicantsTable"])(
    "keep the ledger when the stack goes, and protect it from deletion: %s",
    (id) => {
      expect(resources[id]).toMatchObject({
        DeletionPolicy: "Retain",
        UpdateReplacePolicy: "Retain",
        Properties: { DeletionProtectionEnabled: true },
      });
    },
  );

  test("tell retention of each review that is put into the ledger, and of nothing else", () => {
    expect(propertiesOf("DecisionsTable")["StreamSpecification"]).toEqual({
      StreamViewType: "NEW_IMAGE",
    });
    const mappings = ofType(resources, "AWS::Lambda::EventSourceMapping").map(
      ([, { Properties }]) => Properties,
    );
    expect(mappings.find(({ StartingPosition }) => StartingPosition !== undefined)).toMatchObject({
      EventSourceArn: { "Fn::GetAtt": ["DecisionsTable", "StreamArn"] },
      FilterCriteria: {
        Filters: [
          {
            Pattern:
              '{"eventName":["INSERT"],"dynamodb":{"Keys":{"sk":{"S":[{"prefix":"review#"}]}}}}',
          },
        ],
      },
      MaximumRetryAttempts: 20,
      DestinationConfig: {
        OnFailure: { Destination: { "Fn::GetAtt": ["RetentionDeadLetters", "Arn"] } },
      },
    });
  });
});

describe("the bucket for rosters", () => {
  test("is private, encrypted and versioned", () => {
    expect(propertiesOf("RosterBucket")).toMatchObject({
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
      VersioningConfiguration: { Status: "Enabled" },
    });
  });

  test("forgets a roster after thirty days, and its old versions a week later", () => {
    expect(propertiesOf("RosterBucket")["LifecycleConfiguration"]).toMatchObject({
      Rules: [
        {
          Status: "Enabled",
          ExpirationInDays: 30,
          NoncurrentVersionExpiration: { NoncurrentDays: 7 },
        },
        { Status: "Enabled", ExpiredObjectDeleteMarker: true },
      ],
    });
  });

  test.each([
    ["RosterBucketPolicy", "s3:*"],
    ["TransportPolicy", "sqs:*"],
  ])("and its queues are spoken to over TLS alone: %s", (id, action) => {
    expect(propertiesOf(id)["PolicyDocument"]).toMatchObject({
      Statement: [
        {
          Effect: "Deny",
          Principal: "*",
          Action: action,
          Condition: { Bool: { "aws:SecureTransport": "false" } },
        },
      ],
    });
  });

  test("starts the import of each CSV file that comes in, for this account's bucket alone", () => {
    const importer = { "Fn::GetAtt": ["ImportDashrosterLambdaFunction", "Arn"] };
    const bucket = `layak-test-rosters-\${AWS::AccountId}-\${AWS::Region}`;
    expect(propertiesOf("RosterBucket")["BucketName"]).toEqual({ "Fn::Sub": bucket });
    expect(propertiesOf("RosterBucket")["NotificationConfiguration"]).toMatchObject({
      LambdaConfigurations: [{ Event: "s3:ObjectCreated:*", Function: importer }],
    });
    expect(propertiesOf("RosterBucketMayImport")).toEqual({
      FunctionName: importer,
      Action: "lambda:InvokeFunction",
      Principal: "s3.amazonaws.com",
      SourceAccount: { Ref: "AWS::AccountId" },
      SourceArn: { "Fn::Sub": `arn:\${AWS::Partition}:s3:::${bucket}` },
    });
  });

  test("gives what cannot be imported to the dead letters", () => {
    const deadLetters = { "Fn::GetAtt": ["RosterDeadLetters", "Arn"] };
    expect(propertiesOf("RosterQueue")).toMatchObject({
      RedrivePolicy: { deadLetterTargetArn: deadLetters, maxReceiveCount: 3 },
      VisibilityTimeout: 6 * Number(propertiesOf("ImportDashrosterLambdaFunction")["Timeout"]),
    });
    expect(propertiesOf("ImportRosterFailures")).toMatchObject({
      MaximumRetryAttempts: 2,
      DestinationConfig: { OnFailure: { Destination: deadLetters } },
    });
  });
});
