import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import profileJson from '../../server/src/profile/guangzhou.json' with { type: 'json' };
import type { Profile } from '../../server/src/profile/profile.ts';
import { BlockDocument } from '../../server/src/syntax/document.ts';
import {
  escapeGoalLines,
  escapeLine,
  escapeTexts,
  escapeTitle,
  type IndicatorTexts,
  linesOf,
  trimmed,
  writeIndicator,
} from '../../server/src/syntax/escape.ts';
import { parseBlock } from '../../server/src/syntax/parseBlock.ts';
import { lineText } from '../../server/src/syntax/text.ts';
import { vocabularyOf } from '../../server/src/syntax/vocabulary.ts';
import { DEFAULT_MONEY_UNIT } from '../../server/src/table/moneyUnit.ts';
import { type Row, readRow } from '../../server/src/table/row.ts';

const vocabulary = vocabularyOf(profileJson as Profile);

function rowsOf(text: string): Row[] {
  const document = new BlockDocument(text, vocabulary);
  return [...document.blocks].map((block) =>
    readRow(block.text, parseBlock(block.kind, block.text, vocabulary), vocabulary, DEFAULT_MONEY_UNIT),
  );
}

function onlyRow(text: string): Row {
  const rows = rowsOf(text);
  assert.equal(rows.length, 1, text);
  return rows[0] as Row;
}

/** Pieces that mean something to the language somewhere, and such as do not. */
const PIECES = [
  ...[
    '总计',
    '财政拨款',
    '绩效目标',
    '绩效指标',
    '项目名称',
    '资金使用单位',
    '单位',
    '合计',
    '其中',
    '引用',
    '年度',
    '2025年',
    '版式',
  ],
  ...[
    '实施周期指标值',
    '年度指标值',
    '指标值',
    '车度指标值',
    '1-产出指标',
    '11-数量指标',
    '数量指标',
    '满意度指标',
    '产出指标',
    '成本指标',
  ],
  ...['1、', '2.', '(3)', '①', '一、', '(二)', '3、2-效益指标', '222192406-', '1.5', '120.00', '100%', '≥'],
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
    '-',
    '—',
    '/',
    '//',
    '／／',
    '\\',
    '\\\\',
    '<<<<<<< ',
    '=======',
    '|||||||',
  ],
  ...[
    ' ',
    '　',
    '\u200b',
    '建设',
    '平台',
    '番禺区',
    'A',
    'x',
    '𠮷',
    '😀',
    '(',
    ')',
    '"',
    '《',
    '》',
    '#',
    'jxmb-disable',
  ],
];
const anyCharacter = fc.string({ unit: 'binary', maxLength: 3 }).map((text) => text.replace(/\p{Cc}/gu, ''));
const anyText = fc
  .array(fc.oneof({ weight: 6, arbitrary: fc.constantFrom(...PIECES) }, { weight: 1, arbitrary: anyCharacter }), {
    maxLength: 8,
  })
  .map((pieces) => trimmed(pieces.join('')));
const runs = { numRuns: 3000 };

test('a name, header or field reads as it was', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const written = escapeLine(text, vocabulary);
      assert.equal(onlyRow(`项目名称: ${written}\n总计: 1.00\n`).name, text);
      assert.equal(onlyRow(`资金使用单位: ${written}`).name, text);
      const [field] = onlyRow(`部门名称: ${written}\n单位: 万元\n`).fields;
      assert.ok(field);
      assert.equal(lineText(`部门名称: ${written}`, field.text), text);
    }),
    runs,
  );
});

test('a title reads as it was', () => {
  fc.assert(
    fc.property(
      anyText.filter((text) => text !== ''),
      (text) => {
        const document = `${escapeTitle(text, vocabulary)}\n部门名称: 某局\n`;
        const row = onlyRow(document);
        assert.deepEqual(
          row.tree.parts.map((part) => part.type),
          ['title', 'field'],
        );
        assert.equal(row.tree.parts[0] && lineText(document, row.tree.parts[0]), text);
      },
    ),
    runs,
  );
});

test('a goal of several lines reads as it was', () => {
  fc.assert(
    fc.property(fc.array(anyText, { maxLength: 4 }), (texts) => {
      const text = texts.join('\n');
      const lines = escapeGoalLines(text, 0, vocabulary);
      const after = '绩效指标:\n  1、数量; 名称; 1个\n项目名称: 乙\n';
      const rows = rowsOf(`项目名称: 甲\n绩效目标:\n${lines.map((line) => `  ${line}\n`).join('')}${after}`);
      assert.equal(rows.length, 2);
      assert.deepEqual(rows[0]?.goals[0]?.text, linesOf(text).join('\n'));
      assert.equal(rows[0]?.indicators.length, 1);
    }),
    runs,
  );
});

const indicatorTexts: fc.Arbitrary<IndicatorTexts> = fc
  .record(
    {
      number: fc.constantFrom('1', '7', '12'),
      class1: fc.constantFrom('1-产出指标', '2', '效益指标', '产出指示'),
      class2: fc.constantFrom('11-数量指标', '22', '社会效益', '时效指标'),
      code3: fc.constantFrom('222192406', 'gx010101'),
      name: anyText,
      values: fc.oneof(
        fc.array(fc.record({ index: fc.constantFrom(0, 1), text: anyText }, { noNullPrototype: true }), {
          minLength: 1,
          maxLength: 3,
        }),
        fc.tuple(
          fc.record({ index: fc.constant(-1), text: anyText.filter((text) => text !== '') }, { noNullPrototype: true }),
        ),
        fc.constant([]),
      ),
    },
    { requiredKeys: ['name', 'values'] },
  )
  // A code needs a name, and a class word needs to be one.
  .map(({ class1, code3, ...rest }) => ({
    ...rest,
    ...(class1 !== undefined && class1 !== '产出指示' && { class1 }),
    ...(code3 !== undefined && rest.name !== '' && { code3 }),
  }))
  // A value without label needs a name, a class without code both, and something there must be.
  .filter(({ number, name, values, class1 = '1', class2 = '1' }) => {
    if (number === undefined && name === '' && values.length === 0) return false;
    const hasCodes = /^\d/.test(class1) && /^\d/.test(class2);
    return name === '' ? hasCodes && values[0]?.index !== -1 : hasCodes || values.length > 0;
  });

test('an indicator reads as it was', () => {
  fc.assert(
    fc.property(indicatorTexts, (texts) => {
      const line = writeIndicator(texts, vocabulary);
      const first = texts.number === undefined && !texts.class1 && !texts.class2;
      const row = onlyRow(
        `项目名称: 甲\n绩效指标:\n${first ? '' : '  1、数量; 甲; 1个。\n'}  ${line}\n  9、质量; 乙; 100%。\n`,
      );
      assert.equal(row.indicators.length, first ? 2 : 3, line);
      const read = row.indicators.at(-2);
      assert.deepEqual(
        {
          number: read?.number,
          code3: read?.code3,
          name: read?.name,
          values: read?.values.map((value) => ({ index: value.node.index, text: value.text })),
        },
        { number: texts.number, code3: texts.code3, name: texts.name, values: texts.values },
        line,
      );
      assert.equal(read?.class1 !== undefined, texts.class1 !== undefined, line);
      assert.equal(read?.class2 !== undefined, texts.class2 !== undefined, line);
    }),
    runs,
  );
});

test('escapes stand only where reading would differ', () => {
  const indicator = (name: string, ...values: string[]) =>
    writeIndicator(
      { number: '1', class2: '11-数量指标', name, values: values.map((text, index) => ({ index, text })) },
      vocabulary,
    );
  assert.equal(escapeLine('甲: 乙; // 合计', vocabulary), '甲: 乙; // 合计');
  assert.equal(escapeLine('a\\b', vocabulary), 'a\\\\b');
  assert.equal(escapeTitle('合计', vocabulary), '\\合计');
  assert.equal(escapeTitle('2025年', vocabulary), '\\2025年');
  assert.deepEqual(escapeGoalLines('总体目标: 好\n总计: 5\n// 甲\n绩效指标: 乙', 0, vocabulary), [
    '总体目标: 好',
    '\\总计: 5',
    '\\// 甲',
    '\\绩效指标: 乙',
  ]);
  assert.equal(
    indicator('举办1-2次活动', '至少1次; 评选10家', '不超过2亿元。'),
    '1、11-数量指标; 举办1-2次活动; 实施周期指标值:至少1次; 评选10家; 年度指标值:不超过2亿元\\。。',
  );
  assert.equal(indicator('甲、', '1'), '1、11-数量指标; 甲\\、; 实施周期指标值:1。');
  assert.equal(indicator('甲', '年度指标值:1').split('\\').length, 2);
  assert.equal(indicator('甲; 乙'), '1、11-数量指标; 甲\\; 乙。');
});

test('leaving out any escape makes the text read differently', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const [written = ''] = escapeGoalLines(text, 0, vocabulary);
      const reads = (line: string) => {
        const rows = rowsOf(`项目名称: 甲\n绩效目标:\n  ${line}\n`);
        return rows.length === 1 && rows[0]?.goals[0]?.text === text && rows[0].tree.parts.length === 2;
      };
      for (let i = 0; i < written.length; i++) {
        if (written[i] !== '\\') continue;
        const without = written.slice(0, i) + written.slice(i + 1);
        assert.ok(!reads(without), `${written} could be ${without}`);
        i++;
      }
    }),
    runs,
  );
});

test('what no escape helps is escaped all the same and loses nothing', () => {
  const [written] = escapeTexts(['a:b'], () => false);
  assert.equal(written?.replaceAll('\\', ''), 'a:b');
});
