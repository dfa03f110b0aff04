import { type Language, say } from "../engine/model/text.ts";
import { continueImport, importRoster } from "../registry/import/import-roster.ts";
import { type FileSource, fileSource } from "../registry/roster-file/file-source.ts";
import { pruneSnapshots } from "../registry/snapshots/prune.ts";
import type { RosterTarget } from "../registry/target.ts";
import { type DatabaseOptions, withRoster } from "./roster/database.ts";
import { type Ended, tellImported } from "./roster/tell-import.ts";
import { StartTrouble } from "./serve/trouble.ts";
import { complainIn, EXIT, type ExitCode, readLanguage, type Terminal } from "./terminal.ts";

interface Options extends DatabaseOptions {
  readonly lang: string;
  readonly json?: boolean;
}

export interface RosterImportOptions extends Options {
  readonly observedAt?: string;
  readonly complete?: boolean;
  readonly acceptBadRows?: boolean;
}

export interface RosterPruneOptions extends Options {
  readonly keepHours: string;
}

/** Imports a branch office's export and takes it into use once all of it is in. */
export async function rosterImport(
  terminal: Terminal,
  file: string,
  options: RosterImportOptions,
): Promise<ExitCode> {
  const language = readLanguage(terminal, options.lang);
  if (language === null) return EXIT.badInput;
  const source = await fileSource(file).catch(() => null);
  if (source === null) {
    complainIn(terminal, language, {
      id: `Berkas ${file} tidak dapat dibaca. Periksa nama dan izinnya.`,
      en: `The file ${file} cannot be read. Check its name and permissions.`,
    });
    return EXIT.badInput;
  }
  return await inDatabase(terminal, language, options, async (target) => {
    const imported = await importAll(terminal, language, target, source, options);
    return tellImported(terminal, language, imported, options.json === true);
  });
}

const PROGRESS_MILLISECONDS = 5000;

/** Imports in pieces of a few seconds, so that whoever waits sees that it goes on. */
async function importAll(
  terminal: Terminal,
  language: Language,
  target: RosterTarget,
  source: FileSource,
  options: RosterImportOptions,
): Promise<Ended> {
  const request = {
    source,
    observedAt: options.observedAt ?? source.modifiedAt.toISOString(),
    complete: options.complete === true,
    acceptBadRows: options.acceptBadRows === true,
  };
  const { signal } = new AbortController();
  const piece = () => {
    const end = performance.now() + PROGRESS_MILLISECONDS;
    return { outOfTime: () => performance.now() > end, clock: () => new Date(), signal };
  };
  let imported = await importRoster(target, request, piece());
  while (imported.kind === "out-of-time") {
    const { members, lines } = imported.state;
    if (process.stderr.isTTY) {
      complainIn(terminal, language, {
        id: `… ${members} peserta sampai baris ${lines}`,
        en: `… ${members} members up to line ${lines}`,
      });
    }
    imported = await continueImport(target, source, imported.state, piece());
  }
  return imported;
}

/** Removes snapshots that went out of use long enough ago. */
export async function rosterPrune(
  terminal: Terminal,
  options: RosterPruneOptions,
): Promise<ExitCode> {
  const language = readLanguage(terminal, options.lang);
  if (language === null) return EXIT.badInput;
  const hours = /^\d{1,5}$/.test(options.keepHours) ? Number(options.keepHours) : null;
  if (hours === null) {
    complainIn(terminal, language, {
      id: `--keep-hours harus jumlah jam seperti 24, bukan "${options.keepHours}".`,
      en: `--keep-hours must be a number of hours such as 24, not "${options.keepHours}".`,
    });
    return EXIT.badInput;
  }
  return await inDatabase(terminal, language, options, async (target) => {
    const pruned = await pruneSnapshots(target, {
      keepMilliseconds: hours * 3_600_000,
      clock: () => new Date(),
      outOfTime: () => false,
      signal: new AbortController().signal,
    });
    const { removed, kept, retired } = pruned;
    const done = {
      id: `${removed} salinan lama dihapus, ${kept + retired} tetap ada.`,
      en: `${removed} old snapshots were removed, ${kept + retired} stay.`,
    };
    terminal.print(options.json === true ? JSON.stringify(pruned, null, 2) : say(done, language));
    return EXIT.done;
  });
}

async function inDatabase(
  terminal: Terminal,
  language: Language,
  options: DatabaseOptions,
  work: (target: RosterTarget) => Promise<ExitCode>,
): Promise<ExitCode> {
  process.env["AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED"] ??= "true";
  try {
    return await withRoster(options, work);
  } catch (error) {
    if (!(error instanceof StartTrouble)) throw error;
    complainIn(terminal, language, error.text);
    return EXIT.badInput;
  }
}
