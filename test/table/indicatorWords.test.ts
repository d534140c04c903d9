import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Profile } from '../../server/src/profile/profile.ts';
import { TableDocument } from '../../server/src/workspace/tableDocument.ts';
import { damagedExample, indicatorsText, languageText } from '../syntax/texts.ts';
import { profile, settings } from '../tables.ts';
import { text as generatedTable, line } from '../workspace/generated.ts';

/**
 * What an indicator says depends on nothing that was read before it. What is kept about words is kept with a profile: so a
 * profile by which much was read reads any text as a new one does.
 */

const used = structuredClone(profile);

/** What a text says and what is found in it, as read by a profile. */
function readBy(own: Profile, text: string): unknown {
  const document = new TableDocument('file:///a.jxmb', 'jxmb', 0, text, {
    ...settings,
    profile: own,
    profiles: new Map(),
  });
  const rows = [...document.sequence].map((block) =>
    document.row(block).indicators.map(({ node, number, class1, class2, level1, level2, code3, name, values }) => ({
      node,
      number,
      class1,
      class2,
      levels: [level1?.code, level2?.code],
      code3,
      name,
      values: values.map((value) => ({ node: value.node, label: value.label?.name, text: value.text })),
    })),
  );
  const findings = document.findings().map(({ place, finding }) => {
    const { rule, severity, span, message, args, indicator, related } = finding;
    const others = related?.().map((other) => ({ span: other.span, message: other.message, args: other.args }));
    return { at: place.offset, rule: rule.id, severity, span, message, args, indicator, others };
  });
  return { rows, findings };
}

function readsAsNew(text: string): void {
  assert.deepEqual(readBy(used, text), readBy(structuredClone(profile), text));
}

/** Of so few words and marks that texts often begin or end like another that means something else. */
const WORDS = [
  '甲',
  '≥3',
  '5%',
  '年度',
  '指标值',
  '年度指标值',
  '实施周期指标值',
  '权重',
  '注',
  '绩效目标',
  '11-数量指标',
];
const MARKS = [
  ':',
  ':',
  ';',
  ';',
  ',',
  '。',
  '、',
  '\\',
  '-',
  ' ',
  '\n',
  '\n// 注',
  '1、',
  '满意度',
  '成本指标',
  '1-产出指标',
  '31',
];
const project = (indicators: string) => `项目名称: 甲\n绩效指标:\n${indicators}`;
const alike = fc.array(fc.constantFrom(...WORDS, ...MARKS), { maxLength: 9 }).map((pieces) => project(pieces.join('')));
const wrongLines = fc.array(line, { maxLength: 8 }).map((lines) => project(lines.join('\n')));

const ENDING_ALIKE = [
  '≥注\\：绩效目标:3。',
  '甲:3。',
  '注\\：年度指标值:3。',
  '年度指标值:3。',
  '1、11-数量指标; 甲; 年度指标值:3。',
  '绩效指标:其中：财政拨款',
  '其中：财政拨款',
  '// 注: a; b。2、1-产出指标',
  '甲// 注: a; b。2、1-产出指标',
  '1、11-数量指标; 甲\n// 乙:3。',
  '1、11-数量指标; 甲:3。',
  '甲:、',
  '年度指标值; 甲:、',
  '1、甲; 乙',
  '甲; 乙',
];

test('texts that end alike but are parted elsewhere', () => {
  for (const one of ENDING_ALIKE) {
    for (const other of ENDING_ALIKE) {
      const again = structuredClone(profile);
      readBy(again, project(one));
      assert.deepEqual(readBy(again, project(other)), readBy(structuredClone(profile), project(other)));
    }
  }
});

test('any text, after many others', () => {
  for (const text of fc.sample(fc.oneof(alike, indicatorsText, languageText, generatedTable), 5_000))
    readBy(used, text);
  const any = fc.oneof({ weight: 4, arbitrary: alike }, indicatorsText, damagedExample, generatedTable, wrongLines);
  fc.assert(fc.property(any, readsAsNew), { numRuns: 2_000 });
});
