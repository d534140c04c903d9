import { inDigits } from '../../rules/numbering.ts';
import { squeeze } from '../../syntax/characters.ts';
import type { ClassNode, Indicators, Part, Span, Value } from '../../syntax/nodes.ts';
import { joinedText, linesText, lineText } from '../../syntax/text.ts';
import { isForValue, type Vocabulary } from '../../syntax/vocabulary.ts';
import { readYear } from '../../table/head.ts';
import { type Amount, type Heading, headingOf, type Indicator, type Row } from '../../table/row.ts';
import { meaningOf, settledEntry } from './classes.ts';

/**
 * All that a block says, comments and stray text included, whichever way it is laid out: what a formatted block must say
 * as well. One line a part.
 */
export function saidBy(text: string, row: Row, vocabulary: Vocabulary): string[] {
  return new Said(text, row, vocabulary).lines;
}

class Said {
  readonly text: string;
  readonly vocabulary: Vocabulary;
  readonly lines: string[] = [];
  readonly amounts: Iterator<Amount>;
  readonly indicators: Iterator<Indicator>;

  constructor(text: string, row: Row, vocabulary: Vocabulary) {
    this.text = text;
    this.vocabulary = vocabulary;
    this.amounts = row.amounts.values();
    this.indicators = row.indicators.values();
    for (const part of row.tree.parts) this.part(part);
  }

  say(...words: readonly (string | number | undefined)[]): void {
    this.lines.push(words.join('\u0000'));
  }

  raw({ start, end }: Span): string {
    return this.text.slice(start, end);
  }

  part(part: Part): void {
    const { text } = this;
    switch (part.type) {
      case 'field': {
        const written = lineText(text, part.text);
        if (part.role === 'year') this.say('year', readYear(written) ?? written);
        else
          this.say(
            part.role,
            part.index,
            part.asMoneyUnit && 'as money unit',
            part.role === 'include' ? this.raw(part.text) : written,
          );
        break;
      }
      case 'amount': {
        const { value } = (this.amounts.next().value as Amount).reading;
        this.say('amount', part.column, part.lead && 'of which', value?.toString() ?? lineText(text, part.text));
        break;
      }
      case 'goal':
        this.say(
          'goal',
          part.index,
          linesText(text, part.text, part.inserts),
          ...part.inserts.map((insert) => this.raw(insert)),
        );
        break;
      case 'indicators':
        this.say('indicators');
        this.items(part);
        break;
      case 'year':
        this.say('year', readYear(this.raw(part)) ?? this.raw(part));
        break;
      case 'lead':
        this.say('of which');
        break;
      default:
        this.say(part.type, part.type === 'comment' ? this.raw(part) : lineText(text, part));
    }
  }

  items({ items }: Indicators): void {
    let above: Heading = {};
    for (const item of items) {
      if (item.type === 'heading') above = headingOf(this.text, item.class, above, this.vocabulary);
      if (item.type === 'indicator') this.indicator(this.indicators.next().value as Indicator, above);
      else this.say(item.type, this.raw(item));
    }
  }

  indicator({ node, number, level1, level2, code3, name, values }: Indicator, above: Heading): void {
    const { text } = this;
    const one = node.class1 && this.classes(node.class1, 1);
    const parent = one || above.level1 || !node.class2 ? undefined : this.parentOf(node.class2);
    this.say(
      number === undefined ? undefined : `${inDigits(number)}、`,
      ...(one ?? [parent, parent]),
      ...(node.class2 ? this.classes(node.class2, 2) : [undefined, undefined]),
      level1?.code,
      level2?.code,
      code3,
      name,
      ...values.flatMap(({ node: value }) => this.value(value, joinedText(text, value.text, node.inserts))),
      ...node.inserts.map((insert) => this.raw(insert)),
    );
  }

  /** What a class's code and its name say; what is not written follows from what is. */
  classes(node: ClassNode, level: 1 | 2): [string | undefined, string | undefined] {
    const { code, name, byCode, byName } = meaningOf(this.text, node, level, this.vocabulary);
    return [
      code === '' ? byName?.class.code : (byCode?.class.code ?? code),
      name === '' ? byCode?.class.code : (byName?.class.code ?? name),
    ];
  }

  parentOf(class2: ClassNode): string | undefined {
    const entry = settledEntry(meaningOf(this.text, class2, 2, this.vocabulary));
    return entry?.level === 2 ? entry.parent.code : undefined;
  }

  /** A value without label is that of every label. */
  value({ index, label, misspelt }: Value, text: string): string[] {
    if (label) return [`${index}`, misspelt ? squeeze(this.raw(label)) : '', text];
    return this.vocabulary.valueLabels.flatMap((one, i) => (isForValue(one) ? [`${i}`, '', text] : []));
  }
}
