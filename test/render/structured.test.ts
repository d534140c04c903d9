/** The table as forms have it: a row an indicator, with merged cells. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openTable } from '../tables.ts';
import { type ReadRow, readPage, textsOf } from './readPage.ts';

async function rowOf(text: string): Promise<ReadRow> {
  const { rows } = await readPage(openTable(text), 'structured');
  const [row, ...others] = rows;
  assert.ok(row && others.length === 0);
  return row;
}

/** The cells behind the goal. */
async function indicatorsOf(text: string, goals = 1): Promise<string[][]> {
  return textsOf(await rowOf(text)).map((line) => line.slice(5 + goals));
}

test('a row an indicator; what stays the same is written once', async () => {
  const row = await rowOf(`项目名称: 甲
总计: 1
绩效目标: 一。
绩效指标:
  1、1-产出指标; 11-数量指标; 场次; 实施周期指标值:5场; 年度指标值:≥5场。
  2、1-产出指标; 11-数量指标; 人次; 实施周期指标值:50人次; 年度指标值:50人次。
  3、1-产出指标; 12-质量指标; 合格率; 实施周期指标值:100%; 年度指标值:100%。
  4、2-效益指标; 22-社会效益; 满意; 年度指标值:是。
`);
  assert.deepEqual(textsOf(row), [
    ['甲', '1.00', '', '', '', '一。', '1-产出指标', '11-数量指标', '1、场次', '5场', '≥5场'],
    ['"', '"', '"', '"', '"', '"', '"', '"', '2、人次', '50人次', '50人次'],
    ['"', '"', '"', '"', '"', '"', '"', '12-质量指标', '3、合格率', '100%', '100%'],
    ['"', '"', '"', '"', '"', '"', '2-效益指标', '22-社会效益', '4、满意', '', '是'],
  ]);
});

test('a level-2 class that comes back under another level-1 class is written again', async () => {
  assert.deepEqual(
    await indicatorsOf(`项目名称: 甲
绩效指标:
  1、1-产出指标; 31-服务对象满意度; 甲; 90%
  2、3-满意度指标; 31-服务对象满意度; 乙; 90%
`),
    [
      ['1-产出指标', '31-服务对象满意度', '1、甲', '90%', '90%'],
      ['3-满意度指标', '31-服务对象满意度', '2、乙', '90%', '90%'],
    ],
  );
});

test('classes as they are written; what is left out is filled in', async () => {
  assert.deepEqual(
    (
      await indicatorsOf(`项目名称: 甲
绩效指标:
  1、1-产出指标; 12-灰重指标; 甲; 年度指标值:1。
  2、2-效益指标; 31-服务对象满意度; 乙; 年度指标值:1。
  3、11; 丙; 年度指标值:1。
  4、时效指标; 丁; 年度指标值:1。
  5、1-产出指标; 13— 时效指标; 戊; 年度指标值:1。
  6、己; 年度指标值:1。
`)
    ).map((line) => line.slice(0, 3)),
    [
      ['1-产出指标', '12-灰重指标', '1、甲'],
      ['2-效益指标', '31-服务对象满意度', '2、乙'],
      ['1-产出指标', '11-数量指标', '3、丙'],
      ['"', '13-时效指标', '4、丁'],
      ['"', '"', '5、戊'],
      ['', '', '6、己'],
    ],
  );
});

test('headings with their weights and other text are rows of their own', async () => {
  const text = `项目名称: 甲
绩效指标:
  (一)产出指标(50分)
  1、数量指标; 场次; 5场
  2、数量指标; 人次; 5人次
  数量指标(20分)
  3、篇数; 5篇
  (二)效益指标(40分)
`;
  assert.deepEqual(await indicatorsOf(text), [
    ['(一)产出指标(50分)', '"', '"', '"', '"'],
    ['1-产出指标', '11-数量指标', '1、场次', '5场', '5场'],
    ['"', '"', '2、人次', '5人次', '5人次'],
    ['数量指标(20分)', '"', '"', '"', '"'],
    ['1-产出指标', '11-数量指标', '3、篇数', '5篇', '5篇'],
    ['(二)效益指标(40分)', '"', '"', '"', '"'],
  ]);
});

test('a value that is given twice, and one without label, which is no weight and no explanation', async () => {
  const text = `版式: central-2021
项目名称: 甲
绩效指标:
  1、11-数量指标; 1101-场次; ≥5场; 权重:10
  2、11-数量指标; 人次; 年度指标值:5人次; 年度指标值:6人次
`;
  assert.deepEqual(await indicatorsOf(text, 2), [
    ['1-产出指标', '11-数量指标', '1、1101-场次', '≥5场', '10', ''],
    ['"', '"', '2、人次', '5人次\n6人次', '', ''],
  ]);
});

test('rows without indicators are whole all the same', async () => {
  const { rows } = await readPage(
    openTable('合计\n总计: 1\n资金使用单位: 本级\n项目名称: 甲\n绩效指标:\n'),
    'structured',
  );
  const empty = Array.from({ length: 9 }, () => '');
  assert.deepEqual(rows.flatMap(textsOf), [
    ['合计', '1.00', ...empty],
    ['本级', '', ...empty],
    ['甲', '', ...empty],
  ]);
});

test('escapes are no part of any text', async () => {
  const text = '项目名称: 甲\n绩效指标:\n  1、11-数量指标; 名\\;称; 年度指标值:5\\。6个\n';
  assert.deepEqual((await indicatorsOf(text))[0]?.slice(2), ['1、名;称', '', '5。6个']);
});
