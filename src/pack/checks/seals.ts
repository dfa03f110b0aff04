import type { Pack, PolicyVersion, Service } from "../../engine/model/pack.ts";
import { standingAdoptions } from "../adoptions/adoption.ts";
import {
  type Comparison,
  compareWithRecord,
  type Misfit,
  type PartMisfit,
} from "../adoptions/compare.ts";
import { nextOf } from "../adoptions/period.ts";
import { type OpenFiles, type PlaceInFile, placeOfPart, policyPath } from "../adoptions/places.ts";
import {
  adoptedAltered,
  endComesTooLate,
  notOnRecordYet,
  valueComesTooLate,
} from "../diagnostics/adoptions.ts";
import type { AdoptedVersion } from "../diagnostics/commands.ts";
import type { Finding } from "../diagnostics/diagnostic.ts";
import { memberOf } from "../json/nodes.ts";
import { type AdoptionSubject, lastAdoptions, namedIn } from "./adoptions.ts";

/** Compares every adopted version of sound rules with what was sealed. */
export function checkSeals(
  pack: Pick<Pack, "facts" | "groups" | "services">,
  subject: AdoptionSubject,
): void {
  const { today } = subject;
  const all = standingAdoptions((subject.record?.placed ?? []).map(({ entry }) => entry));
  const told = [...lastAdoptions(subject).values()].flatMap(({ adoption }) => {
    const service = pack.services.get(adoption.service);
    const version = service?.versions.find(({ from }) => from === adoption.version);
    if (service === undefined || version?.policy.status !== "adopted") return [];
    const compared = compareWithRecord(pack, service, version, { adoption, all, today });
    return [...misfitsTold(compared), ...additionsTold(compared)].flatMap((one): Told[] => {
      const { part } = one;
      const place =
        part === null
          ? placeOfEnd(subject.files, service, version)
          : placeOfPart(subject.files, service.id, version.from, part);
      return place === null ? [] : [{ ...one, place, adopted: namedIn(subject, adoption) }];
    });
  });
  reportTogether(told);
}

/** A finding about one adopted version; `part` is null where it is about the version's end. */
interface ToldOfOne {
  readonly part: string | null;
  /** The same change of several adopted versions is one finding. */
  readonly found: (adopted: readonly AdoptedVersion[]) => Finding;
}

interface Told extends ToldOfOne {
  readonly place: PlaceInFile;
  readonly adopted: AdoptedVersion;
}

function misfitsTold({ misfits }: Comparison): readonly ToldOfOne[] {
  return inWholes(misfits).map((misfit): ToldOfOne => {
    switch (misfit.kind) {
      case "late-value": {
        const { part, first } = misfit;
        return { part, found: (adopted) => valueComesTooLate(part, first, adopted) };
      }
      case "late-end": {
        const { recorded, actual, first } = misfit;
        return {
          part: null,
          found: ([adopted = NO_VERSION]) => endComesTooLate(adopted, recorded, actual, first),
        };
      }
      default: {
        const { kind, part } = misfit;
        return { part, found: (adopted) => adoptedAltered(kind, part, adopted) };
      }
    }
  });
}

const NO_VERSION: AdoptedVersion = { service: "", version: "" };

/** A whole requirement or grant that was put in or taken away is told as one, and not key by key. */
function inWholes(misfits: readonly Misfit[]): readonly Misfit[] {
  const wholes = misfits.flatMap((misfit): readonly PartMisfit[] => {
    if (misfit.kind !== "joined" && misfit.kind !== "removed") return [];
    const part = WHOLE.exec(misfit.part)?.[1];
    return part === undefined ? [] : [{ kind: misfit.kind, part }];
  });
  if (wholes.length === 0) return misfits;
  const rest = misfits.filter(
    (misfit) =>
      !("part" in misfit) ||
      (misfit.part !== "requirements" &&
        misfit.part !== "grants" &&
        !wholes.some(({ part }) => misfit.part.startsWith(`${part}/`))),
  );
  return [...wholes, ...rest];
}

const WHOLE = /^((?:requirements|grants)\/[^/]+)\/id$/;

/** What changes no answer that could be asked for before is nobody's concern. */
function additionsTold({ additions }: Comparison): readonly ToldOfOne[] {
  return additions.flatMap((addition): readonly ToldOfOne[] => {
    if (addition.kind === "part") return [];
    const part = addition.kind === "value" ? addition.part : null;
    return [{ part, found: (adopted) => notOnRecordYet(part, addition.first, adopted) }];
  });
}

function reportTogether(told: readonly Told[]): void {
  const byPlace = new Map<string, Told[]>();
  for (const one of told) {
    const { file, place } = one.place;
    const { code, message } = one.found([]);
    const key = JSON.stringify([file.path, place.offset, code, message.en]);
    const same = byPlace.get(key);
    if (same === undefined) byPlace.set(key, [one]);
    else same.push(one);
  }
  for (const same of byPlace.values()) {
    const [first] = same;
    if (first === undefined) continue;
    const { file, place } = first.place;
    file.report(place, first.found(same.map(({ adopted }) => adopted)));
  }
}

/** Where a version's last day is written: its own `until`, or the version that follows. */
function placeOfEnd(
  files: OpenFiles,
  service: Service,
  version: PolicyVersion,
): PlaceInFile | null {
  const own = files.get(policyPath(service.id, version.from));
  const until = memberOf(own?.root, "until");
  const next = nextOf(service, version);
  const following = next === null ? undefined : files.get(policyPath(service.id, next.from));
  if (own !== undefined && until !== undefined) return { file: own, place: until };
  const file = following ?? own;
  if (file === undefined) return null;
  return { file, place: memberOf(file.root, "status") ?? file.root };
}
