/**
 * Stands in for clone in the functions' bundles: for each run json-rules-engine copies the conditions of
 * each rule, to write upon the copies what it found of each. Nobody here reads that, no run asks what the
 * one before it wrote, and an Engine of Layak's is asked one question at a time, so that it may write upon
 * its own: the copies took a quarter of a second opinion.
 */
// biome-ignore lint/style/noDefaultExport: json-rules-engine takes what the package exports
export default function noCopies<Value>(value: Value): Value {
  return value;
}
