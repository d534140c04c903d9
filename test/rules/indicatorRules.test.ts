import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fixesOf } from '../../server/src/features/codeActions.ts';
import { assertFixes, fixtureOf, open } from './fixture.ts';

/** What a person reads of findings in numbers, marks and values, and which fixes need no look. */

const project = (...lines: readonly string[]) => `项目名称: 科技金融专项\n绩效指标:\n${lines.join('\n')}\n`;

function sureFixes(table: string, rule: string): boolean[] {
  const document = open(table);
  return document
    .findings()
    .filter(({ finding }) => finding.rule.id === rule)
    .flatMap((placed) => fixesOf(placed, document).map(({ sure }) => sure === true));
}

test('indicator-numbering says which number is expected', () => {
  const { messages } = fixtureOf('indicator-numbering');
  const of = (...numbers: readonly string[]) =>
    messages(project(...numbers.map((number, i) => `${number}11-数量指标; 甲${i}; 5个。`)));
  assert.deepEqual(of('1、', '3、'), ['序号 3 与前面不连续,应为 2', 'Number 3 leaves a gap; it should be 2']);
  assert.deepEqual(of('1、', '①'), ['序号 1 与前面重复或倒退,应为 2', 'Number 1 was there before; it should be 2']);
  assert.deepEqual(of('1、', ''), ['这条指标没有序号,应为 2', 'This indicator has no number; it should be 2']);
  assert.deepEqual(of('', ''), ['各条指标都没有序号', 'The indicators have no numbers']);
});

test('indicator-numbering is sure where no number is missing, nor where they begin anew in doubt', () => {
  const line = (number: string, name: string) => `${number}数量指标; ${name}; 5个。`;
  const sure = (...lines: readonly string[]) => sureFixes(project(...lines), 'indicator-numbering');
  assert.deepEqual(sure(line('1、', '甲'), line('3、', '乙')), [true]);
  assert.deepEqual(sure(line('1、', '甲'), line('', '乙')), [false]);
  assert.deepEqual(sure(line('1、', '甲'), '(二)满意度指标', line('3、', '乙')), [false]);
});

test('indicator-punctuation says what stands where which mark should', () => {
  const { messages, titles } = fixtureOf('indicator-punctuation');
  const table = project(
    '1、1-产出指标: 11-数量指标; 甲、; 实施周期指标值::5个 年度指标值:5个。',
    '2、数量指标; 乙; 5个;',
    '3、数量指标; 丙; 5个',
    '4、数量指标; 丁; 5个。',
    '5、数量指标; 戊; 5个。',
  );
  assert.deepEqual(messages(table), [
    '这里的":"应为";"',
    '指标名称末尾多了"、"',
    '标点多余:"::"应为":"',
    '年度指标值前缺少";"',
    '这条指标以";"结尾,其他指标以"。"结尾',
    '这条指标末尾缺少"。"',
    '“:” should be “;” here',
    'The name ends in “、”',
    'One mark too many: “::” should be “:”',
    '“;” is missing before 年度指标值',
    'This indicator ends in “;”, the others in “。”',
    'This indicator lacks the “。” at its end',
  ]);
  assert.deepEqual(titles(table, 'en'), [
    'Change to “;”',
    'Take “、” out',
    'Change to “:”',
    'Put “;” in',
    'Change to “。”',
    'Put “。” in',
  ]);
  assert.deepEqual(sureFixes(table, 'indicator-punctuation'), [true, true, true, false, true, false]);
});

test('missing-value, placeholder-value and value-prefix say which value it is', () => {
  const { messages } = fixtureOf('missing-value', 'placeholder-value', 'value-prefix');
  const table = project(
    '1、数量指标; 甲; 实施周期指标值:5个。',
    '2、数量指标; 乙; 实施周期指标值:; 年度指标值:5个。',
    '3、数量指标; 丙。',
    '4、数量指标; 丁; 实施周期指标值:标准:控制数; 年度指标值:标准:5个。',
  );
  assert.deepEqual(messages(table), [
    '缺少年度指标值',
    '实施周期指标值是空的',
    '没有填指标值',
    '"标准:控制数"不是指标值,应填上真正的值',
    '指标值前多了"标准:"',
    '年度指标值 is missing',
    '实施周期指标值 is empty',
    'No value is given',
    '“标准:控制数” is no value; fill in the real one',
    'The value begins with “标准:”',
  ]);
  assert.deepEqual(sureFixes(table, 'missing-value'), [false, false]);
  assert.deepEqual(sureFixes(table, 'placeholder-value'), [false]);
  assert.deepEqual(sureFixes(table, 'value-prefix'), [true]);
});

test('where a fix ends a list that was cut, the list is judged as a whole one', () => {
  assertFixes(`单位: 万元
项目名称: 设备购置
总计: 5.00
绩效目标: 购置设备
绩效指标:
  1、1-产出指标; 11-数量指标; 设备数量; 实施周期指标值:5台; 年度指标值:5台。
  2、1-产出指标; 11-数量指标; 配件数量; 实施周期指标值:5件
`);
});
