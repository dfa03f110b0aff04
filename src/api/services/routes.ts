import { LayakError } from "../../engine/errors.ts";
import { isDate } from "../../engine/values/calendar.ts";
import { type App, type AppContext, addRoute } from "../base.ts";
import type { ServiceDependencies } from "../dependencies.ts";
import { answerTagged } from "../entity-tag.ts";
import { refusalOf } from "../problems/layak-errors.ts";
import { refuseFields } from "../problems/refusal.ts";
import { readQuery } from "../query.ts";
import { todayInJakarta } from "../today.ts";
import { describeService } from "./describe.ts";
import { listServices } from "./list.ts";

/** `GET /v1/services` and `GET /v1/services/{city}/{service}`, each with `?asOf=`. */
export function addServiceRoutes(app: App, dependencies: ServiceDependencies): void {
  const { pack, clock } = dependencies;
  addRoute(app, "GET", "/v1/services", (context) => {
    const asOf = dayAsked(context, clock);
    const language = context.get("language");
    const services = listServices(pack, asOf, language);
    return answerTagged(context, dependencies, { asOf, services });
  });
  addRoute(app, "GET", "/v1/services/:city/:service", (context) => {
    const asOf = dayAsked(context, clock);
    const { city, service } = context.req.param();
    const id = `${city}/${service}`;
    const described = told(() => describeService(pack, id, asOf, context.get("language")));
    return answerTagged(context, dependencies, described);
  });
}

function dayAsked(context: AppContext, clock: () => Date): string {
  const { asOf } = readQuery(context, ["asOf"]);
  if (asOf === undefined) return todayInJakarta(clock());
  if (isDate(asOf)) return asOf;
  const message = {
    id: "Harus tanggal kalender TTTT-BB-HH, misalnya 2026-11-22.",
    en: "This must be a date of the calendar, YYYY-MM-DD, such as 2026-11-22.",
  };
  throw refuseFields([{ path: "?asOf", code: "date-invalid", message }]);
}

/** What is a field of the body elsewhere stands in the address here. */
function told<Value>(work: () => Value): Value {
  try {
    return work();
  } catch (error) {
    const places = { service: null, asOf: "?asOf" };
    throw (error instanceof LayakError ? refusalOf(error, places) : null) ?? error;
  }
}
