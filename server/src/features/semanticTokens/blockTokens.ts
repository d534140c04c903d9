import type { RuleContext } from '../../rules/rule.ts';
import type { Block } from '../../syntax/blocks.ts';
import { squeeze } from '../../syntax/characters.ts';
import { readDirectives } from '../../syntax/directives.ts';
import type { ClassNode, Line, Part, Span } from '../../syntax/nodes.ts';
import { parseBlock } from '../../syntax/parseBlock.ts';
import { isForValue } from '../../syntax/vocabulary.ts';
import { type Indicator, type IndicatorClass, type IndicatorValue, readRow } from '../../table/row.ts';
import { partsOf, type QuantityParts, readValue } from '../../table/value.ts';
import { classOf } from '../hover/classOf.ts';
import type { TokenModifier, TokenType } from './legend.ts';
import { squeezeSpan } from './squeezedSpan.ts';
import type { Token } from './tokenPiece.ts';

/** What the tokens of a block depend on besides its text and profile. */
export interface TokenQuestion {
  readonly context: RuleContext;
  /** Standard indicators, as `standardKey` has them. */
  readonly standard: ReadonlySet<string>;
  /** Offsets at which amounts stand that are not what they should add up to. */
  readonly mismatches: readonly number[];
  /** How much a grammar does already: all but what only the table knows; what is not a word of the profile; nothing. */
  readonly grammar: 'knows the profile' | 'knows no profile' | 'none';
}

export function standardKey(classCode: string, name: string): string {
  return `${classCode} ${squeeze(name)}`;
}

/** The tokens of a block in order, with offsets of the block. */
export function tokensOf({ kind, text }: Block, question: TokenQuestion): Token[] {
  const { context } = question;
  const { vocabulary } = context;
  const row = readRow(text, parseBlock(kind, text, vocabulary), vocabulary, context.moneyUnit);
  const reader = new TokenReader(text, question, new Map(row.indicators.map((one) => [one.node, one])));
  const amounts = new Map(row.amounts.map((amount) => [amount.node, amount]));
  for (const part of row.tree.parts) {
    reader.label(part);
    if (part.type === 'field' && part.role === 'unit') reader.add('unit', part.text, 'declaration');
    else if (part.type === 'field' && part.role === 'project') reader.add('project', part.text, 'declaration');
    else if (part.type === 'amount') {
      const isRead = amounts.get(part)?.reading.value !== undefined;
      const mismatch = question.mismatches.includes(part.text.start) ? 'mismatch' : undefined;
      if (isRead) reader.add('number', part.text, mismatch);
    } else if (part.type === 'goal') {
      for (const insert of part.inserts) reader.line(insert);
    } else if (part.type === 'indicators') {
      for (const item of part.items) {
        if (item.type === 'indicator') reader.indicator(item);
        else if (item.type === 'heading') reader.heading(item.class);
        else reader.line(item);
      }
    }
  }
  return reader.inOrder();
}

class TokenReader {
  readonly #tokens: Token[] = [];
  readonly #text: string;
  readonly #question: TokenQuestion;
  readonly #indicators: ReadonlyMap<Indicator['node'], Indicator>;
  /** What is coloured in the comments that are still to come. */
  readonly #inDirectives: Span[] = [];
  #isSorted = true;

  constructor(text: string, question: TokenQuestion, indicators: ReadonlyMap<Indicator['node'], Indicator>) {
    this.#text = text;
    this.#question = question;
    this.#indicators = indicators;
    this.#directives();
  }

  add(type: TokenType, { start, end }: Span, modifier?: TokenModifier): void {
    if (end <= start) return;
    if (start < (this.#tokens.at(-1)?.start ?? 0)) this.#isSorted = false;
    this.#tokens.push({ type, start, end, modifier });
  }

  inOrder(): Token[] {
    if (this.#isSorted) return this.#tokens;
    let end = 0;
    return this.#tokens
      .sort((a, b) => a.start - b.start)
      .filter((token) => {
        if (token.start < end) return false;
        end = token.end;
        return true;
      });
  }

  label(part: Part): void {
    if ('label' in part) {
      if (this.#question.grammar === 'knows the profile') return;
      const isRow = part.type === 'field' && ['project', 'unit', 'total', 'include'].includes(part.role);
      this.add(isRow ? 'rowLabel' : 'label', part.label);
    } else this.line(part);
  }

  /** A comment, but for what a directive has in it. */
  line({ type, start, end }: Line): void {
    if (this.#question.grammar !== 'none' || type !== 'comment') return;
    let from = start;
    while ((this.#inDirectives[0]?.start ?? end) < end) {
      const rule = this.#inDirectives.shift() as Span;
      this.add('comment', { start: from, end: rule.start });
      from = Math.max(from, rule.end);
    }
    this.add('comment', { start: from, end });
  }

  heading(node: ClassNode): void {
    const { vocabulary } = this.#question.context;
    this.add('class', node, classOf(this.#text, node, undefined, vocabulary) ? undefined : 'unknown');
  }

  indicator(node: Indicator['node']): void {
    const indicator = this.#indicators.get(node);
    if (!indicator) return;
    for (const insert of node.inserts) this.line(insert);
    this.#class(indicator.class1);
    this.#class(indicator.class2);
    const { level2, name } = indicator;
    const isStandard = level2 !== undefined && this.#question.standard.has(standardKey(level2.code, name));
    if (node.name && isStandard) this.add('name', node.name, 'standard');
    else if (node.name && this.#question.grammar === 'none') this.add('name', node.name);
    for (const value of indicator.values) this.#value(value, node.inserts);
  }

  /** The code and the name of a class, by themselves where only one of them is known. */
  #class(written: IndicatorClass<unknown> | undefined): void {
    if (!written) return;
    const { node, byCode, byName } = written;
    const { code, name } = node;
    if (!code || !name || (byCode === undefined) === (byName === undefined)) {
      this.add('class', node, (byCode ?? byName) ? undefined : 'unknown');
    } else {
      this.add('class', code, byCode ? undefined : 'unknown');
      this.add('class', name, byName ? undefined : 'unknown');
    }
  }

  #value({ node, label, text }: IndicatorValue, inserts: readonly Span[]): void {
    if (node.label && this.#question.grammar !== 'knows the profile') this.add('label', node.label);
    if (label && !isForValue(label) && label.span !== 'weight') return;
    const squeezed = squeezeSpan(this.#text, node.text, inserts);
    const parts = partsIn(squeezed.text, text);
    if (!parts) return;
    const add = (type: TokenType, span: Span | undefined) => {
      const [start, last] = [squeezed.at[span?.start ?? -1], squeezed.at[(span?.end ?? 0) - 1]];
      if (span && start !== undefined && last !== undefined) this.add(type, { start, end: last + 1 });
    };
    const { operator, number, unit } = parts;
    const isBehind = operator && operator.start > number.start;
    if (!isBehind) add('operator', operator);
    add('number', number);
    add('unitOfMeasure', unit);
    if (isBehind) add('operator', operator);
  }

  #directives(): void {
    for (const directive of readDirectives(this.#text)) {
      if (directive.kind === 'unknown') continue;
      if (this.#question.grammar === 'none') this.add('rowLabel', directive.word);
      for (const { id, span } of directive.rules) {
        this.add('rule', span, this.#question.context.ruleIds.has(id) ? undefined : 'unknown');
      }
    }
    for (const token of this.#tokens) this.#inDirectives.push(token);
  }
}

/** What values that were read last consist of: the same few stand in most indicators. */
const read = new Map<string, QuantityParts | null>();
const KEPT = 2_000;

function partsIn(squeezed: string, text: string): QuantityParts | undefined {
  let parts = read.get(squeezed);
  if (parts === undefined) {
    const reading = readValue(text);
    parts = (reading.kind === 'quantity' && partsOf(squeezed, reading)) || null;
    if (read.size >= KEPT) read.clear();
    read.set(squeezed, parts);
  }
  return parts ?? undefined;
}
