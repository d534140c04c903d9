import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fixtureOf } from './fixture.ts';

const { check, checkFix, messages, titles } = fixtureOf('duplicate-value', 'conflicting-value');

test('duplicate-value: the same text again, spaces and width aside', () =>
  check(`
项目名称: 科技金融专项
绩效指标:
  1、1-产出指标; 11-数量指标; 服务企业数量; 实施周期指标值:50家; 年度指标值:50家; 年度指标值:50家。
^^ warning duplicate-value "年度指标值:50家" #2
 + 只留一个年度指标值
  2、1-产出指标; 11-数量指标; 举办培训次数; 实施周期指标值:5场; 年度指标值:5场; 年度指标值:５ 场;年度 指标值：5场。
^^ warning duplicate-value "年度指标值:５ 场;年度 指标值：5场"
 + 只留一个年度指标值
  3、1-产出指标; 12-质量指标; 验收合格率; 指标值:100%; 实施期指标值:100%; 目标值:100%; 中期指标值:100%。
^^ warning duplicate-value "目标值:100%"
 + 只留一个年度指标值
^^ warning duplicate-value "中期指标值:100%"
 + 只留一个实施周期指标值
  4、1-产出指标; 13-时效指标; 验收及时率; 年度指标值:100%; 实施周期指标值:100%; 车度指标值:100%。
^^ warning duplicate-value "车度指标值:100%"
 + 只留一个年度指标值
`));

test('duplicate-value: a label that is written once with a value and once without', () =>
  check(`
项目名称: 科技金融专项
绩效指标:
  1、1-产出指标; 11-数量指标; 服务企业数量; 实施周期指标值:50家; 年度指标值:; 年度指标值:50家。
^^ warning duplicate-value "年度指标值:"
 + 只留一个年度指标值
  2、1-产出指标; 11-数量指标; 举办培训次数; 实施周期指标值:; 年度指标值:5场; 实施周期指标值:。
^^ warning duplicate-value "实施周期指标值:" #2
 + 只留一个实施周期指标值
`));

test('conflicting-value: another text, each to be kept', () =>
  check(`
项目名称: 科技金融专项
绩效指标:
  1、1-产出指标; 11-数量指标; 服务企业数量; 实施周期指标值:50家; 年度指标值:50家; 年度指标值:60家。
^^ error conflicting-value "年度指标值:60家"
 + 保留"50家"
 + 保留"60家"
  2、1-产出指标; 11-数量指标; 举办培训次数; 年度指标值:5场; 年度指标值:5场; 年度指标值:6场; 年度指标值:; 年度指标值:≥5场。
^^ error conflicting-value "年度指标值:6场"
 + 保留"5场"
 + 保留"6场"
 + 保留"≥5场"
  3、1-产出指标; 12-质量指标; 验收合格率; 实施周期指标值:100%; 实施期指标值:95%; 年度指标值:95%。
^^ error conflicting-value "实施期指标值:95%"
 + 保留"100%"
 + 保留"95%"
`));

test('sound: each label once, whatever the values, values without label, labels of other indicators', () =>
  check(`
项目名称: 科技金融专项
绩效指标:
  1、1-产出指标; 11-数量指标; 服务企业数量; 实施周期指标值:150家; 年度指标值:50家。
  2、11-数量指标; 举办培训次数; 5场。
  3、1-产出指标; 12-质量指标; 验收合格率; 年度指标值:100%。4、1-产出指标; 13-时效指标; 验收及时率; 年度指标值:95%。
  5、1-产出指标; 13-时效指标; 按期完工率; 实施周期指标值:达到年度指标值\\:95%; 年度指标值:95%。
`));

test('the others go, each with the separator before it', () => {
  const indicator = (values: string) => `
项目名称: 科技金融专项
绩效指标: 1、1-产出指标; 11-数量指标; 服务企业数量; ${values}2、31-满意度; 企业满意度; ≥90%。
`;
  checkFix(
    indicator('年度指标值:50家; 实施周期指标值:50家; 年度指标值:50家; 年度指标值:50家。'),
    '只留一个年度指标值',
    indicator('年度指标值:50家; 实施周期指标值:50家。'),
  );
  checkFix(
    indicator('年度指标值:50家; 年度指标值:60家。;实施周期指标值:60家;'),
    '保留"60家"',
    indicator('年度指标值:60家。;实施周期指标值:60家;'),
  );
  checkFix(
    indicator('年度指标值:50家; 年度指标值:60家。;实施周期指标值:60家;'),
    '保留"50家"',
    indicator('年度指标值:50家。;实施周期指标值:60家;'),
  );
  checkFix(
    indicator('年度指标值:; 实施周期指标值:60家; 年度指标值:60家。'),
    '只留一个年度指标值',
    indicator('实施周期指标值:60家; 年度指标值:60家。'),
  );
});

test('comments among the values stay, on lines of their own', () => {
  check(`
项目名称: 科技金融专项
绩效指标:
  1、1-产出指标; 11-数量指标; 服务企业数量;
    年度指标值:50家;
    // 核对过
    实施周期指标值:50家;
    // 又写了一次
    年度指标值:50家。
^^ warning duplicate-value "年度指标值:50家"
 + 只留一个年度指标值
  2、1-产出指标; 12-质量指标; 验收合格率;
    年度指标值:100%;
    // 去年的数
    年度指标值:95%。
^^ error conflicting-value "年度指标值:95%"
 + 保留"100%"
 + 保留"95%"
`);
  checkFix(
    `
项目名称: 科技金融专项
绩效指标:
  1、1-产出指标; 12-质量指标; 验收合格率;
    年度指标值:100%;
    // 去年的数
    年度指标值:95%。
`,
    '保留"100%"',
    `
项目名称: 科技金融专项
绩效指标:
  1、1-产出指标; 12-质量指标; 验收合格率;
    年度指标值:100%
    // 去年的数
。
`,
  );
});

test('says what is written where', () => {
  const table = `
项目名称: 科技金融专项
绩效指标:
  1、1-产出指标; 11-数量指标; 服务企业数量; 年度指标值:50家; 年度指标值:50家; 年度指标值:50家。
  2、1-产出指标; 11-数量指标; 举办培训次数; 实施周期指标值:; 实施周期指标值:5场。
  3、1-产出指标; 12-质量指标; 验收合格率; 年度指标值:100%; 年度指标值:95%。
`;
  assert.deepEqual(messages(table), [
    '年度指标值写了 3 次,内容相同',
    ' 年度指标值:50家 | 已写在这里',
    '实施周期指标值写了 2 次,这里是空的',
    ' 实施周期指标值:5场 | 已写在这里',
    '年度指标值写了 2 次,内容不同:"100%" / "95%"',
    ' 年度指标值:100% | 先写的是"100%"',
    '年度指标值 is given 3 times with the same value',
    ' 年度指标值:50家 | given here',
    '实施周期指标值 is given 2 times, here without a value',
    ' 实施周期指标值:5场 | given here',
    '年度指标值 is given 2 times, differently: "100%" / "95%"',
    ' 年度指标值:100% | given as “100%” before',
  ]);
  assert.deepEqual(titles(table, 'en'), [
    'Keep one 年度指标值',
    'Keep one 实施周期指标值',
    'Keep “100%”',
    'Keep “95%”',
  ]);
});
