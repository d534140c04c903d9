import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { openTable } from '../../tables.ts';
import { type Cell, grid, importChosen } from './grids.ts';

const TARGET = '1、1-产出指标; 11-数量指标; 场次; 实施周期指标值:1场; 年度指标值:1场。';
const list = (columns: readonly string[], ...amounts: readonly string[]) =>
  importChosen(
    grid([
      ['项目名称', ...columns, '绩效目标', '绩效指标'],
      ['修路', ...amounts, '办好。', TARGET],
    ]),
  );

describe('amounts that cannot be read', () => {
  test('stay as they are, and are told by the report and by the checker', () => {
    for (const text of ['(100)', '（100）', '约100', '100(注1)']) {
      const { document, report } = list(['总计', '财政拨款'], text, '100');
      assert.match(document, /^总计: .*100/m);
      assert.deepEqual(
        report.items.flatMap(({ kind, cell, before, message }) =>
          message.zh.startsWith('看不懂的金额') ? [[kind, cell, before]] : [],
        ),
        [['assumed', 'B2', text]],
      );
      const rules = openTable(document)
        .findings()
        .map(({ finding }) => finding.rule.id);
      assert.ok(rules.includes('amount-invalid'), text);
    }
  });

  test('a sentence among the amounts is none, whatever figures are in it', () => {
    const text = '其中20万元为上年结转资金,本年新增80万元,详见附件2';
    const { document } = list(['总计', '财政拨款'], '100.00', text);
    assert.match(document, /^\/\/ 原表 C2 财政拨款: 其中20万元/m);
    assert.doesNotMatch(document, /^财政拨款/m);
  });
});

describe('money by level of government', () => {
  const COLUMNS = ['总计', '中央资金', '省级资金', '其他资金'];

  test('has no place where several levels give, and is told with its cells', () => {
    const { document, report } = list(COLUMNS, '100.00', '50.00', '30.00', '20.00');
    assert.match(
      document,
      /^总计: 100\.00\n其他资金: 20\.00\n\/\/ 原表 C2 中央资金: 50\.00\n\/\/ 原表 D2 省级资金: 30\.00$/m,
    );
    assert.deepEqual(
      report.items.flatMap(({ kind, cell, column }) => (kind === 'unplaced' && column ? [[cell, column]] : [])),
      [
        ['C2', '中央资金'],
        ['D2', '省级资金'],
      ],
    );
  });

  test('is the column of all where one level alone gives, and the total says so', () => {
    for (const [central, province] of [
      ['80.00', ''],
      ['80.00', '0'],
    ] as const) {
      const { document, report } = list(COLUMNS, '100.00', central, province, '20.00');
      assert.match(document, /^总计: 100\.00\n财政拨款: 80\.00\n其他资金: 20\.00$/m);
      assert.ok(
        report.items.some(
          ({ kind, cell, before, after }) =>
            kind === 'assumed' && cell === 'C2' && before === '中央资金' && after === '财政拨款',
        ),
      );
    }
    // The sum is another: something else is meant, or somebody has made a mistake.
    assert.doesNotMatch(list(COLUMNS, '100.00', '70.00', '', '20.00').document, /^财政拨款/m);
    assert.match(
      list(['财政拨款', ...COLUMNS], '80.00', '100.00', '80.00', '', '20.00').document,
      /^\/\/ 原表 D2 中央资金/m,
    );
  });

  test('in forms and in lists with an indicator a row', () => {
    const form: readonly (readonly Cell[])[] = [
      ['项目名称', { text: '修路', columns: 4 }],
      [{ text: '资金情况（元）', rows: 3 }, '年度金额：', { text: '1000000', columns: 3 }],
      ['其中：中央补助', { text: '800000', columns: 3 }],
      ['其他资金', { text: '200000', columns: 3 }],
      [{ text: '绩效指标', rows: 2 }, '一级指标', '二级指标', '三级指标', '年度指标值'],
      ['产出指标', '数量指标', '里程', '20公里'],
    ];
    assert.match(importChosen(grid(form)).document, /^财政拨款: 800000\n/m);
    const { document } = importChosen(
      grid([
        ['项目名称', ...COLUMNS, '一级指标', '二级指标', '三级指标', '年度指标值'],
        ['修路', '100', '80', '', '20', '产出指标', '数量指标', '里程', '20公里'],
        ['修桥', '100', '50', '30', '20', '产出指标', '数量指标', '长度', '2公里'],
      ]),
    );
    assert.match(document, /项目名称: 修路\n总计: 100\n财政拨款: 80\n其他资金: 20\n绩效指标/);
    assert.match(
      document,
      /项目名称: 修桥\n总计: 100\n其他资金: 20\n\/\/ 原表 C3 中央资金: 50\n\/\/ 原表 D3 省级资金: 30\n/,
    );
  });
});
