/** What series of samples come to. */
export interface Figures {
  readonly least: number;
  readonly median: number;
  readonly p95: number;
  readonly samples: number;
}

export function figuresOf(samples: readonly number[]): Figures {
  const sorted = [...samples].sort((a, b) => a - b);
  return {
    least: quantile(sorted, 0),
    median: medianOf(sorted),
    p95: quantile(sorted, 0.95),
    samples: sorted.length,
  };
}

export function medianOf(samples: readonly number[]): number {
  return quantile(
    [...samples].sort((a, b) => a - b),
    0.5,
  );
}

/**
 * How often the one goes into the other: the median of the ratios of samples that were taken one after the other, so that
 * what the machine did meanwhile met both.
 */
export function pairedRatio(samples: readonly number[], base: readonly number[]): number {
  return medianOf(samples.map((sample, i) => sample / (base[i] as number)));
}

function quantile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}
