import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';

/** Texts for properties: any at all, such as are made of the language's own words and marks, and damaged examples. */

const WORDS = [
  ...[
    '项目名称',
    '资金使用单位',
    '单位',
    '金额单位',
    '合计',
    '部门名称',
    '主管部门',
    '年度',
    '版式',
    '引用',
    '项目编码',
    '备注',
  ],
  ...['总计', '财政拨款', '其他资金', '其中', '其中:', '其中：财政拨款', '绩效目标', '绩效指标', '绩效指标值'],
  ...['实施周期指标值', '年度指标值', '指标值', '目标值', '车度指标值', '年 度 指标值', '中期指标值', '度指标值', '值'],
  ...[
    '1-产出指标',
    '11-数量指标',
    '2-效益指标',
    '22-社会效益',
    '产出指标',
    '数量指标',
    '服务对象满意度',
    '成本指标',
    '12-灰重指标',
  ],
  ...[
    '1',
    '11',
    '3',
    '31',
    '99',
    '222192406-',
    '1101-',
    'G0012-',
    '2025年',
    '2025',
    '1.5',
    '1,234.50',
    '100%',
    '35万元',
  ],
  ...[
    '1、',
    '2.',
    '(3)',
    '（4）',
    '①',
    '⑳、',
    '5、',
    '100、',
    '一、',
    '(二)',
    '每2-效益指标',
    '3、1-产出指标; ',
    '4、12-质量指标',
  ],
  ...[
    '万元',
    '某局',
    '科协',
    '示范市科技局',
    '科协.jxmb',
    '建设平台',
    '提升',
    '人次',
    '𠮷',
    '😀',
    'A',
    'é',
    '\ud800',
    '\udc00',
    '\u0000',
  ],
];
const MARKS = [
  ...[
    ':',
    '：',
    ';',
    '；',
    ',',
    '，',
    '。',
    '、',
    '.',
    '．',
    '-',
    '－',
    '—',
    '\\',
    '\\\\',
    '(',
    ')',
    '（',
    '）',
    '"',
    '“',
    '%',
    '％',
  ],
  ...['//', '// 注', '／／', '<<<<<<< ', '<<<<<<< a', '=======', '>>>>>>> b', '|||||||', '≥', '》=', '::', '。;'],
];
const BREAKS = [
  '\n',
  '\n',
  '\r\n',
  '\r',
  '\n\n',
  '\r\r\n',
  '\n\r',
  ' ',
  '  ',
  '\u3000',
  '\u00a0',
  '\u200b',
  '\t',
  '\ufeff',
  '\u2028',
];

/** Whole lines, so that several labels with their fields come together. */
const LINES = [
  ...[
    '项目名称: 甲',
    '资金使用单位: 乙',
    '单位: 某局',
    '单位: 万元',
    '合计',
    '合计:',
    '引用: 丙.jxmb',
    '总计: 1.00',
    '总计:',
    '其中: 总计: 5',
  ],
  ...[
    '绩效目标: 好',
    '绩效目标:',
    '绩效指标:',
    '绩效指标: 1、甲',
    '年度: 2025',
    '2025年',
    '项目编码: 1',
    '其中:',
    '// 注: a; b。2、1-产出指标',
  ],
  ...[
    '1、1-产出指标; 11-数量指标; 甲; 实施周期指标值:1个; 年度指标值:1个。',
    '(一)产出指标',
    '2、乙; ≥5个',
    '11-数量指标; 丙; 1',
    '=======',
    '。',
  ],
];

const word = fc.constantFrom(...WORDS);
const mark = fc.constantFrom(...MARKS);
const lineBreak = fc.constantFrom(...BREAKS);
const line = fc.constantFrom(...LINES).chain((text) => lineBreak.map((end) => text + end));

export const anyString = fc.string({ unit: 'binary', maxLength: 60 });

export const languageText = fc
  .array(
    fc.oneof(
      { weight: 5, arbitrary: word },
      { weight: 5, arbitrary: mark },
      { weight: 3, arbitrary: lineBreak },
      { weight: 3, arbitrary: line },
    ),
    { maxLength: 40 },
  )
  .map((pieces) => pieces.join(''));

/** The indicators of a project, made of the language's own words and marks. */
export const indicatorsText = languageText.map((text) => `项目名称: 甲\n绩效指标:${text}`);

const EXAMPLES = new URL('../../examples/', import.meta.url);

export const examples: readonly string[] = readdirSync(EXAMPLES)
  .filter((name) => name.endsWith('.jxmb'))
  .map((name) => readFileSync(new URL(name, EXAMPLES), 'utf8'));

export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** What an edit puts in: what makes, breaks and joins labels, lines, goals and blocks. */
const HURTING = [
  ...[
    '',
    '',
    '',
    '\n',
    '\r',
    '\r\n',
    ':',
    '：',
    '\\',
    ' ',
    '//',
    '绩效目标:',
    '\n绩效目标: ',
    '绩效指标:',
    '\n绩效指标:\n',
    '单位: 某局',
  ],
  ...[
    '\n单位: 某局\n',
    '引用: 甲\n',
    '\n引用: 甲',
    '合计',
    '\n合计\n',
    '项目名称',
    '项目名称: 乙\n',
    '总计: 5\n',
    '\n总计: 5',
    '=======\n',
    'a',
  ],
];

const replacement = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...HURTING) },
  { weight: 1, arbitrary: languageText },
);

/** An edit of a text of some length: mostly small, now and then all or much of it. */
export function editOf(length: number): fc.Arbitrary<Edit> {
  const size = fc.oneof(
    { weight: 8, arbitrary: fc.nat(3) },
    { weight: 2, arbitrary: fc.nat(30) },
    { weight: 1, arbitrary: fc.nat(length) },
  );
  return fc
    .record({ start: fc.nat(length), size, text: replacement }, { noNullPrototype: true })
    .map((edit) => ({ start: edit.start, end: Math.min(length, edit.start + edit.size), text: edit.text }));
}

export function apply(text: string, edit: Edit): string {
  return text.slice(0, edit.start) + edit.text + text.slice(edit.end);
}

/** A piece of an example, with some edits. */
export const damagedExample = fc
  .tuple(fc.constantFrom(...examples), fc.nat(), fc.nat(1200))
  .map(([example, from, length]) => example.slice(from % example.length).slice(0, length))
  .chain((piece) => fc.array(editOf(piece.length), { maxLength: 8 }).map((edits) => edits.reduce(apply, piece)));
