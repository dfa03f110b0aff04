/**
 * Stands in for eventemitter2 in the functions' bundles, 19 kB that every start would load: to whoever
 * listens, json-rules-engine tells each result as an event. Layak reads the results, and does not listen.
 */
// biome-ignore lint/style/noDefaultExport: json-rules-engine takes what the package exports
export default function NoListeners(): void {
  // It is called as the constructor of classes that were compiled to functions, and keeps nothing.
}

Object.assign(NoListeners.prototype, {
  emitAsync: () => Promise.resolve([]),
  on: () => {
    throw new Error("nobody listens to the engine within a function");
  },
});
