import { squeeze } from '../../syntax/characters.ts';
import { trimmed } from '../../syntax/escape.ts';
import type { Vocabulary } from '../../syntax/vocabulary.ts';
import { DEFAULT_MONEY_UNIT, type MoneyUnit } from '../../table/moneyUnit.ts';
import { joinedCell } from './cellText.ts';
import { type Head, readHead } from './head.ts';
import { moneyUnitOfLine } from './headPieces.ts';
import { type IndicatorHead, indicatorHeadAt } from './indicatorHead.ts';
import { IndicatorRows } from './indicatorRows.ts';
import { MESSAGES } from './messages.ts';
import { isSumWord } from './moneyWords.ts';
import type { OrdinalColumn } from './ordinals.ts';
import { doOrdinalsTell, isListHead, isSaidAgain, type ProjectColumn, projectColumns } from './projectColumns.ts';
import { ProjectDraft, unitRow } from './projectDraft.ts';
import type { ProjectWord } from './projectWords.ts';
import type { ReadTable } from './readTable.ts';
import type { ImportItem } from './report.ts';
import { asUnit, isKept, looseRow, putUnit, type TableRow } from './rows.ts';
import type { Sheet, SheetCell } from './sheet.ts';
import type { SourceRow } from './sourceRow.ts';
import { ToldOnce } from './toldOnce.ts';

/** A project that is being read, and which cells its columns had. */
interface OpenProject {
  readonly draft: ProjectDraft;
  readonly cells: Map<ProjectColumn, SheetCell>;
}

/**
 * Reads a list of many projects with an indicator a row. What stands once over the rows of a project, merged or not, is
 * the project's; a name that is said again in the next row goes on with it.
 */
export class StructuredList {
  readonly #sheet: Sheet;
  readonly #vocabulary: Vocabulary;
  readonly #rows: TableRow[] = [];
  readonly #items: ImportItem[] = [];
  readonly #told = new ToldOnce();
  #columns: readonly ProjectColumn[] = [];
  #head: IndicatorHead;
  #indicators: IndicatorRows;
  #open: OpenProject | undefined;
  #unit = '';
  /** Names are said again in every row of their project, rather than once over them. */
  #saysAgain = false;
  /** Ordinals are those of projects, not of rows: another one is another project's. */
  #ordinalsTell = false;
  /** The row before had an amount, which stands in every row of a project or once. */
  #hadAmount = false;
  /** The row before was a heading said again: its page goes on with the project of the page before. */
  #isBehindHead = false;
  /** Indicators of something else have begun below the list: none of their rows is one of the list's. */
  #isOver = false;
  #moneyUnit: MoneyUnit = DEFAULT_MONEY_UNIT;
  #own: MoneyUnit | undefined;

  constructor(sheet: Sheet, head: IndicatorHead, vocabulary: Vocabulary) {
    this.#sheet = sheet;
    this.#vocabulary = vocabulary;
    this.#head = head;
    this.#indicators = this.#takeHead(head);
  }

  /**
   * @param to the first row behind the list
   * @param document the document's money unit, where it is settled
   */
  read(above: readonly SourceRow[], to: number, known?: Head, document?: MoneyUnit): ReadTable {
    const head = readHead(above, [], this.#vocabulary, known);
    const named = head.moneyUnit ? undefined : this.#columns.find(({ moneyUnit }) => moneyUnit);
    const says = named?.moneyUnitCell;
    const stated = head.moneyUnit ?? named?.moneyUnit;
    this.#own = stated;
    const from = says && { moneyUnitFrom: { text: joinedCell(says.text), place: this.#sheet.placeOf(says) } };
    this.#moneyUnit = document ?? this.#own ?? DEFAULT_MONEY_UNIT;
    const isKnown = ({ text }: SheetCell) => head.known.has(squeeze(text));
    for (let row = this.#head.end; row < to; row++) {
      const cells = this.#sheet.begin(row);
      if (cells.length === 0) continue;
      if (this.#sheet.startsPage(row)) this.#isBehindHead = true;
      const isMarked = this.#isMarked(row);
      const again = isMarked ? undefined : this.#headFrom(row);
      if (isMarked) this.#isOver = false;
      else if (again) this.#isOver = !isListHead(this.#sheet, again, this.#vocabulary);
      if (this.#isOver) {
        this.#close();
        this.#loose(row, cells);
      } else if (again) {
        this.#sayHead(again, 'repeated');
        this.#indicators = this.#takeHead(again);
        row = again.end - 1;
        this.#isBehindHead = true;
        continue;
      } else if (!isMarked && this.#takesMoneyUnit(row, head)) {
        continue;
      } else if (!isMarked && cells.every(isKnown)) {
        this.#items.push(this.#item('repeated', cells, MESSAGES.saidAgain));
      } else this.#row(row, cells);
      this.#isBehindHead = false;
    }
    this.#close();
    const items = [...head.items, ...this.#items, ...this.#told.ordinals.items];
    return { head: { ...head, moneyUnit: stated, ...from }, rows: this.#rows, items };
  }

  /** Takes a head's columns; the first is said to be one. */
  #takeHead(head: IndicatorHead): IndicatorRows {
    if (this.#columns.length === 0) this.#sayHead(head, 'heading');
    this.#head = head;
    this.#columns = projectColumns(this.#sheet, head, this.#vocabulary);
    this.#saysAgain = isSaidAgain(this.#sheet, head, this.#columns);
    this.#ordinalsTell = doOrdinalsTell(this.#sheet, head, this.#columns);
    const taken = new Set(this.#columns.map(({ column }) => column));
    const own = { ...head, columns: head.columns.filter(({ column }) => !taken.has(column)) };
    return new IndicatorRows(this.#sheet, own, 'any', this.#told, this.#vocabulary, taken);
  }

  /** Takes the money unit that a line states for the rows below it; what else it says is kept. */
  #takesMoneyUnit(row: number, head: Head): boolean {
    const lines = this.#sheet.sourceRows(row, row + 1);
    const below = lines.flatMap((line) => moneyUnitOfLine(line, this.#vocabulary) ?? []).at(-1);
    if (!below) return false;
    this.#own = below;
    const { items } = readHead(lines, [], this.#vocabulary, { ...head, moneyUnit: this.#moneyUnit });
    const kept = items.filter(isKept);
    this.#items.push(...items.filter((item) => !kept.includes(item)));
    if (kept.length === 0) return true;
    this.#close();
    this.#rows.push({ ...looseRow({ line: this.#sheet.number(row) }, []), items: kept });
    return true;
  }

  #headFrom(row: number): IndicatorHead | undefined {
    for (let words = row; words < Math.min(row + 3, this.#sheet.height); words++) {
      const head = indicatorHeadAt(this.#sheet, words);
      if (head) return head.top === row ? head : undefined;
    }
    return undefined;
  }

  #sayHead(head: IndicatorHead, kind: 'heading' | 'repeated'): void {
    for (let row = head.top; row < head.end; row++) {
      const cells = this.#sheet.begin(row);
      const message = kind === 'heading' ? MESSAGES.heading : MESSAGES.saidAgain;
      if (cells.length > 0) this.#items.push(this.#item(kind, cells, message));
    }
  }

  #item(kind: ImportItem['kind'], cells: readonly SheetCell[], message: ImportItem['message']): ImportItem {
    const [first] = cells;
    const place = first ? this.#sheet.placeOf(first) : { line: 0 };
    return { kind, ...place, column: '', before: cells.map(({ text }) => trimmed(text)).join('\t'), message };
  }

  #row(row: number, cells: readonly SheetCell[]): void {
    const isMarked = this.#isMarked(row);
    if (!isMarked && this.#isNote(cells)) {
      this.#close();
      this.#loose(row, cells);
      return;
    }
    const own = new Map<ProjectColumn, SheetCell>();
    for (const column of this.#columns) {
      const cell = this.#sheet.beginsAt(row, column.column);
      if (cell) own.set(column, cell);
    }
    if (isMarked || this.#begins(own)) {
      this.#close();
      const role = this.#sheet.role(row);
      this.#open = { draft: new ProjectDraft({ line: this.#sheet.number(row), role }), cells: new Map() };
      this.#indicators.restart();
    }
    const project = this.#open;
    if (!project) {
      this.#loose(row, cells);
      return;
    }
    for (const [column, cell] of own) this.#addCell(project, column, cell);
    this.#hadAmount = [...own.keys()].some(({ word }) => word?.is === 'column');
    const { entries, items } = this.#indicators.read(row);
    project.draft.entries.push(...entries);
    project.draft.items.push(...items);
  }

  /** Whether the file says that a row of the table begins: nothing above goes on in its name. */
  #isMarked(row: number): boolean {
    const name = this.#columns.find(({ word }) => word?.is === 'name')?.column ?? 0;
    return this.#sheet.role(row) !== undefined && (this.#sheet.at(row, name)?.row ?? row) === row;
  }

  /** Notes below a list take a row of their own, and no column of it. */
  #isNote(cells: readonly SheetCell[]): boolean {
    const [first, ...others] = cells;
    if (!first || others.length > 0) return false;
    const isOver = first.column < this.#head.from && first.endColumn > this.#head.from;
    return isOver || /^(?:注|备注|说明|填表|制表)[:：\d]?/.test(squeeze(first.text));
  }

  /** Whether cells of a row begin a project: its name is another, or it has amounts that are. */
  #begins(own: ReadonlyMap<ProjectColumn, SheetCell>): boolean {
    const isOf = (is: ProjectWord['is']) => [...own].find(([{ word }]) => word?.is === is);
    const name = isOf('name') ?? isOf('unit');
    if (!name) return false;
    const project = this.#open;
    if (!project) return true;
    return [...own].some(([column, cell]) => {
      const is = column.word?.is;
      if (is === 'name' && !this.#saysAgain && !this.#isBehindHead) return true;
      if (is === 'goal' && this.#isBehindHead) return false;
      // An amount that stands once over the rows of a project begins another when it is there again.
      if (is === 'column' && !this.#isBehindHead && !this.#hadAmount && this.#cellOf(project, column)) return true;
      if (is === 'ordinal' && !this.#ordinalsTell) return false;
      if (is !== 'name' && is !== 'unit' && is !== 'column' && is !== 'goal' && is !== 'ordinal') return false;
      const before = this.#cellOf(project, column);
      return before === undefined ? is === 'name' || is === 'unit' : squeeze(before.text) !== squeeze(cell.text);
    });
  }

  #cellOf(project: OpenProject, { column }: ProjectColumn): SheetCell | undefined {
    return [...project.cells].find(([own]) => own.column === column)?.[1];
  }

  #addCell(project: OpenProject, column: ProjectColumn, cell: SheetCell): void {
    const before = this.#cellOf(project, column);
    const named = this.#sheet.named(cell, column.name);
    const isOrdinal = column.word?.is === 'ordinal' && this.#told.ordinals.takes(this.#headOf(column), cell.text);
    if (isOrdinal) {
      project.cells.set(column, cell);
      return;
    }
    if (before) {
      if (squeeze(before.text) === squeeze(cell.text)) return;
      const isRest = column.word?.is === 'goal' && this.#sheet.startsPage(cell.row);
      if (isRest) project.draft.goOn(this.#sheet.placeOf(before), named);
      else project.draft.keep(named, MESSAGES.otherHeader);
      return;
    }
    project.cells.set(column, cell);
    const is = column.word?.is;
    const isAmount = is === 'column' || is === 'periodTotal' || is === 'money';
    project.draft.add(column.word, named, isAmount ? (column.moneyUnit ?? this.#own) : undefined);
  }

  #headOf({ column, name }: ProjectColumn): OrdinalColumn {
    const cell = this.#sheet.at(this.#head.end - 1, column);
    return { column, name, place: cell ? this.#sheet.placeOf(cell) : { line: 0 } };
  }

  #close(): void {
    const draft = this.#open?.draft;
    this.#open = undefined;
    if (!draft) return;
    const unit = draft.find('unit');
    const hasUnits = this.#columns.some(({ word }) => word?.is === 'unit');
    const isSum = isSumWord(draft.find('name')?.text ?? '');
    const isUnitRow = unit !== undefined && (isSum || !draft.has('name')) && draft.entries.length === 0;
    const row = draft.row(this.#moneyUnit, this.#vocabulary, isUnitRow);
    const project = hasUnits && row.kind === 'bare' ? ({ ...row, kind: 'project' } as const) : row;
    if (row.kind === 'loose' || row.kind === 'total' || !unit) this.#rows.push(project);
    else if (isUnitRow) {
      this.#unit = squeeze(unit.text);
      putUnit(this.#rows, asUnit(row));
    } else {
      if (squeeze(unit.text) !== this.#unit) this.#rows.push(unitRow(unit, this.#moneyUnit, this.#vocabulary));
      this.#unit = squeeze(unit.text);
      this.#rows.push(project);
    }
  }

  #loose(row: number, cells: readonly SheetCell[]): void {
    const placed = cells.map((cell) => ({
      meaning: { role: 'unknown', name: '' } as const,
      text: cell.text,
      place: this.#sheet.placeOf(cell),
    }));
    this.#rows.push(looseRow({ line: this.#sheet.number(row) }, placed));
  }
}
