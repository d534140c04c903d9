import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ShownPage } from '../features/preview/shownPage.ts';
import { openTable } from '../tables.ts';

const TABLE = `单位: 万元

合计
总计: 400.00

资金使用单位: 科学馆
总计: 100.00
财政拨款: 100.00

项目名称: 讲座
总计: 80.00
财政拨款: 60.00
其他资金: 20.00
绩效目标: 办讲座20场。
绩效指标:
  1、1-产出指标; 11-数量指标; 讲座场次; 年度指标值:≥20场。
  2、1-产出指标; 11-数量指标; 听众人次; 年度指标值:≥2000人次。
  3、3-满意度指标; 31-服务对象满意度; 听众满意度; 年度指标值:≥90%。

项目名称: 设备
总计: 20.00
财政拨款: 20.00

资金使用单位: 科协
总计: 300.00
财政拨款: 300.00
`;

/** The rows of a view, each cell by its text, with its columns where it takes several. */
async function cellsOf(text: string, view: 'budget' | 'coverage'): Promise<string[][]> {
  const page = new ShownPage();
  await page.show(openTable(text), { view });
  return page.shownRows.map((markup) =>
    [...markup.matchAll(/<t[hd][^>]*?(?: colspan="(\d+)")?>(.*?)<\/t[hd]>/gs)].map(([, columns, content]) => {
      const told = (content as string).replace(/<title>.*?<\/title>/gs, '').replace(/<[^>]*>/g, '');
      return columns ? `${told} ×${columns}` : told;
    }),
  );
}

/** The widths of the parts of a row's bar, in percent, by what they say when pointed at. */
async function barOf(text: string, row: number): Promise<[string, number][]> {
  const page = new ShownPage();
  await page.show(openTable(text), { view: 'budget' });
  const bits = (page.shownRows[row] as string).matchAll(/<title>(.*?)<\/title><rect[^>]* width="([\d.]+)%"/gs);
  return [...bits].map(([, title, width]) => [title as string, Number(width)]);
}

test('a bar is as long as the share of what the row is part of, and parted by its sources', async () => {
  assert.deepEqual(await barOf(TABLE, 2), [
    ['财政拨款: 60.00', 60],
    ['其他资金: 20.00', 20],
  ]);
  assert.deepEqual(await barOf(TABLE, 1), [['财政拨款: 100.00', 25]]);
});

test('shares are told: of the unit what a project takes, of all what a unit takes', async () => {
  const shares = (await cellsOf(TABLE, 'budget')).map(([name, , share]) => [name, share]);
  assert.deepEqual(shares, [
    ['合计', ''],
    ['科学馆', '占全部 25.0%'],
    ['讲座', '占本单位 80.0%'],
    ['设备', '占本单位 20.0%'],
    ['科协', '占全部 75.0%'],
  ]);
});

test('a share that depends on an amount elsewhere follows it', async () => {
  const table = openTable(TABLE);
  const page = new ShownPage();
  await page.show(table, { view: 'budget' });
  const at = TABLE.indexOf('总计: 100.00') + 4;
  table.edit(at, at + 6, '160.00');
  const { rows } = await page.show(table, { view: 'budget' });
  assert.ok(rows.some(({ markup }) => markup.includes('讲座') && markup.includes('占本单位 50.0%')));
});

test('what an amount that cannot be read comes to is not drawn', async () => {
  const [, , lecture] = await cellsOf(
    TABLE.replace('总计: 80.00', '总计: 八十').replace('财政拨款: 60.00', '财政拨款: 六十'),
    'budget',
  );
  assert.deepEqual(lecture?.slice(1, 3), ['', '算不出']);
});

test('how many indicators of each class a project has, and which class it lacks', async () => {
  const [unit, lecture] = await cellsOf(TABLE, 'coverage');
  assert.deepEqual(unit, ['科学馆 ×15']);
  assert.deepEqual(lecture, ['讲座', '2', '', '', '', '缺效益 ×4', '1', '', '', '', '', '3']);
});

test('a class that is missed and turned off is not called lacking', async () => {
  const text = TABLE.replace('项目名称: 讲座', '// jxmb-disable-file missing-class: 上级统一考核\n项目名称: 讲座');
  const [, lecture] = await cellsOf(text, 'coverage');
  assert.deepEqual(lecture?.slice(5, 9), ['', '', '', '']);
});
