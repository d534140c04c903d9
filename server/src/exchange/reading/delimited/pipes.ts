import type { Budget } from '../budget.ts';
import { cellText } from '../cellText.ts';
import type { Flow, FlowTable } from '../flow.ts';

/** The line between head and body of a Markdown table: `| --- | :-: |`. */
const isRule = (line: string) => /^[|\s:-]+$/.test(line) && line.includes('|') && line.includes('--');

/** Whether a text has a table as Markdown writes them: a line with pipes, and the rule below it. */
export function hasPipeTable(text: string): boolean {
  for (let at = text.indexOf('--'); at >= 0; ) {
    const start = text.lastIndexOf('\n', at) + 1;
    const line = text.indexOf('\n', at);
    const end = line < 0 ? text.length : line;
    const above = start < 2 ? '' : text.slice(text.lastIndexOf('\n', start - 2) + 1, start - 1);
    if (above.includes('|') && isRule(text.slice(start, end))) return true;
    at = text.indexOf('--', end);
  }
  return false;
}

/** The tables of a Markdown text and the lines around them; rows have the numbers of their lines. */
export function readPipes(text: string, budget: Budget): Flow {
  const flow: Flow = [];
  let table: FlowTable | undefined;
  let number = 0;
  for (const [line, next] of pairsOf(linesOf(text))) {
    number++;
    const isTable = table ? line.includes('|') : line.includes('|') && isRule(next);
    if (!isTable) {
      table = undefined;
      const text = cellText(plain(line.replace(/^#{1,6} /, '')));
      if (text !== '') flow.push(text);
      continue;
    }
    if (!table) {
      table = { rows: [] };
      flow.push(table);
    }
    if (isRule(line)) continue;
    budget.row();
    const cells = splitRow(line, budget).map((cell, column) => ({
      column,
      columns: 1,
      rows: 1,
      flow: cellLines(cell),
    }));
    table.rows.push({ number, cells: cells.filter((cell) => cell.flow.length > 0) });
  }
  return flow;
}

/** Each line with the one after it. */
function* pairsOf(lines: Iterable<string>): Generator<[string, string]> {
  let before: string | undefined;
  for (const line of lines) {
    if (before !== undefined) yield [before, line];
    before = line;
  }
  if (before !== undefined) yield [before, ''];
}

function cellLines(text: string): string[] {
  const whole = cellText(text.split(BREAK).map(plain).join('\n'));
  return whole === '' ? [] : whole.split('\n').map((line) => line.trim());
}

const BREAK = /<br ?\/?>/i;
/** Any mark of ASCII may stand behind a `\\`, and means itself then. */
const ESCAPED = /\\([!-/:-@[-`{-~])/g;

/** What a piece of Markdown says; of markup only what marks it as a whole is known. */
function plain(text: string): string {
  const trimmed = text.trim();
  const isStrong = trimmed.length > 4 && trimmed.startsWith('**') && trimmed.endsWith('**');
  return (isStrong ? trimmed.slice(2, -2) : text).replace(ESCAPED, '$1');
}

/** `\|` is a pipe in a cell. */
function splitRow(line: string, budget: Budget): string[] {
  const cells: string[] = [];
  let cell = '';
  const row = line.trim();
  for (let i = row.startsWith('|') ? 1 : 0; i < row.length; i++) {
    if (row[i] === '\\' && i + 1 < row.length) cell += `\\${row[++i]}`;
    else if (row[i] === '|') {
      budget.slot();
      cells.push(cell);
      cell = '';
    } else cell += row[i];
  }
  if (cell !== '') cells.push(cell);
  return cells;
}

function* linesOf(text: string): Generator<string> {
  for (let start = 0; start <= text.length; ) {
    const end = text.indexOf('\n', start);
    yield text.slice(start, end < 0 ? text.length : end);
    if (end < 0) return;
    start = end + 1;
  }
}
