import { lostEntry } from "../analysis/adoption/record-kept.ts";
import { applicantChange } from "../analysis/diff/applicants.ts";
import type { Planned } from "../analysis/diff/plan.ts";
import { planOf } from "../analysis/diff/plan.ts";
import { LayakError } from "../engine/errors.ts";
import { type Language, say, type Text } from "../engine/model/text.ts";
import { type Compared, comparedOf, decisionsOf } from "./diff/compared.ts";
import { type Patch, sharedPatches } from "./diff/patches.ts";
import { bothSides, type SideOptions } from "./diff/rules-side.ts";
import { NOBODY, tellCompared, tellShared } from "./diff/tell.ts";
import { tellDiagnostic } from "./rules.ts";
import { complainIn, EXIT, type ExitCode, readLanguage, type Terminal } from "./terminal.ts";

export interface DiffOptions extends SideOptions {
  readonly from?: string;
  readonly to?: string;
  readonly asOf?: string;
  readonly eachOnItsOwnDay?: boolean;
  readonly lang: string;
  readonly json?: boolean;
}

/** Exit codes of their own, for checks of changes: nothing else answers so. */
const DIFF_EXIT = { alike: 0, unsettled: 3, differ: 4 } as const;

/** Tells what a change of rules means: whom it lets in, whom it shuts out, and by which clause. */
export async function diff(
  terminal: Terminal,
  service: string | undefined,
  options: DiffOptions,
): Promise<ExitCode> {
  const language = readLanguage(terminal, options.lang);
  if (language === null) return EXIT.badInput;
  const sides = await bothSides(terminal, options, language);
  if (sides === null) return EXIT.badInput;
  const { from, to } = sides;
  const lost = lostEntry(from, to);
  if (lost !== null) terminal.complain(tellDiagnostic(lost, to.name, language));
  try {
    const planned = planOf(from.pack, to.pack, {
      ...(service !== undefined && { service }),
      ...(options.from !== undefined && { from: options.from }),
      ...(options.to !== undefined && { to: options.to }),
      ...(options.asOf !== undefined && { asOf: options.asOf }),
      areSameRules: from === to,
    });
    const days = {
      ...(options.asOf !== undefined && { asOf: options.asOf }),
      isEachOnItsOwn: options.eachOnItsOwnDay === true,
    };
    const compared = eachPatchOnce(
      planned.flatMap((one) => (one.kind === "compared" ? [comparedOf(from, to, one, days)] : [])),
    );
    const alone = planned.filter((one) => one.kind !== "compared");
    const shared = sharedPatches(
      from,
      to,
      planned.map((one) => one.service),
    );
    if (options.json === true) {
      const told = { compared: compared.map(asJson), alone, shared, record: lost };
      terminal.print(JSON.stringify(told, null, 2));
    } else tell(terminal, { compared, alone, shared }, language);
    return lost === null ? exitCodeOf(compared, alone) : EXIT.badInput;
  } catch (error) {
    if (!(error instanceof LayakError)) throw error;
    complainIn(terminal, language, error.text);
    return EXIT.badInput;
  }
}

/** The text of a policy that is asked about on several days is shown once. */
function eachPatchOnce(compared: readonly Compared[]): readonly Compared[] {
  const told = new Set<string>();
  return compared.map((one) => {
    const patches = one.patches.filter(({ patch }) => !told.has(patch));
    for (const { patch } of patches) told.add(patch);
    return { ...one, patches };
  });
}

type Alone = Extract<Planned, { readonly kind: "added" | "removed" }>;

function exitCodeOf(compared: readonly Compared[], alone: readonly Alone[]): ExitCode {
  const comparisons = compared.map(({ comparison }) => comparison);
  const isOpenToOthers = compared.some((one) => applicantChange(one) !== null);
  if (
    alone.length > 0 ||
    isOpenToOthers ||
    compared.some(({ grants }) => grants.changes.length > 0) ||
    comparisons.some(({ complete }) => complete.length > 0)
  ) {
    return DIFF_EXIT.differ;
  }
  const isOpen = compared.some(({ grants }) => grants.unsettled.length > 0);
  return isOpen || comparisons.some(({ unsettled }) => unsettled.length > 0)
    ? DIFF_EXIT.unsettled
    : DIFF_EXIT.alike;
}

interface Told {
  readonly compared: readonly Compared[];
  readonly alone: readonly Alone[];
  readonly shared: readonly Patch[];
}

function tell(terminal: Terminal, { compared, alone, shared }: Told, language: Language): void {
  const changed = compared.filter(isChanged);
  if (changed.length === 0 && alone.length === 0) {
    terminal.print(say(shared.length === 0 ? NOTHING : NOBODY, language));
  }
  for (const [index, one] of changed.entries()) {
    if (index > 0) terminal.print("");
    for (const line of tellCompared(terminal.paint, one, language)) terminal.print(line);
  }
  for (const { kind, service, version } of alone) {
    const text =
      kind === "added"
        ? {
            id: `${service} ${version}: baru, tidak ada yang mendahuluinya.`,
            en: `${service} ${version}: new, and follows nothing.`,
          }
        : {
            id: `${service} ${version}: dihapus, tidak ada yang menggantikannya.`,
            en: `${service} ${version}: removed, and nothing follows it.`,
          };
    terminal.print(say(text, language));
  }
  for (const line of tellShared(terminal.paint, shared, language)) terminal.print(line);
}

const NOTHING: Text = {
  id: "Aturannya sama: tidak ada pemohon yang diputuskan lain, dan tidak ada teks yang berubah.",
  en: "The rules are the same: nobody is decided otherwise, and no text has changed.",
};

/** Of many versions most stay as they are. */
function isChanged({ from, to, comparison, grants, patches }: Compared): boolean {
  const { complete, incomplete, unsettled } = comparison;
  return (
    applicantChange({ from, to }) !== null ||
    [complete, incomplete, unsettled, grants.changes, grants.unsettled, patches].some(
      ({ length }) => length > 0,
    )
  );
}

function asJson(compared: Compared) {
  const { service, from, to, comparison, grants, patches } = compared;
  const withDecisions = (change: Compared["comparison"]["complete"][number]) => ({
    ...change,
    decisions: decisionsOf(compared, change),
  });
  return {
    service,
    from: { ...from.policy, asOf: from.asOf },
    to: { ...to.policy, asOf: to.asOf },
    applicants: applicantChange({ from, to }),
    complete: comparison.complete.map(withDecisions),
    incomplete: comparison.incomplete.map(withDecisions),
    unsettled: comparison.unsettled,
    grants: grants.changes.map((change) => ({
      ...change,
      decisions: decisionsOf(compared, change),
    })),
    unsettledGrants: grants.unsettled,
    patches,
  };
}
