import type { Row } from '../table/row.ts';
import { lineBehind, lineEndOf, textStart } from './edits.ts';
import type { TextEdit } from './rule.ts';

/** Puts a line into the head: behind its other labels, else above everything. `row` is the table's first. */
export function lineInHead(line: string, row: Pick<Row, 'kind' | 'tree'>, text: string): TextEdit {
  const lineEnd = lineEndOf(text);
  const top = textStart(text);
  if (row.kind !== 'head') return { start: top, end: top, text: `${line}${lineEnd}${lineEnd}` };
  // Behind a goal, which has no place here, it would be the goal's text.
  const end = row.tree.parts.findIndex(({ type }) => type === 'goal' || type === 'indicators');
  const parts = end < 0 ? row.tree.parts : row.tree.parts.slice(0, end);
  const last = parts.findLast(({ type }) => type === 'title' || type === 'year' || type === 'field');
  // Above the comments too: one may speak of the line behind it.
  if (!last) return { start: top, end: top, text: `${line}${lineEnd}` };
  return lineBehind(text, last.end, last.start, line);
}
