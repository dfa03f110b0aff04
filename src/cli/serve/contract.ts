import { type ContractFiles, contractFile } from "../../api/openapi/contract-files.ts";
import { openApiDocument } from "../../api/openapi/document.ts";
import { documentExamples } from "../../api/openapi/examples.ts";
import type { Pack } from "../../engine/model/pack.ts";

/**
 * The contract that the build wrote, but with the document of the rules that are served: they may be
 * others than those of the build. It is made when it is first asked for.
 */
export function contractOfRules(pack: Pack, built: ContractFiles): ContractFiles {
  let made: ReturnType<ContractFiles> | null = null;
  const make = async () => {
    const { plain } = await built("openapi.json");
    const version = versionIn(JSON.parse(Buffer.from(plain.content).toString("utf8")));
    const document = openApiDocument(pack, version, documentExamples(pack));
    const text = `${JSON.stringify(document)}\n`;
    return contractFile("openapi.json", new Uint8Array(Buffer.from(text)));
  };
  return (name) => {
    if (name !== "openapi.json") return built(name);
    made ??= make().catch((error: unknown) => {
      made = null;
      throw error;
    });
    return made;
  };
}

function versionIn(document: { readonly info?: { readonly version?: unknown } }): string {
  const version = document.info?.version;
  return typeof version === "string" ? version : "";
}
