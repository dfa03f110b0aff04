import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { measurementsOf } from "../../../functions/wiring/measurements.ts";
import { ofType, type Resource, stackResources } from "../support/template.ts";

const resources = stackResources();

function alarms(): readonly Resource["Properties"][] {
  return ofType(resources, "AWS::CloudWatch::Alarm").map(([, { Properties }]) => Properties);
}

function watched(namespace: string): readonly string[] {
  return alarms()
    .filter(({ Namespace }) => Namespace === namespace)
    .map(({ MetricName }) => String(MetricName))
    .toSorted();
}

const FUNCTIONS = 17;

describe("the alarms", () => {
  test("watch what the functions measure, under the names that they measure it by", () => {
    const entries = [
      "registry-asked",
      "registry-unavailable",
      "second-opinion-differs",
      "ledger-unavailable",
      "roster-refused",
    ];
    const measured = entries
      .flatMap((event) => measurementsOf({ level: "info", event }))
      .filter(({ dimensions }) => Object.keys(dimensions).length === 0)
      .map(({ name }) => name);
    const names = watched("Layak/test");
    expect(names).toEqual([
      "LedgerFailures",
      "RegistryFailures",
      "RostersRefused",
      "SecondOpinionMismatches",
      "StaleAnswers",
    ]);
    expect(names.filter((name) => !measured.includes(name))).toEqual([]);
    for (const { Namespace, Dimensions } of alarms()) {
      if (Namespace === "Layak/test")
        expect(Dimensions).toEqual([{ Name: "service", Value: "layak" }]);
    }
  });

  test("ring at the first decision on which the two engines differ", () => {
    expect(resources["SecondOpinionDiffersAlarm"]?.Properties).toMatchObject({
      Threshold: 1,
      Period: 60,
      EvaluationPeriods: 1,
      ComparisonOperator: "GreaterThanOrEqualToThreshold",
    });
  });

  test("watch errors of the API and of what runs behind it, throttles and dead letters", () => {
    expect(watched("AWS/ApiGateway")).toEqual(["5xx"]);
    expect(watched("AWS/SQS")).toEqual(Array(2).fill("ApproximateNumberOfMessagesVisible"));
    expect(watched("AWS/Lambda")).toEqual([
      ...Array(4).fill("Errors"),
      ...Array(FUNCTIONS).fill("Throttles"),
    ]);
    expect(watched("AWS/DynamoDB")).toEqual([
      ...Array(4).fill("ReadThrottleEvents"),
      ...Array(4).fill("WriteThrottleEvents"),
    ]);
  });

  test("name functions that are deployed", () => {
    const deployed = ofType(resources, "AWS::Lambda::Function").map(
      ([, { Properties }]) => Properties["FunctionName"],
    );
    for (const { Namespace, Dimensions } of alarms()) {
      if (Namespace !== "AWS/Lambda") continue;
      expect(Dimensions).toEqual([{ Name: "FunctionName", Value: expect.toBeOneOf(deployed) }]);
    }
  });

  test("tell whoever the deployment names, also when it is over", () => {
    const topic = ["{{resolve:ssm:/layak/test/alarm-topic}}"];
    for (const { AlarmActions, OKActions } of alarms()) {
      expect({ AlarmActions, OKActions }).toEqual({ AlarmActions: topic, OKActions: topic });
    }
  });

  test("each have a heading in docs/operations.md that says what to do", () => {
    const headings = [...readFileSync("docs/operations.md", "utf8").matchAll(/^#+ (.+)$/gm)].map(
      (match) => match[1],
    );
    for (const { AlarmDescription } of alarms()) {
      const [, anchor] = String(AlarmDescription).split("docs/operations.md#");
      expect(headings).toContain(anchor);
    }
  });
});
