/** The settings that a function may read from its environment, with what each is for. */
const SETTINGS = {
  AWS_REGION: "the region; Lambda sets it",
  LAYAK_RULES: "the file of packed rules that the build writes beside the functions",
  LAYAK_COVERAGE_TABLE: "the DynamoDB table of the coverage roster",
  LAYAK_DECISIONS_TABLE: "the DynamoDB table of decisions",
  LAYAK_CLAIMS_TABLE: "the DynamoDB table of idempotency keys",
  LAYAK_SIGNING_KEYS: "the keys that sign receipts, as docs/receipts.md writes them",
  LAYAK_IDENTITY_KEY: "the secret of at least 32 bytes under which identities are stored, base64",
  LAYAK_IDENTITY_KEY_ID: "the name of that secret, such as 2026-1",
  LAYAK_TOKEN_ISSUER: "the issuer of callers' tokens, as their iss writes it",
  LAYAK_TOKEN_AUDIENCE: "what callers' tokens name as their audience",
  LAYAK_TOKEN_JWKS: "the https address of that issuer's public keys, or their JSON",
  LAYAK_ROSTER_QUEUE: "the URL of the queue by which the import of a roster goes on",
} as const;

export type SettingName = keyof typeof SETTINGS;

export type Environment = Readonly<Record<string, string | undefined>>;

/** Settings that are not there. It names them all, and never a value. */
export class SettingsMissing extends Error {
  override readonly name = "SettingsMissing";
  readonly settings: readonly string[];

  constructor(settings: readonly SettingName[]) {
    super(settings.map((name) => `${name} is not set: ${SETTINGS[name]}`).join("\n"));
    this.settings = settings;
  }
}

/** @throws SettingsMissing */
export function readSettings<Name extends SettingName>(
  environment: Environment,
  names: readonly Name[],
): (name: Name) => string {
  const values = new Map(names.map((name) => [name, environment[name]?.trim() ?? ""]));
  const missing = names.filter((name) => values.get(name) === "");
  if (missing.length > 0) throw new SettingsMissing(missing);
  return (name) => values.get(name) ?? "";
}
