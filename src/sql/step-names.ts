/** Columns between the steps of a statement. No fact's column has a space, so none is hidden. */
export const SCOPE = "layak scope";
export const OUTCOME = "layak outcome";
export const MET = "layak met";
export const WHEN = (id: string): string => `when ${id}`;
export const TRUTH = (id: string): string => `truth ${id}`;
export const REQUIREMENT = (id: string): string => `requirement ${id}`;
export const GIVEN = (id: string): string => `given ${id}`;
export const AMOUNT = (id: string): string => `amount ${id}`;
