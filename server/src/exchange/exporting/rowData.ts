import { classOf } from '../../render/classOf.ts';
import type { ShownBlock } from '../../render/view.ts';
import type { Heading, Indicators, Line, Part, Span } from '../../syntax/nodes.ts';
import { joinedText, linesOf, linesText, lineText } from '../../syntax/text.ts';
import { INDICATORS_LABEL, isForValue, type Vocabulary } from '../../syntax/vocabulary.ts';
import { type Amount, columnName, type Goal, type Indicator, type Row } from '../../table/row.ts';
import { addText, type IndicatorData, type RowData, type Texts, textsOf } from '../tableJson/tableData.ts';
import { CommentPlaces } from './commentPlaces.ts';

/** What a row of the table says, as data. */
export function rowData({ table, block }: ShownBlock): RowData {
  const row = table.row(block);
  return new RowReader(row, block.text, table.context.vocabulary).read(
    block.kind === 'include' ? table.includeBlocks.get(block)?.path : undefined,
  );
}

/** The comments and the other lines of a head, and what each of its parts stands for. */
export class RowReader {
  readonly #row: Row;
  readonly #text: string;
  readonly #vocabulary: Vocabulary;
  readonly #amounts = new Map<string, string[]>();
  readonly #fields = new Map<string, string[]>();
  readonly #goals = new Map<string, string[]>();
  readonly #indicators: IndicatorData[] = [];
  readonly #other: string[] = [];
  readonly #places = new CommentPlaces();
  #amountsLeft: readonly Amount[];
  #goalsLeft: readonly Goal[];
  #indicatorsLeft: readonly Indicator[];

  constructor(row: Row, text: string, vocabulary: Vocabulary) {
    this.#row = row;
    this.#text = text;
    this.#vocabulary = vocabulary;
    this.#amountsLeft = row.amounts;
    this.#goalsLeft = row.goals;
    this.#indicatorsLeft = row.indicators;
  }

  read(path?: string): RowData {
    const { kind, name } = this.#row;
    for (const part of this.#row.tree.parts) this.#part(part);
    const { comments } = this.#places;
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

  #part(part: Part): void {
    const { profile } = this.#vocabulary;
    switch (part.type) {
      case 'comment':
        this.#places.comment(this.#text.slice(part.start, part.end));
        break;
      case 'lead':
        break;
      case 'amount': {
        const [amount, ...others] = this.#amountsLeft;
        this.#amountsLeft = others;
        const label = columnName(this.#vocabulary, part.column);
        this.#add(this.#amounts, label, amountText(amount as Amount, this.#text));
        break;
      }
      case 'goal': {
        const [goal, ...others] = this.#goalsLeft;
        this.#goalsLeft = others;
        const label = profile.goals[part.index]?.name ?? '';
        const before = this.#goals.get(label)?.length ?? 0;
        if (goal?.text) this.#places.before(label, before);
        for (const { type, start, end } of part.inserts) {
          if (type !== 'comment') this.#addOther(this.#text.slice(start, end));
          else this.#places.comment(this.#text.slice(start, end));
          const above = linesText(this.#text, { start: part.text.start, end: start }, part.inserts);
          this.#places.before(label, before + linesOf(above).length);
        }
        if (goal?.text) addText(this.#goals, label, goal.text);
        break;
      }
      case 'indicators':
        this.#readIndicators(part);
        break;
      case 'field': {
        if (part.text === this.#titleText) break;
        const text = lineText(this.#text, part.text);
        const label = part.role === 'field' ? (profile.fields[part.index]?.name ?? '') : undefined;
        if (label === undefined) this.#addOther(this.#text.slice(part.start, part.end));
        else this.#add(this.#fields, label, text);
        break;
      }
      default:
        this.#addOther(lineText(this.#text, part));
    }
  }

  /** The text of the field that the row begins with. */
  get #titleText(): Span | undefined {
    const first = this.#row.tree.parts.find((part) => part.type === 'field' && part.role === this.#row.kind);
    return first?.type === 'field' ? first.text : undefined;
  }

  /** What stands before a label with nothing behind it stands before what comes next. */
  #add(texts: Map<string, string[]>, label: string, text: string): void {
    if (text === '') return;
    this.#places.before(label);
    addText(texts, label, text);
  }

  #addOther(text: string): void {
    this.#places.beforeOther(this.#other.length);
    this.#other.push(text);
  }

  #readIndicators({ items }: Indicators): void {
    for (const item of items) {
      if (item.type === 'comment') this.#places.comment(this.#text.slice(item.start, item.end));
      else {
        this.#places.before(INDICATORS_LABEL, this.#indicators.length);
        const data = item.type === 'indicator' ? this.#nextIndicator() : this.#lineData(item);
        // A mark alone says nothing.
        if (Object.keys(data).length > 0) this.#indicators.push(data);
      }
    }
  }

  #lineData(line: Heading | Line): IndicatorData {
    return { text: lineText(this.#text, line) };
  }

  #nextIndicator(): IndicatorData {
    const [indicator, ...others] = this.#indicatorsLeft;
    this.#indicatorsLeft = others;
    for (const { type, start, end } of (indicator as Indicator).node.inserts) {
      if (type !== 'comment') continue;
      this.#places.comment(this.#text.slice(start, end));
      this.#places.before(INDICATORS_LABEL, this.#indicators.length);
    }
    return indicatorData(indicator as Indicator, this.#text, this.#vocabulary);
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
