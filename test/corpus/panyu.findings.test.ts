import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { importPublishedText } from '../../server/src/exchange/publishedText.ts';
import { reportFindings } from '../../server/src/features/report.ts';
import { rules } from '../../server/src/rules/registry.ts';
import type { Block } from '../../server/src/syntax/blocks.ts';
import type { Indicator, Row } from '../../server/src/table/row.ts';
import type { TableDocument } from '../../server/src/workspace/tableDocument.ts';
import { openTable, profile } from '../tables.ts';
import { amounts } from './expected/amounts.ts';
import { classes } from './expected/classes.ts';
import { form } from './expected/form.ts';
import { structure } from './expected/structure.ts';

/** What is found in a real published table, once imported: these and no others. */

const file = new URL('../../../shared/corpus/panyu-2025.txt', import.meta.url);
const skip = existsSync(file) ? false : 'the published table (../shared/corpus) is not here';

/**
 * By rule, where it finds something: the line of the published file and the number of the indicator, `53#4a` and `53#4b`
 * where a project has the number twice, `28#-` where the indicator has none, the line alone where it is about no indicator.
 */
const EXPECTED: Readonly<Record<string, readonly string[]>> = {
  ...amounts,
  ...classes,
  ...form,
  ...structure,
};

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

/** The indicator that holds an offset of a row, as a reference names it. */
function indicatorAt({ indicators }: Row, offset: number): string {
  const index = indicators.findIndex(({ node }) => node.start <= offset && offset <= node.end);
  if (index < 0) return '';
  const { number } = indicators[index] as Indicator;
  if (number === undefined) return '#-';
  const same = indicators.flatMap((other, i) => (other.number === number ? [i] : []));
  return `#${number}${same.length > 1 ? 'abc'.charAt(same.indexOf(index)) : ''}`;
}

function found(): Map<string, string[]> {
  const published = readFileSync(file, 'utf8');
  const document = openTable(importPublishedText(published, profile).document);
  const lines = sourceLines(document, published);
  const byRule = new Map<string, string[]>();
  for (const { finding, place } of document.findings()) {
    const ref = `${lines.get(place.block) ?? 'head'}${indicatorAt(document.row(place.block), finding.span.start)}`;
    const refs = byRule.get(finding.rule.id) ?? [];
    refs.push(ref);
    byRule.set(finding.rule.id, refs);
  }
  return byRule;
}

for (const { id } of rules) {
  test(`${id} in the published table`, { skip }, () => assert.deepEqual(found().get(id) ?? [], EXPECTED[id] ?? []));
}

test('the repeated indicator of line 51 is 按时完成率', { skip }, () => {
  const published = readFileSync(file, 'utf8');
  const document = openTable(importPublishedText(published, profile).document);
  const repeated = reportFindings(document, 'panyu', 'zh').filter(({ rule }) => rule === 'duplicate-indicator');
  assert.deepEqual(
    repeated
      .flatMap(({ range, related }) => [range, ...related.map((other) => other.range)])
      .map((range) => document.getText(range)),
    ['按时完成率', '按时完成率'],
  );
});
