import assert from 'node:assert/strict';
import { test } from 'node:test';
import { foldingRanges } from '../../server/src/features/foldingRanges.ts';
import { openTable } from '../tables.ts';

/** The folds of a text, each as `first line … last line` (without the spaces before it) and its kind. */
function folds(text: string): string[] {
  const document = openTable(text);
  const lines = text.split(/\r\n|\r|\n/).map((line) => line.trim());
  return foldingRanges(document).map(({ startLine, endLine, kind }) => {
    assert.ok(startLine < endLine && endLine < lines.length);
    return `${lines[startLine]} … ${lines[endLine]}${kind ? ` (${kind})` : ''}`;
  });
}

const TABLE = `// 一
// 二
项目支出绩效目标表

合计
总计: 1

资金使用单位: 本级
总计: 1

项目名称: 甲
绩效目标:
  第一行
  // 说明

  第二行

绩效指标:
  1、11-数量指标; 指标一; 5个。
  2、11-数量指标; 指标二; 5个。
  // 甲的注释

// 下面是乙的项目
// 共一个
项目名称: 乙
绩效目标: 只有一行
绩效指标:
  1、11-数量指标; 指标三; 5个。

资金使用单位: 科协
总计: 1

项目名称: 丙

`;

const FOLDS = [
  '// 一 … // 二 (comment)',
  '资金使用单位: 本级 … 1、11-数量指标; 指标三; 5个。',
  '项目名称: 甲 … // 甲的注释',
  '绩效目标: … 第二行',
  '绩效指标: … 2、11-数量指标; 指标二; 5个。',
  '// 下面是乙的项目 … // 共一个 (comment)',
  '项目名称: 乙 … 1、11-数量指标; 指标三; 5个。',
  '绩效指标: … 1、11-数量指标; 指标三; 5个。',
  '资金使用单位: 科协 … 项目名称: 丙',
];

test('units to their last project, projects, goals, indicators, comments; no single line', () =>
  assert.deepEqual(folds(TABLE), FOLDS));

test('the same with any line end, with and without one at the end', () => {
  for (const lineEnd of ['\r\n', '\r']) assert.deepEqual(folds(TABLE.replaceAll('\n', lineEnd)), FOLDS);
  assert.deepEqual(folds(TABLE.trimEnd()), FOLDS);
});

test('a comment behind a row is its own, one above the next row the next’s', () => {
  const rows = (between: string) => folds(`项目名称: 甲\n总计: 1\n${between}项目名称: 乙\n`);
  assert.deepEqual(rows('\n// 注释\n'), ['项目名称: 甲 … 总计: 1']);
  assert.deepEqual(rows('// 注释\n\n'), ['项目名称: 甲 … // 注释']);
  assert.deepEqual(rows('\n// 注释\n\n'), ['项目名称: 甲 … // 注释']);
  assert.deepEqual(rows('// 注释\n'), ['项目名称: 甲 … // 注释']);
  assert.deepEqual(folds('项目名称: 甲\n总计: 1\n\n// 注释\n'), ['项目名称: 甲 … // 注释']);
});

test('a unit without projects, 合计 behind the last unit', () =>
  assert.deepEqual(folds('资金使用单位: 本级\n总计: 1\n\n合计\n总计: 1\n'), ['资金使用单位: 本级 … 总计: 1']));

test('regions, one in another and over several rows; what has no partner is none', () =>
  assert.deepEqual(
    folds(`// #endregion
// #region 甲
项目名称: 甲
// #region 指标
绩效指标: 1、11-数量指标; 指标一; 5个。
//#endregion 指标

项目名称: 乙
／／ #endregion
// #region 丙
// 注释
// #regional
`),
    [
      '// #region 甲 … ／／ #endregion (region)',
      '项目名称: 甲 … //#endregion 指标',
      '// #region 指标 … //#endregion 指标 (region)',
      '项目名称: 乙 … // #regional',
      '// 注释 … // #regional (comment)',
    ],
  ));

test('nothing to fold', () => {
  assert.deepEqual(folds(''), []);
  assert.deepEqual(folds('项目名称: 甲'), []);
  assert.deepEqual(folds('\n\n\n'), []);
  assert.deepEqual(folds('// 注释\n\n// 注释\n'), []);
});

test('an indicator that goes over several lines', () =>
  assert.deepEqual(folds('项目名称: 甲\n绩效指标:\n  1、11-数量指标; 指标一;\n    5个。\n  2、指标二; 5个。\n'), [
    '项目名称: 甲 … 2、指标二; 5个。',
    '绩效指标: … 2、指标二; 5个。',
    '1、11-数量指标; 指标一; … 5个。',
  ]));

test('of too many the outer ones are told', () => {
  const project = '项目名称: 甲\n绩效目标:\n  第一行\n绩效指标:\n  1、数量\n';
  const document = openTable(`资金使用单位: 本级\n${project.repeat(3)}`);
  const starts = (most?: number) => foldingRanges(document, most).map(({ startLine }) => startLine);
  assert.deepEqual(starts(), [0, 1, 2, 4, 6, 7, 9, 11, 12, 14]);
  assert.deepEqual(starts(10), starts());
  assert.deepEqual(starts(6), [0, 1, 2, 4, 6, 11]);
  assert.deepEqual(starts(4), [0, 1, 6, 11]);
  assert.deepEqual(starts(3), [0, 1, 6]);
  assert.deepEqual(starts(0), []);
});
