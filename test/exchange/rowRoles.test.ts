/** What the rows of our own files are is said in them, unseen; files that were edited are read as far as they say it. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { tableData } from '../../server/src/exchange/exporting/tableData.ts';
import type { Grid, GridRow } from '../../server/src/exchange/grid.ts';
import { reportText } from '../../server/src/exchange/importing/report.ts';
import type { TableDocument } from '../../server/src/workspace/tableDocument.ts';
import { openTable } from '../tables.ts';
import { saveAgain, skipWithoutLibreOffice } from './exporting/libreOffice.ts';
import { grid, importChosen } from './importing/grids.ts';
import { FILE_FORMATS, fileOf, readBack, throughFile } from './throughFile.ts';

const TARGET = '1、1-产出指标; 11-数量指标; 场次; 实施周期指标值:1场; 年度指标值:1场。';
const UNITS = `项目支出绩效目标表
单位: 万元

合计

资金使用单位: 某集团
总计: 5.00

项目名称: 修路
总计: 3.00
绩效目标: 修好。
绩效指标:
  ${TARGET}

资金使用单位: 乙

资金使用单位: 合计
总计: 2.00

项目名称: 总计
总计: 1.00

项目名称: 种树
总计: 1.00
绩效目标: 种好。
绩效指标:
  ${TARGET}
`;

function rowsOf(table: TableDocument): string[] {
  return tableData(table).rows.map(({ kind, name }) => `${kind} ${name}`);
}

const ROWS = ['total 合计', 'unit 某集团', 'project 修路', 'unit 乙', 'unit 合计', 'project 总计', 'project 种树'];

describe('units come back as units, projects as projects', () => {
  for (const format of FILE_FORMATS) {
    for (const layout of ['published', 'structured', 'both'] as const) {
      test(`${format}, ${layout}`, async () => {
        assert.deepEqual(rowsOf((await throughFile(openTable(UNITS), format, layout)).table), ROWS);
      });
    }
  }

  test('those of tables that are taken in, too', async () => {
    const readTable = (uri: string) => (uri.endsWith('b.jxmb') ? UNITS : undefined);
    const table = openTable(
      '资金使用单位: 本级\n\n项目名称: 培训\n\n引用: b.jxmb\n',
      { readTable },
      'file:///t/a.jxmb',
    );
    const { table: back } = await throughFile(table, 'xlsx', 'both');
    assert.deepEqual(rowsOf(back), ['unit 本级', 'project 培训', ...ROWS.slice(1)]);
  });

  test('of more units than one name of a workbook has room for', async () => {
    const text = Array.from(
      { length: 900 },
      (_, i) => `资金使用单位: 甲${i}\n总计: ${i}.00\n\n项目名称: 修路\n总计: 1.00\n`,
    );
    const table = openTable(text.join('\n'));
    const { table: back } = await throughFile(table, 'xlsx', 'published');
    assert.deepEqual(rowsOf(back), rowsOf(table));
  });
});

describe('LibreOffice saves what rows are', { skip: skipWithoutLibreOffice }, () => {
  for (const format of ['xlsx', 'docx'] as const) {
    for (const layout of ['published', 'structured'] as const) {
      test(`${format}, ${layout}`, async () => {
        const saved = await saveAgain(`a.${format}`, await fileOf(openTable(UNITS), format, layout));
        assert.deepEqual(rowsOf((await readBack(saved, format)).table), ROWS);
      });
    }
  }
});

describe('a list in which only some rows say what they are', () => {
  const HEAD = ['项目名称', '总计', '财政拨款', '绩效目标', '绩效指标'];
  const project = (name: string, amount: string) => [name, amount, amount, '办好。', TARGET];

  function marked(rows: Parameters<typeof grid>[0], roles: Readonly<Record<number, GridRow['role']>>): Grid {
    const { rows: own, ...more } = grid(rows);
    return { ...more, rows: own.map((row, i) => ({ ...row, ...(roles[i] && { role: roles[i] }) })) };
  }

  test('a row that somebody put in is a unit or a project as in any file, and the report says so', () => {
    const list = marked(
      [
        HEAD,
        ['合计', '5', '5'],
        ['某集团', '5', '5'],
        project('修路', '1'),
        ['植树', '2', '2'],
        ['丙镇', '2', '2'],
        project('挖井', '2'),
      ],
      { 1: 'total', 2: 'unit' },
    );
    const { document, report } = importChosen(list);
    assert.deepEqual(rowsOf(openTable(document)), [
      'total 合计',
      'unit 某集团',
      'project 修路',
      'project 植树',
      'unit 丙镇',
      'project 挖井',
    ]);
    const text = reportText(report, 'zh');
    assert.match(text, /别的行标明了是单位还是项目，本行没有，按此读取，请核对（2）/);
    assert.match(text, /A5：“植树” → “项目名称”\n {2}A6：“丙镇” → “资金使用单位”/);
  });

  test('a row put in below a unit, whose mark went along, is a project where it has a goal, and the report says so', () => {
    const { document, report } = importChosen(
      marked([HEAD, ['某集团', '5'], project('修路', '1')], { 1: 'unit', 2: 'unit' }),
    );
    assert.deepEqual(rowsOf(openTable(document)), ['unit 某集团', 'project 修路']);
    assert.match(reportText(report, 'zh'), /标为合计或单位，但有目标或指标，按项目读取，请核对（1）/);
  });

  test('a table whose marks are all gone is read as any other, without a word', () => {
    const { document, report } = importChosen(
      grid([HEAD, ['某集团', '3', '3'], project('修路', '1'), project('植树', '2')]),
    );
    assert.deepEqual(rowsOf(openTable(document)), ['unit 某集团', 'project 修路', 'project 植树']);
    assert.doesNotMatch(reportText(report, 'zh'), /，本行没有，/);
  });
});
