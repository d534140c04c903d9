import { distance } from 'fastest-levenshtein';
import type { Profile } from '../../profile/profile.ts';
import { squeeze } from '../../syntax/characters.ts';
import { linesOf } from '../../syntax/escape.ts';
import {
  INDICATORS_LABEL,
  type LabelMeaning,
  PROJECT_LABEL,
  UNIT_LABEL,
  type Vocabulary,
} from '../../syntax/vocabulary.ts';
import { type MoneyUnit, readMoneyUnit } from '../../table/moneyUnit.ts';
import { type ClassMeaning, type ClassWord, classMeaning, settledClasses } from './classColumns.ts';
import { MESSAGES } from './messages.ts';
import { goalMeaning, projectWord } from './projectWords.ts';
import type { ImportItem, Place } from './report.ts';
import { placeIn, type SourceRow } from './sourceRow.ts';

/** What a column of the printed table holds. `name` is what people are told. */
export type Meaning =
  | ClassMeaning
  | { readonly role: 'name' | 'unit' | 'indicators' | 'ordinal' | 'unknown'; readonly name: string }
  | { readonly role: 'column' | 'goal' | 'field'; readonly index: number; readonly name: string };

/** The columns of the table, and which of its rows are data. */
export interface Layout {
  readonly columns: readonly Meaning[];
  /** Index of the heading's first row; -1 where the table has none. */
  readonly heading: number;
  /** Index of the first row behind the heading. */
  readonly first: number;
  /** The money unit that the heading names (`总计(万元)`), and where it does. */
  readonly moneyUnit?: { readonly name: string; readonly place: Place };
  /** The money units that columns name for themselves, or the head over them does. */
  readonly moneyUnits?: readonly (MoneyUnit | undefined)[];
  /** Words of the heading that the columns do not say, and such as are misread. */
  readonly items: readonly ImportItem[];
}

const NAME: Meaning = { role: 'name', name: PROJECT_LABEL };
const UNIT: Meaning = { role: 'unit', name: UNIT_LABEL };
const SHORT_UNIT = '单位';
const INDICATORS: Meaning = { role: 'indicators', name: INDICATORS_LABEL };

/** Finds the heading by its words; without one, the table is read as the profile's columns in order. */
export function findLayout(rows: readonly SourceRow[], vocabulary: Vocabulary): Layout {
  const heading = rows.findIndex((row) => isHeading(row, vocabulary));
  if (heading < 0) {
    const isData = ({ cells }: SourceRow) => cells.length > 2 && isFilled(cells[0]) && /\d/.test(cells[1] ?? '');
    const first = rows.findIndex(isData);
    return { columns: defaultColumns(vocabulary.profile), heading, first: first < 0 ? rows.length : first, items: [] };
  }
  let first = heading + 1;
  while (isContinued(rows[first], vocabulary)) first++;
  const all = rows.slice(heading, first).flatMap((row) => {
    const meanings = meaningsOf(row.cells, vocabulary, columnMeaning);
    return row.cells.flatMap((cell, i) =>
      isFilled(cell) ? [{ place: placeIn(row, i), i, text: oneLine(cell), meaning: meanings[i] as Meaning }] : [],
    );
  });
  const words = all.map((word) => {
    // A word of other tables gives way to the profile's own: 预算金额 over 总计.
    const isOwn = ({ text }: typeof word) => meaningOfWord(text, vocabulary) !== undefined;
    const givesWay =
      word.meaning.role !== 'name' &&
      !isOwn(word) &&
      all.some((other) => isOwn(other) && isSame(other.meaning, word.meaning));
    return givesWay ? { ...word, meaning: { role: 'unknown', name: word.text } as const } : word;
  });
  const columns: Meaning[] = [];
  // A heading over several rows: the lower say what the upper leave open.
  for (const { i, meaning } of words) columns[i] = meaning;
  for (let i = 0; i < columns.length; i++) columns[i] ??= { role: 'unknown', name: '' };
  const settled = withClasses(withoutDoubles(columns, words, vocabulary), rows.slice(heading, first), vocabulary);
  const kept = settled.columns;
  const [moneyUnit] = words.flatMap(({ text, place }) =>
    bracketsOf(text).flatMap((name) => (readMoneyUnit(name) ? [{ name, place }] : [])),
  );
  const items = words.flatMap(({ place, i, text, meaning }): ImportItem[] => {
    const item = { ...place, column: '', before: text };
    const isOverClasses = kept[i]?.role === 'class' && (meaning.role === 'class' || meaning.role === 'indicators');
    if (
      (kept[i]?.role !== 'unit' && !isOverClasses && (meaning.role === 'unknown' || !isSame(meaning, kept[i]))) ||
      !bracketsOf(text).every((word) => isKnown(word, vocabulary))
    ) {
      return [{ kind: 'unplaced', ...item, message: MESSAGES.headingWord }];
    }
    if (kept[i]?.role === 'unit' || columnMeaning(text, vocabulary)) return [];
    return [{ kind: 'assumed', ...item, after: meaning.name, message: MESSAGES.headingMisread }];
  });
  const moneyUnits: (MoneyUnit | undefined)[] = [];
  for (let i = 0; i < kept.length; i++) {
    const own = words.filter((word) => word.i === i).flatMap(({ text }) => bracketsOf(text).map(readMoneyUnit));
    const isBelowMerged = !isFilled(rows[heading]?.cells[i]) && kept[i]?.role === 'column';
    moneyUnits[i] = own.findLast((unit) => unit) ?? (isBelowMerged ? moneyUnits[i - 1] : undefined);
  }
  items.push(...settled.items);
  return { columns: kept, heading, first, ...(moneyUnit && { moneyUnit }), moneyUnits, items };
}

/** The columns with the classes that those of indicators have, by their words and those of the rows above them. */
function withClasses(
  columns: readonly Meaning[],
  heading: readonly SourceRow[],
  vocabulary: Vocabulary,
): { readonly columns: Meaning[]; readonly items: readonly ImportItem[] } {
  const own = columns.flatMap((meaning, i) => (meaning.role === 'class' ? [i] : []));
  const words = own.map((i): ClassWord => {
    const at = heading.findLastIndex(({ cells }) => isFilled(cells[i]));
    const row = heading[at] as SourceRow;
    const above = heading[at - 1]?.cells.slice(0, i + 1).findLast(isFilled);
    return { text: oneLine(row.cells[i] as string), place: placeIn(row, i), above: above ?? '' };
  });
  const { meanings, items } = settledClasses(words, vocabulary);
  const settled = new Map(own.map((i, at) => [i, meanings[at] as ClassMeaning]));
  return { columns: columns.map((meaning, i) => settled.get(i) ?? meaning), items };
}

function isSame(a: Meaning, b: Meaning | undefined): boolean {
  return a.role === b?.role && a.name === b.name;
}

/** Every meaning once; of several columns that may be the name, the one that says 项目名称. */
function withoutDoubles(
  columns: readonly Meaning[],
  words: readonly { i: number; text: string }[],
  vocabulary: Vocabulary,
): Meaning[] {
  const wordAt = (i: number) => words.findLast((word) => word.i === i)?.text ?? '';
  const names = columns.flatMap(({ role }, i) => (role === 'name' ? [i] : []));
  // 单位 alone may be of money or of measure; before the only name it is whose the project is.
  const isUnitColumn = (i: number) =>
    names.length === 1 &&
    i < (names[0] as number) &&
    squeeze(wordAt(i)) === SHORT_UNIT &&
    columns.findIndex((_, j) => squeeze(wordAt(j)) === SHORT_UNIT) === i &&
    projectWord(wordAt(names[0] as number), vocabulary)?.is === 'name';
  return columns.map((meaning, i) => {
    if (meaning.role === 'unknown') return isUnitColumn(i) ? UNIT : meaning;
    if (meaning.role === 'class') return meaning;
    const same = columns.flatMap((other, j) => (isSame(other, meaning) ? [j] : []));
    const project =
      same.find((j) => squeeze(wordAt(j)).startsWith(PROJECT_LABEL)) ??
      same.find((j) => projectWord(wordAt(j), vocabulary)?.is === 'name');
    const kept = meaning.role === 'name' ? (project ?? same[0]) : same[0];
    if (kept === i) return meaning;
    // Beside the projects' names, a unit's column says whose they are.
    const unit = meaning.role === 'name' ? same.find((j) => isUnitWord(wordAt(j), vocabulary)) : undefined;
    return project !== undefined && unit === i ? UNIT : { role: 'unknown', name: wordAt(i) };
  });
}

function defaultColumns({ columns, goals }: Profile): Meaning[] {
  return [
    NAME,
    ...columns.map(({ name }, index): Meaning => ({ role: 'column', index, name })),
    ...goals.map(({ name }, index): Meaning => ({ role: 'goal', index, name })),
    INDICATORS,
  ];
}

/** Whether a row has three of the heading's words, two of them as they are. */
export function isHeading({ cells, role }: SourceRow, vocabulary: Vocabulary): boolean {
  if (role) return false;
  const exact = cells.filter((cell) => meaningOfWord(cell, vocabulary));
  // Of classes, other tables speak too; beside the name of a project they are columns.
  const classes = exact.some(isName) ? cells.filter((cell) => classMeaning(cell, vocabulary)) : [];
  if (new Set([...exact, ...classes].map(squeeze)).size < 2) return false;
  const meanings = meaningsOf(cells, vocabulary).filter((meaning) => meaning.role !== 'unknown');
  return meanings.length + classes.length >= 3;

  function isName(cell: string): boolean {
    return meaningOfWord(cell, vocabulary)?.role === 'name';
  }
}

function isContinued(row: SourceRow | undefined, vocabulary: Vocabulary): boolean {
  if (!row || row.role) return false;
  const filled = row.cells.filter(isFilled);
  return (
    filled.length > 0 && meaningsOf(filled, vocabulary, columnMeaning).every((meaning) => meaning.role !== 'unknown')
  );
}

function isFilled(cell: string | undefined): boolean {
  return cell !== undefined && squeeze(cell) !== '';
}

function oneLine(cell: string): string {
  return linesOf(cell).join(' ');
}

/** What the words of a heading's row mean; a word with one wrong letter is the one that no other cell is. */
function meaningsOf(cells: readonly string[], vocabulary: Vocabulary, meaningOf = meaningOfWord): Meaning[] {
  const exact = cells.map((cell) => meaningOf(cell, vocabulary));
  return cells.map((cell, i) => {
    const near = () =>
      meaningsNear(cell, vocabulary).filter((meaning) => !exact.some((other) => other && isSame(other, meaning)));
    return exact[i] ?? (near().length === 1 ? (near()[0] as Meaning) : { role: 'unknown', name: oneLine(cell) });
  });
}

/** A heading's word without what stands in brackets. */
function bareWord(cell: string): string {
  return squeeze(cell).replace(/\([^()]*\)/g, '');
}

function bracketsOf(cell: string): string[] {
  return [...squeeze(cell).matchAll(/\(([^()]*)\)/g)].map((match) => match[1] as string);
}

/** Whether the words of a bracket are the language's own: a label such as 资金使用单位, or a money unit. */
function isKnown(word: string, vocabulary: Vocabulary): boolean {
  return vocabulary.labels.has(word) || readMoneyUnit(word) !== undefined;
}

function meaningOfWord(cell: string, vocabulary: Vocabulary): Meaning | undefined {
  const word = bareWord(cell);
  return meaningOfLabel(vocabulary.fields.get(word) ?? vocabulary.labels.get(word));
}

/** The same for a word of which it is known that it stands in a heading: there the words of other tables are read, too. */
function columnMeaning(cell: string, vocabulary: Vocabulary): Meaning | undefined {
  const own = meaningOfWord(cell, vocabulary);
  if (own) return own;
  const word = projectWord(cell, vocabulary);
  const { columns, fields } = vocabulary.profile;
  switch (word?.is) {
    case 'name':
    case 'unit':
      return NAME;
    case 'ordinal':
      return { role: 'ordinal', name: squeeze(cell) };
    case 'column':
      return { role: 'column', index: word.index, name: columns[word.index]?.name ?? '' };
    case 'field':
      return { role: 'field', index: word.index, name: fields[word.index]?.name ?? '' };
    case 'goal':
      return goalMeaning(word.span, new Set([word.span]), vocabulary)?.meaning;
    default:
      return classMeaning(cell, vocabulary);
  }
}

/** The shortest word that a letter may be wrong in. */
const SHORTEST_NEAR = 4;

function meaningsNear(cell: string, vocabulary: Vocabulary): Meaning[] {
  const word = bareWord(cell);
  if (word.length < SHORTEST_NEAR || word.length > vocabulary.longestLabel + 1) return [];
  const meanings = [...vocabulary.labels]
    .filter(([label]) => label.length >= SHORTEST_NEAR && distance(label, word) === 1)
    .map(([, label]) => meaningOfLabel(label))
    .filter((meaning) => meaning !== undefined);
  return meanings.filter((meaning, i) => meanings.findIndex((other) => isSame(other, meaning)) === i);
}

function isUnitWord(cell: string, vocabulary: Vocabulary): boolean {
  return vocabulary.labels.get(bareWord(cell))?.role === 'unit' || projectWord(cell, vocabulary)?.is === 'unit';
}

function meaningOfLabel(label: LabelMeaning | undefined): Meaning | undefined {
  switch (label?.role) {
    case 'project':
    case 'unit':
      return NAME;
    case 'indicators':
      return INDICATORS;
    case 'column':
    case 'goal':
    case 'field':
      return { role: label.role, index: label.index, name: label.name };
    default:
      return undefined;
  }
}
