/** What a workbook of a very large table has in it. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type ExportOptions, exportTable } from '../../../server/src/exchange/exporting/exportTable.ts';
import { openTable } from '../../tables.ts';

const projects = Array.from({ length: 3100 }, (_, i) => `项目名称: 项目${i + 1}\n总计: 1.00\n财政拨款: 1.00\n`);
const table = openTable(`单位: 万元\n${projects.join('\n')}`);

function sheetsAndNotes(options: Partial<ExportOptions> = {}): { sheets: number; notes: readonly string[] } {
  const made = exportTable(table, 'xlsx', { language: 'zh', ...options });
  assert.ok(made.kind === 'book');
  return { sheets: made.book.sheets.length, notes: made.notes };
}

test('it has the published sheet alone, and says so', () => {
  const { sheets, notes } = sheetsAndNotes();
  assert.equal(sheets, 1);
  assert.match(notes.join(), /3100 行.*只导出了公布表样/);
});

test('it has both sheets for somebody who asks for both', () => {
  assert.deepEqual(sheetsAndNotes({ layout: 'both' }), { sheets: 2, notes: [] });
});
