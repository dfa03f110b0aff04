import { readFile } from "node:fs/promises";
import { type Pack, unpackRules } from "./packed-rules.ts";

/** The rules that were deployed with the function, in the file that the build wrote. */
export async function deployedRules(file: string): Promise<Pack> {
  return unpackRules(await readFile(file, "utf8"));
}
