import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import {
  type CompletionItem,
  getLanguageService,
  type LanguageService,
  TextDocument,
} from "vscode-json-languageservice";

interface Mapping {
  readonly fileMatch: string[];
  readonly url: string;
}

const ROOT = `${pathToFileURL(".").href}/`;
const settings: { readonly "json.schemas": readonly Mapping[] } = JSON.parse(
  readFileSync(".vscode/settings.json", "utf8"),
);

/** The language service that VS Code uses, set up as the project's settings set it up. */
function editor(): LanguageService {
  const service = getLanguageService({
    schemaRequestService: async (uri) => readFileSync(new URL(uri), "utf8"),
    workspaceContext: { resolveRelativePath: (path, resource) => new URL(path, resource).href },
  });
  service.configure({
    validate: true,
    schemas: settings["json.schemas"].map(({ fileMatch, url }) => ({
      fileMatch,
      uri: new URL(url, ROOT).href,
    })),
  });
  return service;
}

/** What is offered where `|` stands. */
async function offeredIn(path: string, marked: string): Promise<readonly CompletionItem[]> {
  const offset = marked.indexOf("|");
  const text = marked.slice(0, offset) + marked.slice(offset + 1);
  const service = editor();
  const document = TextDocument.create(new URL(path, ROOT).href, "json", 1, text);
  const list = await service.doComplete(
    document,
    document.positionAt(offset),
    service.parseJSONDocument(document),
  );
  return list?.items ?? [];
}

/** What is offered, without the quotation marks, with what stands beside it. */
export async function choices(
  path: string,
  marked: string,
): Promise<Readonly<Record<string, string>>> {
  const items = await offeredIn(path, marked);
  return Object.fromEntries(
    items.map(({ label, documentation }) => [
      label.replaceAll('"', ""),
      typeof documentation === "object" ? documentation.value : (documentation ?? ""),
    ]),
  );
}

/** What is marked as wrong. */
export async function problemsIn(path: string, text: string): Promise<readonly string[]> {
  const service = editor();
  const document = TextDocument.create(new URL(path, ROOT).href, "json", 1, text);
  const problems = await service.doValidation(document, service.parseJSONDocument(document));
  return problems.map(({ message }) => (typeof message === "string" ? message : message.value));
}
