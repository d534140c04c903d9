import { squeeze } from '../../syntax/characters.ts';
import { trimmed } from '../../syntax/escape.ts';
import type { Vocabulary } from '../../syntax/vocabulary.ts';
import { DEFAULT_MONEY_UNIT, type MoneyUnit } from '../../table/moneyUnit.ts';
import { FormLabels, moneyUnitIn, projectNameIn } from './formLabels.ts';
import { type Head, readHead } from './head.ts';
import { type IndicatorHead, indicatorHeadAt } from './indicatorHead.ts';
import { IndicatorRows } from './indicatorRows.ts';
import type { ValueSpan } from './indicatorWords.ts';
import { mergeSpans } from './mergeSpans.ts';
import { MESSAGES } from './messages.ts';
import { isOfMoney } from './moneyWords.ts';
import { ProjectDraft, unitRow } from './projectDraft.ts';
import { projectWord } from './projectWords.ts';
import type { ReadTable } from './readTable.ts';
import type { ImportItem } from './report.ts';
import { looseRow, type TableRow } from './rows.ts';
import type { Sheet, SheetCell } from './sheet.ts';
import type { SourceRow } from './sourceRow.ts';
import { ToldOnce } from './toldOnce.ts';

/** Reads forms, a project each, that stand one below the other: fields beside their labels, then rows of indicators. */
export class Forms {
  readonly #sheet: Sheet;
  readonly #vocabulary: Vocabulary;
  readonly #from: number;
  readonly #to: number;
  readonly #rows: TableRow[] = [];
  readonly #items: ImportItem[] = [];
  readonly #told = new ToldOnce();
  #moneyUnit: MoneyUnit = DEFAULT_MONEY_UNIT;
  #own: MoneyUnit | undefined;
  #unit = '';

  constructor(sheet: Sheet, from: number, to: number, vocabulary: Vocabulary) {
    this.#sheet = sheet;
    this.#from = from;
    this.#to = to;
    this.#vocabulary = vocabulary;
  }

  /** @param document the document's money unit, where it is settled */
  read(above: readonly SourceRow[], known?: Head, document?: MoneyUnit): ReadTable {
    const starts = this.#starts();
    const first = starts[0]?.head ?? this.#from;
    const begin = starts[0]?.row ?? this.#from;
    const head = readHead([...above, ...this.#sheet.sourceRows(this.#from, begin)], [], this.#vocabulary, known);
    const label = head.moneyUnit ? undefined : this.#moneyUnitLabel();
    this.#own = head.moneyUnit ?? label?.unit;
    this.#moneyUnit = document ?? this.#own ?? DEFAULT_MONEY_UNIT;
    let said: Head = { ...head, moneyUnit: this.#moneyUnit };
    const stated = this.#own;
    const forms = starts.length > 0 ? starts : [{ head: first, row: begin }];
    forms.forEach(({ row, head: top }, i) => {
      if (i > 0) {
        const own = readHead(this.#sheet.sourceRows(top, row), [], this.#vocabulary, said);
        this.#own = own.moneyUnit ?? this.#own;
        said = { ...said, known: new Set([...said.known, ...own.known]) };
        this.#takeHead(own, this.#sheet.number(top));
      }
      this.#form(row, forms[i + 1]?.head ?? this.#to);
    });
    const items = [...head.items, ...this.#items, ...this.#told.ordinals.items];
    const from = label && { moneyUnitFrom: { text: trimmed(label.cell.text), place: this.#sheet.placeOf(label.cell) } };
    return { head: { ...head, moneyUnit: stated, ...from }, rows: this.#rows, items };
  }

  /** What stands above a further form and was not said above the first. */
  #takeHead({ items }: Head, line: number): void {
    const kept = items.filter(({ kind }) => kind === 'unplaced' || kind === 'stray');
    this.#items.push(...items.filter((item) => !kept.includes(item)));
    if (kept.length > 0) this.#rows.push({ ...looseRow({ line }, []), items: kept });
  }

  /** The rows that name a project, each with the first row of what stands above it. */
  #starts(): { head: number; row: number }[] {
    const starts: { head: number; row: number }[] = [];
    let free = this.#from;
    for (let row = this.#from; row < this.#to; row++) {
      if (indicatorHeadAt(this.#sheet, row)) free = row + 1;
      if (!projectNameIn(this.#sheet, row, this.#vocabulary)) continue;
      let head = row;
      while (head > free && this.#isAboveForm(head - 1)) head--;
      starts.push({ head, row });
      free = row + 1;
    }
    return starts;
  }

  #isAboveForm(row: number): boolean {
    const cells = this.#sheet.begin(row);
    return (
      cells.length > 0 && cells.length <= 4 && /表|年度|^单位|金额单位|附件|部门/.test(squeeze(cells[0]?.text ?? ''))
    );
  }

  #moneyUnitLabel(): { readonly unit: MoneyUnit; readonly cell: SheetCell } | undefined {
    for (let row = this.#from; row < this.#to; row++) {
      for (const cell of this.#sheet.begin(row)) {
        const word = projectWord(cell.text, this.#vocabulary);
        const isMoney =
          word?.is === 'column' || word?.is === 'periodTotal' || word?.is === 'section' || word?.is === 'planned';
        const unit = isMoney || isOfMoney(cell.text) ? moneyUnitIn(cell.text) : undefined;
        if (unit) return { unit, cell };
      }
    }
    return undefined;
  }

  #form(from: number, to: number): void {
    const draft = new ProjectDraft({ line: this.#sheet.number(from) });
    const labels = new FormLabels(this.#sheet, draft, this.#own, this.#vocabulary);
    let indicators: { readonly head: IndicatorHead; readonly rows: IndicatorRows } | undefined;
    for (let row = from; row < to; row++) {
      const cells = this.#sheet.begin(row);
      if (cells.length === 0) continue;
      const head = this.#headFrom(row, to);
      if (head) {
        indicators = {
          head,
          rows: new IndicatorRows(this.#sheet, head, this.#spanOf(head), this.#told, this.#vocabulary),
        };
        this.#sayHead(head);
        row = head.end - 1;
      } else if (indicators && this.#isOfIndicators(cells, indicators.head)) {
        for (const cell of cells) if (cell.column < indicators.head.from) this.#sayWords([cell]);
        const { entries, items } = indicators.rows.read(row);
        draft.entries.push(...entries);
        draft.items.push(...items);
      } else {
        indicators = cells.some((cell) => isNoteOrSum(cell)) ? indicators : undefined;
        const words = labels.read(row, to);
        if (words.length > 0) this.#sayWords(words);
      }
    }
    const entries = mergeSpans(draft.entries);
    draft.entries.splice(0, draft.entries.length, ...entries);
    const unit = draft.find('unit');
    if (unit && squeeze(unit.text) !== this.#unit) {
      this.#unit = squeeze(unit.text);
      this.#rows.push(unitRow(unit, this.#moneyUnit, this.#vocabulary));
    }
    const read = draft.row(this.#moneyUnit, this.#vocabulary);
    this.#rows.push(read.kind === 'bare' ? { ...read, kind: 'project' } : read);
  }

  #headFrom(row: number, to: number): IndicatorHead | undefined {
    for (let words = row; words < Math.min(row + 3, to); words++) {
      const head = indicatorHeadAt(this.#sheet, words);
      if (head) return head.top === row ? head : undefined;
    }
    return undefined;
  }

  /** 长期绩效指标 beside a head says of what span all values below it are. */
  #spanOf(head: IndicatorHead): ValueSpan {
    const beside = this.#sheet.at(head.end - 1, head.from - 1);
    const word = squeeze(beside?.text ?? '');
    return /长期|实施期|中期/.test(word) ? 'period' : /年度|本年/.test(word) ? 'year' : 'any';
  }

  /** Whether a row goes on with the indicators: nothing begins in it that is a label, or goes over its columns. */
  #isOfIndicators(cells: readonly SheetCell[], { columns, from }: IndicatorHead): boolean {
    const name = columns.find(({ role }) => role === 'name');
    const value = columns.find(({ role }) => role === 'value');
    return cells.every((cell) => {
      const word = projectWord(cell.text, this.#vocabulary);
      if (cell.column < from) return word?.is === 'section' && cell.endColumn <= from;
      if (name && value && cell.column < value.column && cell.endColumn > value.column) return false;
      const role = columns.find(({ column }) => column === cell.column)?.role;
      const isLevel = role === 'level1' || role === 'level2';
      return !isLevel || (!isNoteOrSum(cell) && (word === undefined || word.is === 'section'));
    });
  }

  #sayHead(head: IndicatorHead): void {
    for (let row = head.top; row < head.end; row++) this.#sayWords(this.#sheet.begin(row));
  }

  #sayWords(cells: readonly SheetCell[]): void {
    const [first] = cells;
    if (!first) return;
    const before = cells.map(({ text }) => trimmed(text)).join('\t');
    const place = this.#sheet.placeOf(first);
    this.#items.push({ kind: 'heading', ...place, column: '', before, message: MESSAGES.heading });
  }
}

function isNoteOrSum({ text }: SheetCell): boolean {
  return /^(?:合计|总计|小计|总分|注[:：]|预算执行)/.test(squeeze(text));
}
