import type { Commitment, Fixed, ListDigests } from "../../allocation/commitment.ts";
import type { Text } from "../../engine/model/text.ts";
import { canonicalJson } from "../../engine/values/canonical.ts";
import type { ListFiles } from "./lists.ts";

/** Something is not what was committed to, or not what a result says. */
export class Differs extends Error {
  override readonly name = "Differs";
  readonly texts: readonly Text[];

  constructor(texts: readonly Text[]) {
    super(texts.map(({ id, en = id }) => en).join("\n"));
    this.texts = texts;
  }
}

/**
 * Holds the files against those committed to, byte for byte.
 * @throws Differs
 */
export function sameLists(commitment: Commitment, digests: ListDigests, files: ListFiles): void {
  const texts: Text[] = [];
  for (const side of ["workers", "sponsors"] as const) {
    if (commitment[side].sha256 !== digests[side]) texts.push(otherFile(files[side].path));
  }
  const { earlier } = commitment;
  if (earlier !== null && files.earlier === null) {
    texts.push({
      id: "Komitmen ini dibuat dengan --existing. Sebut berkas pasangan terdahulu itu.",
      en: "This commitment was made with --existing. Name that file of earlier pairs.",
    });
  } else if (files.earlier !== null && earlier?.sha256 !== digests.earlier) {
    texts.push(otherFile(files.earlier.path));
  }
  if (texts.length > 0) throw new Differs(texts);
}

function otherFile(path: string): Text {
  return {
    id: `${path} bukan berkas yang tercatat di komitmennya: isinya lain, walau mungkin hanya satu spasi. Pakai berkas yang sama seperti waktu --commit.`,
    en: `${path} is not the file that the commitment has on record: its bytes differ, be it by a single space. Use the very file of --commit.`,
  };
}

/**
 * Holds what the rules make of the lists against what they made of them then.
 * @throws Differs
 */
export function sameRules(commitment: Commitment, fixed: Fixed): void {
  const texts: Text[] = [];
  for (const side of ["workers", "sponsors"] as const) {
    const [then, now] = [commitment[side].policy, fixed[side].policy];
    if (canonicalJson(then) !== canonicalJson(now)) texts.push(otherPolicy(now.service));
  }
  const rest = ["match", "priority", "pairs"] as const;
  if (texts.length === 0 && rest.some((part) => differ(commitment[part], fixed[part]))) {
    texts.push({
      id: "Aturan ini membaca daftarnya lain daripada waktu --commit: urutan kode atau sebuah fakta berubah. Pakai aturan dan versi Layak yang sama.",
      en: "These rules read the lists otherwise than at --commit: the order of codes or a fact has changed. Use the same rules and the same version of Layak.",
    });
  }
  if (texts.length > 0) throw new Differs(texts);
}

function differ(one: unknown, other: unknown): boolean {
  return canonicalJson(one) !== canonicalJson(other);
}

function otherPolicy(service: string): Text {
  return {
    id: `Aturan ${service} bukan lagi yang tercatat di komitmennya. Pakai aturan seperti waktu --commit.`,
    en: `The rules of ${service} are no longer those that the commitment has on record. Use the rules as at --commit.`,
  };
}
