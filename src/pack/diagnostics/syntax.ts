import { type Finding, finding } from "./diagnostic.ts";
import { quote } from "./words.ts";

/** `LYK106` to `LYK110`, `LYK113`: what keeps a file from being read as JSON. */

export function tooDeep(limit: number): Finding {
  return finding(
    "LYK106",
    {
      id: `isi berkas bertingkat lebih dari ${limit} tingkat`,
      en: `the file is nested more than ${limit} levels deep`,
    },
    {
      id: "pecah menjadi kondisi bernama dalam conditions.json",
      en: "split it into named conditions in conditions.json",
    },
  );
}

export function emptyFile(): Finding {
  return finding(
    "LYK107",
    { id: "berkas ini kosong", en: "the file is empty" },
    { id: "isi dengan JSON atau hapus berkasnya", en: "fill it with JSON or delete the file" },
  );
}

/** A mark, a key or a value that should stand here. `closes` is the line of what a mark closes. */
export function missing(what: string, closes?: number): Finding {
  if (what === "key") {
    return finding(
      "LYK108",
      {
        id: "di sini seharusnya ada kunci di antara tanda kutip ganda",
        en: "a key in double quotes is expected here",
      },
      { id: "tulis kuncinya, atau hapus sisanya", en: "write the key, or delete what is left" },
    );
  }
  if (what === "value") {
    return finding(
      "LYK108",
      { id: "di sini seharusnya ada nilai", en: "a value is expected here" },
      { id: "tulis nilainya, atau hapus kuncinya", en: "write the value, or delete its key" },
    );
  }
  const mark = quote(what);
  const opener = quote(what === "}" ? "{" : "[");
  return finding(
    "LYK108",
    { id: `di sini seharusnya ada ${mark}`, en: `${mark} is expected here` },
    closes === undefined
      ? { id: `tulis ${mark} di sini`, en: `write ${mark} here` }
      : {
          id: `tulis ${mark} di sini, untuk menutup ${opener} baris ${closes}`,
          en: `write ${mark} here, to close the ${opener} of line ${closes}`,
        },
  );
}

export function tooMany(written: string): Finding {
  const mark = quote(written);
  return finding(
    "LYK108",
    { id: `${mark} ini berlebih`, en: `this ${mark} is one too many` },
    { id: `hapus ${mark} ini`, en: `delete this ${mark}` },
  );
}

export function wrongMark(written: string, meant: string): Finding {
  const mark = quote(meant);
  return finding(
    "LYK108",
    {
      id: `di sini seharusnya ada ${mark}, bukan ${quote(written)}`,
      en: `${mark} is expected here, not ${quote(written)}`,
    },
    { id: `ganti dengan ${mark}`, en: `put ${mark} in its place` },
  );
}

/** `closers` are the brackets that would close what is open. */
export function endsTooEarly(closers: string): Finding {
  return finding(
    "LYK108",
    { id: "berkas berakhir sebelum waktunya", en: "the file ends too early" },
    {
      id: `kembalikan bagian yang hilang; bila tidak ada, tulis ${quote(closers)} di sini`,
      en: `bring back what is lost; if nothing is, write ${quote(closers)} here`,
    },
  );
}

/** `holder`: the key that holds one condition, and is given more. */
export function conditionsSideBySide(holder: string): Finding {
  const key = quote(holder);
  return finding(
    "LYK108",
    {
      id: `di bawah ${key} hanya boleh ada satu kondisi; ini yang berikutnya`,
      en: `there can be only one condition under ${key}; this is another`,
    },
    {
      id: `satukan: ${key}: { "all": [ …, … ] } bila semuanya harus terpenuhi, "any" bila cukup salah satu`,
      en: `join them: ${key}: { "all": [ …, … ] } where all have to hold, "any" where one is enough`,
    },
  );
}

export function noJson(): Finding {
  return finding(
    "LYK108",
    { id: "isi berkas ini bukan JSON", en: "what this file holds is not JSON" },
    {
      id: "mulai dari salinan berkas aturan yang ada, atau kembalikan seperti semula",
      en: "begin from a copy of another rule file, or put it back as it was",
    },
  );
}

export function misplaced(): Finding {
  return finding(
    "LYK108",
    {
      id: "susunan JSON tidak terbaca mulai dari sini",
      en: "from here on the JSON cannot be read",
    },
    {
      id: "periksa tanda kurung, koma, dan tanda kutip di baris ini dan sebelumnya, atau kembalikan seperti semula",
      en: "check the brackets, commas and quotes of this line and those before, or put it back as it was",
    },
  );
}

export function afterTheEnd(): Finding {
  return finding(
    "LYK108",
    { id: "ada isi setelah JSON berakhir", en: "there is more after the end of the JSON" },
    {
      id: "hapus mulai dari sini, atau pindahkan ke berkas lain",
      en: "delete from here on, or move it to another file",
    },
  );
}

export function comment(): Finding {
  return finding(
    "LYK109",
    { id: "JSON tidak mengenal komentar", en: "JSON has no comments" },
    { id: 'pindahkan ke "note"', en: 'move it to a "note"' },
  );
}

export function trailingComma(): Finding {
  return finding(
    "LYK110",
    { id: "koma berlebih", en: "a comma too many" },
    { id: "hapus koma ini", en: "delete this comma" },
  );
}

export function duplicateKey(key: string, line: number): Finding {
  return finding(
    "LYK113",
    {
      id: `kunci ${quote(key)} sudah ada pada baris ${line}`,
      en: `the key ${quote(key)} already stands on line ${line}`,
    },
    { id: "hapus salah satunya", en: "delete one of them" },
  );
}
