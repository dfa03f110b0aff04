import type { Pack } from "../engine/model/pack.ts";

/** Whose entry it is: the nation's, shared by all cities, or a city's own, which stands in its place. */
export type Level = "national" | "city";

/** Whose parameter or source a service has under an id. */
export function levelOf(
  { cities }: Pick<Pack, "cities">,
  service: string,
  kind: "parameters" | "sources",
  id: string,
): Level {
  const city = cities.get(service.slice(0, service.indexOf("/")));
  return city?.own[kind].includes(id) === true ? "city" : "national";
}
