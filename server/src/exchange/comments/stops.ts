import { LineScanner, trim } from '../../syntax/lines.ts';
import type { BlockTree, Goal, Part, Span } from '../../syntax/nodes.ts';
import { lineText } from '../../syntax/text.ts';
import { INDICATORS_LABEL, type Vocabulary } from '../../syntax/vocabulary.ts';
import { columnName, type Goal as GoalText, type Indicator, type Row } from '../../table/row.ts';
import { type RowItem, type RowPart, rowParts } from '../rowParts.ts';
import { BEFORE_OTHER, BEFORE_TITLE } from '../tableJson/tableData.ts';

/** What comments may stand before, called as data calls it. A comment within it stands before it. */
export interface CommentStop extends Span {
  readonly label: string;
  /** Which of several lines of the label. */
  readonly index: number;
}

/** The stops of a row, in order. What stands before a label with nothing behind it stands before what comes next. */
export function rowStops(row: Row, text: string, vocabulary: Vocabulary): CommentStop[] {
  return new RowStops(row, text, vocabulary).all();
}

class RowStops {
  readonly #row: Row;
  readonly #text: string;
  readonly #vocabulary: Vocabulary;
  readonly #stops: CommentStop[] = [];
  readonly #goals = new Map<string, number>();
  #items = 0;
  #others = 0;

  constructor(row: Row, text: string, vocabulary: Vocabulary) {
    this.#row = row;
    this.#text = text;
    this.#vocabulary = vocabulary;
  }

  all(): CommentStop[] {
    for (const part of rowParts(this.#row)) this.#part(part);
    return this.#stops.sort((a, b) => a.start - b.start);
  }

  #add({ start, end }: Span, label: string, index = 0): void {
    this.#stops.push({ start, end, label, index });
  }

  #addOther(span: Span): void {
    this.#add(span, BEFORE_OTHER, this.#others++);
  }

  #part(own: RowPart): void {
    const { profile } = this.#vocabulary;
    switch (own.type) {
      case 'amount':
        if (this.#says(own.part.text)) this.#add(own.part, columnName(this.#vocabulary, own.part.column));
        break;
      case 'goal':
        this.#goal(own.part, own.goal, profile.goals[own.part.index]?.name ?? '');
        break;
      case 'indicators':
        for (const item of own.items) this.#item(item);
        break;
      case 'field': {
        const { part } = own;
        if (part.role === 'field') {
          if (this.#says(part.text)) this.#add(part, profile.fields[part.index]?.name ?? '');
        } else if (this.#row.fields.includes(part)) this.#addOther(part);
        break;
      }
      default:
        this.#addOther(own.part);
    }
  }

  #says(span: Span): boolean {
    return lineText(this.#text, span) !== '';
  }

  /** A goal's label, and each of its lines. */
  #goal({ start, label, text, inserts }: Goal, goal: GoalText | undefined, name: string): void {
    for (const insert of inserts) if (insert.type !== 'comment') this.#addOther(insert);
    if (!goal?.text) return;
    let index = this.#goals.get(name) ?? 0;
    this.#goals.set(name, index + 1);
    this.#add({ start, end: label.end }, name, index);
    const lines = new LineScanner(this.#text, text.start, text.end);
    while (lines.advance()) {
      const line = trim(this.#text, lines.start, lines.end);
      const isText = line.end > line.start && !inserts.some((insert) => insert.start === line.start);
      if (isText) this.#add(line, name, index++);
    }
  }

  #item({ item, indicator }: RowItem): void {
    if (item.type === 'comment') return;
    this.#add(item, INDICATORS_LABEL, this.#items);
    const isBare = item.type === 'indicator' && !(indicator && saysSomething(indicator));
    if (!isBare) this.#items++;
  }
}

/** A mark alone says nothing. */
export function saysSomething({ number, class1, class2, level1, level2, code3, name, values }: Indicator): boolean {
  const parts = [number, class1, class2, level1, level2, code3];
  return parts.some((part) => part !== undefined) || name !== '' || values.some(({ text }) => text !== '');
}

/** What a head says once: its part is called so; undefined for all else. */
export type HeadKey = 'title' | 'department' | 'year' | 'moneyUnit';

const HEAD_LABELS: Readonly<Record<HeadKey, string>> = {
  title: BEFORE_TITLE,
  department: '部门名称',
  year: '年度',
  moneyUnit: '单位',
};

export function headKey(part: Part): HeadKey | undefined {
  const key = part.type === 'field' ? part.role : part.type;
  return Object.hasOwn(HEAD_LABELS, key) ? (key as HeadKey) : undefined;
}

/** The parts of a head that say something, in order, each with what it is called; what is said before is other text. */
export function headParts(text: string, { parts }: BlockTree): { readonly part: Part; readonly key?: HeadKey }[] {
  const said = new Set<HeadKey>();
  return parts.flatMap((part) => {
    const key = headKey(part);
    const isEmpty = key && lineText(text, part.type === 'field' ? part.text : part) === '';
    const isOwn = part.type === 'comment' || part.type === 'lead' || (part.type === 'field' && part.role === 'profile');
    if (isOwn || isEmpty) return [];
    if (!key || said.has(key)) return [{ part }];
    said.add(key);
    return [{ part, key }];
  });
}

/** The stops of a head, in order. */
export function headStops(text: string, tree: BlockTree): CommentStop[] {
  let others = 0;
  return headParts(text, tree).map(({ part: { start, end }, key }) => {
    return key
      ? { start, end, label: HEAD_LABELS[key], index: 0 }
      : { start, end, label: BEFORE_OTHER, index: others++ };
  });
}
