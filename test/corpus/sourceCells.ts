import assert from 'node:assert/strict';
import type { ImportItem, ImportReport } from '../../server/src/exchange/importing/report.ts';

/** The published file's cells, and what the import says that it made of them. */

/** A row of the published file: its line, counted from 1, and its cells. */
export interface SourceRow {
  readonly line: number;
  readonly cells: readonly string[];
}

/** The rows behind the heading. */
export function sourceRows(source: string): SourceRow[] {
  return source.split('\n').flatMap((text, i) => {
    const cells = text.split('\t');
    return cells.length >= 5 && i >= 8 ? [{ line: i + 1, cells }] : [];
  });
}

export function itemsAt({ items }: ImportReport, line: number, ...columns: string[]): ImportItem[] {
  return items.filter((item) => item.line === line && columns.includes(item.column));
}

/** A cell as the report says it was mended. */
export function mended(report: ImportReport, cell: string, line: number, ...columns: string[]): string {
  return itemsAt(report, line, ...columns)
    .filter((item) => item.kind === 'mended')
    .reduceRight((text, { at = 0, before, after = '' }) => {
      assert.equal(text.slice(at, at + before.length), before);
      return text.slice(0, at) + after + text.slice(at + before.length);
    }, cell.trim());
}
