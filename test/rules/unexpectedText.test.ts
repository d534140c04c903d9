import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fixtureOf } from './fixture.ts';

const { check, checkFix, messages, titles } = fixtureOf('unexpected-text');

test('lines without label, as many as stand together', () =>
  check(`
项目支出绩效目标表
(含转移支付项目)
^^ error unexpected-text "(含转移支付项目)"
 + 改为注释
部门名称: 示范市科技局

合计
总计: 120.00
以上为全部项目
^^ error unexpected-text "以上为全部项目\\n\\n  另见附件"
 + 改为注释

  另见附件
// 注释
经办人 张三
^^ error unexpected-text "经办人 张三"
 + 改为注释
`));

test('labels where they cannot stand; what is behind them is not judged', () =>
  check(`
项目支出绩效目标表
总计: 约100
^^ error unexpected-text "总计"
 + 改为注释
绩效目标: 服务企业。
^^ error unexpected-text "绩效目标"
 + 改为注释
  第二行

资金使用单位: 示范市科技局本级
总计: 120.00
绩效目标: 服务企业。
^^ error unexpected-text "绩效目标"
 + 改为注释
绩效指标:
^^ error unexpected-text "绩效指标"
 + 改为注释
  1、11-质量指标; 服务企业数量; 年度指标值:50家; 年度指标值:60家。
项目编码: 1
^^ error unexpected-text "项目编码"
 + 改为注释

项目名称: 科技金融专项
总计: 120.00
单位: 万元
^^ error unexpected-text "单位"
 + 改为注释
年度: 2025
^^ error unexpected-text "年度"
 + 改为注释
`));

test('sound: title, year, comments, 其中, fields of a project, goals and indicators over many lines', () =>
  check(`
// 2025 年
项目支出绩效目标表
2025年
部门名称: 示范市科技局
单位: 万元

项目名称: 科技金融专项
// 注释
项目编码: 0001
主管部门: 示范市科技局
总计: 120.00
其中:
  财政拨款: 120.00
绩效目标: 服务企业。
  总体目标: 服务好企业。
  // 注释
  单位: 家
绩效指标:
  第1条以前的文字
  1、11-数量指标; 服务企业数量;
  50家。
`));

test('it becomes a comment, line by line', () =>
  checkFix(
    `
合计
总计: 120.00
  以上为全部项目

另见附件
`,
    '改为注释',
    `
合计
总计: 120.00
  // 以上为全部项目

// 另见附件
`,
  ));

test('a label becomes a comment with all that is behind it', () =>
  checkFix(
    `
资金使用单位: 示范市科技局本级
绩效目标: 服务企业。
  // 注释
  第二行

项目名称: 科技金融专项
`,
    '改为注释',
    `
资金使用单位: 示范市科技局本级
// 绩效目标: 服务企业。
  // 注释
  // 第二行

项目名称: 科技金融专项
`,
  ));

test('says what it is', () => {
  const table = `
合计
以上为全部项目
年度: 2025
`;
  assert.deepEqual(messages(table), [
    '这段文字不属于任何栏目',
    '"年度"不能写在这里',
    'This text belongs to no field',
    '“年度” cannot stand here',
  ]);
  assert.deepEqual(titles(table, 'en'), ['Make it a comment', 'Make it a comment']);
});

test('an amount behind 合计 is meant as its 总计', () => {
  check(`
单位: 万元

合计: 5.00
^^ error unexpected-text "5.00"
 + 写成总计

合计: 五个项目
^^ error unexpected-text "五个项目"
 + 改为注释
`);
  checkFix(
    `
单位: 万元

合计: 5.00
`,
    '写成总计',
    `
单位: 万元

合计:
总计: 5.00
`,
  );
});
