import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { openTable } from '../../tables.ts';
import { grid, importChosen } from './grids.ts';

/** What is imported of a published list with one project, whose indicators are a text. */
function imported(text: string) {
  const { document, report } = importChosen(
    grid([
      ['项目名称', '总计', '绩效目标', '绩效指标'],
      ['科普讲座', '3.00', '办好讲座。', text],
    ]),
  );
  const lines = document.split('绩效指标:\n')[1]?.trimEnd().split('\n') ?? [];
  const table = openTable(document, {}, 'imported');
  const [block] = table.sequence;
  const indicators = block ? table.row(block).indicators : [];
  const unsure = report.items.filter(({ message }) => message.zh.startsWith('看不出是几条指标'));
  return { lines: lines.map((line) => line.trim()), indicators, unsure: unsure.map(({ before }) => before) };
}

describe('indicators that a cell runs together in prose', () => {
  for (const pieces of [
    ['①数量指标；场次数；5场', '②质量指标；合格率；100％'],
    ['1.数量指标：培训场次5场；', '2.质量指标：合格率100%；', '3.满意度≥90%'],
    ['（1）数量指标：完成1.5公里，', '（2）质量指标：合格率100%'],
  ]) {
    test(`are parted at numbered classes: ${pieces.join(' | ')}`, () => {
      const { lines, indicators, unsure } = imported(pieces.join(''));
      assert.deepEqual(lines, pieces);
      assert.equal(indicators.length, pieces.length);
      assert.equal(indicators[0]?.class2?.name, '数量指标');
      assert.equal(indicators[1]?.class2?.name, '质量指标');
      assert.deepEqual(unsure, []);
    });
  }

  for (const text of [
    '产出指标：数量指标：培训场次≥5场；质量指标：合格率100%。效益指标：社会效益：受益人数≥100人。',
    '一、产出指标：培训5次；二、效益指标：增收10%',
    '1.培训场次5场；2.合格率100%；3.知晓率≥90%',
    '1.数量指标：完成调查，2.提交报告',
  ]) {
    test(`are one where that is unsure, and the report says so: ${text}`, () => {
      const { lines, unsure } = imported(text);
      assert.deepEqual([lines, unsure], [[text], [text]]);
    });
  }

  for (const text of [
    '1、产出指标；数量指标；培训场次；5场。',
    '1、3-满意度指标; 31-服务对象满意度; 服务对象满意度; ≥90%。',
    '1、1-产出指标; 11-数量指标; 培训（1.甲；2.乙）; 年度指标值:5人; 指标解释:1.甲；2.乙。',
  ]) {
    test(`one that is written out is one: ${text}`, () => {
      const { lines, indicators, unsure } = imported(text);
      assert.deepEqual([lines, indicators.length, unsure], [[text], 1, []]);
    });
  }
});
