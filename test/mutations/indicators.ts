import type { Span } from '../../server/src/syntax/nodes.ts';
import type { Indicator, IndicatorValue } from '../../server/src/table/row.ts';
import type { Edit, Mutation, Pick, PlacedRow, Slip, Table } from './mutation.ts';

/** Slips in an indicator's number, marks and values. */

interface Placed {
  readonly in: PlacedRow;
  readonly indicator: Indicator;
}

/** An indicator by a random choice, and its place among those of its project. */
function pickIndicator(table: Table, pick: Pick): (Placed & { readonly index: number }) | undefined {
  const placed = pick(table.indicators);
  return placed && { ...placed, index: placed.in.row.indicators.indexOf(placed.indicator) };
}

/** An indicator whose values for the period and the year say the same, with both. */
function pickEqual(table: Table, pick: Pick) {
  const placed = pick(table.indicators);
  const [period, year, ...others] = placed?.indicator.values ?? [];
  if (!placed || !period || !year || others.length > 0 || period.text !== year.text) return undefined;
  return { ...placed, period, year };
}

function numberSpan(table: Table, row: PlacedRow, { node }: Indicator): Span {
  return table.spanIn(row, node.number ?? node);
}

/** Moves the numbers of a project's indicators from one on up or down. */
function shiftNumbers(table: Table, row: PlacedRow, from: number, step: 1 | -1): Edit[] {
  return row.row.indicators
    .slice(from)
    .map((indicator) => ({ ...numberSpan(table, row, indicator), text: String(Number(indicator.number) + step) }));
}

function isBefore(mark: string, table: Table, at: number): boolean {
  return table.text.startsWith(mark, at);
}

/** A slip that puts other text in the place of a span, found there and mended by the first fix. */
function replaced(rule: string, span: Span, text: string, at: Span = span): Slip {
  return { edits: [{ ...span, text }], expected: [{ rule, at }], restored: true };
}

function labelOf({ node }: IndicatorValue): Span {
  return node.label ?? node;
}

export const indicators: readonly Mutation[] = [
  {
    rule: 'indicator-numbering',
    name: 'a number is skipped',
    slip(table, pick) {
      const placed = pickIndicator(table, pick);
      if (!placed) return undefined;
      const edits = shiftNumbers(table, placed.in, placed.index, 1);
      const at = numberSpan(table, placed.in, placed.indicator);
      return { edits, expected: [{ rule: 'indicator-numbering', at }], restored: true };
    },
  },
  {
    rule: 'indicator-numbering',
    name: 'a number is given twice',
    slip(table, pick) {
      const placed = pickIndicator(table, pick);
      if (!placed || placed.index === 0) return undefined;
      const edits = shiftNumbers(table, placed.in, placed.index, -1);
      const at = numberSpan(table, placed.in, placed.indicator);
      return { edits, expected: [{ rule: 'indicator-numbering', at }], restored: true };
    },
  },
  {
    rule: 'indicator-numbering',
    name: 'a number is lost',
    slip(table, pick) {
      const placed = pickIndicator(table, pick);
      if (!placed) return undefined;
      const { start, end } = numberSpan(table, placed.in, placed.indicator);
      return replaced('indicator-numbering', { start, end: end + 1 }, '');
    },
  },
  {
    rule: 'indicator-numbering',
    name: 'all numbers are left out',
    slip(table, pick) {
      const row = pick(table.projects);
      const [first] = row?.row.indicators ?? [];
      if (!row || !first) return undefined;
      const edits = row.row.indicators.map((indicator) => {
        const { start, end } = numberSpan(table, row, indicator);
        return { start, end: end + 1, text: '' };
      });
      const at = numberSpan(table, row, first);
      return { edits, expected: [{ rule: 'indicator-numbering', at }], restored: true };
    },
  },
  {
    rule: 'duplicate-indicator',
    name: 'an indicator is copied below itself, and those behind it are numbered on',
    slip(table, pick) {
      const placed = pickIndicator(table, pick);
      if (!placed) return undefined;
      const lines = table.linesOf(table.spanIn(placed.in, placed.indicator.node));
      const line = table.at(lines);
      const number = placed.indicator.number as string;
      const text = line.replace(number, String(Number(number) + 1));
      const edits = [
        { start: lines.end, end: lines.end, text },
        ...shiftNumbers(table, placed.in, placed.index + 1, 1),
      ];
      return {
        edits,
        expected: [{ rule: 'duplicate-indicator', at: { start: lines.end, end: lines.end } }],
        restored: true,
      };
    },
  },
  {
    rule: 'duplicate-indicator',
    name: 'an indicator is copied below itself, its number too',
    slip(table, pick) {
      const placed = pickIndicator(table, pick);
      if (!placed) return undefined;
      const lines = table.linesOf(table.spanIn(placed.in, placed.indicator.node));
      const below = { start: lines.end, end: lines.end };
      return replaced('duplicate-indicator', below, table.at(lines));
    },
  },
  {
    rule: 'indicator-punctuation',
    name: 'a comma before a value label',
    slip(table, pick) {
      const placed = pick(table.values);
      if (!placed) return undefined;
      const { start } = table.spanIn(placed.in, placed.value.node);
      const mark = { start: start - 2, end: start - 1 };
      return table.at(mark) === ';' ? replaced('indicator-punctuation', mark, ',') : undefined;
    },
  },
  {
    rule: 'indicator-punctuation',
    name: 'a colon or a full stop behind a class',
    slip(table, pick) {
      const placed = pick(table.indicators);
      const node = pick([placed?.indicator.node.class1, placed?.indicator.node.class2]);
      if (!placed || !node) return undefined;
      const { end } = table.spanIn(placed.in, node);
      return replaced('indicator-punctuation', { start: end, end: end + 1 }, pick([':', '。', ',']) as string);
    },
  },
  {
    rule: 'indicator-punctuation',
    name: 'a semicolon behind the full stop',
    slip(table, pick) {
      const placed = pick(table.indicators);
      if (!placed) return undefined;
      const { end } = table.spanIn(placed.in, placed.indicator.node);
      return isBefore('。', table, end - 1)
        ? replaced('indicator-punctuation', { start: end, end }, pick([';', '。']) as string)
        : undefined;
    },
  },
  {
    rule: 'indicator-punctuation',
    name: 'a full stop before the semicolon',
    slip(table, pick) {
      const placed = pick(table.values);
      if (!placed) return undefined;
      const { end } = table.spanIn(placed.in, placed.value.node);
      return isBefore(';', table, end) ? replaced('indicator-punctuation', { start: end, end }, '。') : undefined;
    },
  },
  {
    rule: 'indicator-punctuation',
    name: 'another mark at the end, or none',
    slip(table, pick) {
      const placed = pick(table.indicators);
      if (!placed || placed.in.row.indicators.length < 2) return undefined;
      const { end } = table.spanIn(placed.in, placed.indicator.node);
      const mark = { start: end - 1, end };
      return table.at(mark) === '。'
        ? replaced('indicator-punctuation', mark, pick([';', ',', ':', '']) as string)
        : undefined;
    },
  },
  {
    rule: 'indicator-punctuation',
    name: 'a colon twice',
    slip(table, pick) {
      const placed = pick(table.values);
      const colon = placed?.value.node.label?.colon;
      if (!placed || colon === undefined) return undefined;
      const at = table.spanIn(placed.in, { start: colon + 1, end: colon + 1 });
      return replaced('indicator-punctuation', at, ':');
    },
  },
  {
    rule: 'indicator-punctuation',
    name: 'a 、 at a name’s end',
    slip(table, pick) {
      const placed = pick(table.indicators);
      const name = placed?.indicator.node.name;
      if (!placed || !name) return undefined;
      const { end } = table.spanIn(placed.in, name);
      return replaced('indicator-punctuation', { start: end, end }, '、');
    },
  },
  {
    rule: 'duplicate-value',
    name: 'a value is given twice',
    slip(table, pick) {
      const placed = pick(table.values);
      if (!placed) return undefined;
      const span = table.spanIn(placed.in, placed.value.node);
      const behind = { start: span.end, end: span.end };
      return replaced('duplicate-value', behind, `; ${table.at(span)}`);
    },
  },
  {
    rule: 'conflicting-value',
    name: 'a value is given again, and differently',
    slip(table, pick) {
      const placed = pick(table.values);
      const other = pick(table.values);
      if (!placed || !other || other.value.text === placed.value.text) return undefined;
      const label = table.at(table.spanIn(placed.in, labelOf(placed.value)));
      const { end } = table.spanIn(placed.in, placed.value.node);
      return replaced('conflicting-value', { start: end, end }, `; ${label}:${other.value.text}`);
    },
  },
  {
    rule: 'missing-value',
    name: 'the value for the year is left out',
    slip(table, pick) {
      const placed = pickEqual(table, pick);
      if (!placed) return undefined;
      const span = table.spanIn(placed.in, { start: placed.period.node.end, end: placed.year.node.end });
      const at = table.spanIn(placed.in, placed.indicator.node);
      return replaced('missing-value', span, '', at);
    },
  },
  {
    rule: 'missing-value',
    name: 'the value for the period is left out',
    slip(table, pick) {
      const placed = pickEqual(table, pick);
      if (!placed) return undefined;
      const span = table.spanIn(placed.in, { start: placed.period.node.start, end: placed.year.node.start });
      const at = table.spanIn(placed.in, placed.indicator.node);
      return replaced('missing-value', span, '', at);
    },
  },
  {
    rule: 'missing-value',
    name: 'nothing stands behind a value label',
    slip(table, pick) {
      const placed = pickEqual(table, pick);
      if (!placed) return undefined;
      const { node } = pick([placed.period, placed.year]) as IndicatorValue;
      return replaced('missing-value', table.spanIn(placed.in, node.text), '');
    },
  },
  {
    rule: 'placeholder-value',
    name: 'the value for the period was never filled in',
    slip(table, pick) {
      const placed = pickEqual(table, pick);
      if (!placed) return undefined;
      const span = table.spanIn(placed.in, placed.period.node.text);
      return replaced('placeholder-value', span, pick(['控制数', '标准:年度计划数', 'XX', '**', '—']) as string);
    },
  },
  {
    rule: 'value-prefix',
    name: '标准: is left before a value',
    slip(table, pick) {
      const placed = pick(table.values);
      if (!placed) return undefined;
      const { start } = table.spanIn(placed.in, placed.value.node.text);
      return replaced('value-prefix', { start, end: start }, pick(['标准:', '标准：', '标准: ']) as string);
    },
  },
];
