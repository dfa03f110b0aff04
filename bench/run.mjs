// Bundles the benchmarks, as Node 20 runs no TypeScript, and runs them from the repository's root.
import { spawnSync } from "node:child_process";
import { mkdirSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
// Beside the packages, so that the bundle finds those that it leaves out.
const outdir = join(root, "node_modules", ".layak-bench", String(process.pid));
mkdirSync(outdir, { recursive: true });
try {
  await build({
    entryPoints: ["main.ts", "load/database.ts", "load/floor.ts", "bulk/statement-child.ts"].map(
      (file) => join(root, "bench", file),
    ),
    entryNames: "[name]",
    outdir,
    bundle: true,
    format: "esm",
    platform: "node",
    target: "node20",
    packages: "external",
    outExtension: { ".js": ".mjs" },
    logLevel: "warning",
  });
  const [flags, args] = [process.argv.slice(2).filter(isNodeFlag), process.argv.slice(2)];
  const { status } = spawnSync(
    process.execPath,
    ["--expose-gc", ...flags, join(outdir, "main.mjs"), ...args.filter((one) => !isNodeFlag(one))],
    { cwd: root, stdio: "inherit" },
  );
  process.exitCode = status ?? 1;
} finally {
  rmSync(outdir, { recursive: true, force: true });
}

/** `npm run bench -- --cpu-prof` profiles; everything without dashes names sections to run. */
function isNodeFlag(argument) {
  return argument.startsWith("--");
}
