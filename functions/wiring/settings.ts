import { MOST_DAYS, readWholeDays } from "../../src/store/days.ts";

/** The settings that a function may read from its environment, with what each is for. */
export const SETTINGS = {
  AWS_REGION: "the region; Lambda sets it",
  LAYAK_RULES: "the file of packed rules that the build writes beside the functions",
  LAYAK_COVERAGE_TABLE: "the DynamoDB table of the coverage roster",
  LAYAK_DECISIONS_TABLE: "the DynamoDB table of decisions",
  LAYAK_APPLICANTS_TABLE: "the DynamoDB table that finds the decisions of batches by applicant",
  LAYAK_CLAIMS_TABLE: "the DynamoDB table of idempotency keys",
  LAYAK_SIGNING_KEYS: "the keys that sign receipts, as docs/receipts.md writes them",
  LAYAK_IDENTITY_KEYS: "the keys under which identities are stored, as docs/deploy.md writes them",
  LAYAK_RETENTION_DAYS: "how many days a decision is kept",
  LAYAK_REVIEW_RETENTION_DAYS: "how many days a review is kept, and its decision with it",
  LAYAK_TOKEN_ISSUER: "the issuer of callers' tokens, as their iss writes it",
  LAYAK_TOKEN_AUDIENCE: "what callers' tokens name as their audience",
  LAYAK_TOKEN_JWKS: "the https address of that issuer's public keys, or their JSON",
  LAYAK_COVERAGE_URL: "the https address of the coverage service, without user, query or fragment",
  LAYAK_COVERAGE_MAXIMUM_AGE_DAYS: "how many days after it was observed coverage is answered from",
  LAYAK_PUBLIC_KEYS: "the public keys of receipts, as docs/deploy.md makes them",
  LAYAK_BULK_DAYS: "how many days a bulk run is kept",
  LAYAK_ROSTER_QUEUE: "the URL of the queue by which the import of a roster goes on",
} as const;

export type SettingName = keyof typeof SETTINGS;

export type Environment = Readonly<Record<string, string | undefined>>;

/** Settings that are not there. It names them all, and never a value. */
export class SettingsMissing extends Error {
  override readonly name = "SettingsMissing";
  readonly settings: readonly string[];

  constructor(settings: readonly string[], uses: Readonly<Record<string, string>>) {
    super(settings.map((name) => `${name} is not set: ${uses[name]}`).join("\n"));
    this.settings = settings;
  }
}

/**
 * `uses` tells what settings are for that are not among those of all functions.
 * @throws SettingsMissing
 */
export function readSettings<Name extends SettingName>(
  environment: Environment,
  names: readonly Name[],
): (name: Name) => string;
export function readSettings<Name extends string>(
  environment: Environment,
  names: readonly Name[],
  uses: Readonly<Record<Name, string>>,
): (name: Name) => string;
export function readSettings(
  environment: Environment,
  names: readonly string[],
  uses: Readonly<Record<string, string>> = SETTINGS,
): (name: string) => string {
  const values = new Map(names.map((name) => [name, environment[name]?.trim() ?? ""]));
  const missing = names.filter((name) => values.get(name) === "");
  if (missing.length > 0) throw new SettingsMissing(missing, uses);
  return (name) => values.get(name) ?? "";
}

/** A setting that is there and cannot be used. It never tells the value. */
export class SettingUnusable extends Error {
  override readonly name = "SettingUnusable";
  readonly setting: SettingName;

  constructor(setting: SettingName, wanted: string) {
    super(`${setting} must be ${wanted}: ${SETTINGS[setting]}`);
    this.setting = setting;
  }
}

/** @throws SettingUnusable */
export function readDays(environment: Environment, name: SettingName, unlessSet: number): number {
  const text = environment[name]?.trim() ?? "";
  const days = text === "" ? unlessSet : readWholeDays(text);
  if (days === null) throw new SettingUnusable(name, `whole days from 1 to ${MOST_DAYS}`);
  return days;
}
