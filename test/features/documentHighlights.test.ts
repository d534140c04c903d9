import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DocumentHighlightKind } from 'vscode-languageserver-types';
import { bracketed, openBracketed, withoutCursor } from './bracketed.ts';

/** What is highlighted at the cursor is what stands in brackets. */
async function check(marked: string): Promise<void> {
  const { service, document, position } = openBracketed(marked);
  const ranges = (await service.documentHighlights(document, position)).map(({ range }) => range);
  assert.equal(bracketed(document, ranges), withoutCursor(marked));
}

/** The texts that are highlighted, the written ones with `=` before them. */
async function kinds(marked: string): Promise<string[]> {
  const { service, document, position } = openBracketed(marked);
  const highlights = await service.documentHighlights(document, position);
  return highlights.map(
    ({ range, kind }) => `${kind === DocumentHighlightKind.Write ? '=' : ''}${document.getText(range)}`,
  );
}

test('an indicator’s name: its other uses, however they are spaced', () =>
  check(`
项目名称: 甲
绩效指标:
  1、11-数量指标; ⟦举办│活动场次⟧; ≥2场。
  2、11-数量指标; 举办活动场次数; ≥2场。
项目名称: 乙
绩效指标: 1、22-社会效益; ⟦举办 活动
    场次⟧; ≥2场。
`));

test('a class: where the same class is written, by code or by name', async () => {
  await check(`
项目名称: 甲
绩效指标:
  1、1-产出指标; ⟦11-数│量指标⟧; 甲; 1个。
  2、1-产出指标; ⟦数量⟧; 乙; 1个。
  3、1-产出指标; 12-质量指标; 丙; 1个。
  4、⟦11⟧; 丁; 1个。
`);
  await check(`
项目名称: 甲
绩效指标:
  1、⟦1-产│出指标⟧; 11-数量指标; 甲; 1个。
  2、⟦12-质量指标⟧; 丙; 1个。
  3、2-效益指标; 22-社会效益; 丁; 1个。
`);
});

test('a unit and a project: the row, and where goals name them', async () => {
  const table = (unit: string, project: string, other = '科学馆', mention = project) => `
资金使用单位: ${unit}

项目名称: ${project}
绩效目标:
  1. 通过实施${mention},由${other}建成。
`;
  await check(table('⟦科│学馆⟧', '科普活动经费', '⟦科学馆⟧'));
  await check(table('科学馆', '⟦科普│活动经费⟧', '科学馆', '⟦科普活动经费⟧'));
  await check(table('⟦科学馆⟧', '科普活动经费', '⟦科学│馆⟧'));
});

test('of names in each other a goal names the longest', () =>
  check(`
资金使用单位: ⟦科技│局⟧
资金使用单位: 科技局本级
项目名称: 甲
绩效目标: 由科技局本级、⟦科技局⟧实施。
`));

test('the same project name under another unit is another project', () =>
  check(`
资金使用单位: 甲馆
项目名称: ⟦购置│设备⟧
资金使用单位: 乙馆
项目名称: 购置设备
绩效目标: 购置设备。
`));

test('a total and its sources', async () => {
  const table = (sum: string, one: string, other: string) => `
项目名称: 甲
总计: ${sum}
  其中: 财政拨款: ${one}
其他资金: ${other}
`;
  await check(table('⟦12│0.00⟧', '⟦100.00⟧', '⟦20.00⟧'));
  await check(table('⟦120.00⟧', '⟦10│0.00⟧', '⟦20.00⟧'));
  assert.deepEqual(await kinds(table('120.00', '100.00', '20.│00')), ['=120.00', '100.00', '20.00']);
});

test('the column of a unit and its projects, of 合计 and the units', async () => {
  const table = (...amounts: readonly string[]) => {
    let next = 0;
    return `\n${['合计', '资金使用单位: 甲馆', '项目名称: 一', '项目名称: 二', '资金使用单位: 乙馆', '项目名称: 三']
      .map((label) => `${label}\n财政拨款: ${amounts[next++]}\n`)
      .join('')}`;
  };
  await check(table('10', '⟦│7⟧', '⟦3⟧', '⟦4⟧', '3', '3'));
  await check(table('⟦10│⟧', '⟦7⟧', '3', '4', '⟦3⟧', '3'));
  await check(table('10', '7', '⟦│3⟧', '4', '3', '3'));
});

test('the values of an indicator that say the same', () =>
  check(`
项目名称: 甲
绩效指标:
  1、11-数量指标; 甲; 实施周期指标值:⟦≥ 2场⟧; 年度指标值:⟦≥2│场⟧。
  2、11-数量指标; 乙; 实施周期指标值:≥2场; 年度指标值:≥2场。
`));

test('a number, with those of its list', () =>
  check(`
项目名称: 甲
绩效指标:
  ⟦│1⟧、11-数量指标; 甲; 1个。
  ⟦1⟧、11-数量指标; 乙; 1个。
项目名称: 乙
绩效指标: 1、11-数量指标; 甲; 1个。
`));

test('in the other profile, with any line end, with a byte order mark', async () => {
  const table = `
\ufeff版式: central-2021
项目名称: 甲
绩效指标:
  1、成本指标; ⟦经济│成本指标⟧; 甲; 指标值:≤1万元。
  2、成本指标; ⟦经济成本⟧; 乙; 指标值:≤2万元。
`;
  for (const lineEnd of ['\n', '\r\n', '\r']) await check(table.trimStart().replaceAll('\n', lineEnd));
});

test('nothing where nothing belongs together', async () => {
  for (const table of [
    '│',
    '绩效│目标表',
    '项目名称: 甲\n绩效│目标: 建成',
    '项目名称: 甲\n总计: │',
    '资金使用单位: │\n',
  ])
    assert.deepEqual(await kinds(table), []);
});
