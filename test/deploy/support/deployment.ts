import { join } from "node:path";
import { checkedText } from "../../support/checked-log.ts";
import { type PackedFunction, runPacked } from "./packed-function.ts";
import { ofType, type Resources, referred } from "./template.ts";

/** The functions of a packed service, started when they are first called. */
export interface Deployment {
  /** By the name of its handler's file; with a minute left, unless stated. */
  readonly invoke: (name: string, event: unknown, milliseconds?: number) => Promise<unknown>;
  readonly logs: () => string;
  readonly stop: () => void;
}

export interface DeploymentOptions {
  readonly resources: Resources;
  /** Where the archives are. */
  readonly archives: string;
  /** Where the functions are unpacked. */
  readonly directory: string;
  /** What stands in Parameter Store and Secrets Manager, by name. */
  readonly settings: Readonly<Record<string, string>>;
  /** What Lambda sets besides, and the addresses of services on this machine. */
  readonly environment: Readonly<Record<string, string>>;
}

const A_MINUTE = 60_000;
const PREFIX = "layak-test-";

export function deploy(options: DeploymentOptions): Deployment {
  const { resources, archives, directory, environment } = options;
  const functions = new Map(
    ofType(resources, "AWS::Lambda::Function").map(([, { Properties }]) => [
      String(Properties["FunctionName"]).slice(PREFIX.length),
      Properties,
    ]),
  );
  const running = new Map<string, PackedFunction>();
  const lines: string[] = [];
  function start(name: string): PackedFunction {
    const properties = functions.get(name);
    if (properties === undefined) throw new Error(`no function ${name}`);
    const handler = String(properties["Handler"]);
    const started = runPacked({
      archive: join(archives, `${name}.zip`),
      directory: join(directory, name),
      file: `${handler.slice(0, handler.lastIndexOf("."))}.mjs`,
      environment: {
        ...variablesOf(properties["Environment"], options),
        AWS_LAMBDA_FUNCTION_NAME: `${PREFIX}${name}`,
        ...environment,
      },
      log: checkedText((text) => lines.push(text)),
    });
    running.set(name, started);
    return started;
  }
  return {
    invoke: (name, event, milliseconds = A_MINUTE) =>
      (running.get(name) ?? start(name)).invoke(event, milliseconds),
    logs: () => lines.join(""),
    stop: () => {
      for (const started of running.values()) started.stop();
    },
  };
}

function variablesOf(
  environment: unknown,
  options: DeploymentOptions,
): Readonly<Record<string, string>> {
  const { Variables }: { readonly Variables: Readonly<Record<string, unknown>> } = JSON.parse(
    JSON.stringify(environment),
  );
  return Object.fromEntries(
    Object.entries(Variables).map(([name, value]) => [name, resolved(value, options)]),
  );
}

const DYNAMIC = /^\{\{resolve:(?:ssm|secretsmanager):([^:}]+)(?::SecretString:([^:}]+))?\}\}$/;

/** What CloudFormation would write: a table's name, a setting, or a part of a secret. */
function resolved(value: unknown, { resources, settings }: DeploymentOptions): string {
  if (typeof value !== "string") {
    return String(resources[referred(value)]?.Properties["TableName"]);
  }
  const [whole, name = "", part] = DYNAMIC.exec(value) ?? [];
  if (whole === undefined) return value;
  const setting = settings[name];
  if (setting === undefined) throw new Error(`${name} is not set`);
  return part === undefined ? setting : String(JSON.parse(setting)[part]);
}
