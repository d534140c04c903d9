import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { openTable } from '../../tables.ts';
import { grid, importChosen } from './grids.ts';
import { lostTexts } from './lost.ts';

const HEAD = ['项目名称', '总计', '财政拨款', '绩效目标'];
const PROJECT = ['科普讲座', '3.00', '3.00', '办好讲座。'];
const LEVEL_1 = ['产出指标', '效益指标', '满意度指标'];

/** The indicators that a list with a column a class is read as, and what is said of it. */
function imported(head: readonly string[], ...cells: readonly string[]) {
  const sheet = grid([
    [...HEAD, ...head],
    [...PROJECT, ...cells],
  ]);
  const made = importChosen(sheet);
  assert.deepEqual(lostTexts([sheet], made), []);
  const lines = made.document.split('\n');
  const said = made.report.items.map(({ kind, cell, after }) => [kind, cell, after]);
  return { ...made, said, indicators: lines.slice(lines.indexOf('绩效指标:') + 1, -1).map((line) => line.trim()) };
}

describe('a list with a column a class', () => {
  test('what stands in the columns are indicators of their class; the level-2 class that nobody wrote is not guessed', () => {
    const { document, report, said } = imported(LEVEL_1, '讲座场次≥20场', '听众人次≥2000人次', '听众满意度≥90%');
    assert.equal(
      document,
      `项目名称: 科普讲座
总计: 3.00
财政拨款: 3.00
绩效目标: 办好讲座。
绩效指标:
  1、1-产出指标; 讲座场次; ≥20场。
  2、2-效益指标; 听众人次; ≥2000人次。
  3、3-满意度指标; 31-服务对象满意度; 听众满意度; ≥90%。
`,
    );
    assert.equal(report.counts.indicators, 3);
    const assumed = report.items.filter(({ kind, cell }) => kind === 'assumed' && cell);
    assert.deepEqual(
      assumed.map(({ cell, before, after, message }) => [cell, before, after, message.zh]),
      [
        ['E1', '产出指标', '1-产出指标', '此栏只说了一级指标，二级指标请补上'],
        ['F1', '效益指标', '2-效益指标', '此栏只说了一级指标，二级指标请补上'],
        ['G1', '满意度指标', '31-服务对象满意度', '一级指标下只有这一类，按此类写入'],
      ],
    );
    assert.ok(said.some(([kind, cell, after]) => kind === 'mended' && cell === 'E2' && after === '讲座场次; ≥20场'));
  });

  test('columns of level 2 have their code, below a head of level 1 or without one', () => {
    const expected = [
      '1、1-产出指标; 11-数量指标; 场次; ≥20场。',
      '2、1-产出指标; 14-成本指标; 每场成本; ≤1500元。',
      '3、2-效益指标; 22-社会效益; 听众; ≥2000人次。',
    ];
    const cells = ['场次≥20场', '每场成本≤1500元', '听众≥2000人次'];
    assert.deepEqual(imported(['数量指标', '成本指标', '社会效益指标'], ...cells).indicators, expected);
    const tall = (text: string) => ({ text, rows: 2 });
    const { document } = importChosen(
      grid([
        [...HEAD.map(tall), { text: '产出指标', columns: 2 }, '效益指标'],
        ['数量指标', '成本指标', '社会效益'],
        [...PROJECT, ...cells],
      ]),
    );
    assert.deepEqual(
      document
        .split('\n')
        .slice(5, -1)
        .map((line) => line.trim()),
      expected,
    );
  });

  test('成本指标 beside 产出指标 is of level 1', () => {
    const { indicators } = imported(['成本指标', ...LEVEL_1], '讲座费用≤3万元', '场次≥20场', '', '');
    assert.deepEqual(indicators, ['1、4-成本指标; 讲座费用; ≤3万元。', '2、1-产出指标; 场次; ≥20场。']);
  });

  test('the columns below 绩效指标', () => {
    const tall = (text: string) => ({ text, rows: 2 });
    const { document } = importChosen(
      grid([[...HEAD.map(tall), { text: '绩效指标', columns: 3 }], LEVEL_1, [...PROJECT, '场次≥20场', '', '']]),
    );
    assert.doesNotMatch(document, /原表/);
    assert.match(document, /1、1-产出指标; 场次; ≥20场。\n$/);
  });

  test('several in a cell, numbered, on lines of their own, or parted by marks where each has its value', () => {
    const one = ['1、1-产出指标; 场次; ≥20场。', '2、1-产出指标; 满座率; 80%以上。'];
    for (const cell of [
      '1.场次≥20场\n2.满座率：80%以上',
      '1、场次≥20场；2、满座率：80%以上。',
      '（1）场次≥20场；（2）满座率：80%以上',
      '①场次≥20场 ②满座率：80%以上',
      '场次≥20场\n满座率：80%以上',
      '场次≥20场；满座率：80%以上',
      '场次；≥20场；满座率；80%以上',
      '指标1：场次≥20场\n指标2：满座率：80%以上',
    ])
      assert.deepEqual(imported(LEVEL_1, cell, '', '').indicators, one, cell);
    assert.deepEqual(imported(LEVEL_1, '场次≥20场，人次≥50人次', '', '').indicators, [
      '1、1-产出指标; 场次; ≥20场。',
      '2、1-产出指标; 人次; ≥50人次。',
    ]);
  });

  test('classes inside of a cell', () => {
    const expected = ['1、1-产出指标; 11-数量指标; 场次; ≥20场。', '2、1-产出指标; 12-质量指标; 满座率; ≥80%。'];
    for (const cell of [
      '数量指标：场次≥20场；质量指标：满座率≥80%',
      '数量指标：\n1.场次≥20场\n质量指标：\n1.满座率≥80%',
      '数量指标\n场次≥20场\n质量指标\n满座率≥80%',
    ])
      assert.deepEqual(imported(LEVEL_1, cell, '', '').indicators, expected, cell);
    const own = '1、11-数量指标; 场次; 实施周期指标值:20场; 年度指标值:10场。2、满座率; 年度指标值:80%';
    assert.deepEqual(imported(LEVEL_1, own.split('2、')[0] as string, '', '').indicators, [
      '1、1-产出指标; 11-数量指标; 场次; 实施周期指标值:20场; 年度指标值:10场。',
    ]);
  });

  test('texts of which nobody can tell how many indicators they are stay whole, and are reported', () => {
    for (const cell of ['提升公众科学素质；改善科普条件', '提升公众科学素质，改善科普条件', '培训2500名科普志愿者']) {
      const { indicators, document } = imported(LEVEL_1, '', cell, '');
      assert.deepEqual(
        indicators.map((line) => line.replaceAll('\\', '')),
        [`1、2-效益指标; ${cell}。`],
      );
      const [row] = [...openTable(document).sequence].slice(-1).map((block) => openTable(document).row(block));
      assert.deepEqual(
        row?.indicators.map(({ name, values }) => [name, values.length]),
        [[cell, 0]],
      );
    }
    const { report } = imported(LEVEL_1, '', '提升公众科学素质；改善科普条件', '');
    assert.ok(
      report.items.some(({ kind, cell, message }) => kind === 'assumed' && cell === 'F2' && /几条/.test(message.zh)),
    );
  });

  test('a value without a name, a class with nothing, and rows that are no projects', () => {
    assert.deepEqual(imported(LEVEL_1, '', '', '≥90%').indicators, ['1、3-满意度指标; 31-服务对象满意度; ≥90%。']);
    const sheet = grid([
      [...HEAD, ...LEVEL_1],
      ['合计', '3.00', '3.00', '', '', '—', ''],
      ['示范区科协', '3.00', '3.00'],
      [...PROJECT, '场次≥20场', '/', ''],
      ['', '', '', '', '续上页', '', ''],
    ]);
    const made = importChosen(sheet);
    assert.deepEqual({ ...made.report.counts }, { totals: 1, units: 1, projects: 1, indicators: 1 });
    assert.deepEqual(lostTexts([sheet], made), []);
    assert.match(made.document, /\/\/ 原表 E5 产出指标: 续上页/);
  });

  test('a figure is the code of no class: the column says the class', () => {
    const { indicators } = imported(['产出指标', '社会效益指标'], '3，', '11，');
    assert.deepEqual(indicators, ['1、1-产出指标; 3\\，。', '2、2-效益指标; 22-社会效益; 11\\，。']);
  });

  test('a column of other indicators keeps its texts as indicators that the checker reports', () => {
    const { indicators } = imported([...LEVEL_1, '其他指标'], '场次≥20场', '', '', '报道≥3篇');
    assert.deepEqual(indicators, ['1、1-产出指标; 场次; ≥20场。', '2、其他指标; 报道; ≥3篇。']);
  });
});

describe('a class that the profile has not', () => {
  const LEVELS = [...HEAD, '一级指标', '二级指标', '三级指标', '年度指标值'];
  const classOf = (level1: string, level2: string) => {
    const sheet = grid([LEVELS, [...PROJECT, level1, level2, '报道', '3篇']]);
    const made = importChosen(sheet);
    assert.deepEqual(lostTexts([sheet], made), []);
    const rules = [
      ...new Set(
        openTable(made.document)
          .findings()
          .map(({ finding }) => finding.rule.id),
      ),
    ];
    return {
      lines: made.document
        .split('\n')
        .slice(5, -1)
        .map((line) => line.trim()),
      items: made.report.items,
      rules,
    };
  };

  test('stays as text where the language has a place for it, and the checker reports it', () => {
    for (const [level2, written] of [
      ['其他指标', '其他指标'],
      ['其他', '其他指标'],
      ['政治效益', '政治效益指标'],
      ['其他（选填）', '其他指标'],
    ] as const) {
      const { lines, rules } = classOf('产出指标', level2);
      assert.deepEqual(lines, [`1、1-产出指标; ${written}; 报道; 年度指标值:3篇。`], level2);
      assert.ok(rules.includes('unknown-class'), level2);
    }
  });

  test('else it is a comment with its own cell, and the checker says that the class is missing', () => {
    const { lines, rules, items } = classOf('产出指标', '廉政建设方面的其他效益指标');
    assert.deepEqual(lines, [
      '1、1-产出指标; 报道; 年度指标值:3篇。',
      '// 原表 F2 二级指标: 廉政建设方面的其他效益指标',
    ]);
    assert.ok(rules.includes('class-missing'));
    assert.ok(items.some(({ kind, cell }) => kind === 'unplaced' && cell === 'F2'));
  });
});
