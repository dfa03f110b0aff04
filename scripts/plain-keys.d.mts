import type { Plugin } from "esbuild";

export const plainKeys: Plugin;
