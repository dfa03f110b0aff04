import type { ListFault } from "./fault.ts";

/** The text of a file, without the byte order mark; null where it is no UTF-8. */
export function decode(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

export const NO_TEXT: ListFault = {
  line: 1,
  message: {
    id: "Berkas ini bukan teks UTF-8. Simpan ulang sebagai CSV UTF-8.",
    en: "This file is no UTF-8 text. Save it again as CSV UTF-8.",
  },
};
