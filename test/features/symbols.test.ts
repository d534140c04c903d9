import assert from 'node:assert/strict';
import { test } from 'node:test';
import { SymbolKind } from 'vscode-languageserver-types';
import { openBracketed } from './bracketed.ts';

const TABLES = {
  '科技局.jxmb': `│单位: 元
资金使用单位: 科学馆
总计: 1,200.00

项目名称: 科普活动经费
总计: 1,200.00

项目名称: 重复建设治理
资金使用单位: 重点实验室
项目名称: 增长率测算(2025)
`,
  '各单位/文化局.jxmb': '项目名称: 满意度调查\n项目名称:\n项目名称: 科普剧\n',
};

async function names(query: string): Promise<string[]> {
  const { service } = openBracketed(TABLES);
  const found = await service.workspaceSymbols(query);
  const own = await service.findSymbols(query);
  assert.deepEqual(
    own.symbols.map(({ name }) => name),
    found.map(({ name }) => name),
  );
  return found.map(({ name }) => name);
}

test('by the characters of the name, those that begin so first', async () => {
  assert.deepEqual(await names('科普'), ['科普活动经费', '科普剧']);
  assert.deepEqual(await names('活动'), ['科普活动经费']);
  assert.deepEqual(await names('科普剧'), ['科普剧']);
  assert.deepEqual(await names('科活费'), ['科普活动经费']);
  assert.deepEqual(await names('（2025）'), ['增长率测算(2025)']);
  assert.deepEqual(await names('没有'), []);
});

test('by pinyin, by initials, by both mixed with characters', async () => {
  for (const [query, name] of [
    ['kepuhuodong', '科普活动经费'],
    ['kphd', '科普活动经费'],
    ['科phd', '科普活动经费'],
    ['满yd', '满意度调查'],
    ['mydu', '满意度调查'],
    ['diaocha', '满意度调查'],
    ['KPJ', '科普剧'],
  ] as const)
    assert.deepEqual(await names(query), [name], query);
});

test('characters of several readings are read as their words are', async () => {
  assert.deepEqual(await names('chongfu'), ['重复建设治理']);
  assert.deepEqual(await names('zhongdian'), ['重点实验室']);
  assert.deepEqual(await names('zhongfu'), []);
  assert.deepEqual(await names('chongdian'), []);
  assert.deepEqual(await names('zengzhanglv'), ['增长率测算(2025)']);
  assert.deepEqual(await names('zengchanglv'), []);
});

test('all, in the order of the tables, where nothing is typed; no row without a name', async () =>
  assert.deepEqual(await names(''), [
    '科学馆',
    '科普活动经费',
    '重复建设治理',
    '重点实验室',
    '增长率测算(2025)',
    '满意度调查',
    '科普剧',
  ]));

test('each with its kind, its place and what it belongs to', async () => {
  const { service, documents } = openBracketed(TABLES);
  const [unit] = await service.workspaceSymbols('科学馆');
  const [project] = await service.workspaceSymbols('科普活动');
  const [other] = await service.workspaceSymbols('科普剧');
  assert.deepEqual(
    [unit, project, other].map((symbol) => [symbol?.kind, symbol?.containerName]),
    [
      [SymbolKind.Module, '科技局.jxmb'],
      [SymbolKind.Class, '科学馆'],
      [SymbolKind.Class, '文化局.jxmb'],
    ],
  );
  assert.equal(documents.get('科技局.jxmb')?.getText(project?.location.range), '科普活动经费');
});

test('our own list has totals too, and says how many it leaves out', async () => {
  const { service } = openBracketed({ ...TABLES, 'b.jxmb': '项目名称: 讲座\n'.repeat(130) });
  const { symbols } = await service.findSymbols('kphd');
  assert.deepEqual(
    symbols.map(({ kind, unit, total, file }) => [kind, unit, total, file]),
    [['project', '科学馆', '1,200.00 元', '科技局.jxmb']],
  );
  for (const query of ['讲座', 'jz']) {
    const { symbols: some, more } = await service.findSymbols(query);
    assert.deepEqual([some.length, more], [100, 30]);
  }
});
