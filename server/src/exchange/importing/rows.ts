import type { Bilingual } from '../../profile/profile.ts';
import { squeeze } from '../../syntax/characters.ts';
import { linesOf, trimmed } from '../../syntax/escape.ts';
import { PROJECT_LABEL, TOTAL_LABEL, UNIT_LABEL, type Vocabulary } from '../../syntax/vocabulary.ts';
import type { Decimal } from '../../table/decimal.ts';
import type { MoneyUnit } from '../../table/moneyUnit.ts';
import {
  amountText,
  decimalOf,
  isAmountCell,
  isSentence,
  isShownAnew,
  isUnreadable,
  strayAmounts,
} from './amountTexts.ts';
import { joinedCell, wordOf } from './cellText.ts';
import type { PlacedComment } from './commentSheet.ts';
import type { Meaning } from './headingWords.ts';
import type { IndicatorEntry } from './indicatorEntry.ts';
import { isGlyph, isMark, MESSAGES } from './messages.ts';
import { withMoneyByGiver } from './moneyByGiver.ts';
import type { PlacedCell } from './placing.ts';
import type { ImportItem, Place } from './report.ts';
import type { SourceRow } from './sourceRow.ts';
import { mendName } from './spaces.ts';
import { isUnitName } from './units.ts';

/** A row of the table as it goes into the document. */
export interface TableRow {
  readonly place: Place;
  /** It comes from a scan: spaces inside its texts may be those of line breaks. */
  readonly isScan: boolean;
  /** `bare`: a unit or a project; what it is, its neighbours tell. `loose`: all its cells are comments. */
  readonly kind: 'total' | 'unit' | 'project' | 'bare' | 'loose';
  /** The file said what it is. */
  readonly isMarked?: true;
  readonly name: string;
  /** Amounts as written, by the profile's columns. */
  readonly amounts: ReadonlyMap<number, string>;
  readonly goals: ReadonlyMap<number, string>;
  readonly fields: ReadonlyMap<number, string>;
  /** Indicators as text of one cell. */
  readonly indicators: string;
  /** Indicators that had cells of their own. */
  readonly entries: readonly IndicatorEntry[];
  /** Where the columns' cells stood. */
  readonly places: ReadonlyMap<string, Place>;
  readonly total: Decimal | undefined;
  readonly items: readonly ImportItem[];
  /** Comments that are to stand among its lines. */
  readonly comments?: readonly PlacedComment[];
}

/** Kinds of items that are comments in the document. */
export function isKept(item: ImportItem): boolean {
  return item.kind === 'stray' || item.kind === 'unplaced';
}

/** A sum among the rows, which is neither the whole nor a unit's. */
const SUBTOTAL = '小计';

const TOTAL_NAMES = new Set([TOTAL_LABEL, '总计', '总合计', '部门合计']);

function isTotalName(text: string): boolean {
  return TOTAL_NAMES.has(squeeze(text));
}

/**
 * Reads a row's cells.
 * - Cells that hold but a glyph where none is due are strays; so is a figure of one or two digits, without the point
 *   that the total has, where the total equals the other sources without it.
 * - A row without name, or with nothing but a name that no organisation bears, is none: its cells become comments.
 * - What the file says the row is, holds, unless it has what neither the total nor a unit has.
 */
export function readTableRow(
  { line, role }: Place & Pick<SourceRow, 'role'>,
  given: readonly PlacedCell[],
  entries: readonly IndicatorEntry[],
  moneyUnit: MoneyUnit,
  vocabulary: Vocabulary,
  isSurelyRow = role !== undefined,
): TableRow {
  const places = new Map<string, Place>();
  const amounts = new Map<number, string>();
  const goals = new Map<number, string>();
  const fields = new Map<number, string>();
  const strays = strayAmounts(given, moneyUnit, vocabulary);
  const { cells, items } = withMoneyByGiver(given, moneyUnit, vocabulary);
  const here = cells.find((cell) => cellText(cell) !== '')?.place ?? entries[0]?.place ?? { line };
  let indicators = '';
  let name = '';
  for (const cell of cells) {
    const before = cellText(cell);
    const { meaning, place } = cell;
    const column = meaning.name;
    const keep = (kind: 'stray' | 'unplaced', message: Bilingual) =>
      items.push({ kind, ...place, column, before, message });
    if (before === '') continue;
    if (meaning.role !== 'unknown' && !places.has(column)) places.set(column, place);
    switch (meaning.role) {
      case 'unknown':
      case 'unit':
      case 'ordinal':
      case 'class':
        if (isMark(before) && meaning.role === 'class') keep('stray', MESSAGES.strayGlyph);
        else keep('unplaced', MESSAGES.noColumn);
        break;
      case 'name':
        if (name !== '') keep('unplaced', MESSAGES.otherHeader);
        else if (role || /[\p{L}\p{N}]/u.test(before)) {
          const after = role ? before : withoutNameLabel(before);
          if (after !== before)
            items.push({ kind: 'mended', ...place, column, before, after, at: 0, message: MESSAGES.nameLabel });
          name = takeFields(after, fields, vocabulary);
        } else keep('stray', MESSAGES.strayGlyph);
        break;
      case 'column': {
        if (!isAmountCell(cell) || isSentence(cell)) {
          if (isGlyph(before)) keep('stray', MESSAGES.strayGlyph);
          else keep('unplaced', MESSAGES.noAmount);
        } else if (amounts.has(meaning.index)) keep('unplaced', MESSAGES.otherHeader);
        else if (strays.includes(meaning.index)) keep('stray', MESSAGES.strayAmount);
        else {
          const { text: after, message } = amountText(cell, moneyUnit);
          amounts.set(meaning.index, after);
          if (after !== before && !isShownAnew(cell, after))
            items.push({ kind: 'mended', ...place, column, before, after, at: 0, message });
          if (cell.shown !== undefined) {
            const message = MESSAGES.shownRounded;
            items.push({ kind: 'assumed', ...place, column, before: cell.shown, after: before, message });
          }
          if (isUnreadable(after, moneyUnit))
            items.push({ kind: 'assumed', ...place, column, before, message: MESSAGES.unreadableAmount });
          if (cell.unsure) items.push({ kind: 'assumed', ...place, column, before, message: MESSAGES.unsureColumn });
        }
        break;
      }
      default:
        if (cell.maySpeck ? isGlyph(before) : isMark(before)) keep('stray', MESSAGES.strayGlyph);
        else if (isTaken(meaning, goals, fields, indicators)) keep('unplaced', MESSAGES.otherHeader);
        else if (meaning.role === 'goal') goals.set(meaning.index, before);
        else if (meaning.role === 'field') fields.set(meaning.index, before);
        else indicators = before;
    }
  }

  const hasTexts = goals.size > 0 || indicators !== '' || entries.length > 0;
  const isRow =
    isSurelyRow ||
    entries.length > 0 ||
    (name !== '' && (amounts.size > 0 || fields.size > 0 || hasTexts || isUnitName(name)));
  if (!isRow) return looseRow({ line }, cells, items);
  if (squeeze(name) === SUBTOTAL && !hasTexts && !role) return looseRow({ line }, cells, items, MESSAGES.subtotal);
  if (name === '')
    items.push({ kind: 'assumed', ...here, column: PROJECT_LABEL, before: '', message: MESSAGES.noName });
  // A project may be called so; only the total has no indicators.
  const mayBeTotal = squeeze(name) === TOTAL_LABEL || (isTotalName(name) && indicators === '' && entries.length === 0);
  const isTotal = role ? role === 'total' && !hasTexts : mayBeTotal;
  const isScan = cells.some(({ maySpeck }) => maySpeck === true);
  const written = isTotal ? TOTAL_LABEL : isScan ? mendName(name) : joinedCell(name);
  if (written !== name) {
    const column = PROJECT_LABEL;
    const place = places.get(column) ?? here;
    const onlySpaces = squeeze(written) === squeeze(name);
    items.unshift(
      onlySpaces
        ? { kind: 'mended', ...place, column, before: name, after: written, at: 0, message: MESSAGES.nameSpaces }
        : { kind: 'assumed', ...place, column, before: name, after: written, at: 0, message: MESSAGES.total },
    );
  }
  if (role && role !== 'project' && hasTexts)
    items.push({
      kind: 'assumed',
      ...here,
      column: '',
      before: name,
      after: PROJECT_LABEL,
      message: MESSAGES.markedOther,
    });
  const kind = isTotal && entries.length === 0 ? 'total' : hasTexts ? 'project' : (role ?? 'bare');
  const total = decimalOf(amounts.get(0) ?? amounts.get(1) ?? '', moneyUnit);
  return {
    place: here,
    isScan,
    kind,
    ...(role && { isMarked: true }),
    name: written,
    amounts,
    goals,
    fields,
    indicators,
    entries,
    places,
    total,
    items,
  };
}

/** A row that is none: every cell with a text is a comment. */
export function looseRow(
  { line }: Place,
  cells: readonly PlacedCell[],
  known: readonly ImportItem[] = [],
  message: Bilingual = MESSAGES.noRow,
): TableRow {
  const items = cells.flatMap(({ meaning, text, place }): ImportItem[] => {
    const before = textOf(text);
    if (before === '') return [];
    const kept = known.find((item) => isKept(item) && item.column === meaning.name && item.before === before);
    return [kept ?? { kind: 'unplaced', ...place, column: meaning.name, before, message }];
  });
  const none = new Map<number, string>();
  return {
    place: cells.find((cell) => cellText(cell) !== '')?.place ?? { line },
    isScan: false,
    kind: 'loose',
    name: '',
    amounts: none,
    goals: none,
    fields: none,
    indicators: '',
    entries: [],
    places: new Map(),
    total: undefined,
    items,
  };
}

/** A unit's row, once it is known to be one. */
export function asUnit(row: TableRow): TableRow {
  const items = row.items.map((item) =>
    item.message === MESSAGES.nameSpaces ? { ...item, column: UNIT_LABEL } : item,
  );
  return { ...row, kind: 'unit', items };
}

/** `项目名称：植树` → `植树`. */
function withoutNameLabel(text: string): string {
  const [, label = '', name = ''] = /^([^:：]+)[:：]\s*([^\s:：][^:：]*)$/.exec(text) ?? [];
  return wordOf(label) === PROJECT_LABEL ? name : text;
}

/** Adds a unit's row; one below its projects, where they end in a sum, gives its amounts to the row above them that only names it. */
export function putUnit(rows: TableRow[], unit: TableRow): void {
  const at = rows.findLastIndex(({ kind }) => kind === 'unit');
  const before = rows[at];
  const isOnlyNamed = before !== undefined && before.amounts.size === 0 && !before.isMarked && !unit.isMarked;
  if (isOnlyNamed && squeeze(before.name) === squeeze(unit.name))
    rows[at] = { ...unit, items: [...before.items, ...unit.items] };
  else rows.push(unit);
}

/** The name in a cell that may have fields on the lines below it: `项目编码: …`. */
function takeFields(text: string, fields: Map<number, string>, vocabulary: Vocabulary): string {
  const lines = linesOf(text);
  const labels = lines.map((line) => {
    const colon = /[:：]/.exec(line)?.index ?? 0;
    const label = colon > 0 ? vocabulary.fields.get(squeeze(line.slice(0, colon))) : undefined;
    return label && { index: label.index, text: trimmed(line.slice(colon + 1)) };
  });
  const end = labels.findIndex((label, i) => i > 0 && label !== undefined);
  if (end < 0 || !labels.slice(end).every((label) => label !== undefined && !fields.has(label.index))) return text;
  for (const label of labels.slice(end)) if (label && label.text !== '') fields.set(label.index, label.text);
  return lines.slice(0, end).join('\n');
}

/** Whether a cell before gave the row what this one gives. */
function isTaken(
  meaning: Meaning,
  goals: ReadonlyMap<number, string>,
  fields: ReadonlyMap<number, string>,
  indicators: string,
): boolean {
  if (meaning.role === 'goal') return goals.has(meaning.index);
  return meaning.role === 'field' ? fields.has(meaning.index) : indicators !== '';
}

function textOf(text: string): string {
  return linesOf(text).length > 1 ? trimmed(text.replace(/^[\r\n]+|[\r\n]+$/g, '')) : (linesOf(text)[0] ?? '');
}

function cellText(cell: PlacedCell): string {
  return textOf(cell.text);
}
