/** A function, or a constant, that modules write out where they use it. */
export interface Helper {
  readonly name: string;
  readonly text: string;
}
