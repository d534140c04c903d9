import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bracketed, openBracketed, plain, withoutCursor } from './bracketed.ts';

type Texts = Readonly<Record<string, string>>;

/** The uses of what stands at the cursor, as brackets in all tables. */
async function check(texts: Texts, includeDeclaration = true): Promise<void> {
  const { service, document, position, documents } = openBracketed(texts);
  const found = await service.references(document, position, includeDeclaration);
  const shown = [...documents].map(([name, table]) => [
    name,
    bracketed(
      table,
      found.filter(({ uri }) => uri === table.uri).map(({ range }) => range),
    ),
  ]);
  const expected = Object.entries(texts).map(([name, text]) => [name, withoutCursor(text)]);
  assert.deepEqual(shown, expected);
}

test('an indicator’s name in all tables that are tied to each other', () =>
  check({
    '甲.jxmb': `项目名称: 甲
绩效指标:
  1、11-数量指标; ⟦服务│企业数量⟧; 1家。
  2、12-质量指标; ⟦服务企业数量⟧; 1家。
`,
    '乙.jxmb': '项目名称: 乙\n绩效指标: 1、11-数量指标; ⟦服务企业 数量⟧; 1家。\n',
  }));

test('a unit, and a project under its unit only', async () => {
  await check({
    '甲.jxmb': '资金使用单位: ⟦科学│馆⟧\n项目名称: 购置设备\n备注: ⟦科学馆⟧\n',
    '乙.jxmb': '资金使用单位: ⟦科学馆⟧\n项目名称: 购置设备\n绩效目标: ⟦科学馆⟧购置设备。\n',
  });
  await check({
    '甲.jxmb': '资金使用单位: 科学馆\n项目名称: ⟦购置│设备⟧\n',
    '乙.jxmb': '资金使用单位: 图书馆\n项目名称: 购置设备\n资金使用单位: 科学馆\n项目名称: ⟦购置设备⟧\n',
  });
});

test('without the row of a unit, without the first place of a name', async () => {
  await check({ '甲.jxmb': '资金使用单位: 科学│馆\n项目名称: 购置设备\n备注: ⟦科学馆⟧\n' }, false);
  const line = (name: string) => `项目名称: 甲\n绩效指标: 1、11-数量指标; ${name}; 1家。\n`;
  await check({ '甲.jxmb': `${line('服务企业数量')}${line('⟦服务│企业数量⟧')}` }, false);
});

test('a class: its indicators in the document, those under a heading too', async () => {
  const table = (one: string, two: string) => `项目名称: 甲
绩效指标:
  1、1-产出指标; ${one}; 甲; 1个。
  2、1-产出指标; 12-质量指标; 乙; 1个。
  (一)数量指标
  3、${two}; 1个。
`;
  await check({
    '甲.jxmb': table('⟦11-数│量指标⟧', '⟦丙⟧'),
    '乙.jxmb': plain(table('11-数量指标', '丙')),
  });
});

test('nothing of what is no name', async () => {
  for (const text of ['│', '项目│名称: 甲', '项目名称: 甲\n总计: 1│0\n', '项目名称: 甲\n绩效目标: 建│成。']) {
    const { service, document, position } = openBracketed(text);
    assert.deepEqual(await service.references(document, position, true), []);
  }
});
