import type { Fact, FactValue } from "../engine/model/catalogue.ts";
import type { Pack } from "../engine/model/pack.ts";
import type { Text } from "../engine/model/text.ts";
import { didYouMean, shortened } from "../engine/suggest.ts";
import { dayNumber } from "../engine/values/calendar.ts";
import { isComputed } from "./computed.ts";

/** Which workers come before the others, whatever is drawn. */
export interface Priority {
  readonly fact: string;
  readonly order: "ascending" | "descending";
  /** Of a fact that holds a code: the codes as the catalogue lists them, the first one ahead. */
  readonly codes?: readonly string[];
}

/** A priority, or what is wrong with it. */
export type PriorityRead =
  | { readonly ok: true; readonly priority: Priority }
  | { readonly ok: false; readonly problem: Text };

/** Reads `worker.need` or `worker.need:descending`. */
export function readPriority(pack: Pack, text: string): PriorityRead {
  const [fact = "", order = "ascending", ...more] = text.split(":");
  if ((order !== "ascending" && order !== "descending") || more.length > 0) {
    return wrong({
      id: `--priority adalah fakta, bila perlu dengan ":descending" di belakangnya, bukan "${shortened(text)}"`,
      en: `--priority is a fact, with ":descending" behind it if need be, not "${shortened(text)}"`,
    });
  }
  const entry = pack.facts.get(fact);
  if (entry === undefined) {
    const near = didYouMean(pack, fact, pack.facts.keys());
    return wrong({
      id: `--priority: tidak ada fakta "${shortened(fact)}".${near.id}`,
      en: `--priority: there is no fact "${shortened(fact)}".${near.en}`,
    });
  }
  if (entry.compute !== undefined) return wrong(isComputed("--priority", fact));
  if (entry.type === "list" || entry.type === "string") {
    return wrong({
      id: `--priority: "${fact}" berisi ${entry.type === "list" ? "daftar" : "teks bebas"}, yang tidak berurutan. Pilih kode, angka, tanggal, atau benar/salah.`,
      en: `--priority: "${fact}" holds ${entry.type === "list" ? "a list" : "free text"}, which has no order. Choose a code, a number, a date, or true/false.`,
    });
  }
  const codes = entry.type === "code" ? { codes: Object.keys(entry.codes) } : {};
  return { ok: true, priority: { fact, order, ...codes } };
}

function wrong(problem: Text): PriorityRead {
  return { ok: false, problem };
}

/**
 * The place of a known value, lower first: codes in their order, true before false, else the smaller
 * number and the earlier day.
 */
export function placeOf(priority: Priority, entry: Fact | undefined, value: FactValue): number {
  const ascending = ascendingPlace(priority, entry, value);
  return priority.order === "ascending" ? ascending : -ascending;
}

function ascendingPlace(priority: Priority, entry: Fact | undefined, value: FactValue): number {
  if (typeof value === "number") return value;
  if (typeof value === "boolean") return value ? 0 : 1;
  if (typeof value !== "string") return 0;
  return entry?.type === "date" ? dayNumber(value) : (priority.codes?.indexOf(value) ?? 0);
}
