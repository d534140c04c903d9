import { OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { asMatrix, IDENTITY, type Matrix, pointAt, times } from './matrix.ts';

/** A straight line of a page, across or down; `at` is its place, `from` and `to` its extent. In points from the top left. */
export interface Rule {
  readonly isAcross: boolean;
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

/** Thicker than a line of a table is. */
const THICK = 3;
/** Shorter than a cell is. */
const SHORT = 3;
const STRAIGHT = 0.7;

const STROKES: ReadonlySet<unknown> = new Set([
  OPS.stroke,
  OPS.closeStroke,
  OPS.fillStroke,
  OPS.eoFillStroke,
  OPS.closeFillStroke,
  OPS.closeEOFillStroke,
]);
const FILLS: ReadonlySet<unknown> = new Set([OPS.fill, OPS.eoFill]);

const MOVE = 0;
const LINE = 1;
const CURVE = 2;
const QUADRATIC = 3;

/** What a page draws, step by step. */
export interface Operators {
  readonly fnArray: readonly number[];
  readonly argsArray: readonly unknown[];
}

/** The lines that a page draws: strokes, and filled areas that are as thin as a line. */
export function rulesOf(operators: Operators, page: Matrix, most: number): Rule[] {
  const rules: Rule[] = [];
  const saved: Matrix[] = [];
  let matrix = page;
  for (const [i, operator] of operators.fnArray.entries()) {
    const args = (operators.argsArray[i] ?? []) as unknown[];
    if (operator === OPS.save) saved.push(matrix);
    else if (operator === OPS.restore) matrix = saved.pop() ?? page;
    else if (operator === OPS.transform) matrix = times(matrix, asMatrix(args));
    else if (operator === OPS.paintFormXObjectBegin) {
      saved.push(matrix);
      matrix = times(matrix, Array.isArray(args[0]) ? asMatrix(args[0]) : IDENTITY);
    } else if (operator === OPS.paintFormXObjectEnd) matrix = saved.pop() ?? page;
    else if (operator === OPS.constructPath) {
      const path = (args[1] as readonly unknown[] | undefined)?.[0];
      if (!(path instanceof Float32Array)) continue;
      if (STROKES.has(args[0])) rules.push(...strokes(path, matrix));
      else if (FILLS.has(args[0])) rules.push(...thinAreas(path, matrix));
      if (rules.length > most) break;
    }
  }
  return rules;
}

function strokes(path: Float32Array, matrix: Matrix): Rule[] {
  return linesOf(path, matrix).flatMap((line) =>
    line.flatMap(([x, y], i) => {
      const next = line[i + 1];
      return next ? straight(x, y, next[0], next[1], STRAIGHT) : [];
    }),
  );
}

function thinAreas(path: Float32Array, matrix: Matrix): Rule[] {
  return linesOf(path, matrix).flatMap((line) => {
    const xs = line.map(([x]) => x);
    const ys = line.map(([, y]) => y);
    return line.length < 4
      ? []
      : straight(least(xs), least(ys), -least(xs.map((x) => -x)), -least(ys.map((y) => -y)), THICK);
  });
}

const least = (values: readonly number[]) => values.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);

function straight(x1: number, y1: number, x2: number, y2: number, thickness: number): Rule[] {
  const width = Math.abs(x2 - x1);
  const height = Math.abs(y2 - y1);
  if (height <= thickness && width > SHORT && width > height) {
    return [{ isAcross: true, at: (y1 + y2) / 2, from: Math.min(x1, x2), to: Math.max(x1, x2) }];
  }
  if (width <= thickness && height > SHORT && height > width) {
    return [{ isAcross: false, at: (x1 + x2) / 2, from: Math.min(y1, y2), to: Math.max(y1, y2) }];
  }
  return [];
}

/** The corners of a path's lines; a curve is none. */
function linesOf(path: Float32Array, matrix: Matrix): [number, number][][] {
  const lines: [number, number][][] = [];
  let line: [number, number][] = [];
  const point = (at: number) => pointAt(matrix, path[at] ?? 0, path[at + 1] ?? 0);
  for (let i = 0; i < path.length; ) {
    const kind = path[i++];
    if (kind === MOVE || kind === LINE) {
      if (kind === MOVE) {
        line = [];
        lines.push(line);
      }
      line.push(point(i));
      i += 2;
    } else if (kind === CURVE || kind === QUADRATIC) {
      i += kind === CURVE ? 6 : 4;
      line = [point(i - 2)];
      lines.push(line);
    } else if (line[0]) line.push(line[0]);
  }
  return lines;
}
