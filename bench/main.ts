import { cpus } from "node:os";
import { measureBulk } from "./sections/bulk.ts";
import { measureCold } from "./sections/cold.ts";
import { measureStarts } from "./sections/cold-starts.ts";
import { measureDiff } from "./sections/diff.ts";
import { measureLoad } from "./sections/load.ts";
import { measurePath } from "./sections/path.ts";
import { comparePeers } from "./sections/peers.ts";
import { measureScaling } from "./sections/scaling.ts";
import { measureSizes } from "./sections/sizes.ts";

const SECTIONS: Readonly<Record<string, () => Promise<boolean>>> = {
  peers: comparePeers,
  scaling: measureScaling,
  cold: measureCold,
  starts: measureStarts,
  sizes: measureSizes,
  path: measurePath,
  load: measureLoad,
  diff: measureDiff,
  bulk: measureBulk,
};

const named = process.argv.slice(2);
console.log(`Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? "unknown"}\n`);
try {
  for (const [name, section] of Object.entries(SECTIONS)) {
    if (named.length > 0 && !named.includes(name)) continue;
    if ((await section()) === false) process.exitCode = 1;
    globalThis.gc?.();
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
// The wasm and native engines keep threads of their own.
process.exit();
