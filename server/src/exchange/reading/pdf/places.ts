/** How many of some places in order are at a value or before it. */
export function countTo(places: readonly number[], value: number): number {
  let low = 0;
  let high = places.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((places[middle] as number) <= value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Index of the place that is nearest to a value. */
export function nearest(places: readonly number[], value: number): number {
  const after = countTo(places, value);
  if (after === 0) return 0;
  const distance = value - (places[after - 1] as number);
  return (places[after] ?? Number.POSITIVE_INFINITY) - value < distance ? after : after - 1;
}

/** Index of the stretch between two places that a value lies in, the first or last for one beyond. */
export function stretchAt(places: readonly number[], value: number): number {
  return Math.max(0, Math.min(countTo(places, value) - 1, places.length - 2));
}
