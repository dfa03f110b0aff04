export { toEngine } from "./interop/to-engine.ts";
