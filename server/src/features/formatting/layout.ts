import { labelSlips } from '../../rules/labelSlips.ts';
import { ENUMERATION, isColon, squeeze } from '../../syntax/characters.ts';
import { readDirectives } from '../../syntax/directives.ts';
import { skipSpacesBack } from '../../syntax/lines.ts';
import type { BlockTree, Indicators, LabelNode, Line, Part, Span } from '../../syntax/nodes.ts';
import { firstFrom } from '../../syntax/text.ts';
import type { Vocabulary } from '../../syntax/vocabulary.ts';
import { readYear } from '../../table/head.ts';
import type { MoneyUnit } from '../../table/moneyUnit.ts';
import type { Indicator, Row } from '../../table/row.ts';
import { layOutAmounts } from './amounts.ts';
import { type BlockPosition, layOutBreaks } from './breaks.ts';
import { Changes, type Group, hasLineEnd } from './changes.ts';
import { layOutIndicator } from './indicatorLayout.ts';
import { INDENT, type Marks } from './marks.ts';

/** What the layout of a block goes by. */
export interface Style {
  readonly marks: Marks;
  readonly alignAmounts: boolean;
  readonly vocabulary: Vocabulary;
  readonly moneyUnit: MoneyUnit;
}

/** What is to be changed in a block so that it stands as it should, whether or not it would read the same. */
export function layOut(text: string, row: Row, style: Style, position: BlockPosition): readonly Group[] {
  const changes = new Changes(text);
  // Whoever wrote them meant something else, which a person has to say.
  const slips = labelSlips(row, text, style.vocabulary).map(({ line }) => line);
  layOutAmounts(row, style.alignAmounts, style.marks, changes);
  const indicators = row.indicators.values();
  for (const part of row.tree.parts) {
    layOutPart(part, row.tree, style, changes);
    if (part.type === 'indicators') layOutIndicators(part, indicators, slips, style, position, changes);
  }
  layOutBreaks(row.tree, slips, position, changes);
  return changes.groups;
}

function layOutPart(part: Part, tree: BlockTree, { marks }: Style, changes: Changes): void {
  const { text } = changes;
  switch (part.type) {
    case 'field':
      if (part.role === 'total' && part.text.start >= part.text.end) {
        layOutLabel(part.label, undefined, '', '', changes);
      } else layOutLabel(part.label, part.text, marks.colon, marks.afterColon, changes);
      break;
    case 'goal': {
      const isBeside = !hasLineEnd(text, part.label.colon, part.text.start);
      layOutLabel(part.label, isBeside ? part.text : undefined, marks.colon, marks.afterColon, changes);
      break;
    }
    case 'indicators':
      layOutLabel(part.label, undefined, marks.colon, marks.afterColon, changes);
      break;
    case 'lead':
      changes.put(part.start, part.end, squeeze(text.slice(part.start, part.end)).slice(0, -1) + marks.colon);
      break;
    case 'year': {
      const year = yearOf(text, part, tree);
      if (year) changes.put(part.start, part.end, `${YEAR_LABEL}${marks.colon}${marks.afterColon}${year}`);
      break;
    }
  }
}

const YEAR_LABEL = '年度';

/** Writes a label, its colon, and the space before its text, if one stands beside it. */
function layOutLabel(
  label: LabelNode,
  value: Span | undefined,
  colon: string,
  afterColon: string,
  changes: Changes,
): void {
  const { start, end } = label;
  const edits = changes.together();
  edits.put(start, end, squeeze(changes.text.slice(start, end)));
  if (value && value.start < value.end) edits.put(end, value.start, colon + afterColon);
  else edits.put(end, isColon(changes.text.charCodeAt(label.colon)) ? label.colon + 1 : end, colon);
}

/** The year that a line of its own says, where nothing else in the head says one. */
function yearOf(text: string, year: Line, { parts }: BlockTree): number | undefined {
  const isOnly = parts.every(
    (part) => part === year || (part.type === 'field' ? part.role !== 'year' : part.type !== 'year'),
  );
  return isOnly ? readYear(text.slice(year.start, year.end)) : undefined;
}

/** Gives each indicator a line of its own, and writes it out. A line that a comment suppresses rules for stays one line. */
function layOutIndicators(
  part: Indicators,
  indicators: Iterator<Indicator>,
  slips: readonly Span[],
  style: Style,
  position: BlockPosition,
  changes: Changes,
): void {
  const { text } = changes;
  const suppressed = readDirectives(text).flatMap(({ target }) => target ?? []);
  let before: Span = part.label;
  let isLeft = false;
  let belowHeading = false;
  for (const item of part.items) {
    const line = suppressed[firstFrom(suppressed, item.start + 1) - 1];
    isLeft ||= line !== undefined && item.start < line.end;
    const from = before === part.label ? part.label.colon + 1 : before.end;
    const gap = skipSpacesBack(text, item.start, from);
    if (!isLeft && !hasLineEnd(text, from, item.start) && !isLostNumber(text, gap)) {
      changes.put(gap, item.start, position.lineEnd + INDENT, true);
    }
    const slip = slips[firstFrom(slips, item.start)];
    isLeft = slip !== undefined && slip.start < item.end;
    if (item.type === 'heading') belowHeading = true;
    if (item.type === 'indicator') {
      const indicator = indicators.next().value as Indicator;
      if (!isLeft) layOutIndicator(indicator, belowHeading, style.marks, style.vocabulary, changes);
    }
    before = item;
  }
}

/** Whether a line has no more before an offset than the mark of a number that was lost: it stays with its indicator. */
function isLostNumber(text: string, end: number): boolean {
  const before = skipSpacesBack(text, end - 1, 0);
  return text.charCodeAt(end - 1) === ENUMERATION && (before === 0 || hasLineEnd(text, before - 1, before));
}
