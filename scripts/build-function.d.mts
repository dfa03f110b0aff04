/** The size of a function, in bytes. */
export interface FunctionSize {
  /** All that a start loads. */
  readonly bytes: number;
  /** Of these, what is not the AWS SDK's. */
  readonly ownBytes: number;
}

/** Files that stand in for packages, by the packages' names. */
export const STAND_INS: Readonly<Record<string, string>>;

export function buildFunction(
  name: string,
  source: string,
  outdir: string,
  options?: { readonly whole?: boolean },
): Promise<FunctionSize>;
