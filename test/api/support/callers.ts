import type { Caller } from "../../../src/api/access/caller.ts";
import { SCOPES } from "../../../src/api/access/routes.ts";

/** A caller who may do everything in the cities of the tests, and longer than any test's clock. */
export const CALLER: Caller = {
  client: "perizinan",
  scopes: SCOPES,
  services: ["kota-uji/*", "kota-serang/*"],
  officer: "petugas-uji",
  expiresAt: Date.UTC(2100, 0, 1) / 1000,
};
