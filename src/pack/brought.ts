/** What a pack brings to the engine, for whoever reads a checked pack back. */
export { BROUGHT } from "../engine/brought.ts";
