import type { ListedRows } from './listedRows.ts';

/** Text lines ↔ pixels of the page. Pure; pixels count from the top of what scrolls. */

/** A piece of a row that begins on a line of its own: the line in the row's block, and where it is in the row. */
export interface Mark {
  readonly line: number;
  readonly y: number;
}

/** What the page is, as far as scrolling goes. */
export interface Layout {
  readonly rows: ListedRows;
  /** How high the caption is that stands above the table. The head of the table stays in sight and takes no part. */
  readonly caption: number;
  /** The marks of a row that is in the page, from above. */
  marksOf(id: number): readonly Mark[];
}

/** The line of the text, with its fraction, that a place of the page shows. */
export function lineAt({ rows, caption, marksOf }: Layout, y: number): number {
  if (y < caption || rows.length === 0) return caption > 0 ? (Math.max(0, y) / caption) * rows.leading : 0;
  const index = rows.heights.indexAt(y - caption);
  const within = Math.min(y - caption - rows.heights.before(index), rows.heights.value(index));
  const points = pointsOf(rows, index, marksOf);
  return rows.leading + rows.lines.before(index) + between(points, within, 'y', 'line');
}

/** The place of the page that shows a line of the text. */
export function placeOf({ rows, caption, marksOf }: Layout, line: number): number {
  if (line < rows.leading || rows.length === 0) {
    return rows.leading > 0 ? (Math.max(0, line) / rows.leading) * caption : 0;
  }
  if (rows.hasLines && line >= rows.leading + rows.lines.total) return caption + rows.heights.total;
  const index = rows.lines.indexAt(line - rows.leading);
  const within = Math.min(line - rows.leading - rows.lines.before(index), rows.lines.value(index));
  const points = pointsOf(rows, index, marksOf);
  return caption + rows.heights.before(index) + between(points, within, 'line', 'y');
}

/** The corners of a row and, between them, its marks as far as they go down in both. */
function pointsOf(rows: ListedRows, index: number, marksOf: Layout['marksOf']): Mark[] {
  const end = { line: rows.lines.value(index), y: rows.heights.value(index) };
  const points: Mark[] = [{ line: 0, y: 0 }];
  for (const mark of marksOf(rows.id(index) as number)) {
    const last = points.at(-1) as Mark;
    if (mark.line > last.line && mark.y > last.y && mark.line < end.line && mark.y < end.y) points.push(mark);
  }
  points.push(end);
  return points;
}

function between(points: readonly Mark[], value: number, from: keyof Mark, to: keyof Mark): number {
  let i = 1;
  while (i < points.length - 1 && (points[i] as Mark)[from] < value) i++;
  const [start, end] = [points[i - 1] as Mark, points[i] as Mark];
  const length = end[from] - start[from];
  const share = length > 0 ? (value - start[from]) / length : 0;
  return start[to] + share * (end[to] - start[to]);
}

/** What is seen of what scrolls. */
export interface View {
  /** How high all of it is. */
  readonly height: number;
  /** How much of it is in sight at once. */
  readonly sight: number;
}

/**
 * The place that counts as being looked at: the top of what is in sight, and over the last screen more and more its
 * bottom, so that the last line is reached where nothing is left to scroll.
 */
export function placeLookedAt(scrollTop: number, view: View): number {
  const { most, turn } = turnOf(view);
  if (scrollTop <= turn) return scrollTop;
  return turn + ((Math.min(scrollTop, most) - turn) * (view.height - turn)) / (most - turn);
}

/** How far to scroll so that a place is looked at. */
export function scrollTopFor(place: number, view: View): number {
  const { most, turn } = turnOf(view);
  if (place <= turn) return Math.max(0, Math.min(place, most));
  return turn + ((Math.min(place, view.height) - turn) * (most - turn)) / (view.height - turn);
}

function turnOf({ height, sight }: View): { most: number; turn: number } {
  const most = Math.max(0, height - sight);
  return { most, turn: Math.max(0, most - sight) };
}
