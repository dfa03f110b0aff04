/** A JSON Schema (draft 7), or a part of one, as plain data. */
export type JsonSchema = Readonly<Record<string, unknown>>;

/** A value to choose, and what an editor shows beside it. */
export interface Choice {
  readonly value: string;
  readonly description: string;
}

/**
 * One of these values; any where there are none yet. `enumDescriptions` is what VS Code shows;
 * validators leave it aside.
 */
export function choiceOf(choices: readonly Choice[], description?: string): JsonSchema {
  const text = { type: "string", ...(description !== undefined && { description }) };
  if (choices.length === 0) return text;
  return {
    ...text,
    enum: choices.map(({ value }) => value),
    enumDescriptions: choices.map((choice) => choice.description),
  };
}
