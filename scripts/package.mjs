// Packs the functions for AWS, without a network or credentials: `npm run package -- --stage prod`.
// Everything that a deployment needs is laid out in dist/service, from where it is deployed too: osls
// looks through all files beside its configuration once for each function, so node_modules must not
// be there. Needs what `npm run build` wrote.
import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";
import { parseArgs } from "node:util";

const { values } = parseArgs({
  options: {
    stage: { type: "string", default: "dev" },
    param: { type: "string", multiple: true, default: [] },
    directory: { type: "string", default: "dist/service" },
  },
});
const directory = resolve(values.directory);

const configuration = readFileSync("infrastructure/functions.yml", "utf8");
const needed = new Set(configuration.match(/dist\/functions\/[a-z-]+\.(?:mjs|json)/g));
const missing = [...needed].filter((file) => !existsSync(file));
if (missing.length > 0) {
  console.error(`not built: ${missing.join(", ")}. Run npm run build, and read what it says.`);
  process.exit(1);
}

rmSync(directory, { recursive: true, force: true });
mkdirSync(directory, { recursive: true });
for (const path of ["serverless.yml", "infrastructure", "dist/functions"]) {
  cpSync(path, join(directory, path), { recursive: true });
}
// The files in infrastructure/ are ECMAScript modules, and only this says so.
cpSync("package.json", join(directory, "package.json"));

const osls = join(
  dirname(createRequire(import.meta.url).resolve("serverless/package.json")),
  "bin/serverless.js",
);
const stage = ["--stage", values.stage];
const parameters = values.param.map((parameter) => `--param=${parameter}`);
execFileSync(process.execPath, [osls, "package", ...stage, ...parameters], {
  cwd: directory,
  stdio: "inherit",
});
