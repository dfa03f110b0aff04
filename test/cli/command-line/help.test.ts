import { Command } from "commander";
import { describe, expect, it } from "vitest";
import { sharedOptions } from "../../../src/cli/command-line/shared-options.ts";
import { COMMANDS } from "../../../src/cli/commands.ts";
import { type Language, say, type Text } from "../../../src/engine/model/text.ts";
import { recordingTerminal } from "../../support/terminal.ts";
import { layak } from "../support/layak.ts";

/** Every command and each under it, described in a language. */
function described(language: Language): readonly Command[] {
  const program = new Command();
  const text = (one: Text) => say(one, language);
  const line = {
    terminal: recordingTerminal(),
    text,
    shared: sharedOptions(text, "id"),
    finish: () => {},
    finishAtOnce: () => {
      throw new Error("nothing is run here");
    },
  };
  for (const describeCommand of COMMANDS) describeCommand(program, line);
  const withThoseUnder = (command: Command): readonly Command[] => [
    command,
    ...command.commands.flatMap(withThoseUnder),
  ];
  return program.commands.flatMap(withThoseUnder);
}

function pathOf(command: Command): string {
  return command.parent === null
    ? command.name()
    : `${pathOf(command.parent)} ${command.name()}`.trim();
}

function textsOf(command: Command): readonly string[] {
  const { options, registeredArguments } = command;
  const described = [...registeredArguments, ...options].map(({ description }) => description);
  return [command.summary(), command.description(), ...described];
}

const COMMANDS_IN_ENGLISH = described("en");

const PATHS = ["", ...COMMANDS_IN_ENGLISH.map(pathOf)];

const wordsOf = (path: string) => path.split(" ").filter((word) => word !== "");

async function help(path: string, ...more: readonly string[]): Promise<readonly string[]> {
  const { code, out, err } = await layak([...wordsOf(path), "--help", ...more]);
  expect([code, err]).toEqual([0, []]);
  return out.flatMap((lines) => lines.split("\n")).filter((line) => line !== "");
}

describe("help", () => {
  it("speaks Indonesian, and says how to read it in English", async () => {
    expect(await help("roster prune")).toEqual([
      "Cara pakai: layak roster prune [opsi]",
      "Menghapus daftar yang sudah cukup lama tidak dipakai, tidak pernah yang sedang",
      "dipakai.",
      "Opsi:",
      "  --data <folder>       tempat kunci identitas dan basis data disimpan (bila",
      "                        tidak disebut: .layak)",
      "  --endpoint <url>      endpoint DynamoDB sebagai ganti basis data tertanam",
      "  --lang <bahasa>       id (Indonesia, bila tidak disebut) atau en (Inggris)",
      "  --json                cetak JSON untuk program",
      "  --keep-hours <angka>  berapa jam disimpan (bila tidak disebut: 24)",
      "  -h, --help            tampilkan bantuan",
      "In English: layak roster prune --help --lang en",
    ]);
  });

  it("speaks English where that is asked for, before or after the command", async () => {
    const english = await help("show", "--lang", "en");
    expect(english.slice(0, 6)).toEqual([
      "Usage: layak show <service> [options]",
      "Tells a policy as a page to read and sign: clauses made from the conditions,",
      "amounts, sources, and what changed.",
      "Arguments:",
      "  service                  city/service, such as kota-serang/sewa-kios",
      "Options:",
    ]);
    expect(await help("--lang=en show")).toEqual(english);
  });

  it.each(PATHS)("leaves no line of “layak %s” in the other language", async (path) => {
    const english = new Set(await help(path, "--lang", "en"));
    expect((await help(path)).filter((line) => english.has(line))).toEqual([]);
  });

  it.each(described("id").map((command, index) => [command, COMMANDS_IN_ENGLISH[index]] as const))(
    "says each thing in both languages",
    (indonesian, english) => {
      const inEnglish = english === undefined ? [] : textsOf(english);
      const untold = textsOf(indonesian).filter(
        (text, at) => text === inEnglish[at] || text === "",
      );
      expect([pathOf(indonesian), untold]).toEqual([pathOf(indonesian), []]);
    },
  );

  it("lists every command, and its own name for help", async () => {
    const listed = (await help("")).flatMap((line) => /^ {2}([a-z][a-z-]*) /.exec(line)?.[1] ?? []);
    expect(listed).toEqual([...PATHS.filter((path) => /^\S+$/.test(path)), "help"]);
  });

  it("is what a program without a command tells on standard error", async () => {
    const { code, out, err } = await layak([]);
    expect([code, out, err[0]?.split("\n")[0]]).toEqual([
      1,
      [],
      "Cara pakai: layak <perintah> [opsi]",
    ]);
  });
});
