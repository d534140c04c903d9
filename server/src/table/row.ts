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
import { joinedText, linesText, lineText } from '../syntax/text.ts';
import type { ChildClass, ClassEntry, Vocabulary } from '../syntax/vocabulary.ts';
import { type AmountReading, readAmount } from './amount.ts';
import type { Decimal } from './decimal.ts';
import type { MoneyUnit } from './moneyUnit.ts';

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
export interface IndicatorClass<T> {
  readonly node: ClassNode;
  readonly code: string;
  readonly name: string;
  readonly byCode?: T;
  readonly byName?: T;
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
  readonly values: readonly IndicatorValue[];
}

export interface IndicatorValue {
  readonly node: ValueNode;
  /** The value label; undefined where none is written and the value is every label's. */
  readonly label?: ValueLabel;
  readonly text: string;
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
        for (const item of part.items) {
          if (item.type === 'heading') above = headingOf(text, item.class, above, vocabulary);
          else if (item.type === 'indicator') indicators.push(readIndicator(text, item, above, vocabulary));
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
  };
}

/** The amount of a column that counts: the first that is written. */
export function amountOf(row: Pick<Row, 'amounts'>, column: number): Amount | undefined {
  return row.amounts.find((amount) => amount.column === column);
}

/** The column of the total (总计), as index of the profile's columns: the one that others add up to, else the first. */
export function totalColumn(vocabulary: Vocabulary): number {
  return Math.max(
    0,
    vocabulary.profile.columns.findIndex(({ sumOf }) => sumOf !== undefined),
  );
}

/** The columns that add up to another, as indices of the profile's columns. */
export function sourcesOf(vocabulary: Vocabulary, column: number): readonly number[] {
  const { columns } = vocabulary.profile;
  return (columns[column]?.sumOf ?? []).map((name) => columns.findIndex((c) => c.name === name));
}

/** The name of a column. */
export function columnName({ profile }: Vocabulary, column: number): string {
  return profile.columns[column]?.name ?? '';
}

/** Whether no source of a column is written so that it cannot be read. */
export function sourcesReadable(row: Row, column: number, vocabulary: Vocabulary): boolean {
  return sourcesOf(vocabulary, column).every((source) => !amountOf(row, source)?.reading.problem);
}

/** The amounts of a row's sources that are written and readable, for the column they add up to. */
export function sourceAmounts(row: Row, column: number, vocabulary: Vocabulary): Decimal[] {
  return sourcesOf(vocabulary, column)
    .map((source) => amountOf(row, source)?.reading.value)
    .filter((value) => value !== undefined);
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

function readIndicator(text: string, node: IndicatorNode, above: Heading, vocabulary: Vocabulary): Indicator {
  const class1 = node.class1 && readClassNode(text, node.class1, 1, vocabulary, levelOne);
  const class2 = node.class2 && readClassNode(text, node.class2, 2, vocabulary, levelTwo);
  const two = meaningOf(class2);
  const one = meaningOf(class1);
  return {
    node,
    number: node.number && squeeze(text.slice(node.number.start, node.number.end)),
    class1,
    class2,
    level2: class2 ? two : class1 && one !== above.level1 ? undefined : above.level2,
    level1: two?.parent ?? one ?? above.level1,
    code3: node.code3 && text.slice(node.code3.start, node.code3.end),
    name: node.name ? joinedText(text, node.name, node.inserts) : '',
    values: node.values.map((value) => ({
      node: value,
      label: vocabulary.valueLabels[value.index],
      text: joinedText(text, value.text, node.inserts),
    })),
  };
}

/** What a class as it is written means: by its code before its name. */
export function meaningOf<T>(written: IndicatorClass<T> | undefined): T | undefined {
  return written?.byCode ?? written?.byName;
}

function readClassNode<T>(
  text: string,
  node: ClassNode,
  level: 1 | 2,
  vocabulary: Vocabulary,
  asLevel: (entry: ClassEntry, vocabulary: Vocabulary) => T | undefined,
): IndicatorClass<T> {
  const code = node.code ? squeeze(text.slice(node.code.start, node.code.end)) : '';
  const name = node.name ? squeeze(text.slice(node.name.start, node.name.end)) : '';
  const byCode = vocabulary.classByCode.get(code);
  const byName = classNamed(name, level, vocabulary);
  return {
    node,
    code,
    name,
    byCode: byCode && asLevel(byCode, vocabulary),
    byName: byName && asLevel(byName, vocabulary),
  };
}

function levelOne(entry: ClassEntry): LevelOneClass | undefined {
  return entry.level === 1 ? entry.class : undefined;
}

function levelTwo(entry: ClassEntry, vocabulary: Vocabulary): ChildClass | undefined {
  return vocabulary.levelTwo.get(entry.class.code);
}
