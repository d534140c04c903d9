import { isHan, squeeze } from '../../syntax/characters.ts';
import { trimmed } from '../../syntax/escape.ts';
import { INDICATORS_LABEL, type Vocabulary } from '../../syntax/vocabulary.ts';
import { joinedCell, type NamedCell, wordOf } from './cellText.ts';
import { classTexts, isClassWord } from './classCells.ts';
import { isComparison } from './composeValue.ts';
import type { EntryValue, IndicatorEntry } from './indicatorEntry.ts';
import type { HeadColumn, IndicatorHead } from './indicatorHead.ts';
import { withoutNumber } from './indicatorName.ts';
import type { IndicatorRole, ValueSpan } from './indicatorWords.ts';
import { isGlyph, MESSAGES } from './messages.ts';
import { isOrdinalWord } from './projectWords.ts';
import type { ImportItem } from './report.ts';
import type { Sheet, SheetCell } from './sheet.ts';
import type { ToldOnce } from './toldOnce.ts';
import { readValueCells } from './valueCells.ts';

/** What a row of indicators says. */
export interface IndicatorRow {
  readonly entries: readonly IndicatorEntry[];
  /** What is to be said of cells that are part of no indicator; those to be kept become comments. */
  readonly items: readonly ImportItem[];
}

type Draft = Omit<IndicatorEntry, 'values' | 'items'> & { values: EntryValue[]; items: ImportItem[] };

/** Reads the rows below a head one by one; classes that stand once over several rows are carried down. */
export class IndicatorRows {
  readonly #sheet: Sheet;
  readonly #head: IndicatorHead;
  readonly #vocabulary: Vocabulary;
  /** What the table as a whole says of the span of its values. */
  readonly #span: ValueSpan;
  /** Columns that are none of indicators. */
  readonly #others: ReadonlySet<number>;
  /** How many indicators the project has so far. */
  #count = 0;
  #carried: { [role in `${IndicatorRole}/${ValueSpan}`]?: SheetCell } = {};
  readonly #told: ToldOnce;

  constructor(
    sheet: Sheet,
    head: IndicatorHead,
    span: ValueSpan,
    told: ToldOnce,
    vocabulary: Vocabulary,
    others: ReadonlySet<number> = new Set(),
  ) {
    this.#sheet = sheet;
    this.#head = head;
    this.#span = span;
    this.#told = told;
    this.#vocabulary = vocabulary;
    this.#others = others;
  }

  /** Nothing is carried into the next row: another project begins. */
  restart(): void {
    this.#count = 0;
    this.#carried = {};
  }

  read(row: number): IndicatorRow {
    const { columns } = this.#head;
    const cells = this.#sheet.begin(row).filter(({ column }) => column >= this.#head.from && !this.#others.has(column));
    const used = new Set<SheetCell>();
    for (const column of columns) {
      if (column.role === 'level1' || column.role === 'level2') this.#carry(row, column);
    }
    const spans = this.#spans();
    const drafts: Draft[] = [];
    const items: ImportItem[] = [];
    if (!this.#isSum(row)) {
      for (const span of spans) {
        const draft = this.#draft(row, span, drafts, used);
        if (draft && !drafts.includes(draft)) drafts.push(draft);
      }
    }
    const rest = cells.filter((cell) => !used.has(cell) && !this.#isOrdinal(cell));
    const [first] = drafts;
    if (first) for (const cell of rest) this.#keep(cell, first.items);
    else this.#leave(rest, items);
    for (const draft of drafts) draft.items = draft.items.filter((item) => this.#told.isNew(item));
    return { entries: drafts, items };
  }

  /** The spans that values are given for, each with a name of its own or one for all. */
  #spans(): ValueSpan[] {
    const spans = this.#head.columns.flatMap(({ role, span }) => (role === 'value' ? [span] : []));
    return [...new Set(spans.length > 0 ? spans : (['any'] as const))];
  }

  #columnOf(role: IndicatorRole, span: ValueSpan): HeadColumn | undefined {
    const own = this.#head.columns.filter((column) => column.role === role);
    return (
      own.find((column) => column.span === span) ??
      own.find((column) => column.span === 'any') ??
      (own.length === 1 ? own[0] : undefined)
    );
  }

  #cell(row: number, role: IndicatorRole, span: ValueSpan): SheetCell | undefined {
    const column = this.#columnOf(role, span);
    return column && this.#sheet.beginsAt(row, column.column);
  }

  #carry(row: number, { role, span, column }: HeadColumn): void {
    const key = `${role}/${span}` as const;
    const cell = this.#sheet.at(row, column);
    if (!cell || squeeze(cell.text) === '' || cell === this.#carried[key]) return;
    const isNew = cell.row === row;
    this.#carried[key] = cell;
    if (role !== 'level1' || !isNew) return;
    for (const other of this.#head.columns) if (other.role === 'level2') delete this.#carried[`level2/${other.span}`];
  }

  /** Whether a row adds up: 合计, 总分. */
  #isSum(row: number): boolean {
    const cells = this.#sheet.begin(row).filter(({ column }) => column >= this.#head.from);
    const [first] = cells;
    return first !== undefined && /^(?:合计|总计|小计|总分|合计得分|总得分|得分合计)$/.test(wordOf(first.text));
  }

  #draft(row: number, span: ValueSpan, drafts: readonly Draft[], used: Set<SheetCell>): Draft | undefined {
    const name = this.#cell(row, 'name', span);
    const value = this.#cell(row, 'value', span) ?? this.#cell(row, 'valueText', span);
    if (!name || this.#coversValue(name)) return undefined;
    const word = trimmed(name.text);
    // One character beside a value is a name, alone a speck.
    if (isGlyph(word) && !(value && isHan(word))) return undefined;
    const same = drafts.find((draft) => draft.place.cell === this.#sheet.placeOf(name).cell);
    const draft = same ?? this.#begin(row, span, name, used);
    used.add(name);
    if (value) this.#putValue(row, span, value, draft, used);
    else if (this.#sheet.startsPage(row)) {
      const column = this.#columnOf('name', span)?.name ?? '';
      const before = trimmed(name.text);
      draft.items.push({ kind: 'assumed', ...this.#sheet.placeOf(name), column, before, message: MESSAGES.pageTop });
    }
    if (!same) {
      this.#put(row, 'weight', span, draft, used);
      this.#put(row, 'explanation', span, draft, used);
    }
    draft.values.sort((a, b) => a.index - b.index);
    return draft;
  }

  /** A note that goes over the name and the value is no name. */
  #coversValue(cell: SheetCell): boolean {
    return this.#head.columns.some(
      ({ role, column }) => role === 'value' && cell.column < column && column < cell.endColumn,
    );
  }

  #begin(row: number, span: ValueSpan, cell: SheetCell, used: Set<SheetCell>): Draft {
    const level = (role: 'level1' | 'level2'): NamedCell | undefined => {
      const column = this.#columnOf(role, span);
      const own = column && this.#carried[`${role}/${column.span}`];
      if (own?.row === row) used.add(own);
      return own && column && this.#sheet.named(own, column.name);
    };
    const level1 = level('level1');
    const level2 = level('level2');
    const { class1, class2, items } = classTexts(level1, level2, this.#vocabulary);
    const placeOf = (cell: NamedCell) => ({ ...cell.place, column: cell.column });
    const classPlaces = {
      ...(level1 && { class1: placeOf(level1) }),
      ...(level2 && { class2: placeOf(level2) }),
    };
    const column = this.#columnOf('name', span)?.name ?? '';
    const place = this.#sheet.placeOf(cell);
    const text = trimmed(cell.text);
    const name = withoutNumber(joinedCell(text), ++this.#count);
    const own: ImportItem[] = [...items];
    if (name !== text)
      own.push({ kind: 'mended', ...place, column, before: text, after: name, at: 0, message: MESSAGES.entryName });
    return { place, class1, class2, classPlaces, name, values: [], items: own };
  }

  #putValue(row: number, span: ValueSpan, cell: SheetCell, draft: Draft, used: Set<SheetCell>): void {
    const index = this.#valueIndex(span);
    if (index === undefined || draft.values.some((value) => value.index === index)) return;
    const sign = this.#signRole(row, span);
    const operator = this.#cell(row, sign, span);
    const unit = this.#cell(row, 'unit', span);
    const named = (own: SheetCell, role: IndicatorRole) =>
      this.#sheet.named(own, this.#columnOf(role, span)?.name ?? '');
    const { texts, left, items } = readValueCells({
      value: named(cell, 'value'),
      operator: operator && named(operator, sign),
      unit: unit && named(unit, 'unit'),
    });
    draft.values.push(...texts.map((text) => ({ index, text })));
    draft.items.push(...items);
    used.add(cell);
    if (operator && !left.includes('operator')) used.add(operator);
    if (unit && !left.includes('unit')) used.add(unit);
  }

  /** The column whose cell says what compares the value: in some tables that of the direction. */
  #signRole(row: number, span: ValueSpan): 'operator' | 'direction' {
    const direction = this.#cell(row, 'direction', span);
    const isSign = direction !== undefined && isComparison(direction.text);
    return isSign && !this.#cell(row, 'operator', span) ? 'direction' : 'operator';
  }

  /** The profile's label for a value of a span; -1 for all of them. */
  #valueIndex(span: ValueSpan): number | undefined {
    const labels = this.#vocabulary.valueLabels;
    const meant = span === 'any' ? this.#span : span;
    const year = labels.findIndex((label) => label.span === 'year');
    const period = labels.findIndex((label) => label.span === 'period');
    if (meant === 'period') return period < 0 ? undefined : period;
    if (meant === 'year' || period < 0) return year < 0 ? undefined : year;
    return -1;
  }

  #put(row: number, role: 'weight' | 'explanation', span: ValueSpan, draft: Draft, used: Set<SheetCell>): void {
    const cell = this.#cell(row, role, span);
    const index = this.#vocabulary.valueLabels.findIndex((label) => label.span === role);
    if (!cell || index < 0 || (isGlyph(trimmed(cell.text)) && !/\d/.test(cell.text))) return;
    const before = trimmed(cell.text);
    const text = joinedCell(before);
    draft.values.push({ index, text });
    used.add(cell);
    if (text === before) return;
    const column = this.#columnOf(role, span)?.name ?? '';
    draft.items.push({
      kind: 'mended',
      ...this.#sheet.placeOf(cell),
      column,
      before,
      after: text,
      at: 0,
      message: MESSAGES.lineBreaks,
    });
  }

  #isOrdinal(cell: SheetCell): boolean {
    const column = this.#head.columns.find((own) => own.column === cell.column);
    if (column?.role !== 'other' || !isOrdinalWord(column.name)) return false;
    const head = this.#sheet.at(this.#head.end - 1, column.column);
    const place = head ? this.#sheet.placeOf(head) : { line: 0 };
    return this.#told.ordinals.takes({ column: column.column, name: column.name, place }, cell.text);
  }

  /** A cell beside an indicator that it is no part of. */
  #keep(cell: SheetCell, items: ImportItem[]): void {
    const before = trimmed(cell.text);
    const isSign = this.#isOfSigns(cell) && isComparison(before);
    const kind = !isSign && isGlyph(before) && !/[\p{L}\p{N}]/u.test(before) ? 'stray' : 'unplaced';
    const message = isSign ? MESSAGES.signLeft : kind === 'stray' ? MESSAGES.strayGlyph : MESSAGES.noColumn;
    items.push({ kind, ...this.#sheet.placeOf(cell), column: this.#nameOf(cell), before, message });
  }

  #isOfSigns({ column }: SheetCell): boolean {
    const role = this.#head.columns.find((own) => own.column === column)?.role;
    return role === 'operator' || role === 'direction';
  }

  /** Cells of a row without indicator: classes that the form prints and nobody filled in, or something else. */
  #leave(cells: readonly SheetCell[], items: ImportItem[]): void {
    const isClass = (cell: SheetCell) => {
      const role = this.#head.columns.find(({ column }) => column === cell.column)?.role;
      return (role === 'level1' || role === 'level2') && isClassWord(cell.text, this.#vocabulary);
    };
    const isBlank = cells.every((cell) => isClass(cell) || isNoText(cell)) && cells.length > 0;
    for (const cell of cells) {
      const before = trimmed(cell.text);
      if (isBlank)
        items.push({
          kind: 'blank',
          ...this.#sheet.placeOf(cell),
          column: this.#nameOf(cell),
          before,
          message: MESSAGES.blankClass,
        });
      else this.#keep(cell, items);
    }
  }

  #nameOf(cell: SheetCell): string {
    const column = this.#head.columns.find((own) => own.column <= cell.column && cell.column < own.end);
    return column?.name ?? INDICATORS_LABEL;
  }
}

function isNoText({ text }: SheetCell): boolean {
  return !/[\p{L}\p{N}]/u.test(text);
}
