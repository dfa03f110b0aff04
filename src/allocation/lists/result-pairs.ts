import type { Text } from "../../engine/model/text.ts";
import { itemsOf, type JsonNode, memberOf, plainValueOf, stringOf } from "../../pack/json/nodes.ts";
import { type JsonFile, parseJson } from "../../pack/json/parse.ts";
import { RESULT_FORM } from "../result.ts";
import type { ListFault } from "./fault.ts";
import type { PairCells } from "./read-pairs.ts";

/** The pairs that go on after a result, by their places in its file. */
export interface ResultPairs {
  readonly pairs: readonly PairCells[];
  readonly faults: readonly ListFault[];
}

/** Whether a text is one JSON object, be it broken, and no object a line. */
export function isDocument(text: string): boolean {
  const [first = "", second = ""] = text.trimStart().split(/\n\s*/, 2);
  if (!first.startsWith("{") || second.startsWith("{")) return false;
  const { root } = parseJson(first);
  return root === null || memberOf(root, "form") !== undefined;
}

/** Reads what `layak allocate --result` writes: the new, kept and held pairs, in this order. */
export function readResultPairs(text: string): ResultPairs {
  const file = parseJson(text);
  const { root, faults } = file;
  if (root === null || faults.length > 0) return { pairs: [], faults: brokenLines(file) };
  const lineOf = ({ offset }: JsonNode) => file.positionAt(offset).line;
  const form = memberOf(root, "form");
  if (stringOf(root, "form") !== RESULT_FORM) {
    return { pairs: [], faults: [{ line: lineOf(form ?? root), message: NO_RESULT }] };
  }
  const lists = ["pairs", "kept", "held"].map((name) => ({ name, list: memberOf(root, name) }));
  const unlisted = lists.flatMap(({ name, list }) =>
    list?.kind === "array" ? [] : [{ line: lineOf(list ?? root), message: noList(name) }],
  );
  const pairs = lists.flatMap(({ list }) =>
    itemsOf(list).map((item): PairCells => {
      const [worker, sponsor] = [memberOf(item, "worker"), memberOf(item, "sponsor")];
      return {
        worker: { line: lineOf(worker ?? item), value: worker && plainValueOf(worker) },
        sponsor: { line: lineOf(sponsor ?? item), value: sponsor && plainValueOf(sponsor) },
      };
    }),
  );
  return { pairs, faults: unlisted };
}

/** The places alone: the words of a fault may quote what stands there, and that names people. */
function brokenLines({ root, faults, positionAt }: JsonFile): readonly ListFault[] {
  return faults.map(({ offset }) => {
    const { line, column } = positionAt(offset);
    return { line, message: root === null ? broken(column) : AMBIGUOUS };
  });
}

function broken(column: number): Text {
  return {
    id: `Di huruf ke-${column} baris ini JSON-nya rusak: koma, kurung atau tanda kutip. Pakai berkas hasil seperti yang ditulis.`,
    en: `At character ${column} of this line the JSON is broken: a comma, a bracket or a quotation mark. Use the result as it was written.`,
  };
}

const AMBIGUOUS: Text = {
  id: "Di sini sebuah kunci ada dua kali, atau teksnya rusak. Pakai berkas hasil seperti yang ditulis.",
  en: "Here a key stands twice, or a text is broken. Use the result as it was written.",
};

const NO_RESULT: Text = {
  id: `Berkas JSON ini bukan hasil dari layak allocate --result ("form" bukan "${RESULT_FORM}").`,
  en: `This JSON file is no result of layak allocate --result ("form" is not "${RESULT_FORM}").`,
};

function noList(name: string): Text {
  return {
    id: `Hasil ini tidak memuat daftar "${name}".`,
    en: `This result does not hold the list "${name}".`,
  };
}
