import { readFile } from "node:fs/promises";

/** The AWS SDK's descriptions of what its calls send and get, made from the services' models. */
const SCHEMAS = /@aws-sdk\/client-[\w-]+\/dist-es\/schemas\/schemas_\d+\.js$/;
const CONSTANT = /^const (_\w+) = ("(?:[^"\\]|\\.)*");$/gm;
const KEY = /\[(_\w+)\]:/g;

/**
 * Writes the names of attributes in these descriptions where they are used: `{ [_hH]: … }` becomes
 * `{ "httpHeader": … }`. To evaluate the former might do anything, as far as esbuild can tell, so it
 * keeps the descriptions of every call there is; of the latter it keeps those that are used.
 */
export const plainKeys = {
  name: "plain-keys",
  setup({ onLoad }) {
    onLoad({ filter: SCHEMAS }, async ({ path }) => {
      const text = await readFile(path, "utf8");
      const names = new Map(
        [...text.matchAll(CONSTANT)].map(([, name, written]) => [name, written]),
      );
      const contents = text.replace(KEY, (whole, name) =>
        names.has(name) ? `${names.get(name)}:` : whole,
      );
      return { contents, loader: "js" };
    });
  },
};
