import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openTable } from '../../tables.ts';
import { ShownPage } from './shownPage.ts';

const TABLE = `项目名称: 甲
总计: 5
财政拨款: 4
绩效目标: 乙。
绩效指标:
  1、1-产出指标; 11-数量指标; 丙; 实施周期指标值:1个; 年度指标值:1个。

项目名称: 丁
总计: 6
`;

/** A page of the table, and the first finding of its first row that is of a rule. */
async function told(rule: string) {
  const table = openTable(TABLE);
  const shown = new ShownPage();
  await shown.show(table);
  const row = shown.rows[0]?.[0] as number;
  const numbers = Array.from({ length: 20 }, (_, i) => i);
  const finding = shown.page.findings(row, numbers).find((one) => one.rule === rule);
  assert.ok(finding && finding.fixes.length > 0, rule);
  const replace = (words: string, others: string) => {
    const at = table.getText().indexOf(words);
    table.edit(at, at + words.length, others);
  };
  return { table, shown, row, replace, findings: () => shown.page.findings(row, numbers), number: finding.finding };
}

test('what is mended is what was told, also where other rows have changed since', async () => {
  const { shown, table, row, number, replace } = await told('total-mismatch');
  assert.ok(shown.page.fix(row, number, 0));
  replace('丁', '丁丁');
  await shown.show(table);
  assert.ok(shown.page.fix(row, number, 0));
});

test('where the row has changed since it was told, nothing is mended until it is told again', async () => {
  const { shown, table, row, number, replace, findings } = await told('total-mismatch');
  replace('财政拨款: 4', '财政拨款: 3');
  assert.equal(shown.page.fix(row, number, 0), undefined, 'before the page has heard');
  await shown.show(table);
  assert.equal(shown.page.fix(row, number, 0), undefined, 'and after');
  findings();
  assert.ok(shown.page.fix(row, number, 0));
});

test('what is mended by now lends its number to no other', async () => {
  const { shown, table, row, number, replace } = await told('total-mismatch');
  replace('财政拨款: 4', '财政拨款: 5');
  await shown.show(table);
  assert.equal(shown.page.fix(row, number, 0), undefined);
});
