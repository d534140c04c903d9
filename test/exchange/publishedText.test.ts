import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { type ImportItem, importPublishedText, reportText } from '../../server/src/exchange/publishedText.ts';
import { Decimal, sum } from '../../server/src/table/decimal.ts';
import { amountText, commentsOf, importTable, profile, rowsOf } from './reading.ts';

const TITLE = ['项目支出绩效目标表'];
const HEADING = ['项目名称(资金使用单位)', '总计', '财政拨款', '财政专户拨款', '其他资金', '绩效目标', '绩效指标'];
const TARGET = '1、1-产出指标; 11-数量指标; 培训人次; 实施周期指标值:10人次; 年度指标值:10人次。';

const kinds = (rows: readonly { kind: string }[]) => rows.map((row) => row.kind);
const brief = (items: readonly ImportItem[]) =>
  items.map(({ kind, line, column, before, after }) => [
    kind,
    line,
    column,
    before,
    ...(after === undefined ? [] : [after]),
  ]);

describe('layout', () => {
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
    assert.deepEqual(report, { counts: { totals: 1, units: 1, projects: 2, indicators: 3 }, items: [] });
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
    const { document, report } = importPublishedText(text, profile);
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
    assert.deepEqual(brief(report.items), [['mended', 3, '项目名称', '甲"一"\n项目', '甲"一" 项目']]);
    assert.equal(
      report.items.find((item) => item.line === 5),
      undefined,
    );
  });

  test('all cells in quotes', () => {
    const quoted = [HEADING, ['甲', '1.00', '1.00', '', '', '办好。', TARGET]].map((cells) =>
      cells.map((cell) => `"${cell}"`),
    );
    const { rows, report } = importTable(quoted);
    assert.deepEqual(kinds(rows), ['project']);
    assert.equal(rows[0]?.name, '甲');
    assert.deepEqual(report.items, []);
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
      assert.deepEqual(report.items, []);
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
    assert.deepEqual(report.items, []);
  });

  test('an amount in a row of which one column is swallowed goes into the first it may belong to, and is reported', () => {
    const { rows, report } = importTable([HEADING, ['甲', '3.00', '1.00', '2.00', '办好。', TARGET]]);
    assert.equal(amountText(rows[0], '财政专户拨款'), '2.00');
    assert.deepEqual(brief(report.items), [['assumed', 2, '财政专户拨款', '2.00']]);
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
      ['单位: 万元\n// 原表第 1 行: 资金(万元)', '甲', '乙'],
    );
    assert.equal(amountText(rows[1], '其他资金'), '2.00');
    assert.deepEqual(brief(report.items), [
      ['unplaced', 1, '', '资金(万元)'],
      ['assumed', 1, '', '绩效日标', '绩效目标'],
      ['assumed', 1, '', '万元', '单位: 万元'],
      ['repeated', 4, '', '项目名称\t总计\t财政拨款\t绩效目标\t绩效指标'],
    ]);
  });

  test('without a heading the columns are those of the profile, and the report says so', () => {
    const { rows, report } = importTable([TITLE, ['甲', '3.00', '3.00', '', '', '办好。', TARGET]]);
    assert.deepEqual(kinds(rows), ['head', 'project']);
    assert.equal(rows[1]?.goals[0]?.text, '办好。');
    assert.deepEqual(brief(report.items), [['assumed', 2, '', '甲']]);
  });

  test("columns of the profile's fields, and columns that no profile knows", () => {
    const { rows, report } = importTable([
      ['序号', ...HEADING, '备注'],
      ['', '示范局', '3.00', '3.00', '', '', '', '', '甲乙'],
      ['1', '甲', '1.00', '1.00', '', '', '办好。', TARGET, '见: 附件'],
      ['2', '乙', '2.00', '2.00', '', '', '办好。', TARGET, ''],
    ]);
    assert.deepEqual(kinds(rows), ['head', 'unit', 'project', 'project']);
    assert.match(rows[2]?.text ?? '', /^备注: 见: 附件$/m);
    assert.deepEqual(rows.map(commentsOf), [
      ['原表第 1 行: 序号'],
      ['原表第 2 行 备注: 甲乙'],
      ['原表第 3 行 序号: 1'],
      ['原表第 4 行 序号: 2'],
    ]);
    assert.deepEqual(
      report.items.map((item) => item.kind),
      ['unplaced', 'unplaced', 'unplaced', 'unplaced'],
    );
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
    for (const text of ['', '\ufeff', '\n\n', '\t\t\n']) assert.equal(importPublishedText(text, profile).document, '');
    const { document, report } = importPublishedText('随便写的\n第二行\n', profile);
    assert.equal(document, '随便写的\n// 原表第 2 行: 第二行\n');
    assert.deepEqual(brief(report.items), [['unplaced', 2, '', '第二行']]);
  });
});

describe('the lines above the table', () => {
  const headOf = (...lines: string[]) => {
    const { document, report } = importTable([...lines.map((line) => line.split('\t')), HEADING]);
    return { lines: document.trimEnd().split('\n'), items: brief(report.items) };
  };

  test('title, headers and year in the order of the source', () => {
    assert.deepEqual(
      headOf('附件3', '2025年', '项目支出绩效目标表', '部门：示范局', '金额单位：万元', '年度:2025').lines,
      ['// 原表第 1 行: 附件3', '2025年', '项目支出绩效目标表', '部门: 示范局', '金额单位: 万元', '年度: 2025'],
    );
  });

  test('labels with their texts in the next cell, and several in one line', () => {
    assert.deepEqual(headOf('部门名称\t示范局\t\t单位:\t万元').lines, ['部门名称: 示范局', '单位: 万元']);
    assert.deepEqual(headOf('部门名称:示范 局　　单位:万元').lines, ['部门名称: 示范 局', '单位: 万元']);
  });

  test('who fills the table in is the department', () => {
    const { lines, items } = headOf('填报单位:示范局', '单位:万元');
    assert.deepEqual(lines, ['部门名称: 示范局', '单位: 万元']);
    assert.deepEqual(items, [['assumed', 1, '', '填报单位: 示范局', '部门名称: 示范局']]);
    assert.deepEqual(headOf('单位:示范局').lines, ['部门名称: 示范局']);
  });

  test('what is said twice', () => {
    const { lines, items } = headOf('部门名称:示范局', '部门名称:示范局', '部门名称:另一局');
    assert.deepEqual(lines, ['部门名称: 示范局', '// 原表第 3 行: 部门名称: 另一局']);
    assert.deepEqual(
      items.map(([kind]) => kind),
      ['repeated', 'unplaced'],
    );
  });

  test('the heading of a further page', () => {
    const { report, rows } = importTable([
      TITLE,
      ['单位:万元'],
      HEADING,
      ['甲', '1.00', '1.00', '', '', '办好。', TARGET],
      TITLE,
      ['单位:万元'],
      HEADING,
      ['乙', '1.00', '1.00', '办好。', TARGET],
    ]);
    assert.deepEqual(kinds(rows), ['head', 'project', 'project']);
    assert.deepEqual(
      brief(report.items).map(([kind, line]) => [kind, line]),
      [
        ['repeated', 5],
        ['repeated', 6],
        ['repeated', 7],
      ],
    );
  });
});

describe('units and projects', () => {
  const goal = '办好。';
  const kindsOf = (...rows: (readonly [name: string, amount: string, goal?: string])[]) =>
    kinds(
      importTable([
        HEADING,
        ...rows.map(([name, amount, goal = '']) => [name, amount, amount, '', '', goal, goal && TARGET]),
      ]).rows,
    )
      .map((kind) => kind[0])
      .join('');

  test('a unit is a row without goal and indicators to which the next rows add up', () => {
    assert.equal(
      kindsOf(
        ['合计', '9.00'],
        ['区科协', '3.00'],
        ['甲', '1.00', goal],
        ['乙', '2.00', goal],
        ['某某', '6.00'],
        ['丙', '6.00', goal],
      ),
      'tuppup',
    );
  });

  test('a project that lost both stays in its unit', () => {
    assert.equal(kindsOf(['区科协', '6.00'], ['甲', '1.00', goal], ['乙', '2.00'], ['丙', '3.00', goal]), 'uppp');
    // It stands before one of the same amount.
    assert.equal(kindsOf(['区科协', '5.00'], ['甲', '1.00', goal], ['乙', '2.00'], ['丙', '2.00', goal]), 'uppp');
    assert.equal(
      kindsOf(
        ['区科协', '3.00'],
        ['甲', '1.00', goal],
        ['宣传经费', '2.00'],
        ['示范中心', '2.00'],
        ['丙', '2.00', goal],
      ),
      'uppup',
    );
  });

  test('within rounding, and where projects are left out of the public version', () => {
    assert.equal(kindsOf(['区科协', '3.01'], ['甲', '1.00', goal], ['乙', '2.00', goal]), 'upp');
    assert.equal(kindsOf(['示范局', '9.00'], ['甲', '1.00', goal], ['乙', '2.00', goal]), 'upp');
  });

  test('a name tells where amounts do not', () => {
    assert.equal(kindsOf(['宣传经费', '2.00'], ['甲', '2.00', goal]), 'pp');
    assert.equal(kindsOf(['工作经费(示范局)', '2.00'], ['甲', '9.00', goal]), 'pp');
    assert.equal(kindsOf(['示范局(本级)', '2.00']), 'u');
    assert.equal(kindsOf(['示范局', ''], ['甲', '9.00', goal]), 'up');
  });

  test('the total by its other names', () => {
    const { rows, report } = importTable([
      HEADING,
      ['合　计', '1.00', '1.00', '', '', '', ''],
      ['总计', '1.00', '1.00', '', '', '说明', ''],
    ]);
    assert.deepEqual(kinds(rows), ['total', 'total']);
    assert.deepEqual(brief(report.items), [
      ['mended', 2, '项目名称', '合　计', '合计'],
      ['assumed', 3, '项目名称', '总计', '合计'],
      ['unplaced', 3, '绩效目标', '说明'],
    ]);
    assert.deepEqual(rows.map(commentsOf), [[], ['原表第 3 行 绩效目标: 说明']]);
  });

  test('many units cost no more than they must', () => {
    const rows = Array.from({ length: 3000 }, (_, i) => [
      [`单位${i}局`, '1.00', '1.00', '', '', '', ''],
      [`项目${i}`, '1.00', '1.00', '', '', '办好。', TARGET],
    ]).flat();
    const start = performance.now();
    const { report } = importTable([HEADING, ...rows]);
    assert.deepEqual({ ...report.counts }, { totals: 0, units: 3000, projects: 3000, indicators: 3000 });
    assert.ok(performance.now() - start < 20_000);
  });
});

describe('damage', () => {
  const importRow = (cells: readonly string[]) => {
    const { rows, report } = importTable([HEADING, cells]);
    assert.equal(rows.length, 1);
    return { row: rows[0] as (typeof rows)[0], items: brief(report.items), report };
  };

  test('spaces in amounts', () => {
    const { row, items } = importRow(['甲', '72, 239. 50', '72,239.50', '', '', '办好。', TARGET]);
    assert.equal(amountText(row, '总计'), '72,239.50');
    assert.deepEqual(items, [['mended', 2, '总计', '72, 239. 50', '72,239.50']]);
  });

  test('an amount that cannot be read stays in its column; a text that is none is a comment', () => {
    const { row, items } = importRow(['甲', '1O0. 00', '见附件', '—', '', '办好。', TARGET]);
    assert.equal(amountText(row, '总计'), '1O0. 00');
    assert.deepEqual(commentsOf(row), ['原表第 2 行 财政拨款: 见附件', '原表第 2 行 财政专户拨款: —']);
    assert.deepEqual(items, [
      ['unplaced', 2, '财政拨款', '见附件'],
      ['stray', 2, '财政专户拨款', '—'],
    ]);
  });

  test('glyphs in empty cells', () => {
    const { row, items } = importRow(['甲', '39. 38', '39.38', '1', '與', TARGET]);
    assert.deepEqual(row.amounts.length, 2);
    assert.deepEqual(row.goals, []);
    assert.deepEqual(commentsOf(row), ['原表第 2 行 财政专户拨款: 1', '原表第 2 行 绩效目标: 與']);
    assert.deepEqual(items, [
      ['mended', 2, '总计', '39. 38', '39.38'],
      ['stray', 2, '财政专户拨款', '1'],
      ['stray', 2, '绩效目标', '與'],
    ]);
  });

  test('a figure that the total needs, or that is written as amounts are, is no speck', () => {
    for (const [total, figure] of [
      ['40.38', '1'],
      ['39', '1'],
      ['39.38', '1.00'],
    ] as const) {
      const { row } = importRow(['甲', total, '39.38', figure, '', '办好。', TARGET]);
      assert.equal(amountText(row, '财政专户拨款'), figure);
    }
  });

  test('names broken by line-wraps', () => {
    for (const [before, after] of [
      ['信 息化局本级', '信息化局本级'],
      ['信\n息化局', '信息化局'],
      ['甲项目# 穗财商(2024)28 号', '甲项目#穗财商(2024)28号'],
      ['甲项目 #穗财工〔 2024〕 41号', '甲项目#穗财工〔2024〕41号'],
      ['甲项目 (乙 区)', '甲项目(乙区)'],
      ['甲、 乙', '甲、乙'],
      ['甲 APP 开发', '甲 APP 开发'],
      ['甲 2 期', '甲 2 期'],
      ['APP\r\n开发', 'APP 开发'],
    ] as const) {
      const { row, items } = importRow([
        /[\r\n]/.test(before) ? `"${before}"` : before,
        '1.00',
        '1.00',
        '',
        '',
        '办好。',
        TARGET,
      ]);
      assert.equal(row.name, after);
      assert.deepEqual(items, before === after ? [] : [['mended', 2, '项目名称', before, after]]);
    }
  });

  test('goals broken by line-wraps; spaces that may be meant stay', () => {
    const goal = '办好培 训、 活动 。聘用 1 名人员,见《甲 乙》。 目标2: 用好 APP 。';
    const { row, items } = importRow(['甲', '1.00', '1.00', '', '', goal, TARGET]);
    assert.equal(row.goals[0]?.text, '办好培训、活动。聘用 1 名人员,见《甲 乙》。 目标2: 用好 APP 。');
    assert.deepEqual(items, [['mended', 2, '绩效目标', '办好培 训、 活动 。聘用 ', '办好培训、活动。聘用 ']]);
  });

  test('in indicators only the names are joined; labels, classes and ends stay as they are', () => {
    const cell =
      '1、1-产出指标: 11- 数量指标; 设备 购置数 (套); 实施周期 指标值::≥1 套; 车度指标值:≥1 套。;2、2-效益指标; 31-社会效益; 影响、; 年度指标值:正 常;';
    const { row, items } = importRow(['甲', '1.00', '1.00', '', '', '办好。', cell]);
    assert.deepEqual(items, [['mended', 2, '绩效指标', '设备 购置数 ', '设备购置数 ']]);
    assert.match(
      row.text,
      /\n {2}1、1-产出指标: 11- 数量指标; 设备购置数 \(套\); 实施周期 指标值::≥1 套; 车度指标值:≥1 套。;\n {2}2、2-效益指标; 31-社会效益; 影响、; 年度指标值:正 常;\n$/,
    );
  });

  test('cut cells', () => {
    const cut = (goal: string, target = TARGET) =>
      importTable([HEADING, ['工作', '1.00', '1.00', '', '', goal, target]])
        .report.items.filter((item) => item.kind === 'cut')
        .map((item) => `${item.column} ${item.at === 0 ? 'head' : 'tail'}`);
    assert.deepEqual(cut('办好培训,完成工作。'), []);
    assert.deepEqual(cut('办好培训'), []);
    assert.deepEqual(cut('办好培训,完成'), ['绩效目标 tail']);
    assert.deepEqual(cut(',办好培训。'), ['绩效目标 head']);
    assert.deepEqual(cut('查、验收等工作完成。'), ['绩效目标 head']);
    assert.deepEqual(cut('作完成;2、办好培训。'), ['绩效目标 head']);
    assert.deepEqual(cut('1、完成;2、办好培训。'), []);
    assert.deepEqual(cut('办好。', `指标值:100%。2${TARGET.slice(1)}`), ['绩效指标 head']);
    assert.deepEqual(cut('办好。', `2${TARGET.slice(1)}`), ['绩效指标 head']);
    assert.deepEqual(cut('办好。', `${TARGET}2、`), ['绩效指标 tail']);
    assert.deepEqual(cut('办好。', `${TARGET}2、1-产出指标; 11-数量指标; 名称; 实施周期`), ['绩效指标 tail']);
    assert.deepEqual(cut('办好。', TARGET.slice(0, -1)), []);
  });

  test('a goal that begins within a word of the table', () => {
    const { report } = importTable([
      HEADING,
      ['仓储费用', '1.00', '1.00', '', '', '储费用试点,降低费用,切', TARGET],
      ['甲', '1.00', '1.00', '', '', '推动试点,降低费用,促', TARGET],
      ['乙', '1.00', '1.00', '', '', '在往届比赛获奖的企业不参加,其他都参加', TARGET],
      ['丙', '1.00', '1.00', '', '', '在往届比赛获奖的企业不参加,其他都参加。', TARGET],
    ]);
    const cuts = report.items.filter((item) => item.kind === 'cut');
    assert.deepEqual(
      cuts.map((item) => [item.line, item.at === 0]),
      [
        [2, true],
        [2, false],
        [3, false],
      ],
    );
  });

  test('rows that fit nothing', () => {
    const { rows, report } = importTable([
      TITLE,
      HEADING,
      ['甲', '1.00', '1.00', '', '', '办好。', TARGET],
      ['', '', '', '', '', '续前页。', ''],
      ['- 2 -'],
      ['', '•', '', '', '', '', ''],
      ['注:以上为公开内容', '', '', '', '', '', ''],
      ['乙', '1.00', '1.00', '', '', '办好。', TARGET],
    ]);
    assert.deepEqual(kinds(rows), ['head', 'project', 'project']);
    assert.deepEqual(commentsOf(rows[1]), [
      '原表第 4 行 绩效目标: 续前页。',
      '原表第 5 行: - 2 -',
      '原表第 6 行 总计: •',
      '原表第 7 行 项目名称: 注:以上为公开内容',
    ]);
    assert.deepEqual(
      report.items.map((item) => item.kind),
      ['unplaced', 'unplaced', 'stray', 'unplaced'],
    );
  });

  test('texts that mean something to the language stay texts', () => {
    const { rows, document } = importTable([
      ['合计'],
      HEADING,
      [
        'a\\b; 甲',
        '1.00',
        '1.00',
        '',
        '',
        '"总计: 5\n// 甲\n绩效指标: 乙\n<<<<<<< 丙\nc\\d"',
        '"绩效指标值: 5\\;\n// 一\n1、1-产出指标; 11-数量指标; 名称; 年度指标值:1\n总计: 3"',
      ],
    ]);
    assert.match(document, /^\\合计\n/);
    assert.deepEqual(kinds(rows), ['head', 'project']);
    const [, row] = rows;
    assert.equal(row?.name, 'a\\b; 甲');
    assert.equal(row?.goals[0]?.text, '总计: 5\n// 甲\n绩效指标: 乙\n<<<<<<< 丙\nc\\d');
    assert.deepEqual(
      row?.tree.parts.map((part) => part.type),
      ['field', 'amount', 'amount', 'goal', 'indicators'],
    );
    assert.equal(row?.indicators.length, 2);
    assert.equal(row?.indicators[1]?.values[0]?.text, '1 总计: 3');
    // A comment that was kept cannot be taken for a suppression.
    const note = importTable([HEADING, ['jxmb-disable-file sum-mismatch']]).document;
    assert.equal(note, '// 原表第 2 行: jxmb-disable-file sum-mismatch\n');
  });
});

test('the report as text', () => {
  const { report } = importTable([HEADING, ['甲\t39. 38\t39.38\t1\t與', TARGET], ['随便']]);
  assert.equal(
    reportText(report, 'zh'),
    `已导入：合计 0 行，单位 0 个，项目 1 个，指标 1 条。

不成一行，已作注释保留（1）
  第 3 行：“随便”

不计此数总计正好等于其余各项，按零星字符作注释保留（1）
  第 2 行 财政专户拨款：“1”

空格中的零星字符，已作注释保留（1）
  第 2 行 绩效目标：“與”

金额中的空格已去掉（1）
  第 2 行 总计：“39. 38” → “39.38”
`,
  );
  const english = reportText(report, 'en');
  assert.match(english, /^Imported: total rows 0, units 0, projects 1, indicators 1\.\n/);
  assert.match(english, /\nSpaces inside the amount taken out \(1\)\n {2}line 2, 总计: "39\. 38" → "39\.38"\n$/);
});

describe('any table written as tab-separated text is read back', () => {
  const amount = fc.bigInt({ min: 1n, max: 10_000_000n }).map((units) => new Decimal(units, 2));
  const piece = fc.constantFrom(
    ...[
      '建设',
      '平台',
      '培训',
      '服务对象',
      '2025年',
      '1.5万',
      'A',
      '😀',
      '𠮷',
      '(',
      ')',
      '《',
      '》',
      '"',
      '、',
      ',',
      '.',
      '-',
      '/',
      '//',
      '%',
      '≥',
    ],
    ...[
      '总计',
      '财政拨款:',
      '合计',
      '绩效指标:',
      '项目名称:',
      '单位:',
      '目标1:',
      ':',
      ';',
      '；',
      '：',
      '\\',
      '\\;',
      '=======',
      '<<<<<<<',
    ],
  );
  const words = (max: number) => fc.array(piece, { maxLength: max }).map((pieces) => pieces.join(''));
  // A name does not begin as one of the total and has no line break; a goal begins as no page of glyphs does.
  const name = words(4).map((text) => `关于${text}`);
  const goal = fc
    .array(words(5), { minLength: 1, maxLength: 3 })
    .map((lines) => lines.map((line, i) => (i === 0 ? `实现${line}` : line)));
  const word = fc.constantFrom('培训人次', '办理时限', '覆盖率(%)', '完成1-2项', '群众满意度', '甲\\乙');
  const value = fc.constantFrom('10人次', '≥90%', '不少于1项; 评选2家', '正常开展', '2亿元。', '1.5', 'x\\y');
  const cls = fc.constantFrom('1-产出指标; 11-数量指标', '2-效益指标; 22-社会效益', '3-满意度指标; 31-服务对象满意度');
  const indicator = fc.record({ cls, name: word, period: value, annual: value });
  const project = fc.record({
    name,
    amounts: fc.tuple(amount, fc.option(amount), fc.option(amount)),
    goal: fc.option(goal),
    indicators: fc.array(indicator, { maxLength: 4 }),
  });
  const unit = fc.record({
    name: fc.constantFrom('示范局', '区科协', '示范中心', '某某'),
    projects: fc.array(
      project.filter(({ goal, indicators }) => goal !== null || indicators.length > 0),
      { minLength: 1, maxLength: 4 },
    ),
  });
  const table = fc.record({
    units: fc.array(unit, { minLength: 1, maxLength: 4 }),
    columns: fc.constantFrom(5, 6, 7),
    spaced: fc.boolean(),
  });

  test('fast-check', () => {
    fc.assert(
      fc.property(table, ({ units, columns, spaced }) => {
        const print = (decimal: Decimal) =>
          spaced ? decimal.toAmount().replace(/([,.])/g, '$1 ') : decimal.toAmount();
        const cellsOf = (name: string, amounts: readonly (Decimal | null)[], goal: string, indicators: string) => {
          const [first, ...others] = columns === 7 ? amounts : [amounts[0], null, null];
          const total = sum([first, ...others].filter((each) => each !== null && each !== undefined));
          const sources = [total, first, ...others].map((each) => (each ? print(each) : ''));
          return [name, ...sources.slice(0, columns - 3), goal, indicators];
        };
        const quote = (cell: string) => (/[\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
        const sumOf = (of: readonly { amounts: readonly (Decimal | null)[] }[]) =>
          [0, 1, 2].map((i) =>
            sum(of.map(({ amounts }) => amounts[i]).filter((each) => each !== null && each !== undefined)),
          );
        const lines = [
          cellsOf('合计', sumOf(units.flatMap((each) => each.projects)), '', ''),
          ...units.flatMap((each) => [
            cellsOf(each.name, sumOf(each.projects), '', ''),
            ...each.projects.map((own) =>
              cellsOf(
                own.name,
                own.amounts,
                quote(own.goal?.join('\n') ?? ''),
                own.indicators
                  .map(
                    (of, i) =>
                      `${i + 1}、${of.cls}; ${of.name}; 实施周期指标值:${of.period}; 年度指标值:${of.annual}。`,
                  )
                  .join(''),
              ),
            ),
          ]),
        ];
        const { rows, document } = importTable([TITLE, HEADING, ...lines]);
        const expected = units.flatMap((each) => [each, ...each.projects]);
        assert.deepEqual(
          kinds(rows),
          ['head', 'total', ...units.flatMap((each) => ['unit', ...each.projects.map(() => 'project')])],
          document,
        );
        rows.slice(1).forEach((row, i) => {
          const cells = lines[i] as string[];
          assert.equal(row.name, cells[0]);
          ['总计', '财政拨款', '财政专户拨款', '其他资金'].slice(0, columns - 3).forEach((column, at) => {
            assert.equal(amountText(row, column) ?? '', (cells[at + 1] as string).replaceAll(' ', ''));
          });
          const own = i > 0 ? expected[i - 1] : undefined;
          if (!own || !('goal' in own)) return;
          assert.equal(row.goals[0]?.text ?? '', own.goal?.filter((line) => line !== '').join('\n') ?? '');
          assert.deepEqual(
            row.indicators.map((read) => [read.number, read.name, ...read.values.map((each) => each.text)]),
            own.indicators.map((of, at) => [
              `${at + 1}`,
              of.name,
              of.period.replace(/。$/, ''),
              of.annual.replace(/。$/, ''),
            ]),
          );
          assert.ok(row.tree.parts.every((part) => part.type !== 'stray'));
        });
      }),
      { numRuns: 1000 },
    );
  });

  test('no text is lost, whatever is imported', () => {
    const cell = fc.oneof(
      fc.constantFrom(
        '',
        '',
        ' ',
        '甲',
        '示范局',
        '1.00',
        '2',
        '-',
        '•',
        '1, 0. 00',
        '办好 培训。',
        TARGET,
        '合计',
        '\\',
        '// 甲',
        '"',
        '总计: 5',
      ),
      fc.constantFrom(
        ...HEADING,
        ...TITLE,
        '部门名称:示范局',
        '单位:万元',
        '部门名称',
        '2025年',
        '"甲\n乙"',
        '"甲""乙"',
        '项目名称: 甲',
      ),
      fc.string({ unit: 'binary', maxLength: 6 }),
    );
    fc.assert(
      fc.property(
        fc.array(fc.array(cell, { minLength: 1, maxLength: 9 }), { maxLength: 8 }),
        fc.boolean(),
        (cells, headed) => {
          const text = [...(headed ? [HEADING] : []), ...cells].map((row) => `${row.join('\t')}\n`).join('');
          const { document, report } = importPublishedText(text, profile);
          const known = new Set(squeezed(HEADING.join('')));
          const kept =
            squeezed(document) +
            squeezed(
              report.items
                .filter((item) => item.kind === 'repeated')
                .map((item) => item.before)
                .join(''),
            );
          const count = (of: string) => {
            const counts = new Map<string, number>();
            for (const character of of) counts.set(character, (counts.get(character) ?? 0) + 1);
            return counts;
          };
          const there = count(kept);
          for (const [character, times] of count(squeezed(text))) {
            // The heading's words are the document's labels; quotes may be a spreadsheet's.
            if (known.has(character) || character === '"' || '部门名称单位:年度'.includes(character)) continue;
            assert.ok(
              (there.get(character) ?? 0) >= times,
              `${JSON.stringify(character)} in ${JSON.stringify(text)} gave ${document}`,
            );
          }
          assert.ok(
            rowsOf(document).every((row) =>
              row.tree.parts.every((part) => part.type !== 'stray' && part.type !== 'marker'),
            ),
            document,
          );
        },
      ),
      { numRuns: 3000 },
    );
  });
});

/** Without what layout may add or take away. */
function squeezed(text: string): string {
  return text.replace(/[\s\u200b\ufeff]/g, '');
}
