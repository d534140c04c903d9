import { test } from 'node:test';
import { vocabularyOf } from '../../server/src/syntax/vocabulary.ts';
import { profile, reads } from './outline.ts';

/** What a goal's text reads as, followed by indicators. */
function readsGoal(text: string, goal: string, after = ''): void {
  reads(
    `项目名称: 甲\n绩效目标: ${text}\n绩效指标: 1、乙`,
    `project\n  project: 甲\n${`  绩效目标 = ${goal}`.trimEnd()}\n${after}  绩效指标\n    #1 乙`,
  );
}

test('a goal beside its label, below it, or both', () => {
  readsGoal('保障日常工作。', '保障日常工作。');
  readsGoal('\n  1. 建成平台。\n\n  2. 引导资金。\n', '1. 建成平台。 ⏎ 2. 引导资金。');
  readsGoal('总述\r\n分述\r再述', '总述 ⏎ 分述 ⏎ 再述');
  readsGoal('', '');
});

test('a goal keeps its marks and inner spaces', () =>
  readsGoal('举办"美食节";  评选 10 家，1-2次（含）。。', '举办"美食节";  评选 10 家，1-2次（含）。。'));

test('words with a colon are text in a goal', () => {
  for (const line of [
    ...[
      '总体目标: 好',
      '项目: 乙',
      '单位: 某某局',
      '单位: 万元',
      '目标1: 好',
      '年度: 2025',
      '部门名称: 某局',
      '版式: 甲',
    ],
    ...[
      '主管部门: 某局',
      '项目编码: 12',
      '引用: 甲.jxmb',
      '绩效目标: 再来',
      '其中:',
      '备注: 无',
      '2025年',
      '1、11-数量指标; 甲',
    ],
  ]) {
    readsGoal(`甲\n${line}\n乙`, `甲 ⏎ ${line} ⏎ 乙`);
  }
});

test('a project, a unit, 合计 and indicators end a goal', () => {
  reads('项目名称: 甲\n绩效目标: 好\n项目名称: 乙', 'project\n  project: 甲\n  绩效目标 = 好\nproject\n  project: 乙');
  reads('项目名称: 甲\n绩效目标: 好\n合计', 'project\n  project: 甲\n  绩效目标 = 好\ntotal\n  total:');
  for (const word of ['资金使用单位', '预算单位', '项目单位']) {
    reads(`项目名称: 甲\n绩效目标:\n${word}: 乙`, 'project\n  project: 甲\n  绩效目标 =\nunit\n  unit: 乙');
  }
});

test('a column ends a goal where nothing but an amount follows', () => {
  for (const amount of ['1', '1,234.50', '１，２３４．５０', '35万元', '35 万元', '-3', '.5']) {
    readsGoal(`好\n总计: ${amount}`, '好', `  总计 = ${amount}\n`);
    readsGoal(`好\n其中: 财政拨款: ${amount}`, '好', `  其中 财政拨款 = ${amount}\n`);
  }
  for (const text of ['', '5人', '约5', '5 财政拨款: 5', '万元', '1.00(含税)']) {
    readsGoal(`好\n总计: ${text}\n好`, `好 ⏎ ${`总计: ${text}`.trim()} ⏎ 好`);
  }
});

test('after an amount the goal is over', () =>
  reads(
    '项目名称: 甲\n绩效目标: 好\n总计: 1\n单位: 某某局\n绩效目标: 好\n引用: 乙',
    `
    project
      project: 甲
      绩效目标 = 好
      总计 = 1
    unit (soft)
      unit: 某某局 (as money unit)
      绩效目标 = 好 ⏎ 引用: 乙
    `,
  ));

test('where a profile has two goals, each ends the other', () => {
  const description = { zh: '', en: '' };
  const goals = [
    { name: '总体目标', description },
    { name: '年度目标', description },
  ];
  const words = vocabularyOf({ ...profile, goals });
  reads(
    '项目名称: 甲\n总体目标: 一\n二\n年度目标: 三\n年度目标: 四\n总体目标:\n绩效目标: 五',
    `
    project
      project: 甲
      总体目标 = 一 ⏎ 二
      年度目标 = 三 ⏎ 年度目标: 四
      总体目标 = 绩效目标: 五
    `,
    words,
  );
});
