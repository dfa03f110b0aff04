/** Names the engine in records. The number is the package's version. */
export const ENGINE_NAME = "layak/0.1.0";
