import { fold, isBlankCode, isDigit, isLineEnd } from '../../syntax/characters.ts';
import { trimBlanks } from '../../syntax/lines.ts';
import type { ClassNode, Goal, Indicator, Part, Span, Value } from '../../syntax/nodes.ts';
import type { Row } from '../../table/row.ts';
import { partAt, touches } from '../things/thing.ts';

/** What holds an offset of a block, from the smallest part to the block; each span lies in the one behind it. */
export function spansAt(row: Row, text: string, at: number): Span[] {
  const part = partAt(row, at);
  const spans = part ? [...inPart(part, text, at), part] : [];
  const block = { start: 0, end: trimBlanks(text, 0, text.length).end };
  return [...spans, block].filter((span) => touches(span, at));
}

function inPart(part: Part, text: string, at: number): Span[] {
  if (!('label' in part)) return [];
  if (touches(part.label, at)) return [part.label];
  switch (part.type) {
    case 'goal':
      return inGoal(part, text, at);
    case 'indicators': {
      const item = part.items.findLast((one) => touches(one, at));
      if (!item) return [];
      if (item.type === 'indicator') return [...inIndicator(item, text, at), item];
      return item.type === 'heading' ? [...inClass(item.class, at), item] : [item];
    }
    default:
      return [part.text];
  }
}

function inGoal({ text: span, inserts }: Goal, text: string, at: number): Span[] {
  const insert = inserts.find((one) => touches(one, at));
  if (insert) return [insert, span];
  if (!touches(span, at)) return [];
  const isBreak = (i: number) => isLineEnd(text.charCodeAt(i));
  const isStop = (i: number) => isBreak(i) || '。;!?'.includes(String.fromCharCode(fold(text.charCodeAt(i))));
  return [piece(text, span, at, isStop), piece(text, span, at, isBreak), span];
}

/** What stands around an offset between two ends, the second with it where it is seen. */
function piece(text: string, within: Span, at: number, isEnd: (i: number) => boolean): Span {
  let { start, end } = { start: at, end: at };
  while (start > within.start && !isEnd(start - 1)) start--;
  while (end < within.end && !isEnd(end)) end++;
  if (end < within.end) end++;
  return trimBlanks(text, start, end);
}

function inIndicator(indicator: Indicator, text: string, at: number): Span[] {
  const { number, class1, class2, code3, name, values, inserts } = indicator;
  const insert = inserts.find((one) => touches(one, at));
  if (insert) return [insert];
  for (const node of [class2, class1]) if (node && touches(node, at)) return inClass(node, at);
  const value = values.findLast((one) => touches(one, at));
  if (value) return [...inValue(value, text, at), value];
  const named = name && { start: code3?.start ?? name.start, end: name.end };
  if (named && touches(named, at))
    return [...[code3, name].filter((span) => span && touches(span, at)), named] as Span[];
  return number && touches(number, at) ? [number] : [];
}

function inClass(node: ClassNode, at: number): Span[] {
  const own = [node.code, node.name].find((span) => span && touches(span, at));
  return own ? [own, node] : [node];
}

function inValue({ label, text: span }: Value, text: string, at: number): Span[] {
  if (label && touches(label, at)) return [label];
  return touches(span, at) ? [run(text, span, at), span] : [];
}

const MARK = /[\p{P}\p{S}]/u;

type Sort = 'number' | 'mark' | 'word' | 'blank';

/** The number, the operator or mark, or the word of a value that an offset is in; between two the second. */
function run(text: string, within: Span, at: number): Span {
  const sortAt = (i: number): Sort => {
    const code = text.charCodeAt(i);
    if (isBlankCode(code)) return 'blank';
    const isPoint = '.,'.includes(String.fromCharCode(fold(code))) && i > within.start && i + 1 < within.end;
    if (isDigit(code) || (isPoint && isDigit(text.charCodeAt(i - 1)) && isDigit(text.charCodeAt(i + 1))))
      return 'number';
    return MARK.test(text.charAt(i)) ? 'mark' : 'word';
  };
  const first = at < within.end && (at === within.start || sortAt(at) !== 'blank') ? at : at - 1;
  const sort = sortAt(first);
  let { start, end } = { start: first, end: first + 1 };
  while (start > within.start && sortAt(start - 1) === sort) start--;
  while (end < within.end && sortAt(end) === sort) end++;
  return { start, end };
}
