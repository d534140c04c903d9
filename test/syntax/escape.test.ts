import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import profileJson from '../../server/src/profile/guangzhou.json' with { type: 'json' };
import type { Profile } from '../../server/src/profile/profile.ts';
import { BlockDocument } from '../../server/src/syntax/document.ts';
import { escapeGoalLines, escapeLine, escapeTexts, escapeTitle } from '../../server/src/syntax/escape.ts';
import { parseBlock } from '../../server/src/syntax/parseBlock.ts';
import { linesOf, lineText, trimmed } from '../../server/src/syntax/text.ts';
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

test('escapes stand only where reading would differ', () => {
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

test('a `\\` that a character follows is escaped without looking for other ways', () => {
  let tries = 0;
  const written = escapeTexts(['\\;甲\\'], ([text]) => {
    tries++;
    return text === '\\\\;甲\\';
  });
  assert.deepEqual({ written, tries }, { written: ['\\\\;甲\\'], tries: 1 });
});

/** Texts of which every reader asks for many escapes, or on which a careless search is long. */
const MANY = 20_000;
const HARD: Readonly<Record<string, string>> = {
  'escapes in them': '\\;'.repeat(MANY),
  backslashes: '\\'.repeat(MANY),
  'a label at the start': `总计: ${'\\;'.repeat(MANY)}`,
  'comment marks': '//'.repeat(MANY),
};

for (const [name, text] of Object.entries(HARD)) {
  test(`long texts are written at once: ${name}`, () => {
    const start = performance.now();
    assert.equal(onlyRow(`项目名称: ${escapeLine(text, vocabulary)}`).name, text);
    assert.equal(
      onlyRow(`项目名称: 甲\n绩效目标:\n  ${escapeGoalLines(text, 0, vocabulary)[0]}\n`).goals[0]?.text,
      text,
    );
    assert.ok(performance.now() - start < 1000);
  });
}

test('the number of tries is bounded, and what is found reads as meant', () => {
  let tries = 0;
  const text = ';a'.repeat(MANY);
  const [written = ''] = escapeTexts([text], ([candidate = '']) => {
    tries++;
    return candidate.replaceAll('\\;', '').indexOf(';') < 0;
  });
  assert.ok(tries < 500, `${tries} tries`);
  assert.equal(written.replaceAll('\\;', '').indexOf(';'), -1);
  assert.equal(written.replaceAll('\\', ''), text);
});
