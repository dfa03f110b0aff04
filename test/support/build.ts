import { execFileSync } from "node:child_process";

/** Builds what ships before the tests, so that those which run it never run an old one. */
export function setup(): void {
  execFileSync(process.execPath, ["scripts/build.mjs"], { stdio: ["ignore", "ignore", "inherit"] });
}
