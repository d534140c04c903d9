import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Grid } from '../../../server/src/exchange/grid.ts';
import { type PastePlace, pasteText } from '../../../server/src/exchange/importing.ts';
import { profiles } from './readFixture.ts';

const [guangzhou, central] = profiles as [(typeof profiles)[0], (typeof profiles)[0]];

/** Cells as the clipboard has them; an empty string is no cell. */
function cells(...rows: readonly (readonly string[])[]): Grid {
  return {
    above: [],
    rows: rows.map((texts, i) => ({
      number: i + 1,
      cells: texts.flatMap((text, column) => (text === '' ? [] : [{ column, text }])),
    })),
  };
}

const paste = (grid: Grid, place: PastePlace['place'], more: Partial<PastePlace> = {}) =>
  pasteText([grid], { profile: guangzhou, moneyUnit: '万元', place, ...more });

const TARGET = '1、1-产出指标; 11-数量指标; 培训人次; 实施周期指标值:10人次; 年度指标值:10人次。';

describe('cells between blocks', () => {
  test('rows of the list become blocks, without their heading too', () => {
    const row = ['科普讲座', '3.00', '3.00', '', '', '办好讲座。', TARGET];
    const heading = ['项目名称', '总计', '财政拨款', '财政专户拨款', '其他资金', '绩效目标', '绩效指标'];
    const blocks = `项目名称: 科普讲座\n总计: 3.00\n财政拨款: 3.00\n绩效目标: 办好讲座。\n绩效指标:\n  ${TARGET}\n`;
    assert.equal(paste(cells(row), 'betweenBlocks')?.text, blocks);
    assert.equal(paste(cells(heading, row), 'betweenBlocks')?.text, blocks);
  });

  test('amounts are converted into the money unit of the document', () => {
    const { text } =
      paste(
        cells(
          ['项目名称', '总计(元)', '财政拨款', '绩效目标', '绩效指标'],
          ['讲座', '30000', '30000', '办好。', TARGET],
        ),
        'betweenBlocks',
      ) ?? {};
    assert.match(text ?? '', /^总计: 3\.00$/m);
  });

  test('cells that name no project are pasted as they are', () => {
    assert.equal(paste(cells(['甲', '乙'], ['丙', '丁']), 'betweenBlocks'), undefined);
    assert.equal(paste(cells(['3.00']), 'betweenBlocks'), undefined);
    assert.equal(paste({ above: [], rows: [] }, 'betweenBlocks'), undefined);
  });
});

describe('cells among indicators', () => {
  test('a cell of indicators that run together becomes one a line', () => {
    const cell = `${TARGET}2、2-效益指标; 22-社会效益; 影响; 实施周期指标值:≥2场; 年度指标值:≥2场。`;
    const second = '2、2-效益指标; 22-社会效益; 影响; 实施周期指标值:≥2场; 年度指标值:≥2场。';
    assert.equal(paste(cells([cell]), 'indicators')?.text, `${TARGET}\n${second}\n`);
    const { text } = paste(cells([cell]), 'indicators', { firstNumber: 4 }) ?? {};
    assert.equal(text, `4${TARGET.slice(1)}\n5${second.slice(1)}\n`);
  });

  test('lines of the language itself are pasted as they are', () => {
    assert.equal(paste(cells([TARGET]), 'indicators'), undefined);
  });

  test('rows with a heading', () => {
    const grid = cells(
      ['一级指标', '二级指标', '三级指标', '指标性质', '指标值', '度量单位', '权重'],
      ['产出指标', '数量指标', '培训班次', '≥', '6', '期', '20'],
      ['', '时效指标', '完成时间', '定性', '11月底前', '', '10'],
    );
    assert.equal(
      paste(grid, 'indicators', { profile: central, firstNumber: 3 })?.text,
      `3、1-产出指标; 11-数量指标; 培训班次; 年度指标值:≥6期; 权重:20。
4、1-产出指标; 13-时效指标; 完成时间; 年度指标值:11月底前; 权重:10。
`,
    );
  });

  test('rows without heading, by what stands in their columns', () => {
    const rows = [
      ['产出指标', '数量指标', '培训班次', '≥', '6', '期'],
      ['', '质量指标', '考核合格率', '≥', '95', '%'],
    ];
    const lines = '1、1-产出指标; 11-数量指标; 培训班次; ≥6期。\n2、1-产出指标; 12-质量指标; 考核合格率; ≥95%。\n';
    assert.equal(paste(cells(...rows), 'indicators')?.text, lines);
    // The unit may stand before the sign, and level 1 may be left out.
    const others = rows.map(([, level2 = '', name = '', sign = '', value = '', unit = '']) => [
      level2,
      name,
      unit,
      sign,
      value,
    ]);
    assert.equal(paste(cells(...others), 'indicators')?.text, lines);
  });

  test('a column that is not known is kept beside its indicator', () => {
    const { text } = paste(cells(['数量指标', '培训班次', '6期', '张榜公布']), 'indicators') ?? {};
    assert.equal(text, '1、1-产出指标; 11-数量指标; 培训班次; 6期。\n// 原表 D1: 张榜公布\n');
  });

  test('other cells are pasted as they are', () => {
    assert.equal(paste(cells(['培训班次', '6期']), 'indicators'), undefined);
    assert.equal(paste(cells(['随便一句话。']), 'indicators'), undefined);
  });
});

describe('cells among amounts', () => {
  test('one for each column of the table, in a row or below each other', () => {
    const lines = '总计: 12.00\n财政拨款: 10.00\n其他资金: 2.00\n';
    assert.equal(paste(cells(['12.00', '10.00', '', '2.00']), 'amounts')?.text, lines);
    assert.equal(
      paste(cells(['12.00'], ['10.00'], ['0'], ['2.00']), 'amounts')?.text,
      lines.replace('其他', '财政专户拨款: 0\n其他'),
    );
  });

  test('beside their labels, in their own money unit', () => {
    const grid = cells(['年度资金总额（元）', '120000'], ['其中：财政拨款', '12']);
    assert.equal(paste(grid, 'amounts')?.text, '总计: 12.00\n财政拨款: 12\n');
  });

  test('some amounts without labels may be any', () => {
    assert.equal(paste(cells(['12.00', '10.00']), 'amounts'), undefined);
    assert.equal(paste(cells(['12.00']), 'amounts'), undefined);
    assert.equal(paste(cells(['甲', '乙']), 'amounts'), undefined);
  });
});

test('a goal is pasted as it is', () => assert.equal(paste(cells(['办好讲座。']), 'goal'), undefined));
