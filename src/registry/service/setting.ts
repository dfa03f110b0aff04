/** Which coverage service is asked. */
export interface ServiceSetting {
  readonly url: string;
  /** Secret. */
  readonly token?: string;
}

/**
 * The coverage service that `LAYAK_COVERAGE_URL` names, with `LAYAK_COVERAGE_TOKEN` where one is
 * needed; null where the roster is asked.
 */
export function serviceIn(
  environment: Readonly<Record<string, string | undefined>>,
): ServiceSetting | null {
  const url = environment["LAYAK_COVERAGE_URL"]?.trim() ?? "";
  const token = environment["LAYAK_COVERAGE_TOKEN"]?.trim() ?? "";
  return url === "" ? null : { url, ...(token !== "" && { token }) };
}
