// Writes rules/schema/ from the zod schemas, which are the single source of the rules' shapes.
import { mkdir, writeFile } from "node:fs/promises";
import { build } from "esbuild";

const { outputFiles } = await build({
  entryPoints: ["src/pack/schemas/json-schemas.ts"],
  bundle: true,
  format: "esm",
  mainFields: ["module", "main"],
  write: false,
});
const code = Buffer.from(outputFiles[0].contents).toString("base64");
const { jsonSchemas } = await import(`data:text/javascript;base64,${code}`);

await mkdir("rules/schema", { recursive: true });
for (const [name, text] of Object.entries(jsonSchemas())) {
  await writeFile(`rules/schema/${name}`, text);
}
