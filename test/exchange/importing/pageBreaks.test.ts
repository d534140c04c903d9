import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { type Cell, grid, importChosen } from './grids.ts';
import { lostTexts } from './lost.ts';

const HEAD = ['项目名称', '总计', '财政拨款', '绩效目标', '绩效指标'];
const FIRST = '1、1-产出指标; 11-数量指标; 讲座场次; 实施周期指标值:20场; 年度指标值:20场。';
const SECOND = '2、1-产出指标; 12-质量指标; 满座率; 实施周期指标值:≥80%; 年度指标值:≥80%。';

/** A table whose row with a number, from 1, stands at the top of a page. */
function paged(rows: readonly (readonly Cell[])[], top: number) {
  const whole = grid(rows);
  const at = (number: number) => number === top && { startsPage: true as const };
  const sheet = { ...whole, rows: whole.rows.map((row) => ({ ...row, ...at(row.number) })) };
  const imported = importChosen(sheet);
  assert.deepEqual(lostTexts([sheet], imported), []);
  const told = imported.report.items.flatMap(({ kind, cell, message }) =>
    /页/.test(message.zh) ? [[kind, cell]] : [],
  );
  return { ...imported, told };
}

describe('a row of a list that the end of a page cuts in two', () => {
  const whole = `项目名称: 科普讲座
总计: 3.00
财政拨款: 3.00
绩效目标: 办好讲座,面向社区居民普及科学知识。
绩效指标:
  ${FIRST}
  ${SECOND}

项目名称: 科普画廊
总计: 5.00
财政拨款: 5.00
绩效目标: 更新画廊。
`;

  test('is put together again where the rest has neither name nor amounts', () => {
    const { document, told } = paged(
      [
        HEAD,
        ['科普讲座', '3.00', '3.00', '办好讲座,面向社区居', FIRST],
        ['', '', '', '民普及科学知识。', SECOND],
        ['科普画廊', '5.00', '5.00', '更新画廊。'],
      ],
      3,
    );
    assert.equal(document, whole);
    assert.deepEqual(told, [
      ['mended', 'D3'],
      ['mended', 'E3'],
    ]);
  });

  test('goes on in the same line of a text, or in the next', () => {
    const goal = (before: string, rest: string) =>
      /绩效目标:\s*([\s\S]*?)\n绩效指标/
        .exec(paged([HEAD, ['甲', '1.00', '1.00', before, FIRST], ['', '', '', rest, '']], 3).document)?.[1]
        ?.split('\n')
        .map((line) => line.trim());
    assert.deepEqual(goal('建设APP', 'store平台'), ['建设APP store平台']);
    assert.deepEqual(goal('培训1', '00人次'), ['培训100人次']);
    assert.deepEqual(goal('办好讲座。', '更新画廊。'), ['办好讲座。', '更新画廊。']);
    assert.deepEqual(goal('1. 办好讲座', '2. 更新画廊'), ['1. 办好讲座', '2. 更新画廊']);
  });

  test('is told where it may be a row of its own', () => {
    const { document, told } = paged(
      [HEAD, ['科普讲座和科普', '3.00', '3.00', '办好讲座', FIRST], ['画廊专项', '', '', ',更新画廊。', SECOND]],
      3,
    );
    assert.match(document, /^项目名称: 画廊专项$/m);
    assert.deepEqual(told, [['assumed', 'A3']]);
  });

  test('is none where the page begins with a row of its own, or no page begins', () => {
    const rows = [HEAD, ['甲', '1.00', '1.00', '办好。', FIRST], ['乙', '1.00', '1.00', '办好。', FIRST]];
    assert.deepEqual(paged(rows, 3).told, []);
    const loose = [...rows.slice(0, 2), ['', '', '', '另一段', '']];
    assert.match(paged(loose, 9).document, /^\/\/ 原表 D3 绩效目标: 另一段$/m);
  });
});

describe('a list with an indicator a row over several pages', () => {
  const LEVELS = ['项目名称', '总计', '绩效目标', '一级指标', '二级指标', '三级指标', '年度指标值'];
  const first = ['科普讲座', '3.00', '办好讲座,面向社区', '产出指标', '数量指标', '讲座场次', '20场'];

  test('a name and amounts that the next page says again, and a goal that goes on there', () => {
    for (const [name, total] of [
      ['', ''],
      ['科普讲座', '3.00'],
    ] as const) {
      const { document, told, report } = paged(
        [LEVELS, first, [name, total, '居民普及科学知识。', '', '质量指标', '满座率', '≥80%']],
        3,
      );
      assert.match(document, /^绩效目标: 办好讲座,面向社区居民普及科学知识。$/m);
      assert.deepEqual([report.counts.projects, report.counts.indicators], [1, 2]);
      assert.deepEqual(told, [['mended', 'C3']]);
    }
  });

  test('an indicator without value at the top of a page is told', () => {
    const { told } = paged([LEVELS, first, ['', '', '', '', '', '和听众人次', '']], 3);
    assert.deepEqual(told, [['assumed', 'F3']]);
  });
});
