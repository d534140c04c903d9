/** How many words are offered in the place of one that nobody knows. */
const OFFERED = 3;

/**
 * The candidates that may be meant by something that was mistyped, the nearest first; equally near ones in their order.
 * @param farness how far a candidate is from what was written; undefined where it is too far to be meant
 */
export function nearest<T>(
  candidates: Iterable<T>,
  farness: (candidate: T) => number | undefined,
  most: number = OFFERED,
): T[] {
  return [...candidates]
    .flatMap((candidate) => {
      const far = farness(candidate);
      return far === undefined ? [] : [{ candidate, far }];
    })
    .sort((a, b) => a.far - b.far)
    .slice(0, most)
    .map(({ candidate }) => candidate);
}
