/**
 * Stands in for hash-it in the functions' bundles: json-rules-engine makes keys of it for facts that it
 * keeps, and Layak lets it keep none.
 */
// biome-ignore lint/style/noDefaultExport: json-rules-engine takes what the package exports
export default function noHash(): never {
  throw new Error("no fact of Layak is kept");
}
