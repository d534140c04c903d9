/** The table as it is published: a row a project. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openTable } from '../tables.ts';
import { readPage, textsOf } from './readPage.ts';

async function rowsOf(text: string): Promise<string[][]> {
  const { rows } = await readPage(openTable(text), 'list');
  return rows.flatMap(textsOf);
}

/** The cells of the only row. */
async function cellsOf(text: string): Promise<string[]> {
  const [row = [], ...others] = await rowsOf(text);
  assert.deepEqual(others, []);
  return row;
}

test('columns as they are published; 合计, units and projects in the order of the text', async () => {
  const text = `项目支出绩效目标表
部门名称: 示范市科技局
合计
总计: 1234.5
财政拨款: 1,234.50
资金使用单位: 示范市科技局本级
总计: １２０
项目名称：科技金融专项
总计：120.00
绩效目标：建成平台。
绩效指标：
  1、1-产出指标; 11-数量指标; 平台数量; 实施周期指标值:1个; 年度指标值:≥1个。
`;
  const { head, rows } = await readPage(openTable(text), 'list');
  assert.deepEqual(head, [
    ...['项目名称(资金使用单位)', '总计', '财政拨款', '财政专户拨款', '其他资金'],
    ...['绩效目标', '绩效指标'],
  ]);
  assert.deepEqual(
    rows.map(({ kind }) => kind),
    ['total', 'unit', 'project'],
  );
  assert.deepEqual(rows.flatMap(textsOf), [
    ['合计', '1,234.50', '1,234.50', '', '', '', ''],
    ['示范市科技局本级', '120.00', '', '', '', '', ''],
    [
      ...['科技金融专项', '120.00', '', '', '', '建成平台。'],
      '1、1-产出指标; 11-数量指标; 平台数量; 实施周期指标值:1个; 年度指标值:≥1个。',
    ],
  ]);
});

test('line ends of every kind come to the same', async () => {
  const text =
    '项目名称: 甲\n总计: 1.00\n绩效目标:\n  1. 一。\n\n  2. 二。\n绩效指标:\n  1、数量指标; 场次;\n    5场\n';
  const row = ['甲', '1.00', '', '', '', '1. 一。\n2. 二。', '1、数量指标; 场次; 5场。'];
  for (const end of ['\n', '\r\n', '\r']) assert.deepEqual(await cellsOf(text.replaceAll('\n', end)), row);
});

test('every amount of a column that is written twice; what is no amount, as it is written', async () => {
  const [, total, budget, special] = await cellsOf(
    '项目名称: 甲\n总计: 1.00\n财政拨款: 35万元左右\n总计: 2\n财政专户拨款: 1\\;2\n',
  );
  assert.deepEqual([total, budget, special], ['1.00\n2.00', '35万元左右', '1;2']);
});

test('escapes are no part of any text', async () => {
  const [name, , , , , goal, indicators] = await cellsOf(`项目名称: 甲\\:乙\\\\丙
项目编码: A\\;1
绩效目标:
  \\绩效指标: 见附件
绩效指标:
  1、11-数量指标; 名\\;称; 年度指标值:5\\。6个
`);
  assert.equal(name, '甲:乙\\丙\n项目编码: A;1');
  assert.equal(goal, '绩效指标: 见附件');
  assert.equal(indicators, '1、11-数量指标; 名;称; 年度指标值:5。6个。');
});

test('a goal in paragraphs, without the comments among them, and every goal that is written', async () => {
  const [, , , , , goal] = await cellsOf(`项目名称: 甲
绩效目标: 一。
  // 还要再议
  二。
绩效指标:
  1、11-数量指标; 场次; 5场
绩效目标: 三。
`);
  assert.equal(goal, '一。\n二。\n三。');
});

test('the other fields of a project, and what belongs to none, below its name', async () => {
  const [name] = await cellsOf(`项目名称: 甲
不知道放哪里的一行
项目类别: 经常性
// 注释
总计: 1.00
`);
  assert.equal(name, '甲\n项目类别: 经常性\n不知道放哪里的一行');
});

test('headings with their weights, and text among the indicators', async () => {
  const [, , , , , , indicators] = await cellsOf(`项目名称: 甲
绩效指标:
  (一)产出指标(50分)
  1、数量指标; 场次; 5场
  // 注释
  (二)效益指标(40分)
`);
  assert.equal(indicators, '(一)产出指标(50分)\n1、数量指标; 场次; 5场。\n(二)效益指标(40分)');
});

test('an indicator that is but a number, a bare class, a name with a code, a value given twice, a comment within', async () => {
  const [, , , , , , indicators] = await cellsOf(`项目名称: 甲
绩效指标:
  1、1-产出指标; 11-灰重指标; 1101-场次;
  // 场次另议
  实施周期 指标值::5场;; 年度指标值:5场; 年度指标值:6场。
  2、
`);
  assert.equal(
    indicators,
    '1、1-产出指标; 11-灰重指标; 1101-场次; 实施周期 指标值:5场; 年度指标值:5场; 年度指标值:6场。\n2、',
  );
});

test('rows that have a name alone, and rows that have none', async () => {
  assert.deepEqual(await rowsOf('资金使用单位: 本级\n项目名称: 甲\n项目名称:\n总计: 1\n'), [
    ['本级', '', '', '', '', '', ''],
    ['甲', '', '', '', '', '', ''],
    ['(未填名称)', '1.00', '', '', '', '', ''],
  ]);
});

test('the columns and goals of another profile', async () => {
  const text = `版式: central-2021
项目名称: 草地资源监测
当年财政拨款: 800
总体目标: 三年建成。
年度目标: 本年过半。
绩效指标:
  1、11-数量指标; 样地数量; ≥600个; 权重:10; 指标解释:实地调查。
`;
  const { head, rows } = await readPage(openTable(text), 'list');
  const amounts = ['年度资金总额', '当年财政拨款', '上年结转资金', '其他资金'];
  assert.deepEqual(head, ['项目名称(资金使用单位)', ...amounts, '总体目标', '年度目标', '绩效指标']);
  assert.deepEqual(rows.flatMap(textsOf), [
    [
      ...['草地资源监测', '', '800.00', '', '', '三年建成。', '本年过半。'],
      '1、11-数量指标; 样地数量; ≥600个; 权重:10; 指标解释:实地调查。',
    ],
  ]);
});
