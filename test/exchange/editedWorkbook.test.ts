/** Workbooks of ours whose rows were sorted, put in or moved by another program: a wrong reading is worse than a word in the report. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import * as XLSX from '@e965/xlsx';
import { tableData } from '../../server/src/exchange/exporting/tableData.ts';
import { reportText } from '../../server/src/exchange/importing/report.ts';
import { openTable } from '../tables.ts';
import { editWorkbook, skipWithoutLibreOffice } from './exporting/libreOffice.ts';
import { fileOf, readBack } from './throughFile.ts';

const TARGET = '1、1-产出指标; 11-数量指标; 场次; 实施周期指标值:1场; 年度指标值:1场。';

/** Of a unit and a project that are called the other way round, so that a guess by names goes wrong. */
const TABLE = `单位: 万元

合计
总计: 9.00

资金使用单位: 修路专项
总计: 5.00

项目名称: 科技专项资金的使用
总计: 3.00
绩效目标: 修好。
绩效指标:
  ${TARGET}

项目名称: 某某学校
总计: 2.00

资金使用单位: 乙局
总计: 4.00

项目名称: 种树工作的实施
总计: 4.00
绩效目标: 种好。
绩效指标:
  ${TARGET}
`;
const ROWS = [
  'total 合计',
  'unit 修路专项',
  'project 科技专项资金的使用',
  'project 某某学校',
  'unit 乙局',
  'project 种树工作的实施',
];

const file = await fileOf(openTable(TABLE), 'xlsx', 'published');

/** What is read of a workbook: its rows, and what the report says of marks that are wrong and of those that are missing. */
async function readRows(bytes: Uint8Array) {
  const { table, report } = await readBack(bytes, 'xlsx');
  const told = (start: string) =>
    report.items.flatMap(({ message, before }) => (message.zh.startsWith(start) ? [before] : []));
  return {
    rows: tableData(table).rows.map(({ kind, name }) => `${kind} ${name}`),
    mismarked: told('标记与本行名称不符'),
    unmarked: told('别的行标明了'),
    text: reportText(report, 'zh'),
  };
}

test('a workbook that nobody has touched is read without a word', async () => {
  const { rows, mismarked, unmarked } = await readRows(file);
  assert.deepEqual({ rows, mismarked, unmarked }, { rows: ROWS, mismarked: [], unmarked: [] });
});

/** The workbook with the rows of its list in another order; names of cells stay where they are, as they do in Excel. */
function inOrder(order: readonly number[]): Uint8Array {
  const book = XLSX.read(file, { cellStyles: true });
  const sheet = book.Sheets.绩效目标表 as XLSX.WorkSheet;
  const cells = new Map(Object.entries(sheet).filter(([name]) => !name.startsWith('!')));
  const first = FIRST - 1;
  for (const [name, cell] of cells) {
    const { r, c } = XLSX.utils.decode_cell(name);
    const to = order.indexOf(r - first);
    if (to >= 0) sheet[XLSX.utils.encode_cell({ r: first + to, c })] = { ...cell, f: undefined };
  }
  return new Uint8Array(XLSX.write(book, { type: 'array', bookType: 'xlsx' }));
}

/** The row of 合计, counted from 1. */
const FIRST = 4;

test('rows in another order: no mark is believed that was of another row, and the report names each', async () => {
  assert.deepEqual((await readRows(inOrder([0, 1, 2, 3, 4, 5]))).rows, ROWS);

  const { rows, mismarked, text } = await readRows(inOrder([0, 2, 1, 4, 3, 5]));
  // What still stands in its place is believed. The others are weighed by names and sums, and are to be looked at.
  assert.equal(rows[0], 'total 合计');
  assert.ok(rows.includes('project 科技专项资金的使用'), rows.join('\n'));
  assert.ok(rows.includes('project 种树工作的实施'), rows.join('\n'));
  assert.deepEqual(mismarked, ['科技专项资金的使用', '乙局', '某某学校']);
  assert.match(text, /A5：“科技专项资金的使用”/);
});

test('a row whose name is changed is weighed anew, and the report says so', async () => {
  const book = XLSX.read(file, { cellStyles: true });
  const cell = book.Sheets.绩效目标表?.[`A${FIRST + 4}`] as XLSX.CellObject;
  assert.equal(cell.v, '乙局');
  cell.v = '乙科技局';
  delete cell.w;
  const { rows, mismarked } = await readRows(new Uint8Array(XLSX.write(book, { type: 'array', bookType: 'xlsx' })));
  assert.deepEqual(mismarked, ['乙科技局']);
  assert.deepEqual(
    rows,
    ROWS.map((row) => row.replace('乙局', '乙科技局')),
  );
});

describe('LibreOffice', { skip: skipWithoutLibreOffice }, () => {
  const last = FIRST + ROWS.length - 1;

  test('sorts the rows', async () => {
    const sorted = await editWorkbook(file, [
      'Dim field(0) As New com.sun.star.table.TableSortField',
      'field(0).Field = 0',
      'field(0).IsAscending = True',
      'Dim sorting(0) As New com.sun.star.beans.PropertyValue',
      'sorting(0).Name = "SortFields"',
      'sorting(0).Value = field()',
      `sheet.getCellRangeByName("A${FIRST}:G${last}").sort(sorting())`,
    ]);
    const { rows, mismarked, unmarked } = await readRows(sorted);
    const names = rows.map((row) => row.split(' ')[1]);
    assert.notDeepEqual(
      names,
      ROWS.map((row) => row.split(' ')[1]),
    );
    // Rows that have no goal are weighed: each is told, as one that is not what it was marked as, or as one without mark.
    const bare = ['合计', '修路专项', '某某学校', '乙局'];
    const told = new Set([...mismarked, ...unmarked]);
    for (const name of bare) {
      const was = ROWS.find((row) => row.endsWith(name)) as string;
      assert.ok(rows.includes(was) || told.has(name), `${name}: ${rows.join(', ')}`);
    }
    assert.ok(mismarked.length > 0);
  });

  test('puts rows in, takes one out and moves one: names go with their cells', async () => {
    const edited = await editWorkbook(file, [
      // An empty row, a row of a unit that is new, and the last project before it.
      `sheet.Rows.insertByIndex(${FIRST + 3}, 2)`,
      `sheet.getCellByPosition(0, ${FIRST + 4}).String = "丙镇"`,
      `sheet.Rows.insertByIndex(${FIRST}, 1)`,
      `sheet.moveRange(sheet.getCellByPosition(0, ${FIRST}).CellAddress, sheet.getCellRangeByName("A${FIRST + 4}:G${FIRST + 4}").RangeAddress)`,
      `sheet.Rows.removeByIndex(${FIRST + 2}, 1)`,
    ]);
    const { rows, mismarked, unmarked } = await readRows(edited);
    assert.deepEqual(mismarked, []);
    assert.deepEqual(rows, [
      'total 合计',
      'project 某某学校',
      'unit 修路专项',
      'unit 丙镇',
      'unit 乙局',
      'project 种树工作的实施',
    ]);
    assert.deepEqual(unmarked, ['丙镇']);
  });
});
