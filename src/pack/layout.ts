import type { Finding } from "./diagnostics/diagnostic.ts";
import { type CityName, type NationalName, placementOf } from "./files.ts";

/** The paths of one service. */
export interface ServiceFiles {
  readonly id: string;
  readonly city: string;
  /** Days with their paths, in order. */
  readonly policies: ReadonlyMap<string, string>;
  readonly cases: string | null;
  /** False where a misnamed file may have been meant as a policy. */
  readonly complete: boolean;
}

/** The paths of a rules directory, by what they are. */
export interface Layout {
  readonly national: ReadonlyMap<NationalName, string>;
  readonly cities: ReadonlyMap<string, ReadonlyMap<CityName, string>>;
  /** In the order of their ids. */
  readonly services: readonly ServiceFiles[];
  readonly misplaced: readonly { readonly path: string; readonly finding: Finding }[];
}

/** Tells what each path is; their order does not matter. */
export function layOut(paths: readonly string[]): Layout {
  const national = new Map<NationalName, string>();
  const cities = new Map<string, Map<CityName, string>>();
  const services = new Map<string, OpenService>();
  const misplaced: { path: string; finding: Finding }[] = [];
  for (const path of paths.toSorted()) {
    const placement = placementOf(path);
    switch (placement.kind) {
      case "national":
        national.set(placement.name, path);
        break;
      case "city":
        entryOf(cities, placement.city, () => new Map()).set(placement.name, path);
        break;
      case "policy":
        serviceOf(services, placement.service).policies.set(placement.from, path);
        break;
      case "cases":
        serviceOf(services, placement.service).cases = path;
        break;
      default:
        misplaced.push({ path, finding: placement.finding });
        if (placement.service !== undefined) {
          serviceOf(services, placement.service).complete = false;
        }
    }
  }
  const inOrder = [...services.values()].toSorted((first, second) =>
    first.id < second.id ? -1 : 1,
  );
  return { national, cities, services: inOrder, misplaced };
}

interface OpenService extends ServiceFiles {
  readonly policies: Map<string, string>;
  cases: string | null;
  complete: boolean;
}

function serviceOf(services: Map<string, OpenService>, id: string): OpenService {
  return entryOf(services, id, () => ({
    id,
    city: id.slice(0, id.indexOf("/")),
    policies: new Map(),
    cases: null,
    complete: true,
  }));
}

function entryOf<T>(map: Map<string, T>, key: string, make: () => T): T {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}
