/** The two pictures in pages that stand for themselves. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openTable } from '../tables.ts';
import { openBrowser, pageOf, readPage, textsOf } from './readPage.ts';

const TABLE = `单位: 万元
合计
总计: 400.00
资金使用单位: 科学馆
总计: 400.00
项目名称: 讲座
总计: 300.00
财政拨款: 200.00
其他资金: 100.00
绩效指标:
  1、1-产出指标; 11-数量指标; 讲座场次; 年度指标值:≥20场。
  2、1-产出指标; 11-数量指标; 听众人次; 年度指标值:≥2000人次。
项目名称: 设备
总计: 100.00
`;

test('the budget has amounts and shares; each source is told in the head', async () => {
  const { head, rows } = await readPage(openTable(TABLE), 'budget');
  assert.match(head[1] as string, /财政拨款.*财政专户拨款.*其他资金/);
  // What a bar says when it is pointed at is read with it.
  const shown = rows.flatMap(textsOf).map(([name, , ...others]) => [name, ...others]);
  assert.deepEqual(shown, [
    ['合计', '', '400.00', '', '', ''],
    ['科学馆', '占全部 100.0%', '400.00', '', '', ''],
    ['讲座', '占本单位 75.0%', '300.00', '200.00', '', '100.00'],
    ['设备', '占本单位 25.0%', '100.00', '', '', ''],
  ]);
});

test('sources of a bar differ in more than their colours', async () => {
  const page = await (await openBrowser()).newPage();
  await page.setContent(pageOf(openTable(TABLE), 'budget'));
  const bits = page.locator('tbody.project').first().locator('rect');
  const fills = await bits.evaluateAll((all) => all.map((one) => getComputedStyle(one).fill.replaceAll('"', '')));
  await page.close();
  assert.equal(new Set(fills).size, 3);
  assert.ok(fills.some((fill) => fill.startsWith('url(#source-')));
});

test('the coverage has numbers, and names the classes that are lacking', async () => {
  const { rows } = await readPage(openTable(TABLE), 'coverage');
  const [unit, lecture] = rows.flatMap(textsOf);
  assert.equal(unit?.[0], '科学馆');
  assert.deepEqual([lecture?.[0], lecture?.[1], lecture?.at(-1)], ['讲座', '2', '2']);
  const lacking = lecture?.slice(2, -1).filter((text) => text.startsWith('缺'));
  assert.deepEqual(lacking, ['缺效益', '缺满意度']);
});
