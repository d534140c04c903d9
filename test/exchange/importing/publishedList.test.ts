import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { amountText, brief, commentsOf, importTable, importText, rowsOf } from '../reading.ts';
import { HEADING, kinds, TARGET, TITLE } from './published.ts';

describe('the published list', () => {
  test('a clean table of seven columns', () => {
    const { document, report } = importTable([
      TITLE,
      ['部门名称:示范局', '', '', '', '', '', '单位:万元'],
      HEADING,
      ['合计', '30.00', '20.00', '', '10.00', '', ''],
      ['示范局本级', '30.00', '20.00', '', '10.00', '', ''],
      [
        '甲',
        '10.00',
        '10.00',
        '',
        '',
        '办好培训。',
        `${TARGET}2、2-效益指标; 22-社会效益; 影响; 实施周期指标值:提升; 年度指标值:提升。`,
      ],
      ['乙', '20.00', '10.00', '', '10.00', '开展工作。', TARGET],
    ]);
    assert.equal(
      document,
      `项目支出绩效目标表
部门名称: 示范局
单位: 万元

合计
总计: 30.00
财政拨款: 20.00
其他资金: 10.00

资金使用单位: 示范局本级
总计: 30.00
财政拨款: 20.00
其他资金: 10.00

项目名称: 甲
总计: 10.00
财政拨款: 10.00
绩效目标: 办好培训。
绩效指标:
  ${TARGET}
  2、2-效益指标; 22-社会效益; 影响; 实施周期指标值:提升; 年度指标值:提升。

项目名称: 乙
总计: 20.00
财政拨款: 10.00
其他资金: 10.00
绩效目标: 开展工作。
绩效指标:
  ${TARGET}
`,
    );
    assert.deepEqual(report.counts, { totals: 1, units: 1, projects: 2, indicators: 3 });
    assert.deepEqual(brief(report.items), []);
  });

  test('a byte order mark, CRLF and cells in quotes as a spreadsheet writes them', () => {
    const rows = [
      TITLE,
      HEADING,
      [
        '"甲""一""\n项目"',
        '"1,000.00"',
        '"1,000.00"',
        '',
        '',
        '"1. 办好""培训""。\n\n2. 总计: 5\n3. 完成。"',
        `"${TARGET}\n2、2-效益指标; 22-社会效益; 影响; 实施周期指标值:提升; 年度指标值:提升。"`,
      ],
      ['"乙"工程', '5.00', '5.00', '', '', '"培训"办好', '"实施周期指标值:1"'],
    ];
    const text = `\ufeff${rows.map((cells) => `${cells.join('\t')}\r\n`).join('')}`;
    const { document, report } = importText(text);
    const [head, one, two] = rowsOf(document);
    assert.equal(head?.tree.parts[0]?.start, 0);
    assert.equal(one?.name, '甲"一" 项目');
    assert.equal(amountText(one, '总计'), '1,000.00');
    assert.equal(one?.goals[0]?.text, '1. 办好"培训"。\n2. 总计: 5\n3. 完成。');
    assert.equal(one?.indicators.length, 2);
    assert.equal(two?.name, '"乙"工程');
    assert.equal(two?.goals[0]?.text, '"培训"办好');
    // Quotes that the cell does not need are the table's own.
    assert.match(document, /^ {2}"实施周期指标值:1"$/m);
    assert.deepEqual(brief(report.items), [['mended', 'A3', '项目名称', '甲"一"\n项目', '甲"一" 项目']]);
  });

  test('quotes that a cell does not need are its own, unless all texts have them', () => {
    const goals = (...rows: string[][]) => importTable([HEADING, ...rows]).rows.map((row) => row.goals[0]?.text);
    const row = (goal: string, name: string) => [name, '1.00', '1.00', '', '', goal, TARGET];
    assert.deepEqual(goals(row('"食在广州"', '甲'), row('"办好,并评选"', '乙'), row('办好"食在广州"', '丙')), [
      '"食在广州"',
      '办好,并评选',
      '办好"食在广州"',
    ]);
    assert.deepEqual(goals(['"甲"', '1.00', '1.00', '', '', '"办好。"', `"${TARGET}"`]), ['办好。']);
  });

  test('all cells in quotes', () => {
    const quoted = [HEADING, ['甲', '1.00', '1.00', '', '', '办好。', TARGET]].map((cells) =>
      cells.map((cell) => `"${cell}"`),
    );
    const { rows, report } = importTable(quoted);
    assert.deepEqual(kinds(rows), ['project']);
    assert.equal(rows[0]?.name, '甲');
    assert.deepEqual(brief(report.items), []);
  });

  for (const [columns, cells] of [
    [7, ['甲', '1.00', '1.00', '', '', '办好。', TARGET]],
    [6, ['甲', '1.00', '1.00', '', '办好。', TARGET]],
    [5, ['甲', '1.00', '1.00', '办好。', TARGET]],
  ] as const) {
    test(`a page that has ${columns} columns`, () => {
      const { rows, report } = importTable([
        HEADING,
        cells,
        ['丙', ...cells.slice(1, -2), '', TARGET],
        ['丁', ...cells.slice(1, -1), ''],
      ]);
      assert.deepEqual(
        rows.map((row) => [row.name, row.goals[0]?.text, row.indicators.length]),
        [
          ['甲', '办好。', 1],
          ['丙', undefined, 1],
          ['丁', '办好。', 0],
        ],
      );
      assert.deepEqual(brief(report.items), []);
    });
  }

  test('empty cells at the end of a row that an editor took off', () => {
    const { rows, report } = importTable([
      HEADING,
      ['合计', '6.00', '6.00'],
      ['示范局', '6.00', '4.00', '2.00'],
      ['甲', '1.00', '1.00', '', '', '办好培训。'],
      ['乙', '2.00', '2.00', '办好培训。'],
      ['丙', '3.00', '1.00', '2.00', '', '', TARGET],
    ]);
    assert.deepEqual(kinds(rows), ['total', 'unit', 'project', 'project', 'project']);
    assert.equal(amountText(rows[1], '财政专户拨款'), '2.00');
    assert.deepEqual(
      rows.slice(2).map((row) => row.goals[0]?.text),
      ['办好培训。', '办好培训。', undefined],
    );
    assert.deepEqual(brief(report.items), []);
  });

  test('an amount in a row of which one column is swallowed goes into the first it may belong to, and is reported', () => {
    const { rows, report } = importTable([HEADING, ['甲', '3.00', '1.00', '2.00', '办好。', TARGET]]);
    assert.equal(amountText(rows[0], '财政专户拨款'), '2.00');
    assert.deepEqual(brief(report.items), [['assumed', 'D2', '财政专户拨款', '2.00']]);
  });

  test('headings with other words, over two rows, misread by a letter, repeated on a page with its own columns', () => {
    const { rows, report } = importTable([
      ['项目名称', '资金(万元)', '', '', '绩效日标', '绩效指标'],
      ['', '总 计', '财政拨款', '其它资金', '', ''],
      ['甲', '3.00', '1.00', '2.00', '办好。', TARGET],
      ['项目名称', '总计', '财政拨款', '绩效目标', '绩效指标'],
      ['乙', '3.00', '3.00', '办好。', TARGET],
    ]);
    assert.deepEqual(
      rows.map((row) => row.name || row.text.trimEnd()),
      ['单位: 万元', '甲', '乙'],
    );
    assert.equal(amountText(rows[1], '其他资金'), '2.00');
    assert.deepEqual(brief(report.items), [
      ['assumed', 'E1', '', '绩效日标', '绩效目标'],
      ['assumed', 'B1', '', '万元', '单位: 万元'],
      ['repeated', 'A4', '', '项目名称\t总计\t财政拨款\t绩效目标\t绩效指标'],
    ]);
  });

  test('without a heading the columns are those of the profile, and the report says so', () => {
    const { rows, report } = importTable([TITLE, ['甲', '3.00', '3.00', '', '', '办好。', TARGET]]);
    assert.deepEqual(kinds(rows), ['head', 'project']);
    assert.equal(rows[1]?.goals[0]?.text, '办好。');
    assert.deepEqual(brief(report.items), [['assumed', 'A2', '', '甲']]);
  });

  test("columns of the profile's fields, and columns that no profile knows", () => {
    const { rows, report } = importTable([
      ['序号', ...HEADING, '备注'],
      ['', '示范局', '3.00', '3.00', '', '', '', '', '甲乙'],
      ['1', '甲', '1.00', '1.00', '', '', '办好。', TARGET, '见: 附件'],
      ['2', '乙', '2.00', '2.00', '', '', '办好。', TARGET, ''],
    ]);
    assert.deepEqual(kinds(rows), ['unit', 'project', 'project']);
    assert.match(rows[1]?.text ?? '', /^备注: 见: 附件$/m);
    assert.deepEqual(rows.map(commentsOf), [['原表 I2 备注: 甲乙'], [], []]);
    assert.deepEqual(brief(report.items), [['unplaced', 'I2', '备注', '甲乙']]);
  });

  test('two columns that may be the name: the one that says 项目名称 is, and the other says whose it is', () => {
    const { rows } = importTable([
      ['项目单位', '项目名称', '总计(元)', '财政拨款', '绩效目标', '绩效指标'],
      ['示范局', '甲', '1.00', '1.00', '办好。', TARGET],
    ]);
    assert.equal(rows[0]?.text, '单位: 元\n\n');
    assert.deepEqual(
      rows.slice(1).map(({ name }) => name),
      ['示范局', '甲'],
    );
    assert.deepEqual(rows.slice(1).map(commentsOf), [[], []]);
  });

  test('texts that are empty or no table', () => {
    for (const text of ['', '\ufeff', '\n\n', '\t\t\n']) assert.equal(importText(text).document, '');
    const { document, report } = importText('随便写的\n第二行\n');
    assert.equal(document, '// 原表 A1: 随便写的\n// 原表 A2: 第二行\n');
    assert.deepEqual(brief(report.items), [
      ['unplaced', 'A1', '', '随便写的'],
      ['unplaced', 'A2', '', '第二行'],
    ]);
  });
});
