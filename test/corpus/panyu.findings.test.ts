import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { importPublishedText } from '../../server/src/exchange/publishedText.ts';
import { reportFindings } from '../../server/src/features/report.ts';
import profileJson from '../../server/src/profile/guangzhou.json' with { type: 'json' };
import type { Profile } from '../../server/src/profile/profile.ts';
import type { Block } from '../../server/src/syntax/blocks.ts';
import { TableDocument } from '../../server/src/workspace/tableDocument.ts';

/** What is found in a real published table, once imported: these and no others. */

const profile = profileJson as Profile;
const file = new URL('../../../shared/corpus/panyu-2025.txt', import.meta.url);
const skip = existsSync(file) ? false : 'the published table (../shared/corpus) is not here';

/** Rule, line of the published file, number of the indicator where it is about one. */
const EXPECTED = [
  'sum-rounding 10 总计',
  'sum-rounding 10 财政拨款',
  'duplicate-value 11#6',
  'conflicting-value 13#5',
  'duplicate-value 15#4',
  'duplicate-value 17#5',
  'duplicate-value 18#4',
  'duplicate-value 20#5',
  'duplicate-value 22#4',
  'class-parent 22#6',
  'class-parent 25#6',
  'duplicate-value 27#6',
  'conflicting-value 28#5',
  'duplicate-value 32#6',
  'duplicate-indicator 51#4',
  'unknown-class 59#3',
  'conflicting-value 68#4',
];

/** The line of the published file that each row of the document was made of: rows keep their order, one a line. */
function sourceLines(document: TableDocument, published: string): Map<Block, number> {
  const heading = /^项目名称\(资金使用单位\)\t/;
  const lines = published.split('\n');
  const first = lines.findIndex((line) => heading.test(line)) + 1;
  const rows = lines.flatMap((line, i) => (i >= first && line.trim() !== '' ? [i + 1] : []));
  const blocks = [...document.blocks.blocks].filter(({ kind }) => kind !== 'head');
  assert.equal(blocks.length, rows.length);
  return new Map(blocks.map((block, i) => [block, rows[i] as number]));
}

test('the findings of the published table', { skip }, () => {
  const published = readFileSync(file, 'utf8');
  const document = new TableDocument('panyu', 'jxmb', 0, importPublishedText(published, profile).document, profile);
  const lines = sourceLines(document, published);
  const found = reportFindings(document, 'panyu', 'zh').map(({ rule, range, indicator, message }) => {
    const place = document.placeAt(document.offsetAt(range.start));
    const line = place && lines.get(place.block);
    if (indicator !== null) return `${rule} ${line}#${indicator}`;
    return `${rule} ${line} ${message.split(' ')[0]}`;
  });
  assert.deepEqual(found, EXPECTED);
});

test('the repeated indicator of line 51 is 按时完成率', { skip }, () => {
  const published = readFileSync(file, 'utf8');
  const document = new TableDocument('panyu', 'jxmb', 0, importPublishedText(published, profile).document, profile);
  const repeated = reportFindings(document, 'panyu', 'zh').filter(({ rule }) => rule === 'duplicate-indicator');
  assert.deepEqual(
    repeated
      .flatMap(({ range, related }) => [range, ...related.map((other) => other.range)])
      .map((range) => document.getText(range)),
    ['按时完成率', '按时完成率'],
  );
});
