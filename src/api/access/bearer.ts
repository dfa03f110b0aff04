/** The token of an `Authorization` header (RFC 6750, 2.1); null where it holds no bearer token. */
export function bearerIn(header: string | null | undefined): string | null {
  const [, token] = /^Bearer +(\S+) *$/i.exec(header ?? "") ?? [];
  return token ?? null;
}
