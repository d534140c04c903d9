import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fixesOf } from '../../server/src/features/codeActions.ts';
import { applyFix, fixtureOf, open } from './fixture.ts';

const { check, checkFix, messages, titles } = fixtureOf('duplicate-indicator');

test('the same class and name again, with the same values or others', () =>
  check(`
项目名称: 科技金融专项
绩效指标:
  1、1-产出指标; 11-数量指标; 服务企业数量; 实施周期指标值:50家; 年度指标值:50家。
  2、1-产出指标; 11-数量指标; 服务 企业数量; 年度指标值:５０家; 实施周期指标值:50家。
^^ error duplicate-indicator "服务 企业数量"
 + 删去重复的指标
  3、数量指标; 服务企业数量; 50家。
^^ error duplicate-indicator "服务企业数量"
 + 删去重复的指标
  4、1-产出指标; 11-数量指标; 服务企业数量; 实施周期指标值:50家; 年度指标值:60家。
^^ warning duplicate-indicator "服务企业数量"
  5、1-产出指标; 11-数量指标; 服务企业数量; 实施周期指标值:50家; 年度指标值:60家。
^^ error duplicate-indicator "服务企业数量"
 + 删去重复的指标
`));

test('the class may come from a heading', () =>
  check(`
项目名称: 科技金融专项
绩效指标:
(一)数量指标
  1、服务企业数量; 50家
(二)质量指标
  2、服务企业数量; 50家
  3、11-数量指标; 服务企业数量; 50家
^^ error duplicate-indicator "服务企业数量"
 + 删去重复的指标
`));

test('sound: the name in another class, in another project, another name, no name', () =>
  check(`
项目名称: 科技金融专项
绩效指标:
  1、1-产出指标; 11-数量指标; 预算资金执行率; 实施周期指标值:100%; 年度指标值:100%。
  2、1-产出指标; 13-时效指标; 预算资金执行率; 实施周期指标值:100%; 年度指标值:100%。
  3、1-产出指标; 11-数量指标; 预算资金执行率(%); 实施周期指标值:100%; 年度指标值:100%。
  4、1-产出指标; 服务企业数量; 实施周期指标值:50家; 年度指标值:50家。
  5、2-效益指标; 服务企业数量; 实施周期指标值:50家; 年度指标值:50家。
  6、1-产出指标; 12-质量指标;
  7、1-产出指标; 12-质量指标;

项目名称: 工作经费
绩效指标:
  1、1-产出指标; 11-数量指标; 预算资金执行率; 实施周期指标值:100%; 年度指标值:100%。
`));

test('the repeated one goes with its lines, and those behind it move up', () =>
  checkFix(
    `
项目名称: 科技金融专项
绩效指标:
  1、11-数量指标; 服务企业数量; 50家。
  2、11-数量指标; 服务企业数量;
    // 原表第 2 行
    50家。
  3、12-质量指标; 验收合格率; 100%。
  4、13-时效指标; 验收及时率; 100%。
`,
    '删去重复的指标',
    `
项目名称: 科技金融专项
绩效指标:
  1、11-数量指标; 服务企业数量; 50家。
    // 原表第 2 行
  2、12-质量指标; 验收合格率; 100%。
  3、13-时效指标; 验收及时率; 100%。
`,
  ));

test('in running text it goes alone, and other numbers than 1 to n stay', () =>
  checkFix(
    `
项目名称: 科技金融专项
绩效指标: 1、11-数量指标; 服务企业数量; 50家。4、11-数量指标; 服务企业数量; 50家。4、12-质量指标; 验收合格率; 100%。
`,
    '删去重复的指标',
    `
项目名称: 科技金融专项
绩效指标: 1、11-数量指标; 服务企业数量; 50家。4、12-质量指标; 验收合格率; 100%。
`,
  ));

test('the fix is the same when the row was read again since', () => {
  const project = (name: string) => `项目名称: ${name}\n绩效指标:\n`;
  const indicators = ['1、11-数量指标; 甲; 5个。', '2、11-数量指标; 甲; 5个。', '3、11-数量指标; 乙; 5个。'].join('\n');
  const others = Array.from({ length: 200 }, (_, i) => `${project(String(i))}1、11-数量指标; 甲; 5个。\n`).join('\n');
  const document = open(`${project('科技金融专项')}${indicators}\n\n${others}`);
  const placed = document.findings().find(({ finding }) => finding.rule.id === 'duplicate-indicator');
  assert.ok(placed);
  for (const block of document.blocks.blocks) document.row(block);
  const [fix] = fixesOf(placed, document);
  assert.ok(fix);
  applyFix(document, placed, fix);
  assert.match(document.getText(), /甲; 5个。\n2、11-数量指标; 乙; 5个。\n\n项目名称: 0\n/);
});

test('says which indicator it repeats', () => {
  const table = `
项目名称: 科技金融专项
绩效指标:
  1、11-数量指标; 服务企业数量; 50家。
  2、11-数量指标; 服务企业数量; 50家。
  3、11-数量指标; 服务企业数量; 60家。
`;
  assert.deepEqual(messages(table), [
    '"服务企业数量"与前面的指标重复',
    ' 服务企业数量 | 第一次写在这里',
    '"服务企业数量"与前面的指标同类同名,指标值不同',
    ' 服务企业数量 | 第一次写在这里',
    '“服务企业数量” repeats an indicator above',
    ' 服务企业数量 | first given here',
    '“服务企业数量” has the class and name of an indicator above, but other values',
    ' 服务企业数量 | first given here',
  ]);
  assert.deepEqual(titles(table, 'en'), ['Remove the repeated indicator']);
});
