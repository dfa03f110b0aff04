import { createHash } from "node:crypto";
import { type AppContext, answerJson } from "./base.ts";
import type { BaseDependencies } from "./dependencies.ts";

/**
 * Answers JSON with an entity tag made from what is said and in which language; 304 without a body
 * where the caller has just that (RFC 9110, section 13.1.2).
 */
export function answerTagged(
  context: AppContext,
  dependencies: BaseDependencies,
  value: object,
): Response {
  const text = JSON.stringify([context.get("language"), value]);
  const tag = `"${createHash("sha256").update(text).digest("base64url").slice(0, 22)}"`;
  context.header("ETag", tag);
  context.header("Cache-Control", "no-cache");
  context.header("Vary", "Accept-Language");
  if (isAmong(context.req.header("if-none-match"), tag)) return context.body(null, 304);
  return answerJson(context, dependencies, 200, value);
}

/** Weak tags compare by their text: the answer is the same, whatever compressed it on the way. */
function isAmong(header: string | undefined, tag: string): boolean {
  const tags = (header ?? "").split(",").map((one) => one.trim().replace(/^W\//, ""));
  return tags.includes("*") || tags.includes(tag);
}
