/** A function that does nothing. */
export async function handler(): Promise<void> {}
