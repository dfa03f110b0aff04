import type { Text } from "../engine/model/text.ts";

/** Said of an option that names what Layak computes: order and match go by what the lists say. */
export function isComputed(option: string, fact: string): Text {
  return {
    id: `${option}: "${fact}" dihitung oleh Layak dan tidak ada di daftar. Pilih fakta yang tertulis di daftar.`,
    en: `${option}: "${fact}" is computed by Layak and does not stand in the lists. Choose a fact that they state.`,
  };
}
