import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Book, Sheet, SheetCell } from '../../../server/src/exchange/book.ts';
import {
  type ExportFormat,
  type ExportOptions,
  exportTable,
} from '../../../server/src/exchange/exporting/exportTable.ts';
import type { TableDocument } from '../../../server/src/workspace/tableDocument.ts';
import { openTable } from '../../tables.ts';

/** Tables to be exported in tests, and what becomes of them. */

const examples = path.join(import.meta.dirname, '../../../examples');

export function openExample(name: string): TableDocument {
  return openTable(readFileSync(path.join(examples, name), 'utf8'));
}

/** Texts that a program may take for something else. */
export const HOSTILE = `项目支出绩效目标表
部门名称: =HYPERLINK("http://example.org","部门")
单位: 元
合计
总计: 12345678901234567.89
财政拨款: 12345678901234567.89
资金使用单位: +86
总计: 0.30
财政拨款: 0.10
其他资金: 0.20
项目名称: =1+1
项目编码: -0012
总计: 0.30
财政拨款: 0.10
其他资金: 0.20
绩效目标:
  @SUM(A1)
  _x0041_ 和 \u0001 控制字符
  <b>&amp;</b> |竖线| "引号"
绩效指标:
  1、1-产出指标; 11-数量指标; -数量; 实施周期指标值:=100%; 年度指标值:+5个。
  （一）其他
  2、2-效益指标; 22-社会效益; '撇号; 年度指标值:提升。
项目名称: 金额写错的项目
总计: 约10
财政拨款: 10.00
`;

export function bookOf(
  table: TableDocument,
  format: Extract<ExportFormat, 'xlsx' | 'docx'>,
  options: Partial<ExportOptions> = {},
): Book {
  const exported = exportTable(table, format, { language: 'zh', ...options });
  assert.ok(exported.kind === 'book');
  return exported.book;
}

/** The cells of a sheet, each with its row. */
export function cellsOf(sheet: Sheet): { readonly row: number; readonly cell: SheetCell }[] {
  return sheet.rows.flatMap(({ cells }, row) => cells.map((cell) => ({ row, cell })));
}
