import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { importGrids, recognise } from '../../../server/src/exchange/importing.ts';
import { grid, importChosen } from './grids.ts';
import { profiles } from './readFixture.ts';

const TARGET = '1、1-产出指标; 11-数量指标; 场次; 实施周期指标值:1场; 年度指标值:1场。';
const list = (name: string, unit = '') => [
  ['项目名称', `总计${unit}`, '财政拨款', '绩效目标', '绩效指标'],
  [name, '20000.00', '20000.00', '办好。', TARGET],
];
const brief = (...grids: Parameters<typeof recognise>[0]) =>
  recognise(grids, profiles).map(({ name, layout, isChosen, reason }) => [name, layout, isChosen, reason?.zh]);

describe('what is told before anything is imported', () => {
  test('hidden sheets, sheets that are no tables, and the same projects once more are not chosen', () => {
    assert.deepEqual(
      brief(
        grid([['封面']], { name: '封面' }),
        grid(list('甲'), { name: '表1' }),
        grid(list('乙'), { name: '旧表', hidden: true }),
        grid(list('甲'), { name: '副本' }),
        grid([], { name: '空表' }),
      ),
      [
        ['封面', 'none', false, '没有找到绩效目标表的表头'],
        ['表1', 'list', true, undefined],
        ['旧表', 'list', false, '隐藏的工作表'],
        ['副本', 'list', false, '与“表1”的项目相同'],
      ],
    );
  });

  test('rows and columns that are hidden in a workbook are read, and told', () => {
    const row = (name: string) => [name, '1.00', '1.00', '办好。', TARGET];
    const whole = grid([...list('甲'), row('乙'), row('丙'), row('丁'), row('戊')], { name: '表1' });
    const rows = whole.rows.map((row, i) => ({
      ...row,
      ...([2, 3, 5].includes(i) && { isHidden: true as const }),
      cells: row.cells.map((cell) => (cell.column === 3 ? { ...cell, isHidden: true as const } : cell)),
    }));
    const { document, report } = importChosen({ ...whole, rows });
    assert.match(document, /项目名称: 乙\n[\s\S]*绩效目标:\s+办好。/);
    const hidden = report.items.filter(({ message }) => message.zh.includes('隐藏'));
    assert.deepEqual(
      hidden.map(({ cell, before, message }) => [cell, before, message.zh.slice(0, 6)]),
      [
        ['表1!D1', '绩效目标', '原表中隐藏的'],
        ['表1!A3', '乙 … 丙 (2)', '原表中隐藏的'],
        ['表1!A6', '戊', '原表中隐藏的'],
      ],
    );
  });

  test('the same projects with other amounts, of other departments, or on sheets of other units are others', () => {
    const chosen = (...grids: Parameters<typeof recognise>[0]) =>
      recognise(grids, profiles).map(({ isChosen }) => isChosen);
    const other = list('甲').map((row) => row.map((text) => text.replace('20000', '30000')));
    assert.deepEqual(chosen(grid(list('甲'), { name: '表1' }), grid(other, { name: '表2' })), [true, true]);
    const goal = list('甲').map((row) => row.map((text) => text.replace('办好。', '另办。')));
    assert.deepEqual(chosen(grid(list('甲'), { name: '表1' }), grid(goal, { name: '表2' })), [true, true]);
    const of = (unit: string) => grid(list('甲'), { above: [`填报单位：${unit}`] });
    assert.deepEqual(chosen(of('区科协'), of('区文联')), [true, true]);
    assert.deepEqual(chosen(of('区科协'), of('区科协')), [true, false]);
    const named = (name: string) => grid(list('甲'), { name });
    assert.deepEqual(chosen(named('甲单位'), named('乙单位')), [true, true]);
    // Where one of two has no amounts, nothing speaks against their being one.
    const without = [
      ['项目名称', '绩效目标', '绩效指标'],
      ['甲', '办好。', TARGET],
    ];
    assert.deepEqual(chosen(grid(list('甲'), { name: '表1' }), grid(without, { name: '表2' })), [true, false]);
  });

  test('how many projects and indicators there are, whether these have rows of their own or not', () => {
    const counts = (rows: string[][]) =>
      recognise([grid(rows)], profiles).map(({ layout, projects, indicators }) => [layout, projects, indicators]);
    const [head = [], row = []] = list('甲');
    assert.deepEqual(counts([head, [...row.slice(0, -1), `${TARGET}2${TARGET.slice(1)}`], ['乙', ...row.slice(1)]]), [
      ['list', 2, 3],
    ]);
    assert.deepEqual(
      counts([
        ['项目名称', '总计', '产出指标', '满意度指标'],
        ['甲', '1', '场次≥1场\n人次≥9人次', '满意度≥90%'],
      ]),
      [['list', 1, 3]],
    );
  });

  test('the targets of a department as a whole are no project', () => {
    const whole = grid([
      ['部门名称', '示范局'],
      ['年度目标', '管好全区。'],
      ['一级指标', '二级指标', '三级指标', '指标值'],
      ['产出指标', '数量指标', '办件数', '100件'],
    ]);
    assert.deepEqual(brief(whole), [['表 1', 'form', false, '没有项目名称（可能是部门整体支出绩效目标表）']]);
  });

  test('the profile that the table names, else the one that has places for its columns', () => {
    const profileOf = (head: string, above: readonly string[] = []) =>
      recognise(
        [
          grid(
            [
              ['项目名称', '总计', '一级指标', '二级指标', '三级指标', '年度指标值', head],
              ['甲', '1', '产出指标', '数量指标', '场次', '1场', '10'],
            ],
            { above },
          ),
        ],
        profiles,
      )[0]?.profile;
    assert.equal(profileOf('权重'), 'central-2021');
    assert.equal(profileOf('指标解释'), 'central-2021');
    assert.equal(profileOf('实施周期指标值'), 'guangzhou');
    assert.equal(profileOf('佐证'), 'guangzhou');
    assert.equal(profileOf('权重', ['版式: guangzhou']), 'guangzhou');
  });
});

describe('money units', () => {
  test('of several tables become that of the first, exactly', () => {
    const { document, report } = importChosen(
      grid(list('甲', '(元)'), { name: '表1' }),
      grid(list('乙', '(万元)'), { name: '表2' }),
    );
    assert.equal(document.match(/^单位: 元$/gm)?.length, 1);
    assert.match(document, /^项目名称: 甲\n总计: 20000\.00$/m);
    assert.match(document, /^项目名称: 乙\n总计: 200,000,000\.00$/m);
    const converted = report.items.filter(({ before, after }) => before === '20000.00' && after === '200,000,000.00');
    assert.deepEqual(
      converted.map(({ kind, cell }) => [kind, cell]),
      [
        ['mended', '表2!B2'],
        ['mended', '表2!C2'],
      ],
    );
  });

  test('that nobody states is said to be taken for 万元', () => {
    const { document, report } = importChosen(grid(list('甲')));
    assert.doesNotMatch(document, /单位/);
    assert.ok(report.items.some(({ kind, message }) => kind === 'assumed' && /金额单位/.test(message.zh)));
  });
});

describe('tables of several units', () => {
  const units = (document: string) =>
    [...document.matchAll(/^(?:资金使用单位|部门名称|项目名称): (.*)$/gm)].map(([line]) => line);

  test('of which each names the one that fills it in stand below their units', () => {
    const of = (unit: string, name: string) =>
      grid(list('甲'), { name, above: ['项目支出绩效目标表', `填报单位：${unit}`] });
    const { document, report } = importChosen(of('区科协', '表1'), of('区文联', '表2'));
    assert.deepEqual(units(document), ['资金使用单位: 区科协', '项目名称: 甲', '资金使用单位: 区文联', '项目名称: 甲']);
    assert.doesNotMatch(document, /原表/);
    assert.deepEqual(
      report.items.flatMap(({ kind, before, after }) =>
        kind === 'assumed' && after?.startsWith('资金') ? [[before, after]] : [],
      ),
      [
        ['填报单位: 区科协', '资金使用单位: 区科协'],
        ['填报单位: 区文联', '资金使用单位: 区文联'],
      ],
    );
    assert.equal(report.counts.units, 2);
  });

  test('on sheets named after them, with projects of one name, stand below their units', () => {
    const named = (name: string) => grid(list('甲'), { name });
    const { document, report } = importChosen(named('甲单位'), named('乙单位'));
    assert.deepEqual(units(document), ['资金使用单位: 甲单位', '项目名称: 甲', '资金使用单位: 乙单位', '项目名称: 甲']);
    assert.ok(report.items.some(({ kind, before, after }) => kind === 'assumed' && before === '乙单位' && after));
    // Nothing is assumed where projects have names of their own, or one of the sheets is no unit's.
    const other = grid(list('乙'), { name: '乙单位' });
    assert.deepEqual(units(importChosen(named('甲单位'), other).document), ['项目名称: 甲', '项目名称: 乙']);
    const third = grid(list('丙'), { name: '汇总' });
    assert.deepEqual(units(importChosen(named('甲单位'), named('乙单位'), third).document).length, 3);
  });

  test('have their sums as the amounts of their units', () => {
    const of = (unit: string) =>
      grid([...list('甲'), ['合计', '20000.00', '20000.00']], { above: [`单位名称：${unit}`] });
    const { document } = importChosen(of('区科协'), of('区文联'));
    assert.doesNotMatch(document, /^合计/m);
    assert.match(document, /^资金使用单位: 区科协\n总计: 20000\.00\n财政拨款: 20000\.00\n\n项目名称: 甲\n/);
  });

  test('keep the units that stand in them', () => {
    const of = (unit: string) =>
      grid(
        [
          ['资金使用单位', ...(list('甲')[0] as string[])],
          [`${unit}本级`, ...(list('甲')[1] as string[])],
        ],
        { above: [`部门名称：${unit}`] },
      );
    const { document } = importChosen(of('区科协'), of('区文联'));
    assert.match(document, /原表.*部门名称: 区文联/);
    assert.deepEqual(
      units(document).filter((line) => line.startsWith('资金')),
      ['资金使用单位: 区科协本级', '资金使用单位: 区文联本级'],
    );
  });
});

test('a table that somebody chose although there is none becomes comments', () => {
  const grids = [
    grid(
      [
        ['随便', '写的'],
        ['', '第二行'],
      ],
      { name: '便笺' },
    ),
  ];
  const { document } = importGrids(grids, recognise(grids, profiles), profiles);
  assert.equal(document, '// 原表 便笺!A1: 随便\n// 原表 便笺!B1: 写的\n// 原表 便笺!B2: 第二行\n');
});

test('a document for another profile names it', () => {
  const grids = [grid(list('甲'))];
  const { document, profile } = importGrids(grids, recognise(grids, profiles), profiles, { profile: 'central-2021' });
  assert.equal(profile, 'central-2021');
  assert.match(document, /^版式: central-2021$/m);
  assert.match(document, /^年度资金总额: 20000\.00$/m);
});
