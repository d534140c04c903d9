import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { grid, importChosen } from './grids.ts';

const HEAD = ['项目名称', '总计', '财政拨款', '绩效目标', '一级指标', '二级指标', '三级指标', '年度指标值'];
const ROWS = [
  ['科普讲座', '3.00', '3.00', '办好讲座。', '产出指标', '数量指标', '讲座场次', '20场'],
  ['', '', '', '', '', '质量指标', '讲座满座率', '≥80%'],
  ['', '', '', '', '效益指标', '社会效益', '听众人次', '≥2000人次'],
  ['科普画廊', '5.00', '5.00', '更新画廊。', '产出指标', '数量指标', '更新期数', '12期'],
];
const DOCUMENT = `项目名称: 科普讲座
总计: 3.00
财政拨款: 3.00
绩效目标: 办好讲座。
绩效指标:
  1、1-产出指标; 11-数量指标; 讲座场次; 年度指标值:20场。
  2、1-产出指标; 12-质量指标; 讲座满座率; 年度指标值:≥80%。
  3、2-效益指标; 22-社会效益; 听众人次; 年度指标值:≥2000人次。

项目名称: 科普画廊
总计: 5.00
财政拨款: 5.00
绩效目标: 更新画廊。
绩效指标:
  1、1-产出指标; 11-数量指标; 更新期数; 年度指标值:12期。
`;

describe('a list of projects with an indicator a row', () => {
  test('what stands once over several rows is carried down, merged or not', () => {
    assert.equal(importChosen(grid([HEAD, ...ROWS])).document, DOCUMENT);
    assert.equal(importChosen(grid([[...HEAD.slice(0, -1), '本年目标值'], ...ROWS])).document, DOCUMENT);
    const rows = (text: string, rows: number) => ({ text, rows });
    const merged = grid([
      HEAD,
      [
        ...['科普讲座', '3.00', '3.00', '办好讲座。'].map((text) => rows(text, 3)),
        rows('产出指标', 2),
        ...['数量指标', '讲座场次', '20场'],
      ],
      ['质量指标', '讲座满座率', '≥80%'],
      ['效益指标', '社会效益', '听众人次', '≥2000人次'],
      ROWS[3] as string[],
    ]);
    assert.equal(importChosen(merged).document, DOCUMENT);
  });

  test('a word of a head of two rows need not be merged over the empty cell below it', () => {
    const lower = HEAD.map((word, i) => (i < 4 ? '' : word));
    for (const isMerged of [true, false]) {
      const upper = HEAD.slice(0, 4).map((text) => (isMerged ? { text, rows: 2 } : text));
      const head = [[...upper, { text: '绩效指标', columns: 4 }], isMerged ? HEAD.slice(4) : lower];
      const title = [{ text: '金额单位：万元', columns: 8 }];
      assert.equal(importChosen(grid([title, ...head, ...ROWS])).document, `金额单位: 万元\n\n${DOCUMENT}`);
    }
  });

  test('what is said again in every row is said once', () => {
    const [first = [], second = [], third = [], last = []] = ROWS;
    const project = first.slice(0, 4);
    const again = [first, [...project, '产出指标', ...second.slice(5)], [...project, ...third.slice(4)], last];
    assert.equal(importChosen(grid([HEAD, ...again])).document, DOCUMENT);
  });

  test('a project that is called as a column is no heading of another list', () => {
    const row = ['资金使用单位', '3.00', '3.00', '', '1-产出指标', '11-数量指标', '设备购置', '≥90%'];
    const { document } = importChosen(grid([HEAD, row, ROWS[3] as string[]]));
    for (const part of ['项目名称: 资金使用单位', '设备购置; 年度指标值:≥90%', '项目名称: 科普画廊\n总计: 5.00']) {
      assert.ok(document.includes(part), document);
    }
  });

  test('a heading that a page repeats goes on with the project', () => {
    const { document, report } = importChosen(grid([HEAD, ...ROWS.slice(0, 2), HEAD, ...ROWS.slice(2)]));
    assert.equal(document, DOCUMENT);
    assert.deepEqual(
      report.items.filter(({ kind }) => kind === 'repeated').map(({ line }) => line),
      [4],
    );
  });

  test('two projects of one name that have other amounts are two', () => {
    const twin = ['科普画廊', '6.00', '6.00', '再办一期。', '产出指标', '数量指标', '更新期数', '10期'];
    const { report } = importChosen(grid([HEAD, ...ROWS, twin]));
    assert.equal(report.counts.projects, 3);
  });

  describe('neighbours of one name and one amount', () => {
    const [first = [], second = []] = [
      ['科普画廊', '5.00', '5.00', '更新画廊。', '产出指标', '数量指标', '更新期数', '12期'],
      ['科普画廊', '5.00', '5.00', '更新画廊。', '产出指标', '质量指标', '合格率', '100%'],
    ];
    const counts = (head: readonly string[], ...rows: Parameters<typeof grid>[0]) => {
      const { report, document } = importChosen(grid([head, ...rows]));
      assert.doesNotMatch(document, /原表/);
      return [report.counts.projects, report.counts.indicators];
    };

    test('are told apart by their ordinals, where these are of projects', () => {
      const rows = [first, second, first, second];
      const numbered = (...ordinals: string[]) => rows.map((row, i) => [ordinals[i] as string, ...row]);
      assert.deepEqual(counts(['序号', ...HEAD], ...numbered('1', '1', '2', '2')), [2, 4]);
      assert.deepEqual(counts(['序号', ...HEAD], ...numbered('1', '', '2', '')), [2, 4]);
      // Numbers of rows tell nothing.
      assert.deepEqual(counts(['序号', ...HEAD], ...numbered('1', '2', '3', '4')), [1, 4]);
    });

    test('are told apart by cells that stand once over the rows of a project', () => {
      const tall = (text: string) => ({ text, rows: 2 });
      const [name = '', total = '', source = '', goal = ''] = first;
      const start = [name, tall(total), tall(source), tall(goal), ...first.slice(4)];
      assert.deepEqual(counts(HEAD, start, [name, ...second.slice(4)], start, [name, ...second.slice(4)]), [2, 4]);
      const once = (row: readonly string[]) => [name, '', '', '', ...row.slice(4)];
      assert.deepEqual(counts(HEAD, first, once(second), first, once(second)), [2, 4]);
      assert.deepEqual(counts(HEAD, first, second, first, second), [1, 4]);
    });
  });

  test('ordinals of projects and of indicators are left out, and each is said once', () => {
    const rows = ROWS.map((row, i) => [
      ['1', '', '', '2'][i] as string,
      ...row.slice(0, 6),
      `${i + 1}`,
      ...row.slice(6),
    ]);
    const head = ['序号', ...HEAD.slice(0, 6), '序号', ...HEAD.slice(6)];
    const { document, report } = importChosen(grid([head, ...rows]));
    assert.equal(document, DOCUMENT);
    assert.deepEqual(
      report.items.filter(({ message }) => message.zh.startsWith('序号')).map(({ cell, before }) => [cell, before]),
      [
        ['A1', '序号 1 2'],
        ['H1', '序号 1 2 3 4'],
      ],
    );
  });

  test('units in a column of their own stand before their projects', () => {
    const unit = (name: string, row: readonly string[] = []) => [name, ...row];
    for (const head of ['单位名称', '单位']) {
      const { document } = importChosen(
        grid([
          [head, ...HEAD],
          ['合计', '', '8.00', '8.00'],
          unit('示范区科协', ROWS[0]),
          unit('', ROWS[1]),
          unit('', ROWS[2]),
          unit('示范区科技馆', ROWS[3]),
        ]),
      );
      const [one, two] = DOCUMENT.split('\n\n');
      assert.equal(
        document,
        `合计\n总计: 8.00\n财政拨款: 8.00\n\n资金使用单位: 示范区科协\n\n${one}\n\n资金使用单位: 示范区科技馆\n\n${two}`,
      );
    }
  });

  test('a subtotal is no project', () => {
    const { document } = importChosen(grid([HEAD, ...ROWS.slice(0, 3), ['小计', '3.00', '3.00'], ROWS[3] as string[]]));
    const [one, two] = DOCUMENT.split('\n\n');
    const kept = '// 原表 A5 项目名称: 小计\n// 原表 B5 总计: 3.00\n// 原表 C5 财政拨款: 3.00';
    assert.equal(document, `${one}\n\n${kept}\n\n${two}`);
  });

  test('a sum beside the name of a unit is the amount of the unit, above its projects or below them', () => {
    const [one, two] = DOCUMENT.split('\n\n');
    const rows = ROWS.map((row) => [row[0] === '' ? '' : '示范区科协', ...row]);
    for (const name of ['小计', '合计']) {
      const sum = ['示范区科协', name, '8.00', '8.00'];
      for (const [own, cell] of [
        [[sum, ...rows], 'B2'],
        [[...rows, sum], 'B6'],
      ] as const) {
        const { document } = importChosen(grid([['单位名称', ...HEAD], ...own]));
        const unit = `资金使用单位: 示范区科协\n总计: 8.00\n财政拨款: 8.00\n// 原表 ${cell} 项目名称: ${name}`;
        assert.equal(document, `${unit}\n\n${one}\n\n${two}`);
      }
    }
  });

  test('columns that no profile knows are comments at their indicator, with the cell', () => {
    const { document } = importChosen(
      grid(
        [
          [...HEAD, '佐证'],
          [...(ROWS[3] as string[]), '照片'],
        ],
        { name: '汇总 表' },
      ),
    );
    assert.match(document, /年度指标值:12期。\n {2}\/\/ 原表 汇总表!I2 佐证: 照片\n/);
  });

  test('a class without indicator is left out, and said', () => {
    const { document, report } = importChosen(
      grid([HEAD, ROWS[3] as string[], ['', '', '', '', '效益指标', '生态效益', '', '']]),
    );
    assert.doesNotMatch(document, /生态/);
    assert.deepEqual(
      report.items.filter(({ kind }) => kind === 'blank').map(({ cell, before }) => [cell, before]),
      [
        ['E3', '效益指标'],
        ['F3', '生态效益'],
      ],
    );
  });

  test('a name that says what it is goes on with the list, with indicators or without', () => {
    const numbered = [
      ['1', ...(ROWS[3] as string[])],
      ['2', '项目名称：科普展', '2.00', '2.00', '办展。'],
      ['3', '项目名称：科普课', '4.00', '4.00', '开课。', ...(ROWS[0] as string[]).slice(4)],
    ];
    const { document, report } = importChosen(grid([['序号', ...HEAD], ...numbered]));
    assert.deepEqual(document.match(/^项目名称: .*$/gm), [
      '项目名称: 科普画廊',
      '项目名称: 科普展',
      '项目名称: 科普课',
    ]);
    assert.equal(report.counts.indicators, 2);
    assert.doesNotMatch(document, /原表/);
  });

  test('an indicator may be named by one character, where it has a value', () => {
    const row = (name: string, value: string) => ['', '', '', '', '', '数量指标', name, value];
    const { document } = importChosen(
      grid([HEAD, ROWS[3] as string[], row('树', '≥12棵'), row('林', ''), row('·', '3')]),
    );
    assert.match(document, /^ {2}2、1-产出指标; 11-数量指标; 树; 年度指标值:≥12棵。$/m);
    assert.deepEqual(document.match(/三级指标: .*/g), ['三级指标: 林', '三级指标: ·']);
  });

  test('a note below is a comment, and no indicator', () => {
    const { document } = importChosen(grid([HEAD, ...ROWS, [{ text: '注：金额为预算数。', columns: 8 }]]));
    assert.equal(document, `${DOCUMENT}\n// 原表 A6: 注：金额为预算数。\n`);
  });
});
