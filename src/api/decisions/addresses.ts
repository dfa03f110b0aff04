/** Where all evidence of a requirement, or of `scope`, is read; `after` so many entries. */
export function evidenceAddress(id: string, requirement: string, after?: number): string {
  const page = after === undefined ? "" : `&after=${after}`;
  return `/v1/decisions/${id}/evidence?requirement=${requirement}${page}`;
}

export function recordAddress(id: string): string {
  return `/v1/decisions/${id}/record`;
}
