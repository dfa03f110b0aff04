import { gzipSync } from "node:zlib";
import type { Pack, Service } from "../../engine/model/pack.ts";
import type { PolicyStatus } from "../../engine/model/policy.ts";
import { policyDeclarations } from "../../module/declarations.ts";
import { policyModule } from "../../module/policy-module.ts";
import { datedPolicies, draftPolicies } from "../../module/stretches.ts";

/** One policy as it is written. */
export interface BuiltModule {
  readonly service: string;
  readonly status: PolicyStatus;
  readonly from: string;
  /** The last day in force; `null`: it has no end. */
  readonly until: string | null;
  /** Under the directory of all modules, with slashes. */
  readonly path: string;
  readonly bytes: number;
  readonly gzipped: number;
}

/** A file to be written. */
export interface BuiltFile {
  readonly path: string;
  readonly text: string;
}

export interface Built {
  readonly modules: readonly BuiltModule[];
  readonly files: readonly BuiltFile[];
}

/** The modules of these services, one for each policy that decides on some day, or for each draft too. */
export function builtModules(pack: Pack, services: readonly Service[], drafts: boolean): Built {
  const built = services.flatMap((service) =>
    [...datedPolicies(pack, service), ...(drafts ? draftPolicies(pack, service) : [])].map(
      (policy) => {
        const { from, until } = policy;
        const { status } = policy.version.policy;
        const text = policyModule(policy);
        const path = `${service.id}/${from}`;
        const bytes = Buffer.byteLength(text);
        const gzipped = gzipSync(text).length;
        return {
          module: { service: service.id, status, from, until, path: `${path}.mjs`, bytes, gzipped },
          files: [
            { path: `${path}.mjs`, text },
            { path: `${path}.d.mts`, text: policyDeclarations(policy) },
          ],
        };
      },
    ),
  );
  return {
    modules: built.map(({ module }) => module),
    files: built.flatMap(({ files }) => files),
  };
}
