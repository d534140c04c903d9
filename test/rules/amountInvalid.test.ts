import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fixtureOf } from './fixture.ts';

const { check, checkFix, messages, titles } = fixtureOf('amount-invalid', 'sum-mismatch');

test('what is no decimal', () =>
  check(`
项目名称: 科技金融专项
总计: 12O.00
^^ error amount-invalid "12O.00"
财政拨款: 约100
^^ error amount-invalid "约100"
财政专户拨款: —
^^ error amount-invalid "—"
 + 没有金额就空着
其他资金: 1.2.3
^^ error amount-invalid "1.2.3"
`));

test('a negative amount', () =>
  check(`
项目名称: 科技金融专项
总计: -120.00
^^ error amount-invalid "-120.00"
财政拨款: －１２０.00
^^ error amount-invalid "－１２０.00"
`));

test('commas that do not group by three', () =>
  check(`
项目名称: 科技金融专项
总计: 1,20.00
^^ error amount-invalid "1,20.00"
 + 改为 120.00
财政拨款: 12,0000.00
^^ error amount-invalid "12,0000.00"
 + 改为 120,000.00
财政专户拨款: 1，20
^^ error amount-invalid "1，20"
其他资金: ,120.00
^^ error amount-invalid ",120.00"
`));

test('more decimals than leave whole 分', () =>
  check(`
单位: 元

项目名称: 科技金融专项
总计: 120.005
^^ error amount-invalid "120.005"
财政拨款: 120.00
`));

test('another unit of money than the table has', () =>
  check(`
单位: 万元

项目名称: 科技金融专项
总计: 1200000元
^^ error amount-invalid "1200000元"
 + 改为 120.00
财政拨款: 0.012亿元
^^ error amount-invalid "0.012亿元"
 + 改为 120.00
其他资金: 3美元
^^ error amount-invalid "3美元"
`));

test('sound: empty, grouped or not, full width, spaces inside, with the own unit, as exact as the money is', () =>
  check(`
单位: 万元

项目名称: 科技金融专项
总计: １，２３４．５０
财政拨款: 1234.500000
财政专户拨款:
其他资金: 0

项目名称: 工作经费
总计: 72, 239. 50
财政拨款: 72239.5万元

项目名称: 会议经费
总计: 0.000001
其中: 财政拨款: 0.000001 万元
`));

test('the reading takes its place, and then takes part in the sums', () => {
  const table = `
资金使用单位: 示范市科技局本级
总计: 200.00

项目名称: 科技金融专项
总计: 1,20.00
`;
  check(`
资金使用单位: 示范市科技局本级
总计: 200.00

项目名称: 科技金融专项
总计: 1,20.00
^^ error amount-invalid "1,20.00"
 + 改为 120.00
`);
  checkFix(
    table,
    '改为 120.00',
    `
资金使用单位: 示范市科技局本级
总计: 200.00
^^ warning sum-mismatch "200.00"
 + 把总计改为 120.00
 + 注明有项目未列出(不检查这一行)

项目名称: 科技金融专项
总计: 120.00
`,
  );
});

test('says what is wrong', () => {
  const table = `
单位: 万元

项目名称: 科技金融专项
总计: 约100
财政拨款: -1
财政专户拨款: 1.0000001
其他资金: 1,20.0

项目名称: 工作经费
总计: 8元
`;
  assert.deepEqual(messages(table), [
    '"约100"不是金额',
    '金额不能是负数',
    '小数位数过多:金额单位为万元时最多 6 位',
    '分节有误:逗号应当三位一节',
    '这里的单位与本表金额单位(万元)不同',
    '“约100” is not an amount',
    'An amount cannot be negative',
    'Too many decimals: at most 6 where amounts are in 万元',
    'Wrong grouping: commas part groups of three digits',
    "This is not the table's unit of money (万元)",
  ]);
  assert.deepEqual(titles(table, 'en'), ['Change to 120.00', 'Change to 0.0008']);
});
