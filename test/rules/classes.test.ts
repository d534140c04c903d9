import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fixtureOf } from './fixture.ts';

const { check, checkFix, messages, titles } = fixtureOf('unknown-class', 'class-name', 'class-parent');

test('unknown-class: a name, a code, or both that the profile does not have; the nearest classes first', () =>
  check(`
项目名称: 科技金融专项
绩效指标:
  1、1-产出指标; 12-灰重指标; 验收合格率; 实施周期指标值:100%; 年度指标值:100%。
^^ error unknown-class "灰重指标"
 + 改为 12-质量指标
 + 改为 11-数量指标
 + 改为 13-时效指标
  2、1-产出指标; 18-时放指标; 验收及时率; 实施周期指标值:100%; 年度指标值:100%。
^^ error unknown-class "18"
 + 改为 13-时效指标
 + 改为 11-数量指标
 + 改为 12-质量指标
  3、9-产出指标; 11-数量指标; 服务企业数量; 实施周期指标值:50家; 年度指标值:50家。
^^ error unknown-class "9"
 + 改为 1-产出指标
 + 改为 2-效益指标
 + 改为 4-成本指标
  4、质里指标; 产品抽检合格率; 实施周期指标值:100%; 年度指标值:100%。
^^ error unknown-class "质里指标"
 + 改为 12-质量指标
 + 改为 11-数量指标
 + 改为 13-时效指标
`));

test('class-name: a code and a name of two classes; what the other level speaks for comes first', () =>
  check(`
项目名称: 科技金融专项
绩效指标:
  1、1-产出指标; 12-数量指标; 服务企业数量; 实施周期指标值:50家; 年度指标值:50家。
^^ error class-name "12-数量指标"
 + 以代码为准,改为 12-质量指标
 + 以名称为准,改为 11-数量指标
  2、1-产出指标; 21-时效指标; 验收及时率; 实施周期指标值:100%; 年度指标值:100%。
^^ error class-name "21-时效指标"
 + 以名称为准,改为 13-时效指标
 + 以代码为准,改为 21-经济效益
  3、3-产出指标; 12-质量指标; 验收合格率; 实施周期指标值:100%; 年度指标值:100%。
^^ error class-name "3-产出指标"
 + 以名称为准,改为 1-产出指标
 + 以代码为准,改为 3-满意度指标
  4、1-效益指标; 12-质量指标; 产品抽检合格率; 实施周期指标值:100%; 年度指标值:100%。
^^ error class-name "1-效益指标"
 + 以代码为准,改为 1-产出指标
 + 以名称为准,改为 2-效益指标
`));

test('class-parent: level 2 under another level 1, by code or by name', () =>
  check(`
项目名称: 科技金融专项
绩效指标:
  1、2-效益指标; 31-服务对象满意度; 企业满意度; 实施周期指标值:≥90%; 年度指标值:≥90%。
^^ error class-parent "2-效益指标"
 + 改为 3-满意度指标
  2、效益指标; 质量指标; 验收合格率; 实施周期指标值:100%; 年度指标值:100%。
^^ error class-parent "效益指标"
 + 改为 1-产出指标
  3、2; 11; 服务企业数量; 实施周期指标值:50家; 年度指标值:50家。
^^ error class-parent "2"
 + 改为 1-产出指标
`));

test('sound: codes and names in any width and order, aliases, one of both, level 2 alone, cost in both of its places', () =>
  check(`
项目名称: 科技金融专项
绩效指标:
  1、1-产出指标; 11-数量指标; 服务企业数量; 实施周期指标值:50家; 年度指标值:50家。
  ２、１－产出指标；１２— 质量指标；验收合格率；实施周期指标值：100%；年度指标值：100%。
  3、1-产出; 13-时效; 验收及时率; 实施周期指标值:100%; 年度指标值:100%。
  4、社会效益; 带动就业人数; 实施周期指标值:5人; 年度指标值:5人。
  5、31; 企业满意度; 实施周期指标值:≥90%; 年度指标值:≥90%。
  6、1-产出指标; 14-成本指标; 单位成本; 实施周期指标值:≤2万元; 年度指标值:≤2万元。
  7、4-成本指标; 41-经济成本指标; 项目总成本; 实施周期指标值:≤120万元; 年度指标值:≤120万元。
  8、2-效益指标; 24-可持续影响; 3-5岁儿童入园率; 实施周期指标值:100%; 年度指标值:100%。
  (一)产出指标
  9、购置设备数量; 实施周期指标值:3台; 年度指标值:3台。
`));

test('no class at all is another rule’s business', () =>
  check(`
项目名称: 科技金融专项
绩效指标:
  1、服务企业数量; 实施周期指标值:50家; 年度指标值:50家。
  2、每年完成1、2-3号楼修缮; 实施周期指标值:2栋; 年度指标值:2栋。
`));

test('a fix writes the class as the table prints it', () => {
  const table = (classes: string) => `
项目名称: 科技金融专项
绩效指标:
  1、${classes}; 企业满意度; 实施周期指标值:≥90%; 年度指标值:≥90%。
`;
  checkFix(table('2-效益指标: 31-满意度'), '改为 3-满意度指标', table('3-满意度指标: 31-满意度'));
  checkFix(
    table('3-满意度指标; 32- 服务对象满意度指标'),
    '改为 31-服务对象满意度',
    table('3-满意度指标; 31-服务对象满意度'),
  );
  checkFix(
    table('3-产出指标; 31-服务对象满意度'),
    '以代码为准,改为 3-满意度指标',
    table('3-满意度指标; 31-服务对象满意度'),
  );
});

test('a fix by the wrong half brings the parent to light', () =>
  checkFix(
    `
项目名称: 科技金融专项
绩效指标:
  1、1-产出指标; 21-时效指标; 验收及时率; 实施周期指标值:100%; 年度指标值:100%。
`,
    '以代码为准,改为 21-经济效益',
    `
项目名称: 科技金融专项
绩效指标:
  1、1-产出指标; 21-经济效益; 验收及时率; 实施周期指标值:100%; 年度指标值:100%。
^^ error class-parent "1-产出指标"
 + 改为 2-效益指标
`,
  ));

test('says what the classes are', () => {
  const table = `
项目名称: 科技金融专项
绩效指标:
  1、9-产出指标; 11-数量指标; 服务企业数量; 实施周期指标值:50家; 年度指标值:50家。
  2、1-产出旨标; 18-时效指标; 验收及时率; 实施周期指标值:100%; 年度指标值:100%。
  3、1-产出指标; 12-灰重指标; 验收合格率; 实施周期指标值:100%; 年度指标值:100%。
  4、1-产出指标; 12-数量指标; 购置设备数量; 实施周期指标值:3台; 年度指标值:3台。
  5、2-效益指标; 31-服务对象满意度; 企业满意度; 实施周期指标值:≥90%; 年度指标值:≥90%。
`;
  assert.deepEqual(messages(table), [
    '没有代码为 9 的一级指标',
    '没有名为"产出旨标"的一级指标',
    '没有代码为 18 的二级指标',
    '没有名为"灰重指标"的二级指标',
    '代码 12 是"质量指标",与所写的"数量指标"不一致',
    '31-服务对象满意度 属于 3-满意度指标,不属于 2-效益指标',
    ' 31-服务对象满意度 | 这里写的二级指标',
    'No level-1 class has the code 9',
    'No level-1 class is called “产出旨标”',
    'No level-2 class has the code 18',
    'No level-2 class is called “灰重指标”',
    'Code 12 is “质量指标”, not “数量指标”',
    '31-服务对象满意度 belongs to 3-满意度指标, not to 2-效益指标',
    ' 31-服务对象满意度 | the level-2 class written here',
  ]);
  const english = titles(table, 'en');
  assert.equal(english[0], 'Change to 1-产出指标');
  assert.deepEqual(english.slice(-3), [
    'Keep the code: 12-质量指标',
    'Keep the name: 11-数量指标',
    'Change to 3-满意度指标',
  ]);
});

test('unknown-class: a word or code in a class’s place that is none, where a name stands behind it', () =>
  check(`
项目名称: 科技金融专项
绩效指标:
  1、1-产出指标; 安全指标; 事故起数; 实施周期指标值:0起; 年度指标值:0起。
^^ error unknown-class "安全指标"
 + 改为 11-数量指标
 + 改为 12-质量指标
 + 改为 13-时效指标
  2、19; 服务企业数量; 5家
^^ error unknown-class "19"
 + 改为 11-数量指标
 + 改为 12-质量指标
 + 改为 13-时效指标
`));

test('sound: a name that ends in 指标, where nothing else could be the name', () =>
  check(`
项目名称: 科技金融专项
绩效指标:
  1、数量指标; 考核指标; 5项
  2、12-质量指标; 考核指标; 实施周期指标值:5项; 年度指标值:5项。
  ⑶ 时效指标; 考核按时完成率; 100%
`));
