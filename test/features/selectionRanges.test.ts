import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { SelectionRange } from 'vscode-languageserver-types';
import { openBracketed } from './bracketed.ts';

/** The texts that are selected one after another, each on one line; a long one by its ends. */
async function selected(marked: string): Promise<string[]> {
  const { service, document, position } = openBracketed(marked);
  const texts: string[] = [];
  const [first] = await service.selectionRanges(document, [position]);
  for (let at: SelectionRange | undefined = first; at; at = at.parent) {
    const text = document.getText(at.range).trim().replace(/\s+/g, ' ');
    texts.push(text.length > 20 ? `${text.slice(0, 7)} … ${text.slice(-7)}` : text);
  }
  return texts;
}

const table = (line: string) => `目标表

资金使用单位: 科学馆

项目名称: 甲
总计: 1,200.00
绩效目标:
  1. 建成展厅。接待观众。
  2. 更新设备。
绩效指标:
  ${line}
  2、12; 乙; 1个。

项目名称: 丙
`;

const UP = [
  '绩效指标: 1 …  乙; 1个。',
  '项目名称: 甲 …  乙; 1个。',
  '资金使用单位: … 项目名称: 丙',
  '目标表 资金使 … 项目名称: 丙',
];

test('from a part of the value to the document', async () => {
  const indicator = '1、11-数量指标; 参观人次; 年度指标值:≥5万人次。';
  const all = ['≥5万人次', '年度指标值:≥5万人次', '1、11-数量 … :≥5万人次。', ...UP];
  const at = (part: string, marked: string) => selected(table(indicator.replace(part, marked)));
  assert.deepEqual(await at('≥5', '≥│5'), ['5', ...all]);
  assert.deepEqual(await at('≥5', '│≥5'), ['≥', ...all]);
  assert.deepEqual(await at('人次。', '人│次。'), ['万人次', ...all]);
  assert.deepEqual(await at('年度指', '年度│指'), ['年度指标值', ...all.slice(1)]);
  assert.deepEqual(await at('参观', '参│观'), ['参观人次', ...all.slice(2)]);
  assert.deepEqual(await at('数量', '数│量'), ['数量指标', '11-数量指标', ...all.slice(2)]);
  assert.deepEqual(await at('11', '1│1'), ['11', '11-数量指标', ...all.slice(2)]);
});

test('label and text of a field each by itself', async () => {
  const value = table('1、11; 甲; 1个。');
  const [, ...up] = UP;
  assert.equal((await selected(value.replace('总计', '总│计')))[0], '总计');
  const amount = await selected(value.replace('1,200', '1,│200'));
  assert.deepEqual(amount.slice(0, 2), ['1,200.00', '总计: 1,200.00']);
  assert.match(String(amount[2]), /^项目名称: 甲/);
  assert.deepEqual((await selected(value.replace('科学馆', '科│学馆'))).slice(0, 2), [
    '科学馆',
    '资金使用单位: 科学馆',
  ]);
  assert.equal(up.length, 3);
});

test('in a goal the sentence, the line, the text, the field', async () =>
  assert.deepEqual((await selected(table('1、11; 甲; 1个。').replace('接待', '接│待'))).slice(0, 4), [
    '接待观众。',
    '1. 建成展厅。接待观众。',
    '1. 建成展厅 … . 更新设备。',
    '绩效目标: 1 … . 更新设备。',
  ]));

test('an empty document and a blank line are selected as a whole', async () => {
  assert.deepEqual(await selected('│'), ['']);
  assert.deepEqual(await selected('项目名称: 甲\n\n│\n'), ['项目名称: 甲']);
});

test('several positions are answered each', async () => {
  const { service, document, position } = openBracketed('│项目名称: 甲\n');
  const answers = await service.selectionRanges(document, [
    position,
    { line: 0, character: 7 },
    { line: 9, character: 9 },
  ]);
  assert.deepEqual(
    answers.map(({ range }) => document.getText(range)),
    ['项目名称', '甲', '项目名称: 甲\n'],
  );
});
