import { squeeze } from '../../syntax/characters.ts';
import { trimmed } from '../../syntax/escape.ts';
import type { Vocabulary } from '../../syntax/vocabulary.ts';
import { type MoneyUnit, readMoneyUnit } from '../../table/moneyUnit.ts';
import { totalColumn } from '../../table/row.ts';
import { bracketsOf, joinedCell } from './cellText.ts';
import { MESSAGES } from './messages.ts';
import { isSumWord } from './moneyWords.ts';
import { isAmountLike } from './placing.ts';
import type { ProjectDraft } from './projectDraft.ts';
import { type ProjectWord, projectWord, wordOfMoney } from './projectWords.ts';
import type { Sheet, SheetCell } from './sheet.ts';

/** A cell that is a label, or holds one before its text (`项目名称：…`). */
interface Label {
  readonly word: ProjectWord;
  readonly cell: SheetCell;
  /** What stands behind the label in its own cell. */
  readonly inside?: string;
}

/** The money unit in the brackets of a label: `年度资金总额(元)`. */
export function moneyUnitIn(text: string): MoneyUnit | undefined {
  return bracketsOf(squeeze(text))
    .map(readMoneyUnit)
    .find((unit) => unit !== undefined);
}

/** Whether a row names a project: 项目名称 with a text that is no label behind it. */
export function projectNameIn(sheet: Sheet, row: number, vocabulary: Vocabulary): boolean {
  const cells = sheet.begin(row);
  return cells.some((cell, i) => {
    if (!/项目|名称/.test(squeeze(cell.text))) return false;
    const label = labelIn(cell, vocabulary);
    if (label?.word.is !== 'name' || squeeze(cell.text) === '项目') return false;
    if (label.inside !== undefined) return true;
    const next = cells[i + 1];
    // A form that nobody filled in has no name, but its labels stand as in others; a list's head has others beside it.
    return next !== undefined && next.column === cell.endColumn && !labelIn(next, vocabulary);
  });
}

/** Whether a row is one of a list all the same: a cell names the project by a label in it, the others are no labels, and one is an amount. */
export function isRowOfList(sheet: Sheet, row: number, vocabulary: Vocabulary): boolean {
  const cells = sheet.begin(row);
  const [label, ...more] = cells.filter((cell) => labelIn(cell, vocabulary));
  if (!label || more.length > 0 || label.endColumn > label.column + 1) return false;
  const { word, inside } = labelIn(label, vocabulary) as Label;
  return word.is === 'name' && inside !== undefined && cells.some((cell) => cell !== label && isAmountLike(cell.text));
}

/** Whether a sheet is a form without rows of indicators: it names a project and says something of it. */
export function isLabelledForm(sheet: Sheet, vocabulary: Vocabulary): boolean {
  let hasName = false;
  let others = 0;
  for (let row = 0; row < sheet.height; row++) {
    hasName ||= projectNameIn(sheet, row, vocabulary);
    for (const cell of sheet.begin(row)) {
      const is = labelIn(cell, vocabulary)?.word.is;
      if (is === 'goal' || is === 'column' || is === 'periodTotal') others++;
    }
  }
  return hasName && others > 0;
}

function labelIn(cell: SheetCell, vocabulary: Vocabulary): Label | undefined {
  const word = projectWord(cell.text, vocabulary);
  if (word) return { word, cell };
  const text = trimmed(cell.text);
  const colon = /[:：]/.exec(text)?.index ?? 0;
  if (colon <= 0) return undefined;
  const before = projectWord(text.slice(0, colon), vocabulary);
  const inside = trimmed(text.slice(colon + 1));
  return before && inside !== '' && before.is !== 'section' ? { word: before, cell, inside } : undefined;
}

/** Values that are words of forms too. */
const VALUE_WORDS = new Set(['其他', '项目', '目标', '指标', '无']);

/** Reads the rows of a form that hold labels and what they say. */
export class FormLabels {
  readonly #sheet: Sheet;
  readonly #draft: ProjectDraft;
  readonly #own: MoneyUnit | undefined;
  readonly #vocabulary: Vocabulary;
  /** Words over columns, for the rows below them, up to the next section. */
  #over = new Map<number, Label>();
  /** Columns of labels that break down the money of the whole period. */
  readonly #ofPeriod = new Set<number>();

  constructor(sheet: Sheet, draft: ProjectDraft, own: MoneyUnit | undefined, vocabulary: Vocabulary) {
    this.#sheet = sheet;
    this.#draft = draft;
    this.#own = own;
    this.#vocabulary = vocabulary;
  }

  /** Reads a row; gives the cells that were read as labels. */
  read(row: number, to: number): SheetCell[] {
    const cells = this.#sheet.begin(row);
    const labels = cells.map((cell) => this.#labelIn(cell));
    if (cells[0]?.column === 0 && this.#over.size > 0 && !this.#isOverAmounts(labels[0])) this.#over = new Map();
    if (this.#isHeadRow(row, to, labels)) {
      const heads = labels.filter((label) => label !== undefined);
      const goal =
        heads.find(({ word, cell }) => word.is === 'goal' && cell.endRow > row + 1) ??
        heads.find(({ word }) => word.is === 'goal');
      this.#over = new Map(
        heads
          .filter(({ word, cell }) => word.is !== 'section' && (cell !== goal?.cell || cell.endRow === row + 1))
          .map((label) => [
            label.cell.column,
            label.word.is === 'planned' && goal ? { ...label, word: goal.word } : label,
          ]),
      );
      return [...cells];
    }
    const words: SheetCell[] = [];
    let pending: Label | undefined;
    let rowLabel: Label | undefined;
    let stray: SheetCell | undefined;
    cells.forEach((cell, i) => {
      const label = labels[i];
      const head = this.#over.get(cell.column);
      const follows = pending !== undefined && pending.cell.endColumn === cell.column;
      const isValueWord =
        follows && VALUE_WORDS.has(squeeze(cell.text)) && (i + 1 === cells.length || labels[i + 1] !== undefined);
      if (label && !isValueWord) {
        words.push(cell);
        stray = undefined;
        if (label.inside !== undefined) {
          this.#put(label, { ...cell, text: label.inside });
          pending = undefined;
        } else {
          pending = label;
          rowLabel = label;
        }
      } else if (head && (head.word.is === 'planned' || head.word.is === 'beside') && rowLabel) {
        this.#putUnder(rowLabel, head, cell);
        pending = undefined;
      } else if (follows && pending) {
        this.#put(pending, cell);
        pending = undefined;
      } else if (head) {
        this.#put(head, cell);
        pending = undefined;
      } else {
        const next = cells[i + 1];
        const isLabel =
          !stray && isShortText(cell.text) && next !== undefined && !labels[i + 1] && next.column === cell.endColumn;
        if (isLabel) words.push(cell);
        else this.#draft.keep(this.#sheet.named(cell, stray ? joinedCell(stray.text) : ''), MESSAGES.noColumn);
        stray = isLabel ? cell : undefined;
      }
    });
    return words;
  }

  /** 合计 beside 资金来源 is the total. */
  #labelIn(cell: SheetCell): Label | undefined {
    const beside = isSumWord(cell.text) ? this.#sheet.at(cell.row, cell.column - 1) : undefined;
    const word = beside && wordOfMoney(cell.text, beside.text, this.#vocabulary);
    return word ? { word, cell } : labelIn(cell, this.#vocabulary);
  }

  #isOverAmounts(label: Label | undefined): boolean {
    const is = label?.word.is;
    return is === 'column' || is === 'periodTotal' || is === 'money';
  }

  /** A row of words over the columns of the next rows: 年初预算数, 全年执行数; 实施期目标, 年度目标. */
  #isHeadRow(row: number, to: number, labels: readonly (Label | undefined)[]): boolean {
    if (labels.length === 0 || labels.some((label) => !label || label.inside !== undefined)) return false;
    const own = labels as readonly Label[];
    if (own.filter(({ word }) => word.is === 'planned' || word.is === 'beside').length > 0 && own.length > 1)
      return true;
    if (row + 1 >= to || own.some(({ word }) => word.is === 'name')) return false;
    const below = this.#sheet.begin(row + 1);
    return (
      below.length > 0 &&
      own.length > 1 &&
      below.every((cell) => own.some((label) => label.cell.column === cell.column) && !labelIn(cell, this.#vocabulary))
    );
  }

  /** What stands in a row with a label, under a word: the planned amount is the label's, others stand beside it. */
  #putUnder(label: Label, head: Label, cell: SheetCell): void {
    const ranks = [...this.#over.values()].flatMap(({ word }) => (word.is === 'planned' ? [word.rank] : []));
    const isPlanned = head.word.is === 'planned' && head.word.rank === Math.min(...ranks);
    if (isPlanned) this.#put(label, cell);
    else {
      const column = `${nameOf(label.cell.text)} ${joinedCell(head.cell.text)}`;
      this.#draft.keep(this.#sheet.named(cell, column), MESSAGES.noColumn);
    }
  }

  #put({ word, cell: label }: Label, cell: SheetCell): void {
    const named = this.#sheet.named(cell, nameOf(label.text));
    const unit = moneyUnitIn(label.text) ?? this.#own;
    const isAmount = isAmountLike(cell.text);
    switch (word.is) {
      case 'section':
        if (word.of === 'money' && isAmount)
          this.#draft.add({ is: 'column', index: totalColumn(this.#vocabulary) }, named, unit);
        else this.#draft.add(word, named);
        break;
      case 'periodTotal':
        this.#ofPeriod.add(label.column);
        this.#draft.add(word, named, unit);
        break;
      case 'money':
        if (this.#ofPeriod.has(label.column)) this.#draft.keep(named, MESSAGES.ofPeriod);
        else this.#draft.add(word, named, unit);
        break;
      case 'column':
        if (word.index === totalColumn(this.#vocabulary)) this.#ofPeriod.delete(label.column);
        if (this.#ofPeriod.has(label.column)) this.#draft.keep(named, MESSAGES.ofPeriod);
        else this.#draft.add(word, named, unit);
        break;
      default:
        this.#draft.add(word, named);
    }
  }
}

/** What a label calls what stands behind it: `其中：中央补助（万元）` → `中央补助（万元）`. */
function nameOf(text: string): string {
  const own = joinedCell(text).replace(/^其中\s*[:：]?\s*/, '');
  return own.split(/[:：]/)[0] || own;
}

function isShortText(text: string): boolean {
  const word = squeeze(text);
  return word.length <= 14 && !/\d/.test(word) && !/[。;；,，]/.test(word);
}
