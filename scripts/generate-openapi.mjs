// Writes what GET /openapi.json and GET /docs serve into dist/functions/contract/: the OpenAPI
// document, made from the request schemas and rules/, and the page that shows it.
import { copyFile, mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";

const TARGET = "dist/functions/contract";

/** False where rules/ is not valid: the document is made from them. */
export async function generateContract(target = TARGET) {
  const { outputFiles } = await build({
    stdin: {
      contents: `
        import { documentExamples } from "./src/api/openapi/examples.ts";
        import { openApiDocument } from "./src/api/openapi/document.ts";
        import { readPack } from "./src/pack/read-pack.ts";
        export async function contractOf(rules, version) {
          const result = await readPack(rules);
          if (!result.ok) return null;
          return openApiDocument(result.pack, version, documentExamples(result.pack));
        }`,
      resolveDir: ".",
      loader: "ts",
    },
    bundle: true,
    format: "esm",
    platform: "node",
    mainFields: ["module", "main"],
    logLevel: "warning",
    write: false,
  });
  const code = Buffer.from(outputFiles[0].contents).toString("base64");
  const { contractOf } = await import(`data:text/javascript;base64,${code}`);
  const { version } = JSON.parse(await readFile("package.json", "utf8"));
  const document = await contractOf("rules", version);
  if (document === null) return false;
  await mkdir(target, { recursive: true });
  await writeFile(join(target, "openapi.json"), `${JSON.stringify(document)}\n`);
  await copyPage(target);
  return true;
}

/** The page is Swagger UI, with a small start of our own in place of its inline one. */
async function copyPage(target) {
  const viewer = dirname(fileURLToPath(import.meta.resolve("swagger-ui-dist/package.json")));
  for (const name of ["swagger-ui.css", "swagger-ui-bundle.js", "favicon-32x32.png"]) {
    await copyFile(join(viewer, name), join(target, name));
  }
  // Its licence, Apache 2.0, asks that these go with it.
  const licences = {
    LICENSE: "swagger-ui.LICENSE.txt",
    NOTICE: "swagger-ui.NOTICE.txt",
    "swagger-ui-bundle.js.LICENSE.txt": "swagger-ui-bundle.js.LICENSE.txt",
  };
  for (const [name, kept] of Object.entries(licences)) {
    await copyFile(join(viewer, name), join(target, kept));
  }
  for (const name of ["index.html", "start.js", "page.css"]) {
    await copyFile(join("src/api/docs-page", name), join(target, name));
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href && !(await generateContract())) {
  console.error("rules/ is not valid: run node dist/layak.js validate");
  process.exitCode = 1;
}
