import type { LevelOneClass, LevelTwoClass, ValueLabel } from '../profile/profile.ts';
import { squeeze } from '../syntax/characters.ts';
import { classNamed } from '../syntax/classes.ts';
import type {
  Amount as AmountNode,
  BlockTree,
  ClassNode,
  Field as FieldNode,
  Goal as GoalNode,
  Indicator as IndicatorNode,
  Span,
  Value as ValueNode,
} from '../syntax/nodes.ts';
import { linesText, lineText } from '../syntax/text.ts';
import type { ChildClass, Vocabulary } from '../syntax/vocabulary.ts';
import { type AmountReading, readAmount } from './amount.ts';
import type { Decimal } from './decimal.ts';
import {
  type ClassWords,
  type HeadWords,
  type IndicatorWords,
  indicatorWords,
  type TailWords,
} from './indicatorWords.ts';
import type { MoneyUnit } from './moneyUnit.ts';
import type { Wording } from './wording.ts';

/** What a row of the table says: one block, read with its profile and money unit. Spans are relative to the block. */
export interface Row {
  readonly kind: BlockTree['kind'];
  readonly tree: BlockTree;
  /** Name of the project or unit; `合计` for the total; empty where none is written. */
  readonly name: string;
  /** The span that stands for the row as a whole: its name, or its label where the name is empty. */
  readonly nameSpan: Span;
  /** All amounts as written, in order; a column may be there twice. */
  readonly amounts: readonly Amount[];
  readonly goals: readonly Goal[];
  readonly fields: readonly FieldNode[];
  readonly indicators: readonly Indicator[];
  /** What upper floors keep about it; kept by the floor above. */
  facts: object | undefined;
}

export interface Amount {
  readonly node: AmountNode;
  /** Index of the profile's column. */
  readonly column: number;
  readonly reading: AmountReading;
}

export interface Goal {
  readonly node: GoalNode;
  /** Lines parted by `\n`; empty where no goal is written. */
  readonly text: string;
}

/** A class as an indicator gives it: what its code and its name mean in the profile. */
export interface IndicatorClass<T> extends ClassWords<T> {
  readonly node: ClassNode;
}

export interface Indicator {
  readonly node: IndicatorNode;
  /** As written, half-width; undefined where none is. */
  readonly number?: string;
  readonly class1?: IndicatorClass<LevelOneClass>;
  readonly class2?: IndicatorClass<ChildClass>;
  /** The class that counts: level 2's code before its name, its own before the heading above; undefined where unknown. */
  readonly level2?: LevelTwoClass;
  /** The level-1 class that counts: the one that level 2 belongs to, else the one written. */
  readonly level1?: LevelOneClass;
  readonly code3?: string;
  readonly name: string;
  /** What stands before the name, the name, and what stands behind it, by their words alone. */
  readonly head: HeadWords;
  readonly named: Wording;
  readonly tail: TailWords;
  readonly values: readonly IndicatorValue[];
  /** The first value for the year that is not empty; one without label is for the period too. */
  readonly year: IndicatorValue | undefined;
  /** The same for the period. */
  readonly period: IndicatorValue | undefined;
}

export interface IndicatorValue {
  readonly node: ValueNode;
  /** The value label; undefined where none is written and the value is every label's. */
  readonly label?: ValueLabel;
  readonly text: string;
  /** The text by its words. */
  readonly said: Wording;
}

/** Reads a block's tree as a row of the table. */
export function readRow(text: string, tree: BlockTree, vocabulary: Vocabulary, moneyUnit: MoneyUnit): Row {
  const amounts: Amount[] = [];
  const goals: Goal[] = [];
  const fields: FieldNode[] = [];
  const indicators: Indicator[] = [];
  let title: FieldNode | undefined;
  for (const part of tree.parts) {
    switch (part.type) {
      case 'amount': {
        const reading = readAmount(text.slice(part.text.start, part.text.end), moneyUnit);
        amounts.push({ node: part, column: part.column, reading });
        break;
      }
      case 'goal':
        goals.push({ node: part, text: linesText(text, part.text, part.inserts) });
        break;
      case 'field':
        if (!title && part.role === tree.kind) title = part;
        else fields.push(part);
        break;
      case 'indicators': {
        let above: Heading = {};
        const words = indicatorWords(vocabulary);
        for (const item of part.items) {
          if (item.type === 'heading') above = headingOf(text, item.class, above, vocabulary);
          else if (item.type === 'indicator') indicators.push(readIndicator(text, item, above, words, vocabulary));
        }
        break;
      }
    }
  }
  const name = title ? lineText(text, title.text) : '';
  return {
    kind: tree.kind,
    tree,
    name: tree.kind === 'total' ? squeeze(text.slice(title?.label.start, title?.label.end)) : name,
    nameSpan: title ? (name ? title.text : title.label) : { start: 0, end: 0 },
    amounts,
    goals,
    fields,
    indicators,
    facts: undefined,
  };
}

/** The amount of a column that counts: the first that is written. */
export function amountOf(row: Pick<Row, 'amounts'>, column: number): Amount | undefined {
  for (const amount of row.amounts) if (amount.column === column) return amount;
  return undefined;
}

/** The column of the total (总计), as index of the profile's columns: the one that others add up to, else the first. */
export function totalColumn(vocabulary: Vocabulary): number {
  return Math.max(
    0,
    vocabulary.profile.columns.findIndex(({ sumOf }) => sumOf !== undefined),
  );
}

/** The columns that add up to another, as indices of the profile's columns. */
export function sourcesOf({ sources }: Vocabulary, column: number): readonly number[] {
  return sources[column] ?? [];
}

/** The name of a column. */
export function columnName({ profile }: Vocabulary, column: number): string {
  return profile.columns[column]?.name ?? '';
}

/** Whether no source of a column is written so that it cannot be read. */
export function sourcesReadable(row: Row, column: number, vocabulary: Vocabulary): boolean {
  for (const source of sourcesOf(vocabulary, column)) if (amountOf(row, source)?.reading.problem) return false;
  return true;
}

/** The amounts of a row's sources that are written and readable, for the column they add up to. */
export function sourceAmounts(row: Row, column: number, vocabulary: Vocabulary): Decimal[] {
  const amounts: Decimal[] = [];
  for (const source of sourcesOf(vocabulary, column)) {
    const value = amountOf(row, source)?.reading.value;
    if (value) amounts.push(value);
  }
  return amounts;
}

/** The class that a heading gives to the indicators below it. */
export interface Heading {
  readonly level1?: LevelOneClass;
  readonly level2?: LevelTwoClass;
}

/** What a heading's class means; `above` where it means none. */
export function headingOf(text: string, node: ClassNode, above: Heading, vocabulary: Vocabulary): Heading {
  const name = node.name ? text.slice(node.name.start, node.name.end) : '';
  const two = classNamed(name, 2, vocabulary);
  const one = classNamed(name, 1, vocabulary);
  const code = node.code && squeeze(text.slice(node.code.start, node.code.end));
  const byCode = code === undefined ? undefined : vocabulary.classByCode.get(code);
  const entry = byCode ?? one ?? two;
  if (entry?.level === 1) return { level1: entry.class };
  return entry?.level === 2 ? { level1: entry.parent, level2: entry.class } : above;
}

function readIndicator(
  text: string,
  node: IndicatorNode,
  above: Heading,
  words: IndicatorWords,
  vocabulary: Vocabulary,
): Indicator {
  const head = words.head(text, node);
  const named = words.name(text, node);
  const tail = words.tail(text, node);
  const class1 = node.class1 && head.class1 && classAt(node.class1, head.class1);
  const class2 = node.class2 && head.class2 && classAt(node.class2, head.class2);
  const two = meaningOf(class2);
  const one = meaningOf(class1);
  const values: IndicatorValue[] = [];
  let year: IndicatorValue | undefined;
  let period: IndicatorValue | undefined;
  for (let i = 0; i < node.values.length; i++) {
    const value = node.values[i] as ValueNode;
    const said = tail.values[i] as Wording;
    const label = vocabulary.valueLabels[value.index];
    const read = { node: value, label, text: said.text, said };
    values.push(read);
    if (said.squeezed === '') continue;
    if (!label || label.span === 'year') year ??= read;
    if (!label || label.span === 'period') period ??= read;
  }
  return {
    node,
    number: node.number && squeeze(text.slice(node.number.start, node.number.end)),
    class1,
    class2,
    level2: class2 ? two : class1 && one !== above.level1 ? undefined : above.level2,
    level1: two?.parent ?? one ?? above.level1,
    code3: node.code3 && text.slice(node.code3.start, node.code3.end),
    name: named.text,
    head,
    named,
    tail,
    values,
    year,
    period,
  };
}

function classAt<T>(node: ClassNode, { code, name, byCode, byName }: ClassWords<T>): IndicatorClass<T> {
  return { node, code, name, byCode, byName };
}

/** What a class as it is written means: by its code before its name. */
export function meaningOf<T>(written: IndicatorClass<T> | undefined): T | undefined {
  return written?.byCode ?? written?.byName;
}
