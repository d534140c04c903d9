import { ENUMERATION, FULL_STOP, isBetweenFields } from '../../syntax/characters.ts';
import { STYLE } from '../../syntax/style.ts';
import type { Vocabulary } from '../../syntax/vocabulary.ts';
import type { Indicator, Row } from '../../table/row.ts';
import { labelSlips } from '../labelSlips.ts';
import { isUnfinished } from '../unfinished.ts';
import { hasLineEnd, isOnly, marksIn } from './marks.ts';
import { type MarkFix, type Tell, tellOf } from './wrongMarks.ts';

/** The marks at an indicator's end. */
export function checkEnd(
  row: Row,
  indicator: Indicator,
  next: Indicator | undefined,
  text: string,
  vocabulary: Vocabulary,
  tell: Tell,
  othersEndInStyle: () => boolean,
): void {
  const { node, values, number } = indicator;
  const last = node.values.at(-1) ?? node.name;
  if (!last || isOnly(text, last.end, node.end, FULL_STOP)) return;
  const marks = marksIn(text, last.end, node.end, indicator);
  if (!marks) return;
  const [first] = marks;
  if (first === undefined) {
    if (isUnfinished(indicator, vocabulary) || runsInto(next, node.end, text) || !othersEndInStyle()) return;
    // A misspelt label that was read as this indicator's text: `unknown-label` speaks.
    if (labelSlips(row, text, vocabulary).some(({ span }) => node.start < span.start && span.end <= node.end)) return;
    const value = values.at(-1)?.node;
    tell({
      span: value ? (value.text.start < value.text.end ? value.text : value) : last,
      message: 'noEnd',
      args: { right: STYLE.end },
      indicator: number ?? null,
      data: {
        edits: [{ start: last.end, end: last.end, text: STYLE.end }],
        fix: { message: 'add', args: { right: STYLE.end } },
      } satisfies MarkFix,
    });
    return;
  }
  if (marks.length === 1 && text.charCodeAt(first) === FULL_STOP) return;
  const isName = text.charCodeAt(first) === ENUMERATION;
  const isOwnWay = !othersEndInStyle();
  if (marks.length > 1 || isName || !isOwnWay)
    tellOf(indicator, marks, isOwnWay ? 'end of its own' : 'end', text, tell);
}

/** Whether the next indicator follows on the same line without its number: what stood between them was lost. */
function runsInto(next: Indicator | undefined, end: number, text: string): boolean {
  return next !== undefined && next.number === undefined && !hasLineEnd(text, end, next.node.start);
}

/** Whether the right mark is among those at an indicator's end. */
export function endsInStyle({ node }: Indicator, text: string): boolean {
  for (let i = node.end - 1; i >= node.start && isBetweenFields(text.charCodeAt(i)); i--) {
    if (text.charCodeAt(i) === FULL_STOP) return true;
  }
  return false;
}
