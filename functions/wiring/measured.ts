import { measured } from "./measure.ts";
import { LAMBDA, type Surroundings } from "./surroundings.ts";

/** Lambda, with a log that is found by its fields and measured; every request is measured by its route. */
export const MEASURED: Surroundings = { ...LAMBDA, log: measured };
