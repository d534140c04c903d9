import { splitBlocks } from '../../syntax/blocks.ts';
import { squeeze } from '../../syntax/characters.ts';
import { escapeTexts } from '../../syntax/escape.ts';
import { parseBlock } from '../../syntax/parseBlock.ts';
import { INDICATORS_LABEL, PROJECT_LABEL, type Vocabulary } from '../../syntax/vocabulary.ts';
import { DEFAULT_MONEY_UNIT } from '../../table/moneyUnit.ts';
import { readRow } from '../../table/row.ts';
import { comment, MESSAGES } from './messages.ts';
import type { ImportItem, Place } from './report.ts';
import { isKept } from './rows.ts';

/** An indicator whose parts had cells of their own. */
export interface IndicatorEntry {
  readonly place: Place;
  /** As the document writes them; empty where there is none. */
  readonly class1: string;
  readonly class2: string;
  /** Where the classes stood, where they had cells of their own. */
  readonly classPlaces?: { readonly [part in 'class1' | 'class2']?: NamedPlace };
  readonly name: string;
  readonly values: readonly EntryValue[];
  /** What is to be said of it; what is kept as comments stands below its line. */
  readonly items: readonly ImportItem[];
}

/** A place and the name of its column. */
export type NamedPlace = Place & { readonly column: string };

export interface EntryValue {
  /** Index of the profile's value label; -1: without one, the value of them all. */
  readonly index: number;
  readonly text: string;
}

/** Writes indicators one a line, numbered from a number on, each with its comments below it. */
export function writeEntries(
  entries: readonly IndicatorEntry[],
  from: number,
  vocabulary: Vocabulary,
): { lines: string[]; items: ImportItem[] } {
  const lines: string[] = [];
  const items: ImportItem[] = [];
  entries.forEach((entry, i) => {
    const written = writeEntry(entry, from + i, vocabulary);
    const own = [...entry.items, ...written.items];
    if (written.line !== undefined) lines.push(written.line);
    for (const item of own.filter(isKept)) lines.push(...comment(item));
    items.push(...own);
  });
  return { lines, items };
}

/** A line that reads as the entry: with classes that are read as such, and escapes where they are needed. */
function writeEntry(
  entry: IndicatorEntry,
  number: number,
  vocabulary: Vocabulary,
): { line?: string; items: readonly ImportItem[] } {
  const { class1, class2 } = entry;
  for (const parts of [['class1', 'class2'], ['class1'], ['class2'], []] as const) {
    const own = parts.map((part) => entry[part]).filter((text) => text !== '');
    if (own.length === 0 && parts.length > 0 && class1 + class2 !== '') continue;
    const line = lineOf(entry, own, number, vocabulary);
    if (line === undefined) continue;
    const unread = (['class1', 'class2'] as const).filter((part) => entry[part] !== '' && !own.includes(entry[part]));
    return { line, items: unread.map((part) => leftOut(entry, entry[part], MESSAGES.unknownClass, part)) };
  }
  const texts = [class1, class2, entry.name, ...entry.values.map(({ text }) => text)].filter((text) => text !== '');
  return { items: [leftOut(entry, texts.join('; '), MESSAGES.unreadable)] };
}

function leftOut(
  { place, classPlaces }: IndicatorEntry,
  before: string,
  message: ImportItem['message'],
  part?: 'class1' | 'class2',
): ImportItem {
  return { kind: 'unplaced', ...place, column: INDICATORS_LABEL, ...(part && classPlaces?.[part]), before, message };
}

function lineOf(
  entry: IndicatorEntry,
  classes: readonly string[],
  number: number,
  vocabulary: Vocabulary,
): string | undefined {
  const compose = ([name = '', ...values]: readonly string[]) => {
    const labelled = entry.values.map(({ index }, i) => {
      const label = vocabulary.valueLabels[index]?.name;
      return label === undefined ? values[i] : `${label}:${values[i]}`;
    });
    return `${number}、${[...classes, name, ...labelled].join('; ')}。`;
  };
  const reads = (texts: readonly string[]) => isRead(compose(texts), entry, classes, vocabulary);
  const texts = escapeTexts([entry.name, ...entry.values.map(({ text }) => text)], reads);
  return reads(texts) ? compose(texts) : undefined;
}

/** Whether a line reads as one indicator that says what the entry says. */
function isRead(line: string, entry: IndicatorEntry, classes: readonly string[], vocabulary: Vocabulary): boolean {
  const text = `${PROJECT_LABEL}:\n${INDICATORS_LABEL}:\n  ${line}\n`;
  if (splitBlocks(text, vocabulary).length !== 1) return false;
  const tree = parseBlock('project', text, vocabulary);
  const [, list, ...others] = tree.parts;
  if (list?.type !== 'indicators' || others.length > 0 || list.items.length !== 1) return false;
  const [indicator, ...more] = readRow(text, tree, vocabulary, DEFAULT_MONEY_UNIT).indicators;
  if (!indicator || more.length > 0) return false;
  const name = indicator.code3 === undefined ? indicator.name : `${indicator.code3}-${indicator.name}`;
  const read = [indicator.class1, indicator.class2].flatMap((own) =>
    own ? [squeeze(text.slice(own.node.start, own.node.end))] : [],
  );
  return (
    squeeze(name) === squeeze(entry.name) &&
    read.join('\n') === classes.map(squeeze).join('\n') &&
    indicator.values.length === entry.values.length &&
    indicator.values.every(({ node, text: own }, i) => {
      const value = entry.values[i] as EntryValue;
      return own === value.text && node.index === value.index;
    })
  );
}
