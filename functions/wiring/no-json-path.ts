/**
 * Stands in for jsonpath-plus in the functions' bundles, 25 kB that every start would load:
 * json-rules-engine asks it about conditions with a `path`, and Layak's have none.
 */
export function JSONPath(): never {
  throw new Error("no condition of Layak has a path");
}
