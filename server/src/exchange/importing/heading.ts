import type { Profile } from '../../profile/profile.ts';
import { squeeze } from '../../syntax/characters.ts';
import { PROJECT_LABEL, UNIT_LABEL, type Vocabulary } from '../../syntax/vocabulary.ts';
import { type MoneyUnit, readMoneyUnit } from '../../table/moneyUnit.ts';
import { type ClassMeaning, type ClassWord, classMeaning, settledClasses } from './classColumns.ts';
import {
  bracketsOf,
  columnMeaning,
  INDICATORS,
  isKnown,
  isSame,
  isUnitWord,
  type Meaning,
  meaningOfWord,
  meaningsOf,
  oneLine,
  totalMeaning,
} from './headingWords.ts';
import { MESSAGES } from './messages.ts';
import { isMoneySection, isSumWord } from './moneyWords.ts';
import { ofOtherYears } from './moneyYears.ts';
import { NAME_MEANING, projectWord } from './projectWords.ts';
import type { ImportItem, Place } from './report.ts';
import { placeIn, type SourceRow } from './sourceRow.ts';

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

const UNIT: Meaning = { role: 'unit', name: UNIT_LABEL };
const SHORT_UNIT = '单位';

/** Finds the heading by its words; without one, the table is read as the profile's columns in order. */
export function findLayout(rows: readonly SourceRow[], vocabulary: Vocabulary): Layout {
  const heading = rows.findIndex((row) => isHeading(row, vocabulary));
  if (heading < 0) {
    const isData = ({ cells }: SourceRow) => cells.length > 2 && isFilled(cells[0]) && /\d/.test(cells[1] ?? '');
    const first = rows.findIndex(isData);
    return { columns: defaultColumns(vocabulary.profile), heading, first: first < 0 ? rows.length : first, items: [] };
  }
  let first = heading + 1;
  while (isContinued(rows[first], rows[first - 1], vocabulary)) first++;
  const all = rows.slice(heading, first).flatMap((row, at) => {
    const above = at > 0 ? rows[heading + at - 1] : undefined;
    const meanings = meaningsOf(row.cells, vocabulary, columnMeaning);
    return row.cells.flatMap((cell, i) => {
      const meaning = isMoneyBelow(above, i) && isSumWord(cell) ? totalMeaning(vocabulary) : (meanings[i] as Meaning);
      return isFilled(cell) ? [{ place: placeIn(row, i), i, text: oneLine(cell), meaning }] : [];
    });
  });
  const columnsSaid = columnWords(rows.slice(heading, first));
  const others = ofOtherYears(columnsSaid);
  const words = all.map((word) => {
    if (others.has(word.i)) return { ...word, meaning: { role: 'unknown', name: columnsSaid[word.i] ?? '' } as const };
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
  const items = words.flatMap((word): ImportItem[] => {
    const { place, i, text, meaning } = word;
    const item = { ...place, column: '', before: text };
    const isOverClasses = kept[i]?.role === 'class' && (meaning.role === 'class' || meaning.role === 'indicators');
    // Of money, the amounts say what stands over them; a word over several is said by those below it.
    const isOver = isMoneySection(text) && words.findLast((other) => other.i === i) !== word;
    if (isOver || projectWord(text, vocabulary)?.is === 'money') return [];
    if (
      (kept[i]?.role !== 'unit' && !isOverClasses && (meaning.role === 'unknown' || !isSame(meaning, kept[i]))) ||
      !bracketsOf(text).every((word) => isKnown(word, vocabulary))
    ) {
      return [{ kind: 'unplaced', ...item, message: MESSAGES.headingWord }];
    }
    if (kept[i]?.role === 'unit' || isSumWord(text) || columnMeaning(text, vocabulary)) return [];
    return [{ kind: 'assumed', ...item, after: meaning.name, message: MESSAGES.headingMisread }];
  });
  const moneyUnits: (MoneyUnit | undefined)[] = [];
  for (let i = 0; i < kept.length; i++) {
    const own = words.filter((word) => word.i === i).flatMap(({ text }) => bracketsOf(text).map(readMoneyUnit));
    const isAmount = kept[i]?.role === 'column' || isMoneyBelow(rows[heading], i);
    const isBelowMerged = !isFilled(rows[heading]?.cells[i]) && isAmount;
    moneyUnits[i] = own.findLast((unit) => unit) ?? (isBelowMerged ? moneyUnits[i - 1] : undefined);
  }
  items.push(...settled.items);
  const other = words.find(({ i }) => others.has(i));
  if (other && kept.some(isTotal)) {
    const after = columnsSaid[kept.findIndex(isTotal)] ?? '';
    const before = columnsSaid[other.i] ?? '';
    items.push({ kind: 'assumed', ...other.place, column: '', before, after, message: MESSAGES.otherYears });
  }
  return { columns: kept, heading, first, ...(moneyUnit && { moneyUnit }), moneyUnits, items };

  function isTotal(meaning: Meaning): boolean {
    return isSame(meaning, totalMeaning(vocabulary));
  }
}

/** What the rows of a heading say of each column: `2025年预算 总计`. */
function columnWords(heading: readonly SourceRow[]): string[] {
  const width = Math.max(...heading.map(({ cells }) => cells.length));
  return Array.from({ length: width }, (_, i) => {
    const words = heading.flatMap(({ cells }, at) => {
      const isOver = at < heading.length - 1 && heading.slice(at + 1).some((below) => isFilled(below.cells[i]));
      const word = isOver ? cells.slice(0, i + 1).findLast(isFilled) : cells[i];
      return isFilled(word) ? [oneLine(word as string)] : [];
    });
    return words.join(' ');
  });
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
    NAME_MEANING,
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
  // 预算数 and the like are anybody's words, but between a name and a goal they stand over money.
  const isAboutProjects = exact.some(isName) && exact.some((cell) => meaningOfWord(cell, vocabulary)?.role === 'goal');
  const money = isAboutProjects ? cells.filter((cell) => !meaningOfWord(cell, vocabulary) && isMoneySection(cell)) : [];
  return meanings.length + classes.length + money.length >= 3;

  function isName(cell: string): boolean {
    return meaningOfWord(cell, vocabulary)?.role === 'name';
  }
}

/** Whether a row goes on with the heading: its words are known, or stand below 项目资金 and the like with some that are. */
function isContinued(row: SourceRow | undefined, above: SourceRow | undefined, vocabulary: Vocabulary): boolean {
  if (!row || row.role) return false;
  const meanings = meaningsOf(row.cells, vocabulary, columnMeaning);
  const words = row.cells.flatMap((text, i) => (isFilled(text) ? [{ text, i, isKnown: isKnownAt(text, i) }] : []));
  return words.some(({ isKnown }) => isKnown) && words.every((word) => word.isKnown || mayBeOfMoney(word));

  function isKnownAt(text: string, i: number): boolean {
    if (meanings[i]?.role !== 'unknown') return true;
    return isMoneyBelow(above, i) && (isSumWord(text) || projectWord(text, vocabulary)?.is === 'money');
  }

  function mayBeOfMoney({ text, i }: { readonly text: string; readonly i: number }): boolean {
    return isMoneyBelow(above, i) && !/[\d。;；]/.test(squeeze(text)) && squeeze(text).length <= LONGEST_MONEY_WORD;
  }
}

/** Longer texts are no words for money. */
const LONGEST_MONEY_WORD = 12;

/** Whether what is below a row's column stands below a word over several amounts. */
function isMoneyBelow(above: SourceRow | undefined, column: number): boolean {
  const over = above?.cells.slice(0, column + 1).findLast(isFilled);
  return over !== undefined && isMoneySection(over);
}

function isFilled(cell: string | undefined): boolean {
  return cell !== undefined && squeeze(cell) !== '';
}
