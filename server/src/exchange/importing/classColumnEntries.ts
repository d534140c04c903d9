import { classNamed } from '../../syntax/classes.ts';
import { parseBlock } from '../../syntax/parseBlock.ts';
import { INDICATORS_LABEL, PROJECT_LABEL, type Vocabulary } from '../../syntax/vocabulary.ts';
import { DEFAULT_MONEY_UNIT } from '../../table/moneyUnit.ts';
import { type IndicatorClass, readRow } from '../../table/row.ts';
import { joinedCell } from './cellText.ts';
import { classWord } from './classCells.ts';
import type { ClassMeaning } from './classColumns.ts';
import { plainIndicators } from './classColumnText.ts';
import type { IndicatorEntry } from './indicatorEntry.ts';
import { indicatorLines, looksLikeIndicators } from './indicatorLines.ts';
import { MESSAGES } from './messages.ts';
import type { Place } from './report.ts';

type Classes = Pick<IndicatorEntry, 'class1' | 'class2'>;

/** The indicators in a cell of a class's column; none where it holds but marks. */
export function classColumnEntries(
  text: string,
  place: Place,
  column: ClassMeaning,
  vocabulary: Vocabulary,
): IndicatorEntry[] {
  if (!/[\p{L}\p{N}]/u.test(text)) return [];
  let isUnsure = false;
  const entries = sectionsOf(text, column, vocabulary).flatMap(({ classes, text: own }) => {
    // The column says the class: a figure is none.
    if (looksLikeIndicators(own, vocabulary, false)) return labelledEntries(own, place, classes, vocabulary);
    const read = plainIndicators(own);
    isUnsure ||= read.isUnsure;
    return read.indicators.map(({ name, value }): IndicatorEntry => {
      return { place, ...classes, name, values: value === '' ? [] : [{ index: -1, text: value }], items: [] };
    });
  });
  const [first, ...others] = entries;
  const before = text.trim();
  if (!first || (!isUnsure && others.length === 0 && first.name === before)) return entries;
  const after = entries.map(({ name, values }) => [name, ...values.map((value) => value.text)].join('; ')).join(' | ');
  const item = isUnsure
    ? ({ kind: 'assumed', ...place, column: column.name, before, message: MESSAGES.howMany } as const)
    : ({ kind: 'mended', ...place, column: column.name, before, after, message: MESSAGES.parted } as const);
  return [{ ...first, items: [item] }, ...others];
}

/** A piece of a cell whose indicators are of one class. */
interface Section {
  readonly classes: Classes;
  readonly text: string;
}

/** A class before a colon or on a line of its own (`数量指标：…`) is that of what follows it; before the first, the column's. */
function sectionsOf(text: string, column: ClassMeaning, vocabulary: Vocabulary): Section[] {
  const sections: { classes: Classes; text: string }[] = [{ classes: column, text: '' }];
  for (const piece of text.split(/(?<=[\n\r;；。])/)) {
    const own = classBefore(piece, vocabulary);
    if (own) sections.push({ classes: own.classes, text: own.rest });
    else (sections.at(-1) as Section & { text: string }).text += piece;
  }
  return sections
    .map(({ classes: { class1, class2 }, text: own }) => ({ classes: { class1, class2 }, text: own.trim() }))
    .filter((section) => section.text !== '');
}

function classBefore(piece: string, vocabulary: Vocabulary): { classes: Classes; rest: string } | undefined {
  const [, word = '', mark, rest = ''] = /^\s*([^:：;；。\d≥≤]{2,20}?)\s*(?:([:：])([\s\S]*)|\s*)$/.exec(piece) ?? [];
  const name = classWord(word);
  const two = classNamed(name, 2, vocabulary);
  const one = classNamed(name, 1, vocabulary);
  // 满意度：≥90% is an indicator.
  const isHeading = name.endsWith('指标') || (mark !== undefined && rest.trim() === '');
  if (!isHeading || name === '') return undefined;
  if (two?.level === 2) {
    const { parent } = two;
    return {
      classes: { class1: `${parent.code}-${parent.name}`, class2: `${two.class.code}-${two.class.name}` },
      rest,
    };
  }
  return one && { classes: { class1: `${one.class.code}-${one.class.name}`, class2: '' }, rest };
}

/** Indicators with classes or labels of their own, as the language reads them. */
function labelledEntries(text: string, place: Place, classes: Classes, vocabulary: Vocabulary): IndicatorEntry[] {
  const { lines } = indicatorLines(text, vocabulary);
  const written = `${PROJECT_LABEL}:\n${INDICATORS_LABEL}:\n${lines.map((line) => `  ${line}\n`).join('')}`;
  const tree = parseBlock('project', written, vocabulary);
  return readRow(written, tree, vocabulary, DEFAULT_MONEY_UNIT).indicators.map((indicator): IndicatorEntry => {
    const own = (written: IndicatorClass<{ code: string; name: string }> | undefined) => {
      const known = written?.byCode ?? written?.byName;
      return known ? `${known.code}-${known.name}` : written ? written.name || written.code : undefined;
    };
    const class2 = own(indicator.class2);
    const parent = indicator.class2 && indicator.level1;
    const class1 = own(indicator.class1) ?? (parent ? `${parent.code}-${parent.name}` : classes.class1);
    const isOfColumn = !indicator.class1 && !indicator.class2;
    return {
      place,
      class1,
      class2: class2 ?? (isOfColumn ? classes.class2 : ''),
      name: joinedCell(indicator.code3 === undefined ? indicator.name : `${indicator.code3}-${indicator.name}`),
      values: indicator.values.map(({ node, text: value }) => ({ index: node.index, text: value })),
      items: [],
    };
  });
}
