/** A quarter of the values is at most the first, half the second, three quarters the third. */
export function quartiles(values: readonly number[]): readonly [number, number, number] {
  const sorted = values.toSorted((first, second) => first - second);
  const at = (share: number): number => {
    const place = share * (sorted.length - 1);
    const [below, above] = [sorted[Math.floor(place)], sorted[Math.ceil(place)]];
    if (below === undefined || above === undefined) return Number.NaN;
    return below + (above - below) * (place - Math.floor(place));
  };
  return [at(0.25), at(0.5), at(0.75)];
}
