/** What the rules on amounts say, and the places they show; what they find stands in `cases/`. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fixtureOf } from './fixture.ts';

test('amount-style says what is odd, and how the amount is written', () => {
  const { messages, titles } = fixtureOf('amount-style');
  const table = `
项目名称: 科技金融专项
总计: 35万元
总计: 1 0.00
总计: １0.00
总计: 1000.00
总计: 10.0
总计: 010.00
`;
  assert.deepEqual(messages(table), [
    '金额后面不必写单位,写作 35.00',
    '金额中间有空格,写作 10.00',
    '金额用了全角字符,写作 10.00',
    '金额没有三位一节,写作 1,000.00',
    '金额没有写到两位小数,写作 10.00',
    '金额开头有多余的 0,写作 10.00',
    'No unit is needed behind an amount: 35.00',
    'There are spaces inside the amount: 10.00',
    'The amount is in full-width characters: 10.00',
    'The amount is not grouped by three: 1,000.00',
    'The amount has fewer than two decimals: 10.00',
    'The amount begins with a 0 too many: 10.00',
  ]);
  assert.equal(titles(table, 'en')[0], 'Change to 35.00');
});

test('amount-missing says whether the total is absent or empty', () => {
  const { messages, titles } = fixtureOf('amount-missing');
  const table = `
项目名称: 科技金融专项
财政拨款: 10.00

项目名称: 科普活动
总计:
`;
  assert.deepEqual(messages(table), ['没有写总计', '总计是空的', '总计 is not stated', '总计 is empty']);
  assert.deepEqual(titles(table, 'en'), ['Put in 总计 10.00']);
});

test("amount-ceiling gives both amounts in the table's unit, and shows the total", () => {
  const { messages } = fixtureOf('amount-ceiling');
  const table = `
项目名称: 促消费第1批资金
总计: 5,000.00
绩效指标:
  1、11-数量指标; 补贴发放金额; 年度指标值:不超过1亿元。
项目名称: 合同工经费
总计: 74.73
绩效指标:
  1、11-数量指标; 补贴发放金额; 年度指标值:不超过79万元。
`;
  assert.deepEqual(messages(table), [
    '控制上限 10,000.00 万元高于本项目的总计 5,000.00 万元;上限如果包括其他批次或其他来源的资金,请注明',
    ' 5,000.00 | 总计 5,000.00',
    '控制上限 79.00 万元高于本项目的总计 74.73 万元,请核对',
    ' 74.73 | 总计 74.73',
    "The ceiling of 10,000.00 万元 is above the project's 总计 of 5,000.00 万元; say so if it covers other instalments or sources",
    ' 5,000.00 | 总计 5,000.00',
    "The ceiling of 79.00 万元 is above the project's 总计 of 74.73 万元",
    ' 74.73 | 总计 74.73',
  ]);
});

test('quantity-times-price shows the calculation', () => {
  const { messages } = fixtureOf('quantity-times-price');
  const table = `
项目名称: 见习补贴
总计: 50.00
绩效指标:
  1、11-数量指标; 补贴人数; 年度指标值:0.1万人。
  2、41-经济成本指标; 补贴标准; 年度指标值:600元/人。
`;
  assert.deepEqual(messages(table), [
    '1000人 × 600元/人 = 60.00 万元,与总计 50.00 万元不符,请核对',
    ' 0.1万人 | 数量 1000人',
    ' 50.00 | 总计 50.00',
    '1000人 × 600元/人 = 60.00 万元, but 总计 is 50.00 万元',
    ' 0.1万人 | quantity 1000人',
    ' 50.00 | 总计 50.00',
  ]);
});
