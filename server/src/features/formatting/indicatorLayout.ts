import { isUnfinished } from '../../rules/indicatorPunctuation.ts';
import { inDigits } from '../../rules/numbering.ts';
import type { TextEdit } from '../../rules/rule.ts';
import { FULL_STOP, isBlankCode, squeeze } from '../../syntax/characters.ts';
import type { Span, Value } from '../../syntax/nodes.ts';
import { isEscaped } from '../../syntax/text.ts';
import { isForValue, type Vocabulary } from '../../syntax/vocabulary.ts';
import type { Indicator } from '../../table/row.ts';
import { type Changes, hasLineEnd } from './changes.ts';
import { classTexts } from './classes.ts';
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
  const edits: TextEdit[] = [];
  const { number, class1, class2, code3, name, values } = node;
  const put = (from: number, to: number, written: string): void => {
    if (!node.inserts.some((insert) => from <= insert.start && insert.start < to))
      edits.push({ start: from, end: to, text: written });
  };
  /** A mark in the place of what stands behind a piece; a lone `\` at the piece's end would escape it. */
  const escapeBehind = (piece: Span) => (isEscaped(text, piece.end, piece.start) ? '\\' : '');
  const putBehind = (piece: Span, to: number, written: string) =>
    put(piece.end, to, written === '' ? '' : escapeBehind(piece) + written);

  const pieces: Span[] = [class1, class2, code3, name, ...values].filter((piece) => piece !== undefined);
  const first = pieces[0]?.start ?? node.end;
  if (number) {
    put(node.start, number.start, '');
    put(number.start, number.end, inDigits(text.slice(number.start, number.end)));
    put(number.end, first, marks.afterNumber);
  } else if (pieces.length > 0) changes.alone({ start: node.start, end: first, text: '' }, true);

  const classes = classTexts(text, node, !belowHeading && name !== undefined, marks.between, vocabulary);
  if (class1) put(class1.start, class1.end, classes.class1);
  if (class2) put(class2.start, class2.end, classes.class2);
  if (code3 && name) put(code3.end, name.start, '-');

  const labels = missingLabels(text, indicator, vocabulary);
  pieces.slice(1).forEach((piece, i) => {
    const before = pieces[i] as Span;
    if (before === code3 || !isParted(text, before.end, piece.start)) return;
    const label = piece === values[0] && labels[0] !== undefined ? labels[0] + marks.afterLabel : '';
    putBehind(before, piece.start, marks.between + label);
  });
  for (const value of values) layOutLabel(value, marks, text, putBehind, put);

  const last = pieces.at(-1);
  if (!last) return;
  const again = labels
    .slice(1)
    .map(
      (label) => `${marks.between}${label}${marks.afterLabel}${text.slice(last.start, last.end)}${escapeBehind(last)}`,
    );
  const end = endMark(text, indicator, last, marks, vocabulary);
  if (end !== undefined) putBehind(last, node.end, again.join('') + end);
  changes.together(edits);
}

function layOutLabel(
  { label, text: value, end }: Value,
  marks: Marks,
  text: string,
  putBehind: (piece: Span, to: number, written: string) => void,
  put: (from: number, to: number, written: string) => void,
): void {
  if (!label) return;
  put(label.start, label.end, squeeze(text.slice(label.start, label.end)));
  putBehind(label, value.end > value.start ? value.start : end, marks.afterLabel);
}

/** Whether there is a mark or a line end between two pieces: without either, nobody knows that they are two. */
function isParted(text: string, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (!isBlankCode(text.charCodeAt(i))) return true;
  return hasLineEnd(text, { start: from, end: to });
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
  return isMarked || !hasLineEnd(text, value) ? marks.end : undefined;
}

/**
 * The labels that a value without label stands for, the first of them before it. None where it or what is before it
 * goes over several lines, or where nothing else tells that this is an indicator.
 */
function missingLabels(text: string, indicator: Indicator, vocabulary: Vocabulary): string[] {
  const { node } = indicator;
  const { values, inserts, name } = node;
  const [value] = values;
  if (!value || !name || value.label || hasLineEnd(text, { start: name.start, end: value.end })) return [];
  if (!node.number && !node.class1 && !node.class2) return [];
  // The label would have to be written where a comment stands.
  if (inserts.some(({ start }) => name.start <= start && start < node.end)) return [];
  return isUnfinished(indicator, vocabulary)
    ? []
    : vocabulary.valueLabels.filter(isForValue).map((label) => label.name);
}
