import { Decimal } from '../../table/decimal.ts';

/**
 * A table as plain data: what it says, without how it is written. It is the JSON that tables are exported as
 * (`table.schema.json`), what other formats are made of, and what two tables are compared by.
 */
export interface TableData {
  readonly $schema?: string;
  readonly format: typeof TABLE_FORMAT;
  /** Of this form; another only when files of this one could be misread. */
  readonly version: typeof TABLE_VERSION;
  /** The profile's id: it decides what columns, goals, fields and values are called. */
  readonly profile: string;
  readonly title?: string;
  readonly department?: string;
  /** As written: `2025`, `2025年`. */
  readonly year?: string;
  readonly moneyUnit?: string;
  /** Lines of the head that belong to none of these. */
  readonly other?: readonly string[];
  readonly comments?: readonly CommentData[];
  readonly rows: readonly RowData[];
}

export const ROW_KINDS = ['total', 'unit', 'project', 'include'] as const;

export interface RowData {
  readonly kind: (typeof ROW_KINDS)[number];
  /** Of the project or unit; of an include, the path of a table that could not be taken in. */
  readonly name: string;
  /** By column. Exact decimals, `58.73`, in the table's money unit; what is no amount is as it is written. */
  readonly amounts?: Texts;
  readonly fields?: Texts;
  /** By goal, lines parted by `\n`. */
  readonly goals?: Texts;
  readonly indicators?: readonly IndicatorData[];
  /** Lines that belong to none of these. */
  readonly other?: readonly string[];
  readonly comments?: readonly CommentData[];
}

/** Texts by their labels; several where a label is written more than once. */
export type Texts = Readonly<Record<string, string | readonly string[]>>;

/** An indicator; or a line among them that is none, which has a text only. */
export interface IndicatorData {
  /** As written; absent where none is. */
  readonly number?: string;
  /** `1-产出指标`: as written, what is left out of it being filled in where that is known. */
  readonly level1?: string;
  readonly level2?: string;
  /** Code of its own (三级指标代码). */
  readonly code?: string;
  readonly name?: string;
  /** By value label. */
  readonly values?: Texts;
  /** A heading, or a text that is no indicator. */
  readonly text?: string;
}

/** A comment and what it stands before. */
export interface CommentData {
  /** Without the `//`. */
  readonly text: string;
  /** The label of the line that it stands before; absent where it stands at the end. */
  readonly before?: string;
  /** Before which line of that label: of several goals' lines, indicators. */
  readonly index?: number;
}

export const TABLE_FORMAT = 'jxmb-table';
export const TABLE_VERSION = 1;

/** Labels of comments' places that no profile decides. */
export const BEFORE_TITLE = '标题';
export const BEFORE_OTHER = '其他';

/** Adds a text below its label. */
export function addText(texts: Map<string, string[]>, label: string, text: string): void {
  const own = texts.get(label);
  if (own) own.push(text);
  else texts.set(label, [text]);
}

/** Texts by their labels as data; undefined where there are none. */
export function textsOf(texts: ReadonlyMap<string, readonly string[]>): Texts | undefined {
  if (texts.size === 0) return undefined;
  // Not by assignment: a label may be called anything.
  return Object.fromEntries([...texts].map(([label, own]) => [label, own.length === 1 ? (own[0] as string) : own]));
}

/** The texts below a label. */
export function textsAt(texts: Texts | undefined, label: string): readonly string[] {
  if (!texts || !Object.hasOwn(texts, label)) return [];
  const own = texts[label] as string | readonly string[];
  return typeof own === 'string' ? [own] : own;
}

/** The amount that a text is: a text is one only as data has them, with two decimals at least. */
export function amountIn(text: string): Decimal | undefined {
  const value = Decimal.parse(text);
  return value && !value.isNegative && value.toString(2) === text ? value : undefined;
}
