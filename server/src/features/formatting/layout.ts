import { type LabelSlip, labelSlips } from '../../rules/labelSlips.ts';
import type { TextEdit } from '../../rules/rule.ts';
import { squeeze } from '../../syntax/characters.ts';
import { readDirectives } from '../../syntax/directives.ts';
import { skipSpacesBack } from '../../syntax/lines.ts';
import type { BlockTree, Indicators, LabelNode, Line, Part, Span } from '../../syntax/nodes.ts';
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
  const slips = labelSlips(row, text, style.vocabulary);
  layOutAmounts(row, style.alignAmounts, style.marks, changes);
  const indicators = row.indicators.values();
  for (const part of row.tree.parts) {
    layOutPart(part, row.tree, style, changes);
    if (part.type === 'indicators') layOutIndicators(part, indicators, slips, style, position, changes);
  }
  layOutBreaks(row.tree, slips, position, changes);
  return changes.groups;
}

function layOutPart(part: Part, tree: BlockTree, style: Style, changes: Changes): void {
  const { text } = changes;
  switch (part.type) {
    case 'field':
      if (part.role === 'total' && part.text.start >= part.text.end) {
        changes.together([labelEdit(text, part.label), { start: part.label.end, end: part.end, text: '' }]);
      } else changes.together(labelled(text, part.label, part.text, style.marks));
      break;
    case 'goal': {
      const isBeside =
        part.text.start < part.text.end && !hasLineEnd(text, { start: part.label.colon, end: part.text.start });
      changes.together(labelled(text, part.label, isBeside ? part.text : undefined, style.marks));
      break;
    }
    case 'indicators':
      changes.together(labelled(text, part.label, undefined, style.marks));
      break;
    case 'lead':
      changes.alone({
        start: part.start,
        end: part.end,
        text: `${squeeze(text.slice(part.start, part.end)).slice(0, -1)}${style.marks.colon}`,
      });
      break;
    case 'year': {
      const year = yearField(text, part, tree);
      if (year)
        changes.alone({
          start: part.start,
          end: part.end,
          text: `年度${style.marks.colon}${style.marks.afterColon}${year}`,
        });
      break;
    }
  }
}

/** The edits of a label, its colon and the space before its text, if that stands beside it. */
function labelled(text: string, label: LabelNode, value: Span | undefined, marks: Marks): TextEdit[] {
  const hasText = value !== undefined && value.start < value.end;
  const end = hasText ? value.start : label.colon + 1;
  const colon = { start: label.end, end, text: hasText ? marks.colon + marks.afterColon : marks.colon };
  return [labelEdit(text, label), colon];
}

function labelEdit(text: string, { start, end }: LabelNode): TextEdit {
  return { start, end, text: squeeze(text.slice(start, end)) };
}

/** The year that a line of its own says, where nothing else in the head says one. */
function yearField(text: string, year: Line, { parts }: BlockTree): number | undefined {
  const isOnly = parts.every(
    (part) => part === year || (part.type === 'field' ? part.role !== 'year' : part.type !== 'year'),
  );
  return isOnly ? readYear(text.slice(year.start, year.end)) : undefined;
}

/** Gives each indicator a line of its own, and writes it out. A line that a comment suppresses rules for stays one line. */
function layOutIndicators(
  part: Indicators,
  indicators: Iterator<Indicator>,
  slips: readonly LabelSlip[],
  style: Style,
  position: BlockPosition,
  changes: Changes,
): void {
  const { text } = changes;
  const targets = readDirectives(text).flatMap(({ target }) => target ?? []);
  let before = part.label.colon + 1;
  let belowHeading = false;
  for (const item of part.items) {
    const isSuppressed = targets.some(({ start, end }) => start <= item.start && item.start < end);
    if (!isSuppressed && !hasLineEnd(text, { start: before, end: item.start })) {
      const from = skipSpacesBack(text, item.start, before);
      changes.alone({ start: from, end: item.start, text: position.lineEnd + INDENT }, true);
    }
    if (item.type === 'heading') belowHeading = true;
    if (item.type === 'indicator') {
      const indicator = indicators.next().value as Indicator;
      const holdsSlip = slips.some(({ span }) => item.start <= span.start && span.start < item.end);
      if (!holdsSlip) layOutIndicator(indicator, belowHeading, style.marks, style.vocabulary, changes);
    }
    before = item.end;
  }
}
