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

  test('a number that is shown rounded is written as it is, and told', () => {
    const rows = grid([
      ['项目名称', '总计', '财政拨款', '绩效目标', '绩效指标'],
      ['修路', '33.333', '33.3', '办好。', TARGET],
    ]).rows.map((row) => ({
      ...row,
      cells: row.cells.map((cell) =>
        cell.text === '33.333' ? { ...cell, isNumber: true as const, shown: '33.33' } : cell,
      ),
    }));
    const form = grid([
      ['项目名称', '养路'],
      ['总计', '1'],
      ['绩效目标', '养好。'],
    ]).rows.map((row) => ({
      ...row,
      cells: row.cells.map((cell) =>
        cell.text === '1' ? { ...cell, text: '0.6', isNumber: true as const, shown: '1' } : cell,
      ),
    }));
    for (const [own, shown, exact] of [
      [rows, '33.33', '33.333'],
      [form, '1', '0.6'],
    ] as const) {
      const { document, report } = importChosen({ above: [], rows: own });
      assert.match(document, new RegExp(`^总计: ${exact}0?$`, 'm'));
      assert.ok(
        report.items.some(({ kind, before, after }) => kind === 'assumed' && before === shown && after === exact),
      );
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

  test('of the unit, too: what all of them give has to be the total', () => {
    const own = ['资金总额', '当年财政拨款', '上年结转', '单位自有资金'];
    assert.match(
      list(own, '100', '70', '20', '10').document,
      /^年度资金总额: 100\n当年财政拨款: 70\n上年结转资金: 20\n其他资金: 10$/m,
    );
    const { document } = list(own, '100', '70', '20', '20');
    assert.match(document, /^上年结转资金: 20\n\/\/ 原表 E2 单位自有资金: 20$/m);
    const both = list(['资金总额', '一般公共预算', '政府性基金', '自筹资金'], '100', '80', '', '20');
    assert.match(both.document, /^总计: 100\n财政拨款: 80\n其他资金: 20$/m);
  });
});

describe('heads of two rows over amounts', () => {
  const tall = (text: string): Cell => ({ text, rows: 2 });
  const over = (text: string): Cell => ({ text, columns: 4 });
  const published = (money: string, words: readonly string[], amounts: readonly string[]) =>
    importChosen(
      grid([
        [tall('项目名称'), over(money), tall('绩效目标'), tall('绩效指标')],
        words,
        ['修路', ...amounts, '办好。', TARGET],
      ]),
    );
  const structured = (money: string, words: readonly string[], amounts: readonly string[]) =>
    importChosen(
      grid([
        [tall('单位名称'), tall('项目名称'), over(money), ...['一级指标', '二级指标', '三级指标', '指标值'].map(tall)],
        words,
        ['某局', '修路', ...amounts, '产出指标', '数量指标', '里程', '20公里'],
        ['某局', '养路', ...amounts, '产出指标', '数量指标', '里程', '20公里'],
      ]),
    );

  for (const [name, read] of Object.entries({ published, structured })) {
    test(`${name}: the total and its sources have their columns, in the unit that the head says`, () => {
      const { document } = read(
        '预算资金（元）',
        ['合计', '财政拨款', '财政专户拨款', '自筹'],
        ['1000000', '800000', '', '200000'],
      );
      assert.match(document, /^单位: 元$/m);
      assert.match(document, /^项目名称: 修路\n总计: 1000000\n财政拨款: 800000\n其他资金: 200000\n/m);
      assert.doesNotMatch(document, /原表/);
    });

    test(`${name}: what several levels give is kept beside the total, with its cells`, () => {
      const { document, report } = read('资金来源', ['小计', '中央', '省级', '市县'], ['100', '50', '30', '20']);
      assert.match(
        document,
        /^项目名称: 修路\n总计: 100\n\/\/ 原表 \w3 中央: 50\n\/\/ 原表 \w3 省级: 30\n\/\/ 原表 \w3 市县: 20$/m,
      );
      assert.ok(report.items.some(({ kind, before }) => kind === 'unplaced' && before === '50'));
    });

    test(`${name}: a word that nobody knows is a column of its own, and not the total`, () => {
      const { document } = read('预算金额', ['合计', '中央', '彩票公益金', '其他'], ['100', '50', '30', '20']);
      assert.match(
        document,
        /^总计: 100\n\/\/ 原表 \w3 中央: 50\n\/\/ 原表 \w3 彩票公益金: 30\n\/\/ 原表 \w3 其他: 20$/m,
      );
    });
  }

  test('a row of amounts is no part of the head', () => {
    const { document } = importChosen(
      grid([
        ['项目名称', '金额', '', '绩效目标', '绩效指标'],
        ['合计', '100', '', '', ''],
        ['修路', '100', '', '办好。', TARGET],
      ]),
    );
    assert.match(document, /^合计\n总计: 100$/m);
  });
});

describe('a line that states another money unit among the rows', () => {
  const line = (text: string): Cell[] => [{ text, columns: 3 }];

  test('holds for the rows below it', () => {
    const heading = ['项目名称', '总计', '绩效目标'];
    const { document, report } = importChosen(
      grid([
        line('单位：万元'),
        heading,
        ['甲', '120.5', '目标甲'],
        line('单位：元'),
        heading,
        ['乙', '1205000', '目标乙'],
        line('单位：万元'),
        heading,
        ['丙', '7', '目标丙'],
      ]),
    );
    assert.deepEqual(document.match(/^(?:单位|总计).*/gm), ['单位: 万元', '总计: 120.5', '总计: 120.50', '总计: 7']);
    assert.doesNotMatch(document, /原表/);
    const told = report.items.filter(({ kind }) => kind === 'mended');
    assert.deepEqual(
      told.map(({ cell, before, after }) => [cell, before, after]),
      [
        ['A4', '单位: 元', '单位: 万元'],
        ['B6', '1205000', '120.50'],
      ],
    );
  });

  test('holds in lists with an indicator a row, and what else the line says is kept', () => {
    const heading = ['项目名称', '总计', '一级指标', '二级指标', '三级指标', '年度指标值'];
    const indicator = ['产出指标', '数量指标', '里程', '20公里'];
    const { document } = importChosen(
      grid([
        line('单位：元'),
        heading,
        ['甲', '1205000', ...indicator],
        ['部门名称：另一局', '', '', '', '', '单位：万元'],
        heading,
        ['乙', '120.5', ...indicator],
      ]),
    );
    assert.deepEqual(document.match(/^(?:单位|总计).*/gm), ['单位: 元', '总计: 1205000', '总计: 1,205,000.00']);
    assert.match(document, /^\/\/ 原表 A4: 部门名称: 另一局$/m);
  });
});

describe('money of several years', () => {
  const INDICATORS = ['一级指标', '二级指标', '三级指标', '指标值'];
  const tall = (text: string): Cell => ({ text, rows: 2 });
  const two = (text: string): Cell => ({ text, columns: 2 });

  test('the budget beside names and goals is the total, whatever it is called', () => {
    for (const word of ['预算数', '本年预算', '年度预算（万元）', '2025年预算', '2025年度预算数']) {
      const { document } = importChosen(
        grid([
          ['项目名称', word, '绩效目标'],
          ['甲', '200', '目标甲'],
        ]),
      );
      assert.match(document, /^总计: 200\n绩效目标: 目标甲$/m, word);
    }
  });

  test('what was budgeted before or spent is kept, wherever it stands', () => {
    for (const [before, own] of [
      ['上年预算', '预算数'],
      ['上年预算数', '本年预算'],
      ['执行数', '预算数'],
      ['2024年预算', '2025年预算'],
    ] as const) {
      for (const turned of [false, true]) {
        const inOrder = (...pair: readonly string[]) => (turned ? pair.toReversed() : pair);
        const { document } = importChosen(
          grid([
            ['项目名称', ...inOrder(before, own), '绩效目标'],
            ['甲', ...inOrder('100', '200'), '目标甲'],
          ]),
        );
        assert.match(document, new RegExp(`^总计: 200\n// 原表 [BC]2 ${before}: 100$`, 'm'));
      }
    }
  });

  test('heads of two rows: the later year is taken, and told', () => {
    const { document, report } = importChosen(
      grid([
        [tall('项目名称'), two('2024年预算'), two('2025年预算'), tall('绩效目标')],
        ['总计', '财政拨款', '总计', '财政拨款'],
        ['甲', '100', '90', '200', '180', '目标甲'],
      ]),
    );
    assert.match(
      document,
      /^总计: 200\n财政拨款: 180\n\/\/ 原表 B3 2024年预算 总计: 100\n\/\/ 原表 C3 2024年预算 财政拨款: 90$/m,
    );
    assert.ok(report.items.some(({ before, after }) => before === '2024年预算 总计' && after === '2025年预算 总计'));
    const { document: structured } = importChosen(
      grid([
        [tall('项目名称'), two('上年预算'), two('本年预算'), ...INDICATORS.map(tall)],
        ['总计', '财政拨款', '总计', '财政拨款'],
        ['甲', '100', '90', '200', '180', '产出指标', '数量指标', '里程', '20公里'],
      ]),
    );
    assert.match(
      structured,
      /^总计: 200\n财政拨款: 180\n\/\/ 原表 B3 上年预算 总计: 100\n\/\/ 原表 C3 上年预算 财政拨款: 90$/m,
    );
  });

  test('in forms', () => {
    const { document } = importChosen(
      grid([
        ['项目名称', { text: '甲', columns: 3 }],
        ['2024年预算', '100', '2025年预算', '200'],
        ['绩效目标', { text: '目标甲', columns: 3 }],
      ]),
    );
    assert.match(document, /^总计: 200\n\/\/ 原表 B2 2024年预算: 100$/m);
  });
});

describe('amounts of forms', () => {
  const form = (...rows: readonly (readonly Cell[])[]) =>
    importChosen(
      grid([
        ['项目名称', { text: '修路', columns: 4 }],
        ...rows,
        [{ text: '绩效指标', rows: 2 }, '一级指标', '二级指标', '三级指标', '年度指标值'],
        ['产出指标', '数量指标', '里程', '20公里'],
      ]),
    ).document;
  const PLACED = /^总计: 100\n财政拨款: 80\n其他资金: 20$/m;

  test('合计 beside 资金来源 is the total, be its sources below or beside it', () => {
    const value = (text: string): Cell => ({ text, columns: 3 });
    assert.match(
      form(
        [{ text: '资金来源', rows: 4 }, '合计', value('100')],
        ['中央资金', value('80')],
        ['省级资金', value('')],
        ['单位自筹', value('20')],
      ),
      PLACED,
    );
    assert.match(
      form([{ text: '资金来源', rows: 2 }, '合计', '中央', '省级', '自筹'], ['100', '80', '', '20']),
      PLACED,
    );
  });

  test('the money of the whole period is not the total where the year has its own, whatever that is called', () => {
    assert.match(
      form(['项目总投资（万元）', '900', '年度资金（万元）', '300']),
      /^年度资金总额: 300\n实施期资金总额: 900$/m,
    );
    const unknown = form(['项目总投资（万元）', '900', '年度用款资金（万元）', '300']);
    assert.doesNotMatch(unknown, /^总计/m);
    assert.match(unknown, /^实施期资金总额: 900$/m);
    assert.match(unknown, /年度用款资金（万元）: 300$/m);
    assert.match(form(['项目总投资（万元）', '900', '项目负责人', '某人']), /^总计: 900$/m);
  });

  test('the budget of one level is the total only where nobody else gives any', () => {
    const several = form(['年度本级预算金额', '400', '上级资金', '600'], ['其他资金', { text: '0', columns: 3 }]);
    assert.doesNotMatch(several, /^总计/m);
    assert.match(several, /^\/\/ 原表 B2 年度本级预算金额: 400$/m);
    assert.match(several, /^\/\/ 原表 D2 上级资金: 600$/m);
    for (const none of ['', '0']) assert.match(form(['年度本级预算金额', '400', '上级资金', none]), /^总计: 400$/m);
    assert.match(
      form(['资金总额', '1000', '', ''], ['年度本级预算金额', '400', '上级资金', '600']),
      /^总计: 1000\n\/\/ 原表 B3 年度本级预算金额: 400\n\/\/ 原表 D3 上级资金: 600$/m,
    );
    assert.doesNotMatch(form(['项目总投资', '900', '年度本级预算金额', '400'], ['上级资金', '200', '', '']), /^总计/m);
  });

  test('the unit of a head that no one knows holds for what stands beside it', () => {
    const document = form(
      [{ text: '资金投入额（元）', rows: 2 }, '年度金额：', { text: '1000000', columns: 3 }],
      ['其中：中央补助', { text: '1000000', columns: 3 }],
    );
    assert.match(document, /^单位: 元$/m);
  });
});
