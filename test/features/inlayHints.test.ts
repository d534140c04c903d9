import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inlayHints } from '../../server/src/features/inlayHints.ts';
import type { ShowSettings } from '../../server/src/workspace/settings.ts';
import { environment } from './marks.ts';
import { everywhere, hintsIn, open } from './shown.ts';

const english = { ...environment, language: 'en' } as const;

const TABLE = `单位: 万元

合计
总计: 400.00

资金使用单位: 本级
总计: 300.00
财政拨款: 280.00
其他资金: 10.00

项目名称: 甲
总计: 100.00
财政拨款: 100.00

项目名称: 乙
总计: 150.00
财政拨款: 150.00

资金使用单位: 科学馆
总计: 120.00

项目名称: 丙
总计: 120.00
`;

const with_ = (show: Partial<ShowSettings>) => ({
  ...environment,
  settings: { ...environment.settings, show: { ...environment.settings.show, ...show } },
});

test('behind amounts that do not add up: by how much; behind totals of units and projects: what share they are', () => {
  assert.deepEqual(hintsIn(open(TABLE)), [
    '总计: 400.00«比单位少 20.00»',
    '总计: 300.00«比来源多 10.00 · 比项目多 50.00»«占全部 75.0%»',
    '财政拨款: 280.00«比项目多 30.00»',
    '总计: 100.00«占本单位 33.3% · 占全部 25.0%»',
    '总计: 150.00«占本单位 50.0% · 占全部 37.5%»',
    '总计: 120.00«占全部 30.0%»',
    '总计: 120.00«占全部 30.0%»',
  ]);
});

test('in English', () => {
  assert.deepEqual(hintsIn(open(TABLE, english), english).slice(0, 4), [
    '总计: 400.00«20.00 below the units»',
    '总计: 300.00«10.00 above its sources · 50.00 above the projects»«75.0% of all»',
    '财政拨款: 280.00«30.00 above the projects»',
    '总计: 100.00«33.3% of its unit · 25.0% of all»',
  ]);
});

test('each kind is a setting', () => {
  const onlyShares = with_({ differences: false });
  assert.ok(hintsIn(open(TABLE, onlyShares), onlyShares).every((line) => !/比/.test(line)));
  const onlyDifferences = with_({ shares: false });
  assert.ok(hintsIn(open(TABLE, onlyDifferences), onlyDifferences).every((line) => !/占/.test(line)));
  const neither = with_({ shares: false, differences: false });
  assert.deepEqual(hintsIn(open(TABLE, neither), neither), []);
});

test('no share that says nothing: all of it, nothing of it, of what is not known', () => {
  assert.deepEqual(hintsIn(open('资金使用单位: 本级\n总计: 1\n项目名称: 甲\n总计: 1\n')), []);
  assert.deepEqual(hintsIn(open('项目名称: 甲\n总计: 0\n项目名称: 乙\n总计: 5\n')), []);
  assert.deepEqual(hintsIn(open('项目名称: 甲\n总计: 约5\n项目名称: 乙\n总计: 5\n')), []);
  assert.deepEqual(hintsIn(open('合计\n总计: 9,999\n项目名称: 甲\n总计: 0.01\n')), ['总计: 9,999«比项目多 9,998.99»']);
  // The unit is the whole: its share is not said twice.
  assert.deepEqual(hintsIn(open('资金使用单位: 本级\n总计: 4\n项目名称: 甲\n总计: 1\n项目名称: 乙\n总计: 3\n')), [
    '总计: 1«占本单位 25.0%»',
    '总计: 3«占本单位 75.0%»',
  ]);
});

test('no difference where a comment or a setting turns its rule off, nor in a merge conflict', () => {
  const note = '// jxmb-disable-next-line sum-mismatch: 有项目未列出\n';
  assert.deepEqual(hintsIn(open(`合计\n${note}总计: 9\n项目名称: 甲\n总计: 9\n总计: 7\n`)), []);
  const off = {
    ...environment,
    settings: { ...environment.settings, severities: new Map([['sum-mismatch', 'off']] as const) },
  };
  assert.deepEqual(hintsIn(open('合计\n总计: 9\n项目名称: 甲\n总计: 8\n', off), off), ['总计: 8«占全部 88.9%»']);
  const conflict = '合计\n<<<<<<< 甲\n总计: 9\n=======\n总计: 8\n>>>>>>> 乙\n项目名称: 甲\n总计: 7\n';
  assert.ok(hintsIn(open(conflict)).every((line) => !line.includes('比')));
});

test('a difference of rounding is called so, and the whole sentence is in its tip', () => {
  const document = open('资金使用单位: 本级\n总计: 3.01\n项目名称: 甲\n总计: 1\n项目名称: 乙\n总计: 2\n');
  const [hint] = inlayHints(document, everywhere, environment);
  assert.equal(hint?.label, '尾差 0.01');
  assert.equal(hint?.tooltip, '总计 3.01 与本单位 2 个项目之和 3.00 相差 0.01,可能是四舍五入所致');
});

test('only for the range that was asked for', () => {
  const document = open(TABLE);
  const range = (from: number, to: number) => ({
    start: { line: from, character: 0 },
    end: { line: to, character: 0 },
  });
  assert.deepEqual(hintsIn(document, environment, range(10, 12)), ['总计: 100.00«占本单位 33.3% · 占全部 25.0%»']);
  assert.deepEqual(hintsIn(document, environment, range(8, 10)), []);
  document.findings();
  const read: string[] = [];
  const { row } = document;
  document.row = (block) => {
    read.push(block.text);
    return row.call(document, block);
  };
  hintsIn(document, environment, range(10, 12));
  assert.ok(
    read.every((text) => text.startsWith('资金使用单位: 本级')),
    'its unit and no other row',
  );
});

test('with any line end, full width, a mark of byte order, and in another profile', () => {
  for (const lineEnd of ['\r\n', '\r']) {
    assert.equal(hintsIn(open(`\uFEFF${TABLE.replaceAll('\n', lineEnd)}`)).length, 7);
  }
  assert.deepEqual(hintsIn(open('项目名称：甲\n　总计：１００．００  \n财政拨款：９０\n')), [
    '　总计：１００．００«比来源多 10.00»  ',
  ]);
  const central = '版式: central-2021\n项目名称: 甲\n年度资金总额: 5\n财政拨款: 4\n';
  assert.deepEqual(hintsIn(open(central)), ['年度资金总额: 5«比来源多 1.00»']);
});

test('a change elsewhere is seen', () => {
  const document = open(TABLE);
  hintsIn(document);
  const at = document.getText().indexOf('150.00');
  document.edit(at, at + 6, '200.00');
  assert.ok(hintsIn(document).includes('总计: 300.00«比来源多 10.00»«占全部 75.0%»'));
});
