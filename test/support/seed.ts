import fc from "fast-check";

/**
 * Property tests draw the same examples in every run, so that a change is what turns them red.
 * `SEED=random npx vitest run` draws others, `SEED=<number>` those of a failure that was told.
 */
const { SEED = "20261122" } = process.env;

if (SEED !== "random") fc.configureGlobal({ seed: Number(SEED) });
