import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { amountText, brief, commentsOf, importTable } from '../reading.ts';
import { HEADING, kinds, TARGET, TITLE } from './published.ts';

describe('a text of a scan', () => {
  /** A row of a page that has no columns for what nobody gives: only scans have such. */
  const SWALLOWED = ['末', '1.00', '1.00', '办好。', TARGET];
  const importRow = (cells: readonly string[]) => {
    const { rows, report } = importTable([HEADING, cells, SWALLOWED]);
    assert.equal(rows.length, 2);
    return { row: rows[0] as (typeof rows)[0], items: brief(report.items), report };
  };

  test('spaces in amounts', () => {
    const { row, items } = importRow(['甲', '72, 239. 50', '72,239.50', '', '', '办好。', TARGET]);
    assert.equal(amountText(row, '总计'), '72,239.50');
    assert.deepEqual(items, [['mended', 'B2', '总计', '72, 239. 50', '72,239.50']]);
  });

  test('an amount that cannot be read stays in its column; a text that is none is a comment', () => {
    const { row, items } = importRow(['甲', '1O0. 00', '见附件', '—', '', '办好。', TARGET]);
    assert.equal(amountText(row, '总计'), '1O0. 00');
    assert.deepEqual(commentsOf(row), ['原表 C2 财政拨款: 见附件', '原表 D2 财政专户拨款: —']);
    assert.deepEqual(items, [
      ['assumed', 'B2', '总计', '1O0. 00'],
      ['unplaced', 'C2', '财政拨款', '见附件'],
      ['stray', 'D2', '财政专户拨款', '—'],
    ]);
  });

  test('glyphs in empty cells', () => {
    const { row, items } = importRow(['甲', '39. 38', '39.38', '1', '與', TARGET]);
    assert.deepEqual(row.amounts.length, 2);
    assert.deepEqual(row.goals, []);
    assert.deepEqual(commentsOf(row), ['原表 D2 财政专户拨款: 1', '原表 E2 绩效目标: 與']);
    assert.deepEqual(items, [
      ['mended', 'B2', '总计', '39. 38', '39.38'],
      ['stray', 'D2', '财政专户拨款', '1'],
      ['stray', 'E2', '绩效目标', '與'],
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
      ['APP\n开发', 'APP 开发'],
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
      assert.deepEqual(items, before === after ? [] : [['mended', 'A2', '项目名称', before, after]]);
    }
  });

  test('goals broken by line-wraps; spaces that may be meant stay', () => {
    const goal = '办好培 训、 活动 。聘用 1 名人员,见《甲 乙》。 目标2: 用好 APP 。';
    const { row, items } = importRow(['甲', '1.00', '1.00', '', '', goal, TARGET]);
    assert.equal(row.goals[0]?.text, '办好培训、活动。聘用 1 名人员,见《甲 乙》。 目标2: 用好 APP 。');
    assert.deepEqual(items, [['mended', 'F2', '绩效目标', '办好培 训、 活动 。聘用 ', '办好培训、活动。聘用 ']]);
  });

  test('in indicators only the names are joined; labels, classes and ends stay as they are', () => {
    const cell =
      '1、1-产出指标: 11- 数量指标; 设备 购置数 (套); 实施周期 指标值::≥1 套; 车度指标值:≥1 套。;2、2-效益指标; 31-社会效益; 影响、; 年度指标值:正 常;';
    const { row, items } = importRow(['甲', '1.00', '1.00', '', '', '办好。', cell]);
    assert.deepEqual(items, [['mended', 'G2', '绩效指标', '设备 购置数 ', '设备购置数 ']]);
    assert.match(
      row.text,
      /\n {2}1、1-产出指标: 11- 数量指标; 设备购置数 \(套\); 实施周期 指标值::≥1 套; 车度指标值:≥1 套。;\n {2}2、2-效益指标; 31-社会效益; 影响、; 年度指标值:正 常;\n\n$/,
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
      '原表 F4 绩效目标: 续前页。',
      '原表 A5: - 2 -',
      '原表 B6 总计: •',
      '原表 A7: 注:以上为公开内容',
    ]);
    assert.deepEqual(
      brief(report.items).map(([kind]) => kind),
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
    assert.equal(note, '// 原表 A2: jxmb-disable-file sum-mismatch\n');
  });
});
