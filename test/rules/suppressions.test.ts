import { test } from 'node:test';
import { fixtureOf } from './fixture.ts';

const { check } = fixtureOf('total-mismatch', 'unexpected-text', 'class-parent');

test('the next line: one that is neither blank nor comment, and no other', () =>
  check(`
项目名称: 科技金融专项
// jxmb-disable-next-line total-mismatch
// 赞助尚未到账

  // 见合同
总计: 130.00
财政拨款: 120.00

项目名称: 工作经费
总计: 130.00
^^ error total-mismatch "130.00"
 + 把总计改为 120.00
// jxmb-disable-next-line total-mismatch
财政拨款: 120.00
`));

test('the next line may stand in the next block', () =>
  check(`
资金使用单位: 示范市科技局本级
总计: 120.00
// jxmb-disable-next-line unknown-class, unexpected-text

备注
// jxmb-disable-next-line unexpected-text

项目名称: 科技金融专项
总计: 120.00
备注
^^ error unexpected-text "备注"
 + 改为注释
`));

test('the next line after the last: nothing', () =>
  check(`
项目名称: 科技金融专项
总计: 130.00
^^ error total-mismatch "130.00"
 + 把总计改为 120.00
财政拨款: 120.00
// jxmb-disable-next-line total-mismatch`));

test('by rule: another that speaks on the line still speaks', () =>
  check(`
项目名称: 科技金融专项
绩效指标:
  // jxmb-disable-next-line duplicate-value: 原文如此
  1、2-效益指标; 31-满意度; 企业满意度; 年度指标值:90%; 年度指标值:90%。
^^ error class-parent "2-效益指标"
 + 改为 3-满意度指标
`));

test('several rules, parted as people part them; the reason may hold anything', () =>
  check(`
项目名称: 科技金融专项
绩效指标:
  // jxmb-disable-next-line duplicate-value, class-parent: 原文如此
  1、2-效益指标; 31-满意度; 企业满意度; 年度指标值:90%; 年度指标值:90%。
  ／／ jxmb-disable-next-line  duplicate-value，class-parent：原文如此,total-mismatch 也一样
  2、2-效益指标; 31-满意度; 群众满意度; 年度指标值:90%; 年度指标值:90%。
  // jxmb-disable-next-line duplicate-value、class-parent(原文如此)
  3、2-效益指标; 31-满意度; 学生满意度; 年度指标值:90%; 年度指标值:90%。
  // jxmb-disable-next-line duplicate-value class-parent
  4、2-效益指标; 31-满意度; 家长满意度; 年度指标值:90%; 年度指标值:90%。
`));

test('a rule that is named in the reason is not turned off', () =>
  check(`
项目名称: 科技金融专项
绩效指标:
  // jxmb-disable-next-line duplicate-value：与 class-parent 无关
  1、2-效益指标; 31-满意度; 企业满意度; 年度指标值:90%; 年度指标值:90%。
^^ error class-parent "2-效益指标"
 + 改为 3-满意度指标
  // jxmb-disable-next-line duplicate-value (class-parent 照查)
  2、2-效益指标; 31-满意度; 群众满意度; 年度指标值:90%; 年度指标值:90%。
^^ error class-parent "2-效益指标"
 + 改为 3-满意度指标
`));

test('from here to there, across the borders of blocks', () =>
  check(`
项目名称: 科技金融专项
总计: 130.00
^^ error total-mismatch "130.00"
 + 把总计改为 120.00
财政拨款: 120.00
绩效目标: 服务企业。
  // jxmb-disable total-mismatch, unexpected-text: 待核对

项目名称: 工作经费
总计: 130.00
财政拨款: 120.00

资金使用单位: 示范市科学馆
总计: 130.00
备注
// jxmb-enable unexpected-text
备注
^^ error unexpected-text "备注"
 + 改为注释
财政拨款: 120.00

项目名称: 会议经费
绩效指标:
  1、11-数量指标; 会议次数; 5次。
  // jxmb-enable total-mismatch
  2、11-数量指标; 参会人数; 50人。
总计: 130.00
^^ error total-mismatch "130.00"
 + 把总计改为 120.00
财政拨款: 120.00
`));

test('without an end it holds to the end; an end without a beginning is nothing', () =>
  check(`
// jxmb-enable total-mismatch
项目名称: 科技金融专项
总计: 130.00
^^ error total-mismatch "130.00"
 + 把总计改为 120.00
财政拨款: 120.00
// jxmb-disable total-mismatch

项目名称: 工作经费
总计: 130.00
财政拨款: 120.00
`));

test('the whole file, wherever it is said', () =>
  check(`
合计
总计: 130.00

资金使用单位: 示范市科学馆
总计: 140.00

项目名称: 科技金融专项
总计: 130.00
// jxmb-enable sum-mismatch
// jxmb-disable-file sum-mismatch: 公开版本略去部分项目
备注
^^ error unexpected-text "备注"
 + 改为注释
`));

test('a comment of another tool, an unknown rule, no rule: nothing is turned off', () =>
  check(`
// jxmb-disable
// jxmb-disable-file
// jxmb-disable-file 总计
// jxmb-disable-file Total-Mismatch
// jxmb-disable-files total-mismatch
// jxmb disable-file total-mismatch
\\// jxmb-disable-file total-mismatch
项目名称: 科技金融专项
总计: 130.00
^^ error total-mismatch "130.00"
 + 把总计改为 120.00
财政拨款: 120.00
绩效目标: // jxmb-disable-file total-mismatch
`));

test('what a table lacks at its start, told at the comment above it, is off by that comment', () => {
  const start = fixtureOf('money-unit');
  start.check(`
// 公开稿
^^ warning money-unit "// 公开稿"
 + 补上 单位: 万元
 + 补上 单位: 元
 + 补上 单位: 千元
 + 补上 单位: 亿元

项目名称: 科技金融专项
`);
  start.check(`
// jxmb-disable-next-line money-unit: 见封面
// 公开稿

项目名称: 科技金融专项
`);
  fixtureOf('money-unit', 'unknown-label').check(`
// 公开稿
单位: 示范市科学馆
^^ warning unknown-label "单位"
 + 改为 资金使用单位
总计: 5.00
`);
});
