import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Profile } from '../../server/src/profile/profile.ts';
import { profile } from '../tables.ts';
import { check, fixtureOf, open } from './fixture.ts';

const { messages } = fixtureOf('class-missing', 'satisfaction-class', 'class-content', 'routine-indicator');

test('says where an indicator stands and where it belongs', () =>
  assert.deepEqual(
    messages(`
项目名称: 科技金融专项
绩效指标:
  1、服务企业数量; 实施周期指标值:50家; 年度指标值:50家。
  2、1-产出指标; 举办讲座场次; 实施周期指标值:12场; 年度指标值:12场。
  3、2-效益指标; 22-社会效益; 企业满意度; 实施周期指标值:≥90%; 年度指标值:≥90%。
  4、1-产出指标; 11-数量指标; 超预算率; 实施周期指标值:0%; 年度指标值:0%。
  5、2-效益指标; 22-社会效益; 采购程序规范性; 实施周期指标值:100%; 年度指标值:100%。
`),
    [
      '没有写一级指标和二级指标',
      '只有一级指标 1-产出指标,没有写二级指标',
      ' 1-产出指标 | 一级指标',
      '"企业满意度"应当写在 31-服务对象满意度,这里写在 22-社会效益',
      ' 企业满意度 | 名称说的是满意度',
      '名称中的"超预算"一般属于 41-经济成本指标 / 14-成本指标,这里写在 11-数量指标',
      ' 超预算率 | 名称',
      '"采购程序规范性"是常规性管理要求,不是 22-社会效益 的内容;换成项目带来的变化,或者删去',
      'No class is given',
      'Only level 1 is given, 1-产出指标; level 2 is missing',
      ' 1-产出指标 | level 1',
      '“企业满意度” belongs in 31-服务对象满意度; it is filed under 22-社会效益',
      ' 企业满意度 | the name speaks of satisfaction',
      '“超预算” in the name speaks for 41-经济成本指标 / 14-成本指标; it is filed under 11-数量指标',
      ' 超预算率 | the name',
      '“采购程序规范性” is a management routine, not what 22-社会效益 is about: say what the project changes, or leave it out',
    ],
  ));

test('a profile offers no class that it does not have', () => {
  const without = (codes: readonly string[]): Profile => ({
    ...profile,
    classes: profile.classes.map((one) => ({
      ...one,
      children: one.children.filter(({ code }) => !codes.includes(code)),
    })),
  });
  const table = (found: string) => `
项目名称: 科技金融专项
绩效指标:
  1、1-产出指标; 11-数量指标; 超预算率; 实施周期指标值:0%; 年度指标值:0%。
${found}  2、2-效益指标; 22-社会效益; 企业满意度; 实施周期指标值:≥90%; 年度指标值:≥90%。`;
  const shown = (codes: readonly string[]) => ({ rules: ['class-content'], settings: { profile: without(codes) } });
  check(shown(['14']), table('^^ hint class-content "11-数量指标"\n + 改为 4-成本指标; 41-经济成本指标\n'));
  check(shown(['14', '41']), table(''));
  check({ ...shown(['31']), rules: ['satisfaction-class'] }, table(''));
});

test('moving a satisfaction is sure, unless it is written in new or would be there twice', () => {
  const isSure = (indicators: string) => {
    const document = open(`项目名称: 科技金融专项\n绩效指标:\n${indicators}`);
    return document
      .findings()
      .filter(({ finding }) => finding.rule.id === 'satisfaction-class')
      .map(({ finding, place }) => {
        const row = document.row(place.block);
        const [fix] = finding.rule.fixes?.(finding, row, place.block.text, document.context) ?? [];
        return fix?.sure === true;
      });
  };
  assert.deepEqual(isSure('1、2-效益指标; 22-社会效益; 企业满意度; ≥90%'), [true]);
  assert.deepEqual(isSure('社会效益:\n1、企业满意度; ≥90%'), [false]);
  assert.deepEqual(isSure('1、社会效益; 企业满意度; ≥90%\n2、31-服务对象满意度; 企业 满意度; ≥90%'), [false]);
});
