import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { formatDocument, formatRange } from '../../server/src/features/formatting.ts';
import type { Part, Span } from '../../server/src/syntax/nodes.ts';
import { isForValue } from '../../server/src/syntax/vocabulary.ts';
import type { FormatSettings } from '../../server/src/workspace/settings.ts';
import type { TableDocument } from '../../server/src/workspace/tableDocument.ts';
import { openPublished, skip } from '../corpus/published.ts';
import { damagedExample, examples, indicatorsText, languageText } from '../syntax/texts.ts';
import { central, openTable } from '../tables.ts';
import { text as generatedTable } from '../workspace/generated.ts';
import { formatted, options, withEdits } from './formatted.ts';

/** Invariant 4: formatting changes layout only, and what is formatted stays as it is. */

const STYLES: readonly FormatSettings[] = [
  { punctuation: 'half', alignAmounts: false },
  { punctuation: 'full', alignAmounts: false },
  { punctuation: 'half', alignAmounts: true },
  { punctuation: 'full', alignAmounts: true },
];

/** What a table says, whichever way it is laid out. */
function table(document: TableDocument): unknown {
  const valueLabels = document.context.vocabulary.valueLabels;
  const { moneyUnit, year } = document.context;
  return {
    moneyUnit: moneyUnit.name,
    year,
    rows: [...document.sequence]
      // What has no more than blank lines says nothing.
      .filter((block) => document.row(block).tree.parts.length > 0)
      .map((block) => {
        const row = document.row(block);
        return {
          kind: row.kind,
          name: row.name,
          amounts: row.amounts.map(({ column, reading, node }) => [
            column,
            reading.value ? reading.value.toString() : block.text.slice(node.text.start, node.text.end),
          ]),
          goals: row.goals.map(({ node, text }) => [node.index, text]),
          fields: row.fields
            .filter(({ role }) => role !== 'year')
            .map(({ role, index, text }) => [role, index, block.text.slice(text.start, text.end)]),
          indicators: row.indicators.map(({ level1, level2, code3, name, values }) => ({
            classes: [level1?.code, level2?.code],
            code3,
            name,
            values: values.flatMap(({ label, text }) =>
              (label ? [label] : valueLabels.filter(isForValue)).map((one) => [one.name, text]),
            ),
          })),
        };
      }),
  };
}

/** The lines that are no part of the table but stand in it, in order. */
function besides(document: TableDocument): string[] {
  const linesOf = (part: Part): readonly Span[] => {
    if (part.type === 'goal') return part.inserts;
    if (part.type === 'indicators')
      return part.items.flatMap((item): readonly Span[] => (item.type === 'indicator' ? item.inserts : [item]));
    return ['comment', 'marker', 'stray', 'title'].includes(part.type) ? [part] : [];
  };
  return [...document.sequence].flatMap((block) =>
    document
      .row(block)
      .tree.parts.flatMap((part) => linesOf(part).map(({ start, end }) => block.text.slice(start, end))),
  );
}

/** The kinds of line ends that a text has. */
function lineEnds(text: string): Set<string> {
  return new Set(text.match(/\r\n|\r|\n/g) ?? []);
}

function holds(text: string, settings: { profile?: typeof central } = {}): void {
  const document = openTable(text, settings);
  for (const style of STYLES) {
    const once = formatted(text, style, settings);
    const read = openTable(once, settings);
    assert.deepEqual(table(read), table(document), 'the same table');
    assert.deepEqual(besides(read), besides(document), 'the same comments');
    assert.equal(formatted(once, style, settings), once, 'formatted once is formatted');
    assert.equal(once.startsWith('\ufeff'), text.startsWith('\ufeff'), 'the byte order mark stays');
    const own = lineEnds(text);
    for (const end of lineEnds(once)) assert.ok(own.size === 0 || own.has(end), 'line ends stay');
  }
}

const RUNS = Number(process.env.RUNS ?? 400);
for (const [name, arbitrary] of [
  ['generated tables', generatedTable],
  ['texts of the language', languageText],
  ['texts of indicators', indicatorsText],
  ['damaged examples', damagedExample],
] as const) {
  test(`of ${name}`, () =>
    fc.assert(
      fc.property(arbitrary, (text) => holds(text)),
      { numRuns: RUNS },
    ));
  test(`of ${name}, by another profile`, () =>
    fc.assert(
      fc.property(arbitrary, (text) => holds(text, { profile: central })),
      { numRuns: RUNS / 4 },
    ));
}

test('of the examples', () => {
  for (const example of examples) holds(example);
});

test('of the published table', { skip }, () => holds(openPublished().document.getText()));

/** How often each rule finds something. */
function counts(document: TableDocument): Map<string, number> {
  const found = new Map<string, number>();
  for (const { finding } of document.findings()) found.set(finding.rule.id, (found.get(finding.rule.id) ?? 0) + 1);
  return found;
}

test('formatting a generated table brings no finding, and takes all of amount-style', () =>
  fc.assert(
    fc.property(generatedTable, fc.constantFrom(...STYLES), (text, style) => {
      const before = counts(openTable(text));
      const after = counts(openTable(formatted(text, style)));
      for (const [rule, count] of after) assert.ok(count <= (before.get(rule) ?? 0), `more of ${rule}`);
      if (!/^(?:<{7}|>{7}|\|{7}|={7}$)/m.test(text)) assert.equal(after.get('amount-style'), undefined);
    }),
    { numRuns: RUNS },
  ));

for (const [name, arbitrary] of [
  ['a generated table', generatedTable],
  ['a damaged example', damagedExample],
  ['indicators', indicatorsText],
] as const) {
  test(`a range of ${name}: only its lines are touched, and the table stays`, () =>
    fc.assert(
      fc.property(arbitrary, fc.nat(), fc.nat(5), fc.boolean(), (text, at, count, wholeLines) => {
        const document = openTable(text);
        const first = at % document.lineCount;
        const last = Math.min(first + count, document.lineCount - 1);
        const end = wholeLines && last > first ? { line: last, character: 0 } : { line: last, character: 1 };
        const edits = formatRange(document, { start: { line: first, character: 0 }, end }, options);
        const behind = wholeLines && last > first ? last : last + 1;
        for (const { range } of edits) {
          assert.ok(range.start.line >= first, 'nothing above');
          assert.ok(
            range.end.line < behind || (range.end.line === behind && range.end.character === 0),
            'nothing below',
          );
        }
        assert.deepEqual(table(openTable(withEdits(document, edits))), table(document));
      }),
      { numRuns: RUNS },
    ));
}

test('all lines as a range are the document', () => {
  for (const example of examples) {
    const loose = example.replaceAll('; ', '；').replaceAll('\n  ', '\n');
    const document = openTable(loose);
    const range = { start: { line: 0, character: 0 }, end: { line: document.lineCount, character: 0 } };
    assert.equal(withEdits(document, formatRange(document, range, options)), formatted(loose));
  }
});

/** Far more than the longest takes; where its time went with the square of the text, each took half a minute. */
const MOST_CPU_MS = 10_000;

for (const [name, start, repeated] of [
  ['values with comments between them', '项目名称: 甲\n绩效指标:\n1、11;甲', ',年度指标值:5个\n// 注\n'],
  ['stray lines', '项目名称: 甲\n', '备注 \n'],
  ['lines that would be conflict markers', '标题\n', '=======  \n  =======\n'],
  ['suppressed lines', '项目名称: 甲\n绩效指标:\n', '// jxmb-disable-next-line class-name\n  1、甲 2、1-产出指标;甲\n'],
  ['lines that may not be broken up', '项目名称: 甲\n绩效指标:\n', '合计，甲\n1、甲 2-效益指标,总计:5\n'],
  ['amounts', '项目名称: 甲\n', '总计:5\n其他资金: 约\n'],
] as const) {
  test(`a very long block is formatted in time: ${name}`, () => {
    const document = openTable(start + repeated.repeat(20_000));
    const before = process.cpuUsage();
    formatDocument(document, options);
    const { user, system } = process.cpuUsage(before);
    assert.ok(user + system < MOST_CPU_MS * 1000, `${(user + system) / 1000} ms`);
  });
}
