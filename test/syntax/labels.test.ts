import { test } from 'node:test';
import { vocabularyOf } from '../../server/src/syntax/vocabulary.ts';
import { profile, reads } from './outline.ts';

test('a whole table', () =>
  reads(
    `// 2025 年部门项目支出
项目支出绩效目标表(含转移支付项目)
部门名称: 示范市科技局
单位: 万元

合计
总计: 178.73

资金使用单位: 示范市科技局本级
总计: 178.73

项目名称: 科技金融专项
总计: 120.00
财政拨款: 100.00
财政专户拨款:
其他资金: 20.00
绩效目标:
  1. 建成企业创新积分信息平台。
  2. 目标2: 引导社会资金投向科技型企业。
绩效指标:
  1、1-产出指标; 11-数量指标; 建设信息平台数量; 实施周期指标值:1个; 年度指标值:1个。
  2、2-效益指标; 22-社会效益; 举办宣传活动次数; 实施周期指标值:≥2场; 年度指标值:≥2场。

引用: 科协.jxmb
`,
    `
    head
      comment // 2025 年部门项目支出
      title 项目支出绩效目标表(含转移支付项目)
      department: 示范市科技局
      moneyUnit: 万元
    total
      total:
      总计 = 178.73
    unit
      unit: 示范市科技局本级
      总计 = 178.73
    project
      project: 科技金融专项
      总计 = 120.00
      财政拨款 = 100.00
      财政专户拨款 =
      其他资金 = 20.00
      绩效目标 = 1. 建成企业创新积分信息平台。 ⏎ 2. 目标2: 引导社会资金投向科技型企业。
      绩效指标
        #1 [1·产出指标] [11·数量指标] 建设信息平台数量 | 实施周期指标值=1个 | 年度指标值=1个
        #2 [2·效益指标] [22·社会效益] 举办宣传活动次数 | 实施周期指标值=≥2场 | 年度指标值=≥2场
    include (soft)
      include: 科协.jxmb
    `,
  ));

test('indentation, blank lines and spaces of any width do not count', () =>
  reads(
    '\ufeff\u3000标题 \n\n\t部门名称\u00a0:\u200b 某局 \r\n  \u3000\n 项 目　名\u200b称 ： 甲 \r总\u00a0计:1.00\n',
    `
    head
      title 标题
      department: 某局
    project
      project: 甲
      总计 = 1.00
    `,
  ));

test('a label has its aliases', () => {
  for (const word of ['资金使用单位', '单位名称', '预算单位', '填报单位', '项目单位']) {
    reads(`${word}: 某局`, 'unit\n  unit: 某局');
  }
  for (const word of ['单位', '金额单位']) reads(`${word}: 元`, 'head\n  moneyUnit: 元');
  for (const word of ['部门名称', '部门', '主管部门']) reads(`${word}: 某局`, 'head\n  department: 某局');
  for (const word of ['年度', '预算年度']) reads(`${word}: 2025`, 'head\n  year: 2025');
  for (const word of ['绩效指标', '绩效指标值']) {
    reads(`项目名称: 甲\n${word}: 1、乙`, 'project\n  project: 甲\n  绩效指标\n    #1 乙');
  }
  for (const word of ['总计', '资金总额', '年度资金总额']) reads(`合计\n${word}: 1`, 'total\n  total:\n  总计 = 1');
});

test('full-width colons, letters and digits', () =>
  reads(
    '２０２５年\n单位：万元\n合计：\n总计：１，２３４．５０\n引用：a.jxmb',
    `
    head
      year ２０２５年
      moneyUnit: 万元
    total
      total:
      总计 = １，２３４．５０
    include (soft)
      include: a.jxmb
    `,
  ));

test('a label of a profile may begin with a full-width letter', () => {
  const words = vocabularyOf({
    ...profile,
    columns: [...profile.columns, { name: 'A类资金' }],
  });
  reads('合计\nA类资金: 1\nＡ类资金：2', 'total\n  total:\n  A类资金 = 1\n  A类资金 = 2', words);
});

test('only a known word that ends in a colon is a label', () =>
  reads(
    '项目名称: 甲\n项目名称 乙\n总计 1.00\n总额: 1.00\n项目名称、: 丙\n项目: 丁\n共总计: 1.00',
    `
    project
      project: 甲
      stray 项目名称 乙
      stray 总计 1.00
      stray 总额: 1.00
      stray 项目名称、: 丙
      stray 项目: 丁
      stray 共总计: 1.00
    `,
  ));

test('合计 may stand alone, or with a colon', () => {
  for (const line of ['合计', ' 合 计 ', '合计:', '合计：', '合　计：']) {
    reads(`${line}\n总计: 1`, 'total\n  total:\n  总计 = 1');
  }
  reads('合计金额', 'head\n  title 合计金额');
  reads('合计 1.00', 'head\n  title 合计 1.00');
});

test('the title is the first line without label, wherever it stands before the blocks', () => {
  reads('部门名称: 某局\n目标表\n第二行', 'head\n  department: 某局\n  title 目标表\n  stray 第二行');
  reads('// 注\n\n  目标表  \n', 'head\n  comment // 注\n  title 目标表');
  reads('合计\n目标表', 'total\n  total:\n  stray 目标表');
});

test('a year on a line of its own before any block is the year', () => {
  for (const line of ['2025年', ' 2025 年', '2025年度', '２０２５年']) {
    reads(`${line}\n目标表`, `head\n  year ${line.trim()}\n  title 目标表`);
  }
  for (const line of ['2025', '25年', '2025年预算', '(2025年)']) reads(line, `head\n  title ${line}`);
  reads('合计\n2025年', 'total\n  total:\n  stray 2025年');
});

test('a money unit, known or not, is a money unit', () => {
  for (const text of [
    '万元',
    '亿元',
    '元',
    '百万元',
    '(万元)',
    '（万元）',
    '人民币万元',
    '人民币',
    '美元',
    '个',
    '',
    '万元。',
    '万元/年',
  ]) {
    reads(`单位: ${text}`, `head\n  moneyUnit: ${text}`);
  }
  reads('金额单位: 某某局', 'head\n  moneyUnit: 某某局');
});

test('单位 with the name of an organisation begins a unit', () => {
  for (const text of ['某局', '科协', '示范市科技局', '三元区财政局', '某局(本级)', 'A科技公司', '万元路小学']) {
    reads(`单位: ${text}`, `unit (soft)\n  unit: ${text} (as money unit)`);
  }
  reads(
    '项目名称: 甲\n总计: 1\n单位: 某局\n总计: 2',
    `
    project
      project: 甲
      总计 = 1
    unit (soft)
      unit: 某局 (as money unit)
      总计 = 2
    `,
  );
});

test('headers after the first block stand where they are', () =>
  reads(
    '合计\n部门名称: 某局\n单位: 元\n年度: 2025\n版式: guangzhou',
    `
    total
      total:
      department: 某局
      moneyUnit: 元
      year: 2025
      profile: guangzhou
    `,
  ));

test("the profile's fields, and 主管部门 as one in a project only", () =>
  reads(
    '主管部门: 甲\n项目名称: 乙\n项目编码: 0012\n项目 类别：一次性\n主管部门: 丙\n备注: 丁: 戊',
    `
    head
      department: 甲
    project
      project: 乙
      项目编码: 0012
      项目类别: 一次性
      主管部门: 丙
      备注: 丁: 戊
    `,
  ));

test('其中 before a source, on its line or on a line of its own', () =>
  reads(
    '合计\n总计: 3\n其中: 财政拨款: 1\n其 中：其他资金：1\n其中:\n财政专户拨款: 1\n其中项目: 2\n其中: 乙: 1',
    `
    total
      total:
      总计 = 3
      其中 财政拨款 = 1
      其中 其他资金 = 1
      lead 其中:
      财政专户拨款 = 1
      stray 其中项目: 2
      stray 其中: 乙: 1
    `,
  ));

test('其中 with spaces of any kind', () => {
  for (const lead of ['其中:', '其 中:', '其\u200b中\u3000：', '其          中   :']) {
    reads(`合计\n${lead}财政拨款: 1`, 'total\n  total:\n  其中 财政拨款 = 1');
  }
});

test('an amount is what stands behind its label, whatever it is', () =>
  reads(
    '合计\n总计: 35万元\n财政拨款: 约 3\n财政拨款: 1 财政专户拨款: 2\n其他资金:',
    `
    total
      total:
      总计 = 35万元
      财政拨款 = 约 3
      财政拨款 = 1 财政专户拨款: 2
      其他资金 =
    `,
  ));
