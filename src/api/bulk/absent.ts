import { type App, addRoute } from "../base.ts";
import { Refusal } from "../problems/refusal.ts";

/** The routes of bulk runs where there is no Athena: both say what to use in its place. */
export function addAbsentBulkRoutes(app: App): void {
  addRoute(app, "POST", "/v1/bulk", refuse);
  addRoute(app, "GET", "/v1/bulk/:id", refuse);
}

function refuse(): never {
  throw new Refusal("bulk-not-configured", {
    id: 'Putusan massal berjalan di Athena, dan tidak dipasang di sini. Di satu mesin, pakai "layak bulk".',
    en: 'Bulk runs need Athena, and are not set up here. On one machine, use "layak bulk".',
  });
}
