import dynalite from "dynalite";
import { listen } from "../../src/cli/serve/listen.ts";

/** A DynamoDB in memory, in a process of its own, so that its work is nobody else's. */
console.log(await listen(dynalite({ createTableMs: 0 }), 0));
