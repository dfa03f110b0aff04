// What wakes somebody. Each description names the heading of docs/operations.md that says what to do.

const APP = `Layak/\${self:custom.stage}`;
const ALARM_TOPIC = `\${self:custom.alarmTopic}`;
const FUNCTIONS = [
  "decisions",
  "batch",
  "previews",
  "stored",
  "search",
  "reviews",
  "coverage",
  "bulk-start",
  "bulk-status",
  "services",
  "keys",
  "contract",
  "health",
  "authorizer",
  "import-roster",
  "prune-roster",
  "retention",
];
// Those whose errors no status of the API shows.
const UNSEEN = ["authorizer", "import-roster", "prune-roster", "retention"];
const TABLES = ["Coverage", "Decisions", "Applicants", "Claims"];

const titled = (name) =>
  name.replace(/(^|-)([a-z])/g, (_match, _dash, letter) => letter.toUpperCase());

/** An alarm on a sum over `minutes`; where nothing is measured, nothing is wrong. */
function alarm(
  name,
  description,
  { namespace, metric, dimensions, least, minutes, heading = name },
) {
  return {
    Type: "AWS::CloudWatch::Alarm",
    Properties: {
      AlarmName: `\${self:custom.prefix}-${name}`,
      AlarmDescription: `${description} docs/operations.md#${heading}`,
      Namespace: namespace,
      MetricName: metric,
      Dimensions: Object.entries(dimensions).map(([Name, Value]) => ({ Name, Value })),
      Statistic: metric === "ApproximateNumberOfMessagesVisible" ? "Maximum" : "Sum",
      Period: minutes * 60,
      EvaluationPeriods: 1,
      Threshold: least,
      ComparisonOperator: "GreaterThanOrEqualToThreshold",
      TreatMissingData: "notBreaching",
      AlarmActions: [ALARM_TOPIC],
      OKActions: [ALARM_TOPIC],
    },
  };
}

const ofApp = (metric, least, minutes) => ({
  namespace: APP,
  metric,
  dimensions: { service: "layak" },
  least,
  minutes,
});
const ofFunction = (name, metric) => ({
  heading: `function-${metric.toLowerCase()}`,
  namespace: "AWS/Lambda",
  metric,
  dimensions: { FunctionName: `\${self:custom.prefix}-${name}` },
  least: 1,
  minutes: 5,
});
const ofQueue = (queue) => ({
  namespace: "AWS/SQS",
  metric: "ApproximateNumberOfMessagesVisible",
  dimensions: { QueueName: { "Fn::GetAtt": [queue, "QueueName"] } },
  least: 1,
  minutes: 5,
});

const app = {
  SecondOpinionDiffersAlarm: alarm(
    "second-opinion-differs",
    "The two rule engines did not agree, so no decision was given.",
    ofApp("SecondOpinionMismatches", 1, 1),
  ),
  LedgerUnavailableAlarm: alarm(
    "ledger-unavailable",
    "Decisions could not be recorded, so none were given.",
    ofApp("LedgerFailures", 3, 5),
  ),
  RegistryUnavailableAlarm: alarm(
    "registry-unavailable",
    "The coverage registry was down, slow or answered nonsense.",
    ofApp("RegistryFailures", 3, 5),
  ),
  StaleRosterAlarm: alarm(
    "stale-roster",
    "The roster in use is too old to answer: import a newer one.",
    ofApp("StaleAnswers", 1, 60),
  ),
  RosterRefusedAlarm: alarm(
    "roster-refused",
    "A roster was refused; the one before is still in use.",
    ofApp("RostersRefused", 1, 5),
  ),
  ServerErrorsAlarm: alarm("server-errors", "The API answered 5xx.", {
    namespace: "AWS/ApiGateway",
    metric: "5xx",
    dimensions: { ApiId: { Ref: "HttpApi" } },
    least: 5,
    minutes: 5,
  }),
  RosterDeadLettersAlarm: alarm(
    "roster-dead-letters",
    "An import of a roster failed for good.",
    ofQueue("RosterDeadLetters"),
  ),
  RetentionDeadLettersAlarm: alarm(
    "retention-dead-letters",
    "A reviewed decision's retention could not be prolonged.",
    ofQueue("RetentionDeadLetters"),
  ),
};

const errors = UNSEEN.map((name) => [
  `${titled(name)}ErrorsAlarm`,
  alarm(`${name}-errors`, `The function ${name} failed.`, ofFunction(name, "Errors")),
]);

const throttles = FUNCTIONS.map((name) => [
  `${titled(name)}ThrottlesAlarm`,
  alarm(
    `${name}-throttles`,
    `Calls of the function ${name} were turned away.`,
    ofFunction(name, "Throttles"),
  ),
]);

const tables = TABLES.flatMap((table) =>
  ["Read", "Write"].map((kind) => [
    `${table}${kind}ThrottlesAlarm`,
    alarm(
      `${table.toLowerCase()}-${kind.toLowerCase()}-throttles`,
      `DynamoDB turned away calls of the table ${table.toLowerCase()}.`,
      {
        heading: "table-throttles",
        namespace: "AWS/DynamoDB",
        metric: `${kind}ThrottleEvents`,
        dimensions: { TableName: { Ref: `${table}Table` } },
        least: 1,
        minutes: 5,
      },
    ),
  ]),
);

export const resources = {
  Resources: { ...app, ...Object.fromEntries([...errors, ...throttles, ...tables]) },
};
