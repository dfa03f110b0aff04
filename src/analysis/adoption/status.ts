import type { PolicyStatus } from "../../engine/model/policy.ts";
import { memberOf } from "../../pack/json/nodes.ts";
import { parseJson } from "../../pack/json/parse.ts";

/** The text of a policy file with another status; every other byte stays as it is. */
export function withStatus(text: string, wanted: PolicyStatus): string {
  const status = memberOf(parseJson(text).root ?? undefined, "status");
  if (status === undefined) throw new Error("a policy that was read has a status");
  const start = status.offset + (text.startsWith("\uFEFF") ? 1 : 0);
  return `${text.slice(0, start)}"${wanted}"${text.slice(start + status.length)}`;
}
