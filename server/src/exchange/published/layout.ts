import { distance } from 'fastest-levenshtein';
import type { Profile } from '../../profile/profile.ts';
import { squeeze } from '../../syntax/characters.ts';
import { INDICATORS_LABEL, PROJECT_LABEL, type Vocabulary } from '../../syntax/vocabulary.ts';
import type { SourceRow } from './cells.ts';
import { trimmed } from '../../syntax/escape.ts';

/** What a column of the printed table holds. `name` is what people are told. */
export type Meaning =
  | { readonly role: 'name'; readonly name: string }
  | { readonly role: 'column' | 'goal' | 'field'; readonly index: number; readonly name: string }
  | { readonly role: 'indicators'; readonly name: string }
  | { readonly role: 'unknown'; readonly name: string };

/** The columns of the table, and which of its rows are data. */
export interface Layout {
  readonly columns: readonly Meaning[];
  /** Index of the heading's first row; -1 where the table has none. */
  readonly heading: number;
  /** Index of the first row behind the heading. */
  readonly first: number;
}

const NAME: Meaning = { role: 'name', name: PROJECT_LABEL };
const INDICATORS: Meaning = { role: 'indicators', name: INDICATORS_LABEL };

/** Finds the heading by its words; without one, the table is read as the profile's columns in order. */
export function findLayout(rows: readonly SourceRow[], vocabulary: Vocabulary): Layout {
  const heading = rows.findIndex((row) => isHeading(row, vocabulary));
  if (heading < 0) {
    const first = rows.findIndex((row) => row.cells.length > 2 && isFilled(row.cells[0]) && /\d/.test(row.cells[1] ?? ''));
    return { columns: defaultColumns(vocabulary.profile), heading, first: first < 0 ? rows.length : first };
  }
  const columns = (rows[heading] as SourceRow).cells.map((cell) => meaningOf(cell, vocabulary));
  let first = heading + 1;
  // A heading over two rows: the second says what the first leaves open.
  for (; isContinued(rows[first], vocabulary); first++) {
    (rows[first] as SourceRow).cells.forEach((cell, i) => {
      if (isFilled(cell)) columns[i] = meaningOf(cell, vocabulary);
    });
  }
  while (columns.length > 0 && columns.at(-1)?.name === '') columns.pop();
  return { columns, heading, first };
}

function defaultColumns({ columns, goals }: Profile): Meaning[] {
  return [
    NAME,
    ...columns.map(({ name }, index): Meaning => ({ role: 'column', index, name })),
    ...goals.map(({ name }, index): Meaning => ({ role: 'goal', index, name })),
    INDICATORS,
  ];
}

/** Whether a row has three of the heading's words. */
export function isHeading(row: SourceRow, vocabulary: Vocabulary): boolean {
  const known = row.cells.filter((cell) => isFilled(cell) && meaningOf(cell, vocabulary).role !== 'unknown');
  return new Set(known.map(squeeze)).size >= 3;
}

function isContinued(row: SourceRow | undefined, vocabulary: Vocabulary): boolean {
  const filled = row?.cells.filter(isFilled) ?? [];
  return filled.length > 0 && filled.every((cell) => meaningOf(cell, vocabulary).role !== 'unknown');
}

function isFilled(cell: string | undefined): cell is string {
  return cell !== undefined && squeeze(cell) !== '';
}

/** The shortest word that a letter may be wrong in. */
const SHORTEST_NEAR = 4;

/** What a heading's word means; what stands in brackets (`(资金使用单位)`, `(万元)`) does not count. */
function meaningOf(cell: string, vocabulary: Vocabulary): Meaning {
  const word = squeeze(cell).replace(/\([^()]*\)/g, '');
  const unknown: Meaning = { role: 'unknown', name: trimmed(cell).replace(/[\r\n]+/g, ' ') };
  if (word === '') return unknown;
  const exact = vocabulary.fields.get(word) ?? vocabulary.labels.get(word);
  const near = () =>
    word.length >= SHORTEST_NEAR
      ? [...vocabulary.labels].find(([label]) => label.length >= SHORTEST_NEAR && distance(label, word) === 1)?.[1]
      : undefined;
  const label = exact ?? near();
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
      return unknown;
  }
}

/** A cell and the column it stands in. */
export interface PlacedCell {
  readonly meaning: Meaning;
  readonly text: string;
  /** The row has fewer cells than the table has columns: it may as well belong to the next amount column. */
  readonly unsure?: true;
}

/** How many amounts every row has: the total and the first source. Those after them are swallowed where a page has none. */
const FIRM_AMOUNTS = 2;

/**
 * Gives a row's cells their columns. A page of a scanned table may have swallowed empty amount columns, and an editor the
 * empty cells at a row's end: rows are anchored at the name and the first two amounts, and at the cells behind the amounts.
 */
export function placeCells(cells: readonly string[], columns: readonly Meaning[], looksLikeIndicators: (cell: string) => boolean): PlacedCell[] {
  const placed = (meanings: readonly Meaning[], texts: readonly string[], unsure = false): PlacedCell[] =>
    texts.map((text, i) => ({ meaning: meanings[i] ?? { role: 'unknown', name: '' }, text, ...(unsure && isFilled(text) && { unsure: true as const }) }));

  let row = [...cells];
  while (row.length > columns.length && !isFilled(row.at(-1))) row.pop();
  if (row.length === columns.length) return placed(columns, row);

  const amounts = columns.flatMap((meaning, i) => (meaning.role === 'column' ? [i] : []));
  const loose = amounts.slice(FIRM_AMOUNTS);
  const front = loose[0] ?? (amounts.at(-1) ?? 0) + 1;
  const back = columns.length - ((loose.at(-1) ?? front - 1) + 1);
  if (row.length < columns.length) {
    const tail = row.slice(Math.max(front, row.length - back));
    const onlyAmounts = tail.some(isAmountLike) && tail.every((cell) => !isFilled(cell) || isAmountLike(cell));
    if (row.length <= front || onlyAmounts) return placed(columns, row);
    // An indicators column that does not look like one, beside an empty goal: the row's last cells were left out.
    const last = columns.at(-1)?.role === 'indicators' ? row.at(-1) : undefined;
    if (last !== undefined && isFilled(last) && !looksLikeIndicators(last) && back > 1 && (row.length < front + back || !isFilled(row.at(-2)))) {
      row.push('');
    }
    while (row.length < front + back) row = [...row.slice(0, front), '', ...row.slice(front)];
    if (row.length === columns.length) return placed(columns, row);
  }
  const middle = row.length - front - back;
  const between = columns.slice(front, columns.length - back);
  return [
    ...placed(columns.slice(0, front), row.slice(0, front)),
    ...placed(between, row.slice(front, front + middle), middle !== between.length),
    ...placed(columns.slice(columns.length - back), row.slice(front + middle)),
  ];
}

/** Whether a cell holds digits and what stands among an amount's digits, and nothing else. */
export function isAmountLike(cell: string): boolean {
  return /^-?[\d.,]*\d[\d.,]*$/.test(squeeze(cell));
}
