const NIK = "[0-9]{6}(0[1-9]|[12][0-9]|3[01]|4[1-9]|[56][0-9]|7[01])(0[1-9]|1[0-2])[0-9]{6}";

/** Whether a text is no NIK. */
export function noNik(value: string): string {
  return `NOT regexp_full_match(${value}, '${NIK}')`;
}
