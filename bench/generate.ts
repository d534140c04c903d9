import { jxmb } from './contents/jxmb.ts';
import { makeTable, type Size } from './contents/table.ts';

/**
 * Writes a sound table of any size, the same for the same seed; about 1.3 kB of UTF-8 a project.
 *
 *     node bench/generate.ts 1000 [--seed 7] [--slips 20] [--as json|yaml|beancount|hledger] > table.jxmb
 */
export function generate(size: Size): string {
  return jxmb.table(makeTable(size), () => ({ mark: () => '', surplus: '' }));
}

if (import.meta.main) {
  const { parseArgs } = await import('node:util');
  const { contentIn, isWritten } = await import('./contents/languages.ts');
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: {
      seed: { type: 'string', default: '1' },
      slips: { type: 'string', default: '0' },
      as: { type: 'string', default: 'jxmb' },
    },
  });
  if (!isWritten(values.as)) throw new Error(`no such language: ${values.as}`);
  const table = makeTable({
    projects: Number(positionals[0] ?? 100),
    seed: Number(values.seed),
    slips: Number(values.slips),
  });
  process.stdout.write(contentIn(values.as, table).text);
}
