import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import type { Block } from '../../server/src/syntax/blocks.ts';
import type { Indicator, Row } from '../../server/src/table/row.ts';
import type { TableDocument } from '../../server/src/workspace/tableDocument.ts';
import { importText } from '../exchange/reading.ts';
import { openTable } from '../tables.ts';

/** The real published table, imported, and how places in it are referred to. */

const file = new URL('../../../shared/corpus/panyu-2025.txt', import.meta.url);

/** Why tests on the table are skipped; false where it is here. */
export const skip = existsSync(file) ? false : 'the published table (../shared/corpus) is not here';

export interface Published {
  readonly document: TableDocument;
  /** The line of the published file that each row of the document was made of. */
  readonly lines: ReadonlyMap<Block, number>;
}

/** The table is that of 2025, which the file does not say but a clerk would. */
export function openPublished(): Published {
  const published = readFileSync(file, 'utf8');
  const document = openTable(importText(published).document.replace('\n', '\n年度: 2025\n'));
  return { document, lines: sourceLines(document, published) };
}

/** Rows keep their order, one a line. */
function sourceLines(document: TableDocument, published: string): Map<Block, number> {
  const heading = /^项目名称\(资金使用单位\)\t/;
  const lines = published.split('\n');
  const first = lines.findIndex((line) => heading.test(line)) + 1;
  const rows = lines.flatMap((line, i) => (i >= first && line.trim() !== '' ? [i + 1] : []));
  const blocks = [...document.blocks.blocks].filter(({ kind }) => kind !== 'head');
  assert.equal(blocks.length, rows.length);
  return new Map(blocks.map((block, i) => [block, rows[i] as number]));
}

/**
 * An indicator of a row, as it is referred to behind the line: `#4a` and `#4b` where the row has the number twice, `#-`
 * where it has none; empty without indicator.
 */
export function indicatorRef({ indicators }: Row, indicator: Indicator | undefined): string {
  if (!indicator) return '';
  const { number } = indicator;
  if (number === undefined) return '#-';
  const same = indicators.filter((other) => other.number === number);
  return `#${number}${same.length > 1 ? 'abc'.charAt(same.indexOf(indicator)) : ''}`;
}
