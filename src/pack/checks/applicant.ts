import type { ApplicantKind } from "../../engine/model/policy.ts";
import { noOffices, noRegistryOfApplicant } from "../diagnostics/cities.ts";
import { memberOf, stringOf } from "../json/nodes.ts";
import type { DeclaredCatalogue } from "./catalogue.ts";
import type { City } from "./city.ts";
import { lookUp } from "./declared.ts";
import type { Closure } from "./reads.ts";
import type { Place, Report, RuleFile } from "./rule-file.ts";

/** An applicant who has no NIK, by which registries are asked. */
export type NamelessApplicant = Exclude<ApplicantKind, "person">;

/** Checks that the city has offices where one applies; who applies, where it is no person. */
export function checkApplicant(
  { path, root, report }: RuleFile,
  { declared }: City,
): NamelessApplicant | null {
  const written = stringOf(root, "applicant");
  if (written !== "business" && written !== "office") return null;
  const { entries, complete } = declared.offices;
  if (written === "office" && complete && entries.size === 0) {
    report(memberOf(root, "applicant") ?? root, noOffices(path.slice(0, path.indexOf("/"))));
  }
  return written;
}

/** Tells facts of a registry that are read of an applicant whom no registry knows. */
export function checkReadsOfApplicant(
  applicant: NamelessApplicant | null,
  { outer }: Closure,
  { facts }: DeclaredCatalogue,
  place: Place,
  report: Report,
): void {
  if (applicant === null) return;
  for (const id of outer) {
    const isLookedUp = lookUp(facts, id)?.source.startsWith("registry:") ?? false;
    if (isLookedUp) report(place, noRegistryOfApplicant(applicant, id));
  }
}
