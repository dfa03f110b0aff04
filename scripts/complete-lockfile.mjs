// Adds the platform packages that package-lock.json lacks, so that `npm ci` accepts it everywhere.
// npm leaves a platform's package out of a lockfile when the registry at hand does not carry it,
// and then refuses that lockfile. Run this after every change of dependencies.
import { readFileSync, writeFileSync } from "node:fs";

const FILE = "package-lock.json";
const SYSTEM = /darwin|win32|linux|android|freebsd|openharmony/;
const PROCESSOR = /arm64|arm|x64|ia32|ppc64|riscv64|s390x|wasm32/;

const lockfile = JSON.parse(readFileSync(FILE, "utf8"));
const packages = { ...lockfile.packages };
const added = [];

for (const [place, { optionalDependencies = {}, dev }] of Object.entries(lockfile.packages)) {
  if (place === "") continue;
  for (const [name, version] of Object.entries(optionalDependencies)) {
    const at = `node_modules/${name}`;
    if (at in packages || `${place}/${at}` in packages) continue;
    const system = SYSTEM.exec(name)?.[0];
    const processor = PROCESSOR.exec(name)?.[0];
    if (processor === undefined) continue;
    packages[at] = {
      version,
      cpu: [processor],
      ...(dev && { dev }),
      ...(name.includes("musl") && { libc: ["musl"] }),
      ...(name.includes("gnu") && { libc: ["glibc"] }),
      optional: true,
      ...(system && { os: [system] }),
    };
    added.push(name);
  }
}

const sorted = Object.entries(packages).sort(([first], [second]) => (first < second ? -1 : 1));
lockfile.packages = Object.fromEntries(sorted);
writeFileSync(FILE, `${JSON.stringify(lockfile, null, 2)}\n`);
console.log(added.length === 0 ? `${FILE} is complete` : `added ${added.join(", ")}`);
