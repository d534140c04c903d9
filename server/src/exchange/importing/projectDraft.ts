import type { Bilingual } from '../../profile/profile.ts';
import { squeeze } from '../../syntax/characters.ts';
import { trimmed } from '../../syntax/escape.ts';
import { INDICATORS_LABEL, PROJECT_LABEL, type Vocabulary } from '../../syntax/vocabulary.ts';
import { readAmount } from '../../table/amount.ts';
import type { MoneyUnit } from '../../table/moneyUnit.ts';
import { totalColumn } from '../../table/row.ts';
import type { NamedCell } from './cellText.ts';
import type { Meaning } from './headingWords.ts';
import type { IndicatorEntry } from './indicatorEntry.ts';
import { looksLikeIndicators } from './indicatorLines.ts';
import type { ValueSpan } from './indicatorWords.ts';
import { MESSAGES } from './messages.ts';
import { isOfYearsMoney } from './moneyWords.ts';
import { ofOtherYears } from './moneyYears.ts';
import { acrossPages } from './pageBreaks.ts';
import { isAmountLike, type PlacedCell } from './placing.ts';
import { goalMeaning, NAME_MEANING, type ProjectWord, UNIT_MEANING } from './projectWords.ts';
import type { ImportItem, Place } from './report.ts';
import { asUnit, readTableRow, type TableRow } from './rows.ts';
import type { SourceRow } from './sourceRow.ts';

/** A cell with the word that says what it is. */
interface Said {
  readonly word: ProjectWord | undefined;
  readonly cell: NamedCell;
  readonly moneyUnit: MoneyUnit | undefined;
}

/** A project that is being put together from cells that stand somewhere in a table. */
export class ProjectDraft {
  readonly place: Place & Pick<SourceRow, 'role'>;
  readonly entries: IndicatorEntry[] = [];
  readonly items: ImportItem[] = [];
  readonly #said: Said[] = [];

  /** @param place with what the file says the row is */
  constructor(place: Place & Pick<SourceRow, 'role'>) {
    this.place = place;
  }

  /** @param moneyUnit the unit of the amount in it, where that is known */
  add(word: ProjectWord | undefined, cell: NamedCell, moneyUnit?: MoneyUnit): void {
    this.#said.push({ word, cell, moneyUnit });
  }

  /** A cell goes on in another, on the next page. */
  goOn(start: Place, rest: NamedCell): void {
    const at = this.#said.findIndex(({ cell: { place } }) => place.line === start.line && place.cell === start.cell);
    const said = this.#said[at];
    if (!said) return;
    this.#said[at] = { ...said, cell: { ...said.cell, text: acrossPages(said.cell.text, rest.text) } };
    const { place, column, text } = rest;
    this.items.push({ kind: 'mended', ...place, column, before: trimmed(text), message: MESSAGES.pageBreak });
  }

  has(is: ProjectWord['is']): boolean {
    return this.#said.some(({ word }) => word?.is === is);
  }

  /** The first cell of a kind. */
  find(is: ProjectWord['is']): NamedCell | undefined {
    return this.#said.find(({ word }) => word?.is === is)?.cell;
  }

  /** A cell that has no place; it stands in a comment. */
  keep({ text, place, column }: NamedCell, message: ImportItem['message']): void {
    this.items.push({ kind: 'unplaced', ...place, column, before: trimmed(text), message });
  }

  /** The project as a row of the document. */
  row(moneyUnit: MoneyUnit, vocabulary: Vocabulary, asUnitRow = false, isSurelyRow?: boolean): TableRow {
    const spans = new Set(this.#said.flatMap(({ word }) => (word?.is === 'goal' ? [word.span] : [])));
    const others = ofOtherYears(this.#said.map(({ cell }) => cell.column));
    const said = this.#said.map((own, i) => (others.has(i) ? { ...own, word: undefined } : own));
    const placed = said.flatMap((own) => this.#place(own, spans, moneyUnit, asUnitRow, vocabulary));
    const read = readTableRow(this.place, placed, this.entries, moneyUnit, vocabulary, isSurelyRow);
    const items = [...read.items, ...this.items].sort((a, b) => a.line - b.line);
    return { ...read, items };
  }

  #place(
    { word, cell, moneyUnit }: Said,
    spans: ReadonlySet<ValueSpan>,
    document: MoneyUnit,
    asUnitRow: boolean,
    vocabulary: Vocabulary,
  ): PlacedCell[] {
    const { profile } = vocabulary;
    const { text, place, column, isNumber, shown } = cell;
    const as = (meaning: Meaning): PlacedCell[] => [
      { meaning, text, place, isNumber, shown, ...(moneyUnit && { moneyUnit }) },
    ];
    const nowhere = { role: 'unknown', name: column } as const;
    switch (word?.is) {
      case 'name':
        // A unit's sum: 小计 is no name.
        return as(asUnitRow ? { role: 'unknown', name: PROJECT_LABEL } : NAME_MEANING);
      case 'unit':
        return asUnitRow ? as(UNIT_MEANING) : [];
      case 'ordinal':
        // Of a form it may be the code of something.
        if (!/^\d{1,4}$/.test(squeeze(text))) return as(nowhere);
        this.items.push({ kind: 'heading', ...place, column, before: trimmed(text), message: MESSAGES.ordinal });
        return [];
      case 'column':
        return as({ role: 'column', index: word.index, name: profile.columns[word.index]?.name ?? column });
      case 'field':
        return as({ role: 'field', index: word.index, name: profile.fields[word.index]?.name ?? column });
      case 'goal': {
        const goal = goalMeaning(word.span, spans, vocabulary);
        if (goal?.isAssumed) this.#assume(cell, goal.meaning.name, MESSAGES.goalSpan);
        return as(goal?.meaning ?? nowhere);
      }
      case 'section':
        if (word.of === 'indicators' && looksLikeIndicators(text, vocabulary))
          return as({ role: 'indicators', name: INDICATORS_LABEL });
        return as(nowhere);
      case 'periodTotal':
        return this.#periodTotal(cell, moneyUnit, document, vocabulary);
      case 'money':
        return word.isOwnLevel ? this.#ownLevel(cell, moneyUnit, document, vocabulary) : as(nowhere);
      default:
        return as(nowhere);
    }
  }

  /** The budget of one level is the total where nobody else gives any, and no total where others may. */
  #ownLevel(
    cell: NamedCell,
    moneyUnit: MoneyUnit | undefined,
    document: MoneyUnit,
    vocabulary: Vocabulary,
  ): PlacedCell[] {
    const { text, place, column, isNumber, shown } = cell;
    if (this.#hasTotal(vocabulary)) {
      const meaning = { role: 'unknown', name: column } as const;
      return [{ meaning, text, place, isNumber, shown, ...(moneyUnit && { moneyUnit }) }];
    }
    const others = this.#said.filter((said) => said.cell !== cell);
    const gives = ({ word, cell: { text: other } }: Said) =>
      (word?.is === 'money' || word?.is === 'column') &&
      /\p{Nd}/u.test(other) &&
      !readAmount(other, document).value?.isZero;
    const isOnly = !others.some(gives) && !this.#isOfYearKept();
    if (isOnly) return this.#asTotal(cell, moneyUnit, MESSAGES.ownLevelOnly, vocabulary);
    this.keep(cell, MESSAGES.ownLevel);
    return [];
  }

  /** An amount as the year's total, which it is by what else is there and not by its name. */
  #asTotal(
    cell: NamedCell,
    moneyUnit: MoneyUnit | undefined,
    message: Bilingual,
    vocabulary: Vocabulary,
  ): PlacedCell[] {
    const { text, place, isNumber, shown } = cell;
    const index = totalColumn(vocabulary);
    const name = vocabulary.profile.columns[index]?.name ?? '';
    this.#assume(cell, name, message);
    return [
      { meaning: { role: 'column', index, name }, text, place, isNumber, shown, ...(moneyUnit && { moneyUnit }) },
    ];
  }

  #hasTotal(vocabulary: Vocabulary): boolean {
    const total = totalColumn(vocabulary);
    return this.#said.some(({ word }) => word?.is === 'column' && word.index === total);
  }

  /** Whether money of the year is given by a name that no one knows. */
  #isOfYearKept(): boolean {
    return (
      this.items.some(({ message, column, before }) => message === MESSAGES.noColumn && isOfYear(column, before)) ||
      this.#said.some(({ word, cell }) => (!word || word.is === 'known') && isOfYear(cell.column, cell.text))
    );

    function isOfYear(column: string, text: string): boolean {
      return isOfYearsMoney(column) && isAmountLike(text);
    }
  }

  /** The money of the whole period is a field where the profile has one, and the total where no other is given. */
  #periodTotal(
    cell: NamedCell,
    moneyUnit: MoneyUnit | undefined,
    document: MoneyUnit,
    vocabulary: Vocabulary,
  ): PlacedCell[] {
    const { text, place, column } = cell;
    const isOfOwnLevel = this.#said.some(({ word }) => word?.is === 'money' && word.isOwnLevel);
    const isOnly = !this.#hasTotal(vocabulary) && !isOfOwnLevel && !this.#isOfYearKept();
    if (isOnly) return this.#asTotal(cell, moneyUnit, MESSAGES.periodTotal, vocabulary);
    const field = vocabulary.fields.get(squeeze('项目资金总额'));
    if (!field) return [{ meaning: { role: 'unknown', name: column }, text, place }];
    const meaning = { role: 'field', index: field.index, name: field.name } as const;
    const isOther = moneyUnit && moneyUnit.power !== document.power && readAmount(text, moneyUnit).value;
    if (!isOther) return [{ meaning, text, place }];
    const after = `${trimmed(text)}${moneyUnit.name}`;
    this.items.push({ kind: 'mended', ...place, column, before: trimmed(text), after, message: MESSAGES.amountUnit });
    return [{ meaning, text: after, place }];
  }

  #assume({ place, column }: NamedCell, after: string, message: ImportItem['message']): void {
    this.items.push({ kind: 'assumed', ...place, column: '', before: column, after, message });
  }
}

/** The row of a unit that is named in a cell beside its projects. */
export function unitRow(cell: NamedCell, moneyUnit: MoneyUnit, vocabulary: Vocabulary): TableRow {
  const placed = { meaning: UNIT_MEANING, text: cell.text, place: cell.place };
  return asUnit(readTableRow(cell.place, [placed], [], moneyUnit, vocabulary, true));
}
