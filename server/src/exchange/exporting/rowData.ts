import { classOf } from '../../render/classOf.ts';
import type { ShownBlock } from '../../render/view.ts';
import type { Part, Span } from '../../syntax/nodes.ts';
import { joinedText, lineText } from '../../syntax/text.ts';
import { isForValue, type Vocabulary } from '../../syntax/vocabulary.ts';
import { type Amount, columnName, type Indicator, type Row } from '../../table/row.ts';
import { commentsOf } from '../comments/comments.ts';
import { rowStops, saysSomething } from '../comments/stops.ts';
import { type RowItem, type RowPart, rowParts } from '../rowParts.ts';
import { addText, type IndicatorData, type RowData, type Texts, textsOf } from '../tableJson/tableData.ts';

/** What a row of the table says, as data. */
export function rowData({ table, block }: ShownBlock): RowData {
  const row = table.row(block);
  return new RowReader(row, block.text, table.context.vocabulary).read(
    block.kind === 'include' ? table.includeBlocks.get(block)?.path : undefined,
  );
}

class RowReader {
  readonly #row: Row;
  readonly #text: string;
  readonly #vocabulary: Vocabulary;
  readonly #amounts = new Map<string, string[]>();
  readonly #fields = new Map<string, string[]>();
  readonly #goals = new Map<string, string[]>();
  readonly #indicators: IndicatorData[] = [];
  readonly #other: string[] = [];

  constructor(row: Row, text: string, vocabulary: Vocabulary) {
    this.#row = row;
    this.#text = text;
    this.#vocabulary = vocabulary;
  }

  read(path?: string): RowData {
    const { kind, name } = this.#row;
    for (const part of rowParts(this.#row)) this.#part(part);
    const comments = commentsOf(this.#text, this.#row.tree, rowStops(this.#row, this.#text, this.#vocabulary));
    return {
      kind: kind === 'head' ? 'project' : kind,
      name: path ?? name,
      ...given('amounts', textsOf(this.#amounts)),
      ...given('fields', textsOf(this.#fields)),
      ...given('goals', textsOf(this.#goals)),
      ...given('indicators', this.#indicators),
      ...given('other', this.#other),
      ...given('comments', comments),
    };
  }

  #part(own: RowPart): void {
    const { profile } = this.#vocabulary;
    switch (own.type) {
      case 'amount': {
        const label = columnName(this.#vocabulary, own.part.column);
        this.#add(this.#amounts, label, amountText(own.amount as Amount, this.#text));
        break;
      }
      case 'goal': {
        const label = profile.goals[own.part.index]?.name ?? '';
        for (const { type, start, end } of own.part.inserts) {
          if (type !== 'comment') this.#other.push(this.#text.slice(start, end));
        }
        this.#add(this.#goals, label, own.goal?.text ?? '');
        break;
      }
      case 'indicators':
        for (const item of own.items) this.#item(item);
        break;
      case 'field': {
        const { part } = own;
        if (part.text === this.#titleText) break;
        const text = lineText(this.#text, part.text);
        const label = part.role === 'field' ? (profile.fields[part.index]?.name ?? '') : undefined;
        if (label === undefined) this.#other.push(this.#text.slice(part.start, part.end));
        else this.#add(this.#fields, label, text);
        break;
      }
      default:
        this.#other.push(lineText(this.#text, own.part));
    }
  }

  /** The text of the field that the row begins with. */
  get #titleText(): Span | undefined {
    const first = this.#row.tree.parts.find((part) => part.type === 'field' && part.role === this.#row.kind);
    return first?.type === 'field' ? first.text : undefined;
  }

  #add(texts: Map<string, string[]>, label: string, text: string): void {
    if (text !== '') addText(texts, label, text);
  }

  #item({ item, indicator }: RowItem): void {
    if (item.type === 'comment') return;
    if (item.type !== 'indicator') this.#indicators.push({ text: lineText(this.#text, item) });
    else if (indicator && saysSomething(indicator))
      this.#indicators.push(indicatorData(indicator, this.#text, this.#vocabulary));
  }
}

/** An amount exactly, or as it is written where it cannot be read. */
function amountText({ reading, node }: Amount, text: string): string {
  const { value, problem } = reading;
  return value && !problem ? value.toString(2) : lineText(text, node.text);
}

function indicatorData(indicator: Indicator, text: string, vocabulary: Vocabulary): IndicatorData {
  const { number, code3, name } = indicator;
  return {
    ...given('number', number),
    ...given('level1', classOf(indicator, 1, text)),
    ...given('level2', classOf(indicator, 2, text)),
    ...given('code', code3),
    ...given('name', name),
    ...given('values', valuesOf(indicator, vocabulary)),
  };
}

/** A value without label is every label's that values stand behind. */
function valuesOf({ values }: Indicator, { valueLabels }: Vocabulary): Texts | undefined {
  const texts = new Map<string, string[]>();
  for (const label of valueLabels) {
    for (const value of values) {
      const isOwn = value.label === label || (value.label === undefined && isForValue(label));
      if (isOwn && value.text !== '') addText(texts, label.name, value.text);
    }
  }
  return textsOf(texts);
}

/** A member that is there only where it holds something. */
export function given<K extends string, T>(name: K, value: T | undefined): { readonly [key in K]?: T } {
  const isNothing = value === undefined || value === '' || (Array.isArray(value) && value.length === 0);
  return isNothing ? {} : ({ [name]: value } as { readonly [key in K]?: T });
}

/** The text of a part of a head, whatever it is. */
export function partText(text: string, part: Part): string {
  return joinedText(text, part, part.type === 'goal' ? part.inserts : []);
}
