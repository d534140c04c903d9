import profileJson from '../server/src/profile/guangzhou.json' with { type: 'json' };
import type { Profile } from '../server/src/profile/profile.ts';
import { splitBlocks } from '../server/src/syntax/blocks.ts';
import { parseBlock } from '../server/src/syntax/parseBlock.ts';
import { vocabularyOf } from '../server/src/syntax/vocabulary.ts';
import { DEFAULT_MONEY_UNIT } from '../server/src/table/moneyUnit.ts';
import { readRow } from '../server/src/table/row.ts';
import { generate } from './generate.ts';
import { measure } from './measure.ts';

/**
 * How fast a whole table is read: split into blocks, parsed, read as rows. In MB of UTF-8 a second.
 *
 *     node bench/read.ts [projects]
 */
const projects = Number(process.argv[2] ?? 10_000);
const generated = Buffer.from(generate({ projects }));
// From a file a text comes as one flat string, not as the pieces it was put together from.
const text = generated.toString();
const vocabulary = vocabularyOf(profileJson as Profile);

const works: Readonly<Record<string, () => number>> = {
  'sum of all characters': () => {
    let codes = 0;
    for (let i = 0; i < text.length; i++) codes += text.charCodeAt(i);
    return codes;
  },
  split: () => splitBlocks(text, vocabulary).length,
  'split and parse': () => {
    let parts = 0;
    for (const block of splitBlocks(text, vocabulary))
      parts += parseBlock(block.kind, block.text, vocabulary).parts.length;
    return parts;
  },
  'split, parse, rows': () => {
    let indicators = 0;
    for (const block of splitBlocks(text, vocabulary)) {
      const tree = parseBlock(block.kind, block.text, vocabulary);
      indicators += readRow(block.text, tree, vocabulary, DEFAULT_MONEY_UNIT).indicators.length;
    }
    return indicators;
  },
};

const { figures, steadiness } = measure(Object.values(works));
const megabytes = generated.length / 1e6;
console.log(`${projects} projects, ${megabytes.toFixed(1)} MB (steadiness of the machine ${steadiness.toFixed(2)})`);
console.table(
  Object.fromEntries(
    Object.keys(works).map((name, i) => {
      const { least = 0, median = 0, p95 = 0 } = figures[i] ?? {};
      const rounded = (value: number) => Number(value.toFixed(1));
      const rate = (microseconds: number) => Math.round((megabytes * 1e6) / microseconds);
      const times = {
        'least ms': rounded(least / 1000),
        'median ms': rounded(median / 1000),
        'p95 ms': rounded(p95 / 1000),
      };
      return [name, { ...times, 'MB/s': rate(median), 'MB/s at best': rate(least) }];
    }),
  ),
);
