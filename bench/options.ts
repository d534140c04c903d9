import { parseArgs } from 'node:util';

/** What a run measures: given to the one command, and by it to each part. */
export interface Options {
  /** Beside the empty server and JSON alone, at two sizes: within a minute. */
  readonly quick: boolean;
  /** How many projects the tables have. */
  readonly sizes: readonly number[];
  /** Beside whom, besides the empty server: those of these languages. */
  readonly peers: readonly string[];
}

export function optionsOf(args = process.argv.slice(2)): Options {
  const { values } = parseArgs({
    args,
    options: { quick: { type: 'boolean', default: false }, sizes: { type: 'string' }, beside: { type: 'string' } },
  });
  const { quick } = values;
  return {
    quick,
    sizes: values.sizes?.split(',').map(Number) ?? (quick ? [10, 1_000] : [10, 100, 1_000, 10_000]),
    peers: values.beside?.split(',') ?? (quick ? ['json'] : ['json', 'yaml', 'beancount']),
  };
}
