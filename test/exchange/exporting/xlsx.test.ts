/** Workbooks, as other programs read them. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import * as XLSX from '@e965/xlsx';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import Papa from 'papaparse';
import type { Book, Sheet } from '../../../server/src/exchange/book.ts';
import { writeBook } from '../../../server/src/exchange/exporting/writeBook.ts';
import { rowHeights } from '../../../server/src/exchange/exporting/xlsx/sheetRows.ts';
import { openTable } from '../../tables.ts';
import { bookOf, cellsOf, HOSTILE, openExample } from './books.ts';
import { CSV, convert, skipWithoutLibreOffice } from './libreOffice.ts';

const LONG = `项目名称: 很长的项目
总计: 5.00
财政拨款: 5.00
绩效目标:
${Array.from({ length: 70 }, (_, i) => `  ${i + 1}. 第${i + 1}条目标,写明要做成什么、达到什么效果,由谁在什么时候完成。`).join('\n')}
绩效指标:
  1、1-产出指标; 11-数量指标; 举办活动次数; 实施周期指标值:5次; 年度指标值:5次。
`;

const tables = {
  example: openExample('示范区科工商信局-2025.jxmb'),
  central: openExample('中央部门-2021.jxmb'),
  hostile: openTable(HOSTILE),
  long: openTable(LONG),
};
const books = Object.fromEntries(Object.entries(tables).map(([name, table]) => [name, bookOf(table, 'xlsx')]));
const files: Record<string, Uint8Array> = {};
for (const [name, book] of Object.entries(books)) files[`${name}.xlsx`] = await writeBook(book as Book, 'xlsx');

/** Where a sheet's rows begin in the file, counted from 0. */
function firstRow(read: XLSX.WorkSheet): number {
  const names = Object.keys(read).filter((name) => !name.startsWith('!'));
  const head = names.find((name) => /项目名称|^行$/.test(String(read[name].v)));
  assert.ok(head);
  return XLSX.utils.decode_cell(head).r;
}

/** Cells as numbers where the file has numbers. */
function shown(cell: { readonly text: string; readonly number?: string }): string {
  return cell.number ?? cell.text;
}

describe('another library reads', () => {
  for (const [name, book] of Object.entries(books) as [string, Book][]) {
    const read = XLSX.read(files[`${name}.xlsx`], { cellFormula: true, cellNF: true, cellStyles: true });

    test(`${name}: its sheets, their heads on every page`, () => {
      assert.deepEqual(
        read.SheetNames,
        book.sheets.map((sheet) => sheet.name),
      );
      const titles = read.Workbook?.Names?.filter(({ Name }) => Name === '_xlnm.Print_Titles') ?? [];
      assert.equal(titles.length, book.sheets.length);
      for (const [i, sheet] of book.sheets.entries()) {
        const head = firstRow(read.Sheets[sheet.name] as XLSX.WorkSheet) + 1;
        const ref = titles.find(({ Sheet }) => Sheet === i)?.Ref ?? '';
        assert.match(ref, new RegExp(`\\$${head}:\\$${head}$`));
      }
    });

    for (const sheet of book.sheets) {
      test(`${name}: every cell of ${sheet.name}`, () => checkCells(read.Sheets[sheet.name] as XLSX.WorkSheet, sheet));
    }
  }

  function checkCells(read: XLSX.WorkSheet, sheet: Sheet): void {
    const first = firstRow(read);
    const { starts } = rowHeights(sheet);
    const merges = new Set((read['!merges'] ?? []).map(XLSX.utils.encode_range));
    for (const { row, cell } of cellsOf(sheet)) {
      const r = first + (starts[row] as number);
      const own = read[XLSX.utils.encode_cell({ r, c: cell.column })];
      if (cell.text === '') assert.ok(own?.v === undefined || own.v === '', `${r} ${cell.column}`);
      else if (own.t === 'n') {
        assert.equal(own.v, Number(cell.number));
        assert.match(own.z, /^#,##0\.00+$/);
      } else {
        assert.equal(own.t, 's');
        assert.equal(own.v, shown(cell));
        assert.equal(own.f, undefined);
      }
      const end = first + (starts[row + (cell.rows ?? 1)] as number) - 1;
      const range = { s: { r, c: cell.column }, e: { r: end, c: cell.column + (cell.columns ?? 1) - 1 } };
      const isMerged = range.s.r !== range.e.r || range.s.c !== range.e.c;
      assert.equal(merges.has(XLSX.utils.encode_range(range)), isMerged, XLSX.utils.encode_range(range));
    }
  }

  test('sums are formulas with what they come to; what does not add up is a figure', () => {
    const sheet = XLSX.read(files['central.xlsx']).Sheets.绩效目标表 as XLSX.WorkSheet;
    const first = firstRow(sheet);
    const at = (row: number, column: number) => sheet[XLSX.utils.encode_cell({ r: first + row, c: column })];
    const name = (row: number, column: number) => XLSX.utils.encode_cell({ r: first + row, c: column });
    // 合计 says 1,610.00, which the units come to, though its own sources do not.
    assert.deepEqual([at(1, 1).v, at(1, 1).f], [1610, `SUM(${name(2, 1)},${name(6, 1)})`]);
    assert.deepEqual([at(2, 1).v, at(2, 1).f], [1010, `SUM(${name(3, 1)}:${name(5, 1)})`]);
    assert.deepEqual([at(3, 1).v, at(3, 1).f], [800, `SUM(${name(3, 2)}:${name(3, 4)})`]);
    assert.deepEqual([at(3, 2).v, at(3, 2).f], [760, undefined]);
  });

  test('more digits than a spreadsheet has are a text', () => {
    const sheet = XLSX.read(files['hostile.xlsx']).Sheets.绩效目标表 as XLSX.WorkSheet;
    const cell = sheet[XLSX.utils.encode_cell({ r: firstRow(sheet) + 1, c: 1 })];
    assert.deepEqual([cell.t, cell.v], ['s', '12345678901234567.89']);
  });
});

test('the head is frozen, the page lies across, its width fits, and pages are numbered', () => {
  const parts = unzipSync(files['example.xlsx'] as Uint8Array);
  const xml = strFromU8(parts['xl/worksheets/sheet1.xml'] as Uint8Array);
  assert.match(xml, /<pane xSplit="1" ySplit="4" [^>]*state="frozen"/);
  assert.match(xml, /<pageSetup paperSize="8" orientation="landscape" [^>]*fitToWidth="1" fitToHeight="0"/);
  assert.match(xml, /<pageSetUpPr fitToPage="1"/);
  assert.match(xml, /第 &amp;P 页，共 &amp;N 页/);
});

test('no row is taller than spreadsheets have them, and none is too low for its text', () => {
  const book = books.long as Book;
  const { heights, starts } = rowHeights(book.sheets[0] as Sheet);
  assert.ok(heights.every((height) => height <= 409));
  const project = heights.slice(starts[1], starts[2]).reduce((sum, height) => sum + height, 0);
  assert.ok(project > 70 * 12);
});

describe('LibreOffice', { skip: skipWithoutLibreOffice }, () => {
  test('opens every workbook, and has every cell', async () => {
    const csv = await convert(files, CSV);
    for (const [name, book] of Object.entries(books) as [string, Book][]) {
      for (const sheet of book.sheets) checkCsv(csv.get(`${name}-${sheet.name}.csv`), sheet);
    }
  });

  test('adds up to the same', async () => {
    // Without the figures that are kept with formulas it has to count.
    const without = Object.fromEntries(Object.entries(files).map(([name, file]) => [name, withoutCached(file)]));
    const csv = await convert(without, CSV);
    for (const [name, book] of Object.entries(books) as [string, Book][]) {
      for (const sheet of book.sheets) checkCsv(csv.get(`${name}-${sheet.name}.csv`), sheet);
    }
  });

  function checkCsv(text: string | undefined, sheet: Sheet): void {
    assert.ok(text !== undefined, sheet.name);
    const rows = Papa.parse<string[]>(text.replace(/^\ufeff/, '')).data;
    const { starts } = rowHeights(sheet);
    const first = rows.findIndex(([one = '']) => /^项目名称|^行$/.test(one));
    for (const { row, cell } of cellsOf(sheet)) {
      const own = rows[first + (starts[row] as number)]?.[cell.column] ?? '';
      if (cell.number === undefined) assert.equal(own, cell.text);
      else assert.ok(own === cell.number || Number(own) === Number(cell.number), `${own} for ${cell.number}`);
    }
  }

  function withoutCached(file: Uint8Array): Uint8Array {
    const parts = unzipSync(file);
    for (const name of Object.keys(parts).filter((one) => one.startsWith('xl/worksheets/sheet'))) {
      const xml = strFromU8(parts[name] as Uint8Array);
      const stripped = xml.replace(/(<f>[^<]*<\/f>)<v>[^<]*<\/v>/g, '$1');
      parts[name] = strToU8(stripped);
    }
    return zipSync(parts);
  }
});
