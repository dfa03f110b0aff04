import manifest from "../../../package.json" with { type: "json" };
import { allocate } from "../../allocation/allocate.ts";
import { type Commitment, fixedBy } from "../../allocation/commitment.ts";
import { peopleBeforeTable } from "../../allocation/tables.ts";
import { written } from "../../allocation/written.ts";
import { digestsOf, sha256Of } from "./digests.ts";
import { readLists } from "./lists.ts";
import { pairedFact, refuseUnnamed } from "./paired.ts";
import type { Step } from "./step.ts";
import { tellCommitment } from "./tell-commitment.ts";
import { whyIn } from "./tell-reasons.ts";
import { askedByOptions, termsOf } from "./terms.ts";
import type { Work } from "./work.ts";
import { refuseWritten, tableFor, writeNew } from "./write.ts";

/**
 * Step 1: records lists and rules before there is a seed. All that could fail later fails now.
 * @throws InputTrouble, ListsUnusable and LayakError
 */
export async function commit(
  { terminal, language, options, pack, files }: Work,
  step: Extract<Step, { readonly kind: "commit" }>,
): Promise<void> {
  const lists = readLists(pack, files);
  const { paired } = options;
  if (paired !== undefined) refuseUnnamed(lists, pairedFact(pack, paired), files.workers.path);
  const terms = termsOf(pack, askedByOptions(step, options), lists);
  // Any seed will do to count the pairs; the one to come is not known.
  const allocation = allocate(terms, "any");
  const commitment: Commitment = {
    form: "layak-allocation-commitment-1",
    layak: manifest.version,
    committedAt: new Date().toISOString(),
    ...(options.draw !== undefined && { draw: options.draw }),
    ...fixedBy(terms, digestsOf(files), allocation.counts.pairs),
  };
  const text = written(commitment);
  const { people } = options;
  const form = people === undefined ? null : tableFor(people);
  refuseWritten([step.file, people ?? []].flat());
  await writeNew(step.file, text, 0o644);
  if (people !== undefined && form !== null) {
    await writeNew(
      people,
      form(peopleBeforeTable(allocation, whyIn(pack, commitment, language))),
      0o600,
    );
  }
  const sha256 = sha256Of(text);
  if (options.json === true) terminal.print(JSON.stringify({ sha256, commitment }, null, 2));
  else {
    const told = tellCommitment(
      { pack, commitment, allocation, sha256, file: step.file, options },
      language,
    );
    for (const line of told) terminal.print(line);
  }
}
