import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fixtureOf } from './fixture.ts';

const { check, checkFix, messages, titles } = fixtureOf('total-mismatch', 'amount-invalid');

test('a total that is more than its sources', () =>
  check(`
项目名称: 科技金融专项
总计: 130.00
^^ error total-mismatch "130.00"
 + 把总计改为 120.00
财政拨款: 100.00
财政专户拨款: 0.00
其他资金: 20.00
`));

test('the difference may be what the one empty source lacks', () =>
  check(`
项目名称: 科技金融专项
总计: 130.00
^^ error total-mismatch "130.00"
 + 把总计改为 120.00
 + 把差额 10.00 填入财政专户拨款
财政拨款: 100.00
其他资金: 20.00
`));

test('two sources empty, or a total below its sources: no source is offered', () =>
  check(`
项目名称: 科技金融专项
总计: 130.00
^^ error total-mismatch "130.00"
 + 把总计改为 120.00
财政拨款: 120.00

项目名称: 工作经费
总计: 100.00
^^ error total-mismatch "100.00"
 + 把总计改为 120.00
财政拨款: 100.00
财政专户拨款:
其他资金: 20.00
`));

test('units and 合计 are rows too', () =>
  check(`
合计
总计: 30.00
^^ error total-mismatch "30.00"
 + 把总计改为 20.00
财政拨款: 20.00

资金使用单位: 示范市科技局本级
总计: 30.00
^^ error total-mismatch "30.00"
 + 把总计改为 20.00
财政拨款: 20.00
`));

test('a difference that rounding explains is only noted', () =>
  check(`
项目名称: 科技金融专项
总计: 120.02
^^ info total-mismatch "120.02"
 + 把总计改为 120.00
财政拨款: 100.00
财政专户拨款: 10.00
其他资金: 10.00

项目名称: 工作经费
总计: 120.03
^^ error total-mismatch "120.03"
 + 把总计改为 120.00
财政拨款: 100.00
财政专户拨款: 10.00
其他资金: 10.00
`));

test('sound: equal however written, no source given, a total not written, an amount that cannot be read', () =>
  check(`
项目名称: 科技金融专项
总计: 1,120
财政拨款: 1100.00
财政专户拨款:
其他资金: ２０．０

项目名称: 工作经费
总计: 120.00

项目名称: 会议经费
财政拨款: 100.00
其他资金: 20.00

项目名称: 培训经费
总计:
财政拨款: 100.00

项目名称: 办公经费
总计: 130.00
财政拨款: 约100
^^ error amount-invalid "约100"
其他资金: 20.00
`));

test('the total is set', () =>
  checkFix(
    `
项目名称: 科技金融专项
总计: 1300
财政拨款: 1,200.00
`,
    '把总计改为 1,200.00',
    `
项目名称: 科技金融专项
总计: 1,200.00
财政拨款: 1,200.00
`,
  ));

test('the difference goes into the empty source, on a line of its own where there is none', () => {
  checkFix(
    `
项目名称: 科技金融专项
  总计: 130.00
  财政拨款: 100.00
  其他资金: 20.00
绩效目标: 服务企业。
`,
    '把差额 10.00 填入财政专户拨款',
    `
项目名称: 科技金融专项
  总计: 130.00
  财政拨款: 100.00
  其他资金: 20.00
  财政专户拨款: 10.00
绩效目标: 服务企业。
`,
  );
  checkFix(
    `
项目名称: 科技金融专项
总计: 130.00
财政拨款: 100.00
财政专户拨款：
其他资金: 20.00
`,
    '把差额 10.00 填入财政专户拨款',
    `
项目名称: 科技金融专项
总计: 130.00
财政拨款: 100.00
财政专户拨款： 10.00
其他资金: 20.00
`,
  );
});

test('says how the sources add up', () => {
  const table = `
项目名称: 科技金融专项
总计: 130.00
财政拨款: 100.00
其他资金: 20.00
`;
  assert.deepEqual(messages(table), [
    '总计 130.00 与资金来源之和 120.00 不符,相差 10.00',
    ' 100.00 | 财政拨款 100.00',
    ' 20.00 | 其他资金 20.00',
    '总计 is 130.00, but its sources add up to 120.00; the difference is 10.00',
    ' 100.00 | 财政拨款 100.00',
    ' 20.00 | 其他资金 20.00',
  ]);
  assert.deepEqual(titles(table, 'en'), ['Set 总计 to 120.00', 'Put the difference of 10.00 into 财政专户拨款']);
});

test('says where rounding may be the reason', () =>
  assert.deepEqual(
    messages(`
项目名称: 科技金融专项
总计: 120.01
财政拨款: 120.00
`),
    [
      '总计 120.01 与资金来源之和 120.00 相差 0.01,可能是四舍五入所致',
      ' 120.00 | 财政拨款 120.00',
      '总计 is 120.01, its sources add up to 120.00; the difference of 0.01 may come from rounding',
      ' 120.00 | 财政拨款 120.00',
    ],
  ));

test('the difference goes into the source that is there and empty, and nowhere where it may be rounding', () =>
  check(`
单位: 万元

项目名称: 科技金融专项
总计: 12.00
^^ error total-mismatch "12.00"
 + 把差额 2.00 填入其他资金
 + 把总计改为 10.00
财政拨款: 10.00
其他资金:

项目名称: 科普活动
总计: 12.01
^^ info total-mismatch "12.01"
 + 把总计改为 12.00
财政拨款: 10.00
其他资金: 2.00
`));
