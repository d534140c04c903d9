import { inDigits } from '../../rules/numbering.ts';
import { isUnfinished } from '../../rules/unfinished.ts';
import { FULL_STOP, isBlankCode, squeeze } from '../../syntax/characters.ts';
import type { Indicator as Node, Span } from '../../syntax/nodes.ts';
import { firstFrom, isEscaped } from '../../syntax/text.ts';
import { isForValue, type Vocabulary } from '../../syntax/vocabulary.ts';
import type { Indicator } from '../../table/row.ts';
import { type Changes, hasLineEnd, type Together } from './changes.ts';
import { classText, parentText } from './classes.ts';
import type { Marks } from './marks.ts';

/**
 * Writes an indicator as `N、class; class; name; label:value; label:value。`. Its texts keep their characters and their
 * line breaks; what a comment stands in stays as it is.
 * @param belowHeading a heading gives it its class, so that none need be written out
 */
export function layOutIndicator(
  indicator: Indicator,
  belowHeading: boolean,
  marks: Marks,
  vocabulary: Vocabulary,
  changes: Changes,
): void {
  const { text } = changes;
  const { node } = indicator;
  const { number, class1, class2, code3, name, values } = node;
  const edits = new IndicatorEdits(node, changes);
  const pieces: Span[] = [class1, class2, code3, name, ...values].filter((piece) => piece !== undefined);
  const first = pieces[0]?.start ?? node.end;
  if (number) {
    edits.put(node.start, number.start, '');
    edits.put(number.start, number.end, inDigits(text.slice(number.start, number.end)));
    edits.put(number.end, first, marks.afterNumber);
  } else if (pieces.length > 0) changes.put(node.start, first, '', true);

  const isWrittenOut = !belowHeading && name !== undefined;
  if (class1) edits.put(class1.start, class1.end, classText(text, class1, 1, isWrittenOut, vocabulary));
  if (class2) {
    const parent = isWrittenOut && !class1 ? parentText(text, class2, marks.between, vocabulary) : '';
    edits.put(class2.start, class2.end, parent + classText(text, class2, 2, isWrittenOut, vocabulary));
  }
  if (code3 && name) edits.put(code3.end, name.start, '-');

  const labels = missingLabels(text, indicator, vocabulary);
  for (let i = 1; i < pieces.length; i++) {
    const before = pieces[i - 1] as Span;
    const piece = pieces[i] as Span;
    if (before === code3 || !isParted(text, before.end, piece.start)) continue;
    const label = piece === values[0] && labels[0] !== undefined ? labels[0] + marks.afterLabel : '';
    edits.putBehind(before, piece.start, marks.between + label);
  }
  for (const { label, text: value, end } of values) {
    if (!label) continue;
    edits.put(label.start, label.end, squeeze(text.slice(label.start, label.end)));
    edits.put(label.end, value.end > value.start ? value.start : end, marks.afterLabel);
  }

  const last = pieces.at(-1);
  const end = last && endMark(text, indicator, last, marks, vocabulary);
  if (!last || end === undefined) return;
  const again = labels.slice(1).map((label) => marks.between + label + marks.afterLabel + edits.escaped(last));
  edits.putBehind(last, node.end, again.join('') + end);
}

/** The edits of one indicator, which belong together; none where a comment stands. */
class IndicatorEdits {
  readonly #node: Node;
  readonly #text: string;
  readonly #edits: Together;

  constructor(node: Node, changes: Changes) {
    this.#node = node;
    this.#text = changes.text;
    this.#edits = changes.together();
  }

  put(start: number, end: number, written: string): void {
    const insert = this.#node.inserts[firstFrom(this.#node.inserts, start)];
    if (!insert || insert.start >= end) this.#edits.put(start, end, written);
  }

  /** A mark in the place of what stands behind a piece. */
  putBehind(piece: Span, end: number, written: string): void {
    this.put(piece.end, end, this.#escape(piece) + written);
  }

  /** A piece's text such that a mark may stand behind it. */
  escaped(piece: Span): string {
    return this.#text.slice(piece.start, piece.end) + this.#escape(piece);
  }

  /** A lone `\` at a piece's end would escape what is put behind it. */
  #escape({ start, end }: Span): string {
    return isEscaped(this.#text, end, start) ? '\\' : '';
  }
}

/** Whether there is a mark or a line end between two pieces: without either, nobody knows that they are two. */
function isParted(text: string, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (!isBlankCode(text.charCodeAt(i))) return true;
  return hasLineEnd(text, from, to);
}

/** What is to stand behind an indicator's last piece; undefined where it is not finished, and stays as it is. */
function endMark(
  text: string,
  indicator: Indicator,
  last: Span,
  marks: Marks,
  vocabulary: Vocabulary,
): string | undefined {
  const { node } = indicator;
  const isMarked = last.end < node.end;
  for (let i = last.end; i < node.end; i++) if (text.charCodeAt(i) === FULL_STOP) return marks.end;
  const value = node.values.at(-1)?.text;
  if (!value || value.start >= value.end || isUnfinished(indicator, vocabulary)) return undefined;
  // Its last line may be the beginning of something else.
  return isMarked || !hasLineEnd(text, value.start, value.end) ? marks.end : undefined;
}

/**
 * The labels that a value without label stands for, the first of them before it. None where it or what is before it
 * goes over several lines, or where nothing else tells that this is an indicator.
 */
function missingLabels(text: string, indicator: Indicator, vocabulary: Vocabulary): string[] {
  const { node } = indicator;
  const { values, inserts, name } = node;
  const [value] = values;
  if (!value || !name || value.label || hasLineEnd(text, name.start, value.end)) return [];
  if (!node.number && !node.class1 && !node.class2) return [];
  // The label would have to be written where a comment stands.
  if (inserts.some(({ start }) => name.start <= start && start < node.end)) return [];
  return isUnfinished(indicator, vocabulary)
    ? []
    : vocabulary.valueLabels.filter(isForValue).map((label) => label.name);
}
