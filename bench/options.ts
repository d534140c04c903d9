import { parseArgs } from 'node:util';

/** What a run measures: given to the one command, and by it to each part. */
export interface Options {
  /** Beside the empty server and JSON alone, at two sizes: within a minute. */
  readonly quick: boolean;
  /** How many projects the tables have. */
  readonly sizes: readonly number[];
}

export function optionsOf(args = process.argv.slice(2)): Options {
  const { values } = parseArgs({
    args,
    options: { quick: { type: 'boolean', default: false }, sizes: { type: 'string' } },
  });
  const sizes = values.sizes?.split(',').map(Number);
  return { quick: values.quick, sizes: sizes ?? (values.quick ? [10, 1_000] : [10, 100, 1_000, 10_000]) };
}
