import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fixtureOf } from './fixture.ts';

const { check, checkFix, messages, titles } = fixtureOf('sum-mismatch', 'sum-rounding', 'amount-invalid');

test('a unit that is less than its projects, and 合计 less than its units', () =>
  check(`
合计
总计: 90.00
^^ error sum-mismatch "90.00"
 + 把总计改为 100.00

资金使用单位: 示范市科技局本级
总计: 100.00
^^ error sum-mismatch "100.00"
 + 把总计改为 120.00

项目名称: 科技金融专项
总计: 100.00

项目名称: 工作经费
总计: 20.00
`));

test('a stated sum that is more may have projects that are not listed: a doubt only', () =>
  check(`
资金使用单位: 示范市科技局本级
总计: 130.00
^^ warning sum-mismatch "130.00"
 + 把总计改为 120.00
 + 注明有项目未列出(不检查这一行)

项目名称: 科技金融专项
总计: 120.00
`));

test('every column that is stated, each for itself', () =>
  check(`
资金使用单位: 示范市科技局本级
总计: 120.00
财政拨款: 110.00
^^ error sum-mismatch "110.00"
 + 把财政拨款改为 120.00
其他资金: 10.00
^^ warning sum-mismatch "10.00"
 + 把其他资金改为 0.00
 + 注明有项目未列出(不检查这一行)

项目名称: 科技金融专项
总计: 120.00
财政拨款: 120.00
`));

test('a difference of 0.005 for each addend and one is rounding, more is not', () =>
  check(`
资金使用单位: 示范市科技局本级
总计: 30.02
^^ info sum-rounding "30.02"
 + 把总计改为 30.00

项目名称: 科技金融专项
总计: 10.00

项目名称: 工作经费
总计: 10.00

项目名称: 会议经费
总计: 10.00

资金使用单位: 示范市科学馆
总计: 29.97
^^ error sum-mismatch "29.97"
 + 把总计改为 30.00

项目名称: 科技金融专项
总计: 10.00

项目名称: 工作经费
总计: 10.00

项目名称: 会议经费
总计: 10.00
`));

test('projects before the first unit are the department’s own and count for 合计', () =>
  check(`
项目名称: 科技金融专项
总计: 20.00

资金使用单位: 示范市科学馆
总计: 100.00

合计
总计: 120.00
`));

test('sound: columns not stated, units without projects, 合计 alone, a total that its sources stand for', () =>
  check(`
合计
总计: 150.00

资金使用单位: 示范市科技局本级
总计: 120.00

项目名称: 科技金融专项
财政拨款: 100.00
其他资金: 20.00

资金使用单位: 示范市科学馆
总计: 30.00
`));

test('an amount that cannot be read: nobody knows the sum', () =>
  check(`
资金使用单位: 示范市科技局本级
总计: 130.00

项目名称: 科技金融专项
总计: 12O.00
^^ error amount-invalid "12O.00"

项目名称: 工作经费
总计: 20.00
`));

test('the sum is set', () =>
  checkFix(
    `
资金使用单位: 示范市科技局本级
总计: 1100
项目名称: 科技金融专项
总计: 1200.00
`,
    '把总计改为 1,200.00',
    `
资金使用单位: 示范市科技局本级
总计: 1,200.00
项目名称: 科技金融专项
总计: 1200.00
`,
  ));

test('the note stands above the line, indented like it, and that column is not checked any more', () =>
  checkFix(
    `
资金使用单位: 示范市科技局本级
  总计: 130.00
  财政拨款: 130.00

项目名称: 科技金融专项
总计: 120.00
财政拨款: 120.00
`,
    '注明有项目未列出(不检查这一行)',
    `
资金使用单位: 示范市科技局本级
  // jxmb-disable-next-line sum-mismatch: 有项目未列出
  总计: 130.00
  财政拨款: 130.00
^^ warning sum-mismatch "130.00"
 + 把财政拨款改为 120.00
 + 注明有项目未列出(不检查这一行)

项目名称: 科技金融专项
总计: 120.00
财政拨款: 120.00
`,
  ));

test('says what adds up to what', () => {
  const table = `
合计
总计: 100.00

资金使用单位: 示范市科技局本级
总计: 130.00

项目名称: 科技金融专项
总计: 100.00

项目名称: 工作经费
总计: 20.00
`;
  assert.deepEqual(messages(table), [
    '合计的总计 100.00 与各单位之和 130.00 不符,相差 30.00',
    ' 130.00 | 示范市科技局本级: 130.00',
    '总计 130.00 与本单位 2 个项目之和 120.00 不符,相差 10.00',
    ' 100.00 | 科技金融专项: 100.00',
    ' 20.00 | 工作经费: 20.00',
    "合计's 总计 is 100.00, but the units add up to 130.00; the difference is 30.00",
    ' 130.00 | 示范市科技局本级: 130.00',
    '总计 is 130.00, but the projects of this unit (2) add up to 120.00; the difference is 10.00',
    ' 100.00 | 科技金融专项: 100.00',
    ' 20.00 | 工作经费: 20.00',
  ]);
  assert.deepEqual(titles(table, 'en'), [
    'Set 总计 to 130.00',
    'Set 总计 to 120.00',
    'Note that some items are not listed (do not check this line)',
  ]);
});

test('says where rounding may be the reason', () =>
  assert.deepEqual(
    messages(`
资金使用单位: 示范市科技局本级
总计: 100.01

项目名称: 科技金融专项
总计: 100.00
`),
    [
      '总计 100.01 与本单位 1 个项目之和 100.00 相差 0.01,可能是四舍五入所致',
      ' 100.00 | 科技金融专项: 100.00',
      '总计 is 100.01, the projects of this unit (1) add up to 100.00; the difference of 0.01 may come from rounding',
      ' 100.00 | 科技金融专项: 100.00',
    ],
  ));
