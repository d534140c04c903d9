import { squeeze } from '../../syntax/characters.ts';
import { readAmount } from '../../table/amount.ts';
import { DEFAULT_MONEY_UNIT, type MoneyUnit } from '../../table/moneyUnit.ts';
import type { Meaning } from './headingWords.ts';
import { isGlyph } from './messages.ts';
import type { Place } from './report.ts';
import { placeIn, type SourceRow } from './sourceRow.ts';

/** A cell and the column it stands in. */
export interface PlacedCell {
  readonly meaning: Meaning;
  readonly text: string;
  readonly place: Place;
  /** The cell holds a number, of which the source says how it is shown. */
  readonly isNumber?: boolean | undefined;
  /** The number as it is shown, where that is rounded. */
  readonly shown?: string | undefined;
  /** The unit of the amount in it, where that is not the document's. */
  readonly moneyUnit?: MoneyUnit | undefined;
  /** It comes from a scan, in which a speck may look like a digit. */
  readonly maySpeck?: true;
  /** The row has fewer cells than the table has columns: it may as well belong to the next amount column. */
  readonly unsure?: true;
}

/** How many amounts every row has: the total and the first source. Those after them are swallowed where a page has none. */
const FIRM_AMOUNTS = 2;

/** Whether a text is one of indicators. */
type IsIndicators = (text: string) => boolean;

/**
 * Whether cells are missing inside of a row, so that the others stand in columns that are not theirs: a text where an
 * amount is due, or indicators in the goal's column and none in their own. A row whose empty cells at its end were
 * taken off lacks none.
 */
export function lacksCells({ cells }: SourceRow, columns: readonly Meaning[], isIndicators: IsIndicators): boolean {
  if (cells.length >= columns.length) return false;
  const amounts = columns.flatMap(({ role }, i) => (role === 'column' ? [i] : []));
  if (amounts.slice(FIRM_AMOUNTS).some((i) => isText(cells[i] ?? ''))) return true;
  const indicators = columns.findIndex(({ role }) => role === 'indicators');
  const isInGoal = columns.some(({ role }, i) => role === 'goal' && isIndicators(cells[i] ?? ''));
  return isInGoal && !isFilled(cells[indicators]);
}

function isText(cell: string): boolean {
  const { problem, meant } = readAmount(cell, DEFAULT_MONEY_UNIT);
  return problem === 'not-a-number' && !meant && !isGlyph(squeeze(cell));
}

/**
 * Gives the cells of a scan's row their columns. A page may have swallowed empty amount columns, and an editor the empty
 * cells at a row's end: rows are anchored at the name and the first two amounts, and at the cells behind the amounts.
 */
export function placeCells(source: SourceRow, columns: readonly Meaning[], isIndicators: IsIndicators): PlacedCell[] {
  const placed = (meanings: readonly Meaning[], cells: readonly ScannedCell[], unsure = false): PlacedCell[] =>
    cells.map(({ text, at }, i) => ({
      meaning: meanings[i] ?? { role: 'unknown', name: '' },
      text,
      place: placeIn(source, at),
      maySpeck: true as const,
      ...(unsure && isFilled(text) && { unsure: true as const }),
    }));

  let row: ScannedCell[] = source.cells.map((text, at) => ({ text, at }));
  while (row.length > columns.length && !isFilled(row.at(-1)?.text)) row.pop();
  if (row.length === columns.length) return placed(columns, row);

  const amounts = columns.flatMap((meaning, i) => (meaning.role === 'column' ? [i] : []));
  const loose = amounts.slice(FIRM_AMOUNTS);
  const front = loose[0] ?? (amounts.at(-1) ?? 0) + 1;
  const back = columns.length - ((loose.at(-1) ?? front - 1) + 1);
  if (row.length < columns.length) {
    const wasCutOff = isFilled(row.at(-1)?.text);
    if (!lacksCells(source, columns, isIndicators) && (wasCutOff || row.length <= front)) return placed(columns, row);
    // An indicators column that does not look like one, beside an empty goal: the row's last cells were left out.
    const last = columns.at(-1)?.role === 'indicators' ? row.at(-1)?.text : undefined;
    if (
      last !== undefined &&
      isFilled(last) &&
      !isIndicators(last) &&
      back > 1 &&
      (row.length < front + back || !isFilled(row.at(-2)?.text))
    ) {
      row.push(MISSING);
    }
    while (row.length < front + back) row = [...row.slice(0, front), MISSING, ...row.slice(front)];
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

interface ScannedCell {
  readonly text: string;
  /** Place among the row's cells. */
  readonly at?: number;
}

const MISSING: ScannedCell = { text: '' };

/** The same for a row whose cells stand where they stand. */
export function cellsInColumns(row: SourceRow, columns: readonly Meaning[]): PlacedCell[] {
  return row.cells.map((text, i) => ({
    meaning: columns[i] ?? { role: 'unknown', name: '' },
    text,
    place: placeIn(row, i),
    isNumber: row.numbers?.has(i),
    shown: row.shown?.get(i),
  }));
}

/** Whether a cell holds digits and what stands among an amount's digits, and nothing else. */
export function isAmountLike(cell: string): boolean {
  const word = squeeze(cell);
  return /^-?[\d.,]+$/.test(word) && /\d/.test(word);
}

function isFilled(cell: string | undefined): boolean {
  return cell !== undefined && squeeze(cell) !== '';
}
