import type { Grid } from '../grid.ts';

/** A row of tab-separated text and the line of the source it begins at, counted from 1. */
interface TextRow {
  readonly line: number;
  readonly cells: readonly string[];
}

const LINE_END = /\r\n|\r|\n/g;

/** Tab-separated text as a grid: the number of a row is that of the line it begins at. */
export function gridOfText(text: string): Grid {
  const rows = readCells(text).map(({ line, cells }) => ({
    number: line,
    cells: cells.map((own, column) => ({ column, text: own })),
  }));
  return { above: [], rows, isRagged: true };
}

/**
 * Splits tab-separated text into rows. A cell may stand in quotes as spreadsheets write it, a quote inside doubled; such
 * a cell may hold line breaks. A quote that the table itself prints is kept: quotes are a spreadsheet's only if they
 * close at the cell's end and are needed (a line break or a doubled quote inside, or an amount grouped by commas), or
 * if all of a row's filled cells have them.
 */
export function readCells(text: string): TextRow[] {
  const rows: TextRow[] = [];
  let at = text.startsWith('\ufeff') ? 1 : 0;
  let line = 1;
  let cells: Cell[] = [];
  let from = line;
  while (at < text.length) {
    const cell = quotedCell(text, at) ?? plainCell(text, at);
    cells.push(cell);
    line += cell.raw.match(LINE_END)?.length ?? 0;
    at += cell.raw.length;
    if (text[at] === '\t') {
      at++;
      if (at < text.length) continue;
      cells.push({ raw: '', text: '' });
    }
    rows.push({ line: from, cells: textsOf(cells) });
    cells = [];
    if (at < text.length) {
      at += text.startsWith('\r\n', at) ? 2 : 1;
      line++;
    }
    from = line;
  }
  return rows;
}

interface Cell {
  readonly raw: string;
  readonly text: string;
  /** In quotes that need not be a spreadsheet's. */
  readonly unsure?: true;
}

const PLAIN = /[^\t\r\n]*/y;
const AFTER_CELL = '\t\r\n';
const GROUPED_AMOUNT = /^[\d,.\s-]+$/;

function plainCell(text: string, at: number): Cell {
  PLAIN.lastIndex = at;
  const raw = PLAIN.exec(text)?.[0] ?? '';
  return { raw, text: raw };
}

/** The cell in quotes at an offset; a tab never stands in one, so that a quote left open ends with its row. */
function quotedCell(text: string, at: number): Cell | undefined {
  if (text[at] !== '"') return undefined;
  let end = text.indexOf('"', at + 1);
  while (end >= 0 && text[end + 1] === '"') end = text.indexOf('"', end + 2);
  if (end < 0 || (end + 1 < text.length && !AFTER_CELL.includes(text.charAt(end + 1)))) return undefined;
  const inside = text.slice(at + 1, end);
  if (inside.includes('\t')) return undefined;
  const needed = /[\r\n]|""/.test(inside) || (inside.includes(',') && GROUPED_AMOUNT.test(inside));
  return { raw: text.slice(at, end + 1), text: inside.replaceAll('""', '"'), ...(!needed && { unsure: true }) };
}

function textsOf(cells: readonly Cell[]): string[] {
  const filled = cells.filter((cell) => cell.raw !== '');
  const allQuoted = filled.length > 1 && filled.every((cell) => cell.raw !== cell.text);
  return cells.map((cell) => (cell.unsure && !allQuoted ? cell.raw : cell.text));
}
