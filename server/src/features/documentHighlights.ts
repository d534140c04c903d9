import { type DocumentHighlight, DocumentHighlightKind, type Position } from 'vscode-languageserver-types';
import type { TableDocument } from '../workspace/tableDocument.ts';
import { numbersOfList, sameValues } from './highlights/inIndicators.ts';
import { sumAround } from './highlights/sums.ts';
import { rangeOf } from './ranges.ts';
import { rowAt, thingAt } from './things/thing.ts';
import { usesOf } from './things/uses.ts';

const { Text, Read, Write } = DocumentHighlightKind;

/**
 * What in the document belongs to the word at a position: the other uses of a name or a class, the amounts of a sum (the
 * sum itself is written, the others read), the values of an indicator that say the same, the numbers of a list.
 */
export function documentHighlights(document: TableDocument, position: Position): DocumentHighlight[] {
  const where = rowAt(document, position);
  if (!where) return [];
  const found = thingAt(where);
  if (found) {
    return usesOf(found.thing, document).map(({ place, span, role }) => ({
      range: rangeOf(place, span),
      kind: role === 'title' ? Write : Read,
    }));
  }
  const sum = sumAround(where);
  if (sum) {
    return sum.map(({ place, span, isSum }) => ({ range: rangeOf(place, span), kind: isSum ? Write : Read }));
  }
  const spans = sameValues(where) ?? numbersOfList(where) ?? [];
  return spans.map((span) => ({ range: rangeOf(where.place, span), kind: Text }));
}
