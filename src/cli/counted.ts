/** A count with its English noun: `1 error`, `2 errors`; `3 people` where the plural is given. */
export function counted(count: number, noun: string, plural = `${noun}s`): string {
  return `${count} ${count === 1 ? noun : plural}`;
}
