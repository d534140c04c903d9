import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Range } from 'vscode-languageserver-types';
import { renumberAction } from '../../server/src/features/codeActions.ts';
import { formatDocument, formatOnType, formatRange, formatRanges } from '../../server/src/features/formatting.ts';
import type { FormatSettings } from '../../server/src/workspace/settings.ts';
import { asked, central, openTable, type settings } from '../tables.ts';
import { formatted, options, withEdits } from './formatted.ts';
import { EXAMPLE, MARK, openMarked } from './marks.ts';

/** A table before and after; template literals may begin with a line end for looks. */
function formats(
  before: string,
  after: string,
  format: Partial<FormatSettings> = {},
  own: Partial<typeof settings> = {},
): void {
  const text = before.replace(/^\n/, '');
  const expected = after.replace(/^\n/, '');
  assert.equal(formatted(text, format, own), expected);
  for (const lineEnd of ['\r\n', '\r']) {
    assert.equal(formatted(text.replaceAll('\n', lineEnd), format, own), expected.replaceAll('\n', lineEnd));
  }
}

const stays = (text: string, format: Partial<FormatSettings> = {}) => formats(text, text, format);

test('what stands as it should is not edited', () =>
  assert.deepEqual(formatDocument(openTable(EXAMPLE.replace('  …\n', '')), options), []));

test('labels: no spaces before and inside them, a colon, one space, the text as it is', () =>
  formats(
    `
   项目支出绩效目标表（含转移支付项目）
部门 名称 ： 示范市　科技局
单位:万元

  合 计：
总计:   5.00
财政拨款:
`,
    `
项目支出绩效目标表（含转移支付项目）
部门名称: 示范市　科技局
单位: 万元

合计
总计: 5.00
财政拨款:
`,
  ));

test('amounts: half width, grouped by three, two decimals at least, no unit; what cannot be read stays', () =>
  formats(
    `
项目名称: 甲
总计: １２３４５．５
其中：财政拨款: 35万元
财政专户拨款: 1,00
其他资金:0.12345
其他资金: 约10
`,
    `
项目名称: 甲
总计: 12,345.50
其中: 财政拨款: 35.00
财政专户拨款: 1,00
其他资金: 0.12345
其他资金: 约10
`,
  ));

test('amounts under each other, point under point, Chinese two columns wide', () =>
  formats(
    `
项目名称: 甲
总计: 1,234.50
其中: 财政拨款: 1,000
财政专户拨款:
其他资金: 234.12345
备注: 5
其他资金: 约10
`,
    `
项目名称: 甲
总计:           1,234.50
其中: 财政拨款: 1,000.00
财政专户拨款:
其他资金:         234.12345
备注: 5
其他资金: 约10
`,
    { alignAmounts: true },
  ));

test('a goal keeps its text and its lines', () =>
  formats(
    `
项目名称: 甲
绩效目标：  建成平台;引导资金。  

      1、第一；
// 注释
2. 总体目标: 第二
项目名称:乙
绩效目标:
好
`,
    `
项目名称: 甲
绩效目标: 建成平台;引导资金。
  1、第一；
  // 注释
  2. 总体目标: 第二
项目名称: 乙
绩效目标:
  好
`,
  ));

test('one indicator a line, wherever it began', () =>
  formats(
    `
项目名称: 甲
绩效指标: 1、1-产出指标;11-数量指标：讲座场次，实施周期指标值::20场。年 度指标值：20场。;2、2-效益指标; 22-社会效益; 听众人次、; 实施周期指标值:≥5人; 年度指标值:≥5人
`,
    `
项目名称: 甲
绩效指标:
  1、1-产出指标; 11-数量指标; 讲座场次; 实施周期指标值:20场; 年度指标值:20场。
  2、2-效益指标; 22-社会效益; 听众人次; 实施周期指标值:≥5人; 年度指标值:≥5人。
`,
  ));

test("a clerk's own ways are written out", () =>
  formats(
    `
2025年
项目名称: 甲
绩效指标:
1. 数量指标; 讲座场次; 20场
2)11，听众人次，≥5人
(3) 2；社会效益；知晓率；≥90%
④、12-质量指标: 合格率: 100%
`,
    `
年度: 2025
项目名称: 甲
绩效指标:
  1、1-产出指标; 11-数量指标; 讲座场次; 实施周期指标值:20场; 年度指标值:20场。
  2、1-产出指标; 11-数量指标; 听众人次; 实施周期指标值:≥5人; 年度指标值:≥5人。
  3、2-效益指标; 22-社会效益; 知晓率; 实施周期指标值:≥90%; 年度指标值:≥90%。
  4、1-产出指标; 12-质量指标; 合格率; 实施周期指标值:100%; 年度指标值:100%。
`,
  ));

test('in another profile a value without label is that of its value labels, and no weight', () =>
  formats(
    '项目名称: 甲\n绩效指标:\n  1、数量指标; 场次; 5场\n',
    '项目名称: 甲\n绩效指标:\n  1、1-产出指标; 11-数量指标; 场次; 年度指标值:5场。\n',
    {},
    { profile: central },
  ));

test('below a heading no class is written out, and the heading stays', () =>
  formats(
    `
项目名称: 甲
绩效指标:
(一)产出指标：
1. 讲座场次; 20场
2. 质量指标; 合格率; 100%
`,
    `
项目名称: 甲
绩效指标:
  (一)产出指标：
  1、讲座场次; 实施周期指标值:20场; 年度指标值:20场。
  2、质量指标; 合格率; 实施周期指标值:100%; 年度指标值:100%。
`,
  ));

test('fields on lines of their own are joined; a text keeps its line breaks', () =>
  formats(
    `
项目名称: 甲
绩效指标:
1、产出指标;
   数量指标;

   培训人次
   年度指标值: 5人;
实施周期指标值: 培训
基层人员5人
`,
    `
项目名称: 甲
绩效指标:
  1、1-产出指标; 11-数量指标; 培训人次; 年度指标值:5人; 实施周期指标值:培训
    基层人员5人
`,
  ));

test('what does not say one thing is left to people: codes and names that differ, texts cut off, labels with a slip', () =>
  stays(`
项目名称: 甲
绩效指标:
  1、11-质量指标; 合格率; 实施周期指标值:100%; 年度指标值:100%。
  2、1-产出指标; 11-数量指标; 场次; 实
  3、18-时放指标; 进度; 车度指标值:5; 实施周期指标值:5; 年度指标值:5。
  4、
  5、场次
项日名称: 乙
总计: 5.00
`));

test('an indicator that is being written is not ended', () => {
  stays('项目名称: 甲\n绩效指标:\n  1、\n');
  stays('项目名称: 甲\n绩效指标:\n  1、1-产出指标;\n');
  stays('项目名称: 甲\n绩效指标:\n  1、1-产出指标; 11-数量指标; 场次; 实施周期指标值:5场;\n');
  stays('项目名称: 甲\n绩效指标:\n  1、1-产出指标; 11-数量指标; 场次; 实施周期指标值:5场; 年度指标值:\n');
});

test('the mark of a number that was deleted stays before its indicator', () =>
  formats(
    `
项目名称: 甲
绩效指标:
  1、1-产出指标; 11-数量指标; 讲座场次; 年度指标值:5场。
、1-产出指标; 11-数量指标; 听众人次; 年度指标值:5人次。
`,
    `
项目名称: 甲
绩效指标:
  1、1-产出指标; 11-数量指标; 讲座场次; 年度指标值:5场。
    、1-产出指标; 11-数量指标; 听众人次; 年度指标值:5人次。
`,
  ));

test('numbers are as they were', () =>
  formats('项目名称: 甲\n绩效指标:\n3．甲\n07、乙\n3、丙\n', '项目名称: 甲\n绩效指标:\n  3、甲\n  07、乙\n  3、丙\n'));

test('full width between the parts, texts and amounts as they are', () =>
  formats(
    `
单位: 万元
项目名称: 甲:乙;丙
总计: 1234
绩效目标: 一;二:三
绩效指标:
  1、11-数量指标; 甲,乙; 实施周期指标值:5:1; 年度指标值:5:1。
`,
    `
单位：万元
项目名称：甲:乙;丙
总计：1,234.00
绩效目标：一;二:三
绩效指标：
  1、1-产出指标；11-数量指标；甲,乙；实施周期指标值：5:1；年度指标值：5:1。
`,
    { punctuation: 'full' },
  ));

test('blank lines: one between blocks at most, none inside but where a comment is set off', () =>
  formats(
    `


// 说明


项目支出绩效目标表

部门名称: 局



项目名称: 甲

总计: 5.00

// 说明

其他资金: 5.00
项目名称: 乙
绩效目标: 好


绩效指标:

  1、甲
    
// 关于丙


// 还有
项目名称: 丙


`,
    `
// 说明

项目支出绩效目标表
部门名称: 局

项目名称: 甲
总计: 5.00

// 说明

其他资金: 5.00
项目名称: 乙
绩效目标: 好
绩效指标:
  1、甲

// 关于丙

// 还有
项目名称: 丙
`,
  ));

test('comments keep their text and their place; those among the indicators are indented like them', () =>
  formats(
    `
项目名称: 甲
    ／／ 关于 总计:5
总计: 5.00
绩效指标:
// 第一
1、1-产出指标; 11-数量指标; 甲;
// 中间
实施周期指标值:5; 年度指标值:5
      // 最后
`,
    `
项目名称: 甲
／／ 关于 总计:5
总计: 5.00
绩效指标:
  // 第一
  1、1-产出指标; 11-数量指标; 甲;
    // 中间
    实施周期指标值:5; 年度指标值:5。
  // 最后
`,
  ));

test('a line that a comment suppresses rules for is not broken up', () =>
  stays(
    '项目名称: 甲\n绩效指标:\n  // jxmb-disable-next-line class-name: 理由\n  1、1-产出指标; 11-数量; 甲; 实施周期指标值:5; 年度指标值:5。 2、1-产出指标; 12-质量指标; 乙; 实施周期指标值:5; 年度指标值:5。\n',
  ));

test('stray text stays where it is', () => stays('项目名称: 甲\n   备注在此\n\t第二行\n'));

test('a block with a conflict in it is left alone, the others are not', () =>
  formats(
    `
项目名称:甲
<<<<<<< ours
总计:5
=======
总计:6
>>>>>>> theirs
项目名称:乙
`,
    `
项目名称:甲
<<<<<<< ours
总计:5
=======
总计:6
>>>>>>> theirs
项目名称: 乙
`,
  ));

test('escapes stay, and are put where a text would read as something else', () => {
  stays('项目名称: 甲\\:乙\n绩效目标:\n  \\总计: 5\n绩效指标:\n  1、甲\\; 乙; 年度指标值:5\\。\n');
  formats('项目名称: 甲\n绩效指标: // 见附件\n', '项目名称: 甲\n绩效指标:\n  \\// 见附件\n');
  formats(
    '项目名称: 甲\n绩效指标:\n1、11; 甲; C:\\\n',
    '项目名称: 甲\n绩效指标:\n  1、1-产出指标; 11-数量指标; 甲; 实施周期指标值:C:\\\\; 年度指标值:C:\\\\。\n',
  );
});

test('the byte order mark stays, and a last line without line end unless one is asked for', () => {
  assert.equal(formatted('\ufeff\n\n 项目名称:甲'), '\ufeff项目名称: 甲');
  assert.equal(formatted('\ufeff标题 \r\n项目名称:甲 '), '\ufeff标题\r\n项目名称: 甲');
  assert.equal(formatted('\n\ufeff<<<<<<< a'), '\n\ufeff<<<<<<< a');
  assert.equal(formatted('标题\r\n项目名称:甲 ', {}, {}, { insertFinalNewline: true }), '标题\r\n项目名称: 甲\r\n');
  assert.equal(formatted('\n \n'), '');
});

test('edits are no larger than what changes', () => {
  const text = EXAMPLE.replace('  …\n', '').replace('总计: 120.00', '总计:120.00  ').replace('个; 年度', '个;年度');
  const document = openTable(text);
  const edits = formatDocument(document, options).map(({ range, newText }) => [document.getText(range), newText]);
  assert.deepEqual(edits, [
    ['', ' '],
    ['  ', ''],
    ['', ' '],
  ]);
});

test('several ranges: each line once, whatever the order and however they touch', () => {
  const text = '合计\n  总计:5\n  财政拨款:5\n\n项目名称:甲\n  总计:5\n';
  const document = openTable(text);
  const at = (line: number, from: number, to: number): Range => ({
    start: { line, character: from },
    end: { line, character: to },
  });
  const after = (...ranges: Range[]) => withEdits(document, formatRanges(document, ranges, options));
  const both = '合计\n总计: 5.00\n  财政拨款:5\n\n项目名称:甲\n总计: 5.00\n';
  assert.equal(after(at(5, 0, 3), at(1, 0, 3), at(1, 4, 6)), both);
  assert.equal(
    after(at(2, 0, 1), at(1, 2, 3), { start: { line: 1, character: 0 }, end: { line: 2, character: 0 } }),
    text.replace('  总计:5\n  财政拨款:5', '总计: 5.00\n财政拨款: 5.00'),
  );
  assert.deepEqual(formatRanges(document, [], options), []);
});

test('a range: its lines and no others', () => {
  const text = '项目名称:甲\n  总计:5\n财政拨款:5  \n\n\n绩效指标:1、甲 2、1-产出指标;乙\n项目名称:丙\n';
  const range = (from: number, to: number, character = 0): Range => ({
    start: { line: from, character: 0 },
    end: { line: to, character },
  });
  const after = (asked: Range) => {
    const document = openTable(text);
    return withEdits(document, formatRange(document, asked, options));
  };
  assert.equal(after(range(1, 2)), text.replace('  总计:5', '总计: 5.00'));
  assert.equal(after(range(1, 1, 3)), text.replace('  总计:5', '总计: 5.00'));
  assert.equal(after(range(2, 2, 1)), text.replace('财政拨款:5  ', '财政拨款: 5.00'));
  assert.equal(after(range(3, 5)), text.replace('\n\n\n', '\n'));
  assert.equal(
    after(range(5, 7)),
    `${text.slice(0, text.indexOf('绩效'))}绩效指标:\n  1、甲\n  2、1-产出指标; 乙\n项目名称: 丙\n`,
  );
});

/** What Enter makes of a table: the mark stands where the cursor is behind it. */
function entered(marked: string): string {
  const { document, position } = openMarked(marked);
  return withEdits(document, formatOnType(document, position, '\n', options));
}

test('Enter among the indicators indents like the line above, and does nothing else', () => {
  const list = '项目名称:甲\n总计:5\n绩效指标:\n';
  assert.equal(entered(`${list}${MARK}`), `${list}  `);
  assert.equal(entered(`${list}\t1、甲;乙\n${MARK}`), `${list}\t1、甲;乙\n\t`);
  assert.equal(entered(`${list}    1、甲\n${MARK}\n  2、乙\n`), `${list}    1、甲\n    \n  2、乙\n`);
  assert.equal(entered(`${list}  1、甲\n${MARK}、乙\n`), `${list}  1、甲\n  、乙\n`);
  for (const other of [
    `${list}  1、甲\n  ${MARK}\n`,
    `${list}  1、甲\n\n${MARK}\n`,
    `${list}  1、甲\n${MARK}项目名称:乙\n`,
    `${list}  1、甲\n${MARK}总计:5\n`,
    `项目名称:甲\n  总计:5\n${MARK}`,
    `项目名称:甲\n绩效目标:\n  好\n${MARK}`,
    MARK,
  ]) {
    assert.equal(entered(other), other.replace(MARK, ''));
  }
});

test('anything but Enter is left as typed', () => {
  const { document, position } = openMarked(`项目名称: 甲\n绩效指标:\n  1、甲\n;${MARK}`);
  assert.deepEqual(formatOnType(document, position, ';', options), []);
});

test('numbering anew is an action of its own, wherever the cursor is in the project', () => {
  const text =
    '项目名称: 甲\n绩效指标:\n  ③甲\n  3、11-数量指标; 乙; 5个\n  12-质量指标; 丙; 5个\n项目名称: 乙\n绩效指标:\n  1、甲\n';
  const at = (line: number): Range => ({ start: { line, character: 0 }, end: { line, character: 0 } });
  const document = openTable(text);
  const [action, ...others] = renumberAction(document, at(0), asked);
  assert.deepEqual(others, []);
  assert.equal(action?.title, '给指标重新编号');
  assert.equal(renumberAction(document, at(3), { ...asked, language: 'en' })[0]?.title, 'Number the indicators anew');
  const [change] = action.edit?.documentChanges ?? [];
  assert.ok(change && 'edits' in change);
  const edits = change.edits.flatMap((edit) => ('newText' in edit ? [edit] : []));
  assert.equal(withEdits(document, edits), text.replace('③', '①').replace('3、', '2、').replace('12-', '3、12-'));
  assert.deepEqual(renumberAction(document, at(6), asked), []);
});
