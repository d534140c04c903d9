import type { Flow, FlowCell, FlowRow } from '../flow.ts';
import { type Line, linesOf, lineText, type Text } from './texts.ts';

/** Texts of a line that stand close together. */
interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** So many sizes of the letters apart, texts are of two columns. */
const GAP = 1.2;
const LEAST_LINES = 2;

/**
 * The lines of a page without drawn tables. Where lines one below the other have gaps at the same places, they are rows
 * of a table; each line is a row of its own, for nobody can tell where a row of several lines ends.
 */
export function alignedFlow(texts: readonly Text[]): Flow {
  const flow: Flow = [];
  let open: Stretch[][] = [];
  const close = () => {
    const isTable = open.length >= LEAST_LINES;
    if (isTable) flow.push({ rows: rowsOf(open) });
    else flow.push(...open.map((stretches) => stretches.map(({ text }) => text).join(' ')));
    open = [];
  };
  for (const line of linesOf(texts)) {
    const stretches = stretchesOf(line);
    if (stretches.length > 1) open.push(stretches);
    else {
      close();
      flow.push(lineText(line));
    }
  }
  close();
  return flow;
}

function stretchesOf(line: Line): Stretch[] {
  const groups: Text[][] = [];
  let end = Number.NEGATIVE_INFINITY;
  for (const text of line.texts) {
    if (text.x - end > GAP * line.size) groups.push([]);
    groups.at(-1)?.push(text);
    end = text.x + text.width;
  }
  return groups.map((texts) => {
    const last = texts.at(-1) as Text;
    return { from: (texts[0] as Text).x, to: last.x + last.width, text: lineText({ ...line, texts }) };
  });
}

/** Columns are where the lines with the most texts have them. */
function rowsOf(lines: readonly (readonly Stretch[])[]): FlowRow[] {
  const most = lines.reduce((count, line) => Math.max(count, line.length), 0);
  const columns: { from: number; to: number }[] = [];
  const full = lines.filter(({ length }) => length === most).flat();
  for (const { from, to } of full.sort((a, b) => a.from - b.from)) {
    const last = columns.at(-1);
    if (last && from < last.to) last.to = Math.max(last.to, to);
    else columns.push({ from, to });
  }
  return lines.map((line, i) => ({ number: i + 1, cells: cellsOf(line, columns) }));
}

function cellsOf(line: readonly Stretch[], columns: readonly { from: number; to: number }[]): FlowCell[] {
  const cells: FlowCell[] = [];
  for (const { from, to, text } of line) {
    const covered = columns.flatMap((column, i) => (column.from < to && column.to > from ? [i] : []));
    const middle = (from + to) / 2;
    const distances = columns.map((column) => Math.abs((column.from + column.to) / 2 - middle));
    const column = covered[0] ?? distances.indexOf(Math.min(...distances));
    const before = cells.at(-1);
    if (before && before.column + before.columns > column) before.flow.push(text);
    else cells.push({ column, columns: Math.max(1, covered.length), rows: 1, flow: [text] });
  }
  return cells;
}
