// Writes the JSON Schemas of a rules directory, `rules` unless another is named: its files' shapes
// from the zod schemas, with the ids, operators and codes that its own rules may name. Besides them
// those of figures and of populations, which depend on no rules.
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { build } from "esbuild";

const { outputFiles } = await build({
  stdin: {
    contents: `
      export { jsonSchemas } from "./src/pack/schemas/json-schemas.ts";
      export { figuresJsonSchema } from "./src/monitoring/figures/json-schema.ts";
      export { populationJsonSchema } from "./src/population/json-schema.ts";
      export { readPack } from "./src/pack/read-pack.ts";
      export { formatDiagnostic } from "./src/pack/diagnostics/format.ts";
    `,
    resolveDir: process.cwd(),
  },
  bundle: true,
  format: "esm",
  platform: "node",
  mainFields: ["module", "main"],
  write: false,
});
const code = Buffer.from(outputFiles[0].contents).toString("base64");
const { jsonSchemas, figuresJsonSchema, populationJsonSchema, readPack, formatDiagnostic } =
  await import(`data:text/javascript;base64,${code}`);

await mkdir("figures/schema", { recursive: true });
await writeFile("figures/schema/figures.schema.json", figuresJsonSchema());
await writeFile("figures/schema/population.schema.json", populationJsonSchema());

const [directory = "rules"] = process.argv.slice(2);
const result = await readPack(directory);
if (result.ok) {
  const folder = join(directory, "schema");
  await mkdir(folder, { recursive: true });
  for (const [name, text] of Object.entries(jsonSchemas(result.pack))) {
    await writeFile(join(folder, name), text);
  }
} else {
  for (const diagnostic of result.diagnostics) console.error(formatDiagnostic(diagnostic, "en"));
  console.error(`The rules in ${directory} are not valid, so their schemas were left as they are.`);
  process.exitCode = 1;
}
