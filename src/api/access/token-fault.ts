import type { Text } from "../../engine/model/text.ts";

/** Why a token was refused, with what to do about it. No text quotes the token. */
export const TOKEN_FAULTS = {
  expired: {
    id: "Token ini sudah lewat masa berlakunya. Minta token baru dari penerbitnya.",
    en: "This token has expired. Ask its issuer for a new one.",
  },
  "not-yet-valid": {
    id: "Token ini belum mulai berlaku. Periksa jam penerbit dan jam server Anda.",
    en: "This token is not valid yet. Check the issuer's clock and your server's.",
  },
  issuer: {
    id: "Token ini bukan dari penerbit yang dipercaya Layak. Periksa dari mana token diminta.",
    en: "This token is not from the issuer that Layak trusts. Check where you ask for tokens.",
  },
  audience: {
    id: "Token ini bukan untuk Layak. Minta token dengan audience layanan ini.",
    en: "This token is not meant for Layak. Ask for one with this service's audience.",
  },
  algorithm: {
    id: "Token ini ditandatangani dengan algoritma yang tidak diterima. Pakai algoritma asimetris, misalnya ES256.",
    en: "This token is signed by an algorithm that is not accepted. Use an asymmetric one, such as ES256.",
  },
  "key-unknown": {
    id: "Kunci penanda tangan token ini tidak dikenal. Minta token baru; kuncinya mungkin sudah diganti.",
    en: "The key that signed this token is not known. Ask for a new token; the key may have been replaced.",
  },
  signature: {
    id: "Tanda tangan token ini tidak cocok. Kirim token persis seperti yang diterima.",
    en: "This token's signature does not match. Send the token exactly as you received it.",
  },
  claims: {
    id: 'Isi token ini tidak lengkap atau keliru. Layak membutuhkan "exp", "client_id" atau "sub", "scope", dan "services" seperti "kota-serang/*".',
    en: 'What this token claims is incomplete or wrong. Layak needs "exp", "client_id" or "sub", "scope", and "services" such as "kota-serang/*".',
  },
  malformed: {
    id: "Ini bukan JWT yang utuh. Kirim token persis seperti yang diterima.",
    en: "This is not a whole JWT. Send the token exactly as you received it.",
  },
} satisfies Readonly<Record<string, Text>>;

export type TokenFault = keyof typeof TOKEN_FAULTS;

export function isTokenFault(value: unknown): value is TokenFault {
  return typeof value === "string" && Object.hasOwn(TOKEN_FAULTS, value);
}
