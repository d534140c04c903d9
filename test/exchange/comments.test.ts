/** The comments of a table go out on a sheet of their own, and come back to where they stood. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Grid } from '../../server/src/exchange/grid.ts';
import { reportText } from '../../server/src/exchange/importing/report.ts';
import { importGrids, recognise } from '../../server/src/exchange/importing.ts';
import { openTable } from '../tables.ts';
import { saveAgain, skipWithoutLibreOffice } from './exporting/libreOffice.ts';
import { importChosen } from './importing/grids.ts';
import { profiles } from './importing/readFixture.ts';
import { read } from './reading/say.ts';
import { fileOf, readBack, throughFile } from './throughFile.ts';

const TARGETS = ['11-数量指标; 场次', '12-质量指标; 合格率'].map(
  (name, i) => `  ${i + 1}、1-产出指标; ${name}; 实施周期指标值:1; 年度指标值:1。`,
);
const TABLE = `// 第一稿
项目支出绩效目标表
// 已与财务科核对
单位: 万元
// 以下按单位分列

合计
// 待各单位报齐
总计: 3.00

资金使用单位: 甲镇
总计: 3.00

项目名称: 修路
总计: 1.00
// jxmb-disable-next-line amount-style: 按批复
财政拨款: 1.00
绩效目标:
  修好一条路。
  // 长度待定
  一年内完工。
绩效指标:
  // 两条就够
${TARGETS[0]}
  // =1+1
${TARGETS[1]}
// 修路到此为止

项目名称: 植树
// 新增
总计: 2.00
`;

const grids = async (table: string) => read('a.xlsx', await fileOf(openTable(table), 'xlsx', 'both'));

test('all comments are back where they stood', async () => {
  for (const layout of ['published', 'structured', 'both'] as const) {
    assert.equal((await throughFile(openTable(TABLE), 'xlsx', layout)).document, TABLE);
  }
});

test('LibreOffice saves them', { skip: skipWithoutLibreOffice }, async () => {
  const saved = await saveAgain('a.xlsx', await fileOf(openTable(TABLE), 'xlsx', 'both'));
  assert.equal((await readBack(saved, 'xlsx')).document, TABLE);
});

test('whoever chooses tables sees them, and may leave them', async () => {
  const own = await grids(TABLE);
  const found = recognise(own, profiles);
  assert.deepEqual(
    found.map(({ layout, isChosen }) => [layout, isChosen]),
    [
      ['list', true],
      ['structured', false],
      ['comments', true],
    ],
  );
  assert.equal(found[2]?.reason?.zh, '10 条，写回原来的位置');
  const { document } = importGrids(own, found.slice(0, 1), profiles);
  assert.doesNotMatch(document, /\/\//);
});

describe('in a table that was edited since', () => {
  /** Imports the sheets when the rows of the first one are other. */
  async function edited(change: (rows: Grid['rows']) => Grid['rows']) {
    const [first, , comments] = (await grids(TABLE)) as [Grid, Grid, Grid];
    const { document, report } = importChosen({ ...first, rows: change(first.rows) }, comments);
    return { document, report: reportText(report, 'zh') };
  }
  const named = (name: string) => (row: Grid['rows'][number]) => row.cells[0]?.text === name;

  test('rows are found by their names when others were put in or taken out', async () => {
    const well = {
      number: 7,
      cells: [
        { column: 0, text: '挖井' },
        { column: 5, text: '挖好。' },
      ],
    };
    const { document } = await edited((rows) =>
      rows.flatMap((row) => (named('合计')(row) ? [] : named('修路')(row) ? [well, row] : [row])),
    );
    const others = TABLE.replace('合计\n// 待各单位报齐\n总计: 3.00\n\n', '');
    const more = others.replace('项目名称: 修路', '项目名称: 挖井\n绩效目标: 挖好。\n\n项目名称: 修路');
    assert.equal(document, `${more}\n// 原表 注释!F6 合计 总计: 待各单位报齐\n`);
  });

  test('comments of a row that is gone are kept, and the report says so', async () => {
    const { document, report } = await edited((rows) => rows.filter((row) => !named('植树')(row)));
    const end = TABLE.indexOf('项目名称: 植树');
    assert.equal(document, `${TABLE.slice(0, end)}// 原表 注释!F12 甲镇 植树 总计: 新增\n`);
    assert.match(report, /注释所在的行不在表中，已作注释保留（1）\n {2}注释!F12 甲镇 植树 总计：“新增”/);
  });

  test('a row that cannot be is found by its name, too', async () => {
    const [first, , comments] = (await grids(TABLE)) as [Grid, Grid, Grid];
    const rows = comments.rows.map((row) => {
      const [number, ...others] = row.cells;
      return number && /^[1-9]/.test(number.text)
        ? { ...row, cells: [{ ...number, text: '9'.repeat(15) }, ...others] }
        : row;
    });
    assert.equal(importChosen(first, { ...comments, rows }).document, TABLE);
  });

  test('a project of the same name that another unit has is not taken for it', async () => {
    const two = `资金使用单位: 甲镇\n\n项目名称: 修路\n// 甲的\n\n资金使用单位: 乙镇\n\n项目名称: 修路\n总计: 2.00\n`;
    const [first, , comments] = (await grids(two)) as [Grid, Grid, Grid];
    const rows = first.rows.filter(({ number }) => number < 4 || number > 5);
    const { document } = importChosen({ ...first, rows }, comments);
    assert.match(document, /乙镇\n\n项目名称: 修路\n总计: 2.00\n\n\/\/ 原表 注释!F3 甲镇 修路: 甲的\n$/);
  });

  test('comments before something that is gone stand at the end of their row, and the report says so', async () => {
    const { document, report } = await edited((rows) =>
      rows.map((row) => (named('植树')(row) ? { ...row, cells: row.cells.slice(0, 1) } : row)),
    );
    assert.equal(document, TABLE.replace('// 新增\n总计: 2.00\n', '// 新增\n'));
    assert.match(report, /注释所在的栏没有内容了，写在该行末尾（1）\n {2}注释!F12 总计：“新增”/);
  });
});

test('of several tables, those of each go to its own', async () => {
  const other = TABLE.replace('甲镇', '乙镇').replace('修路', '挖井').replace('新增', '保留');
  const all = [...(await grids(TABLE)), ...(await grids(other))];
  const { document } = importChosen(...all);
  assert.match(
    document,
    /资金使用单位: 甲镇[\s\S]*项目名称: 植树\n\/\/ 新增\n[\s\S]*资金使用单位: 乙镇[\s\S]*项目名称: 植树\n\/\/ 保留\n/,
  );
});

test('without a table they are comments of the document, each with its cell', async () => {
  const [, , comments] = (await grids(TABLE)) as [Grid, Grid, Grid];
  const found = recognise([comments], profiles);
  assert.equal(found[0]?.isChosen, false);
  const { document } = importGrids([comments], found, profiles);
  for (const text of ['第一稿', '长度待定', '=1+1', '新增'])
    assert.match(document, new RegExp(`// 原表 .*${text.replace('+', '.')}`));
});
