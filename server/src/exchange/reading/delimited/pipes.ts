import type { Budget } from '../budget.ts';
import { cellText } from '../cellText.ts';
import type { Flow, FlowTable } from '../flow.ts';

/** The line between head and body of a Markdown table: `| --- | :-: |`. */
const isRule = (line: string) => /^[|\s:-]+$/.test(line) && line.includes('|') && line.includes('--');

/** Whether a text has a table as Markdown writes them. */
export function hasPipeTable(lines: readonly string[]): boolean {
  return lines.some((line, i) => i > 0 && isRule(line) && (lines[i - 1] as string).includes('|'));
}

/** The tables of a Markdown text and the lines around them; rows have the numbers of their lines. */
export function readPipes(lines: readonly string[], budget: Budget): Flow {
  const flow: Flow = [];
  let table: FlowTable | undefined;
  for (const [i, line] of lines.entries()) {
    const isTable = table ? line.includes('|') : line.includes('|') && isRule(lines[i + 1] ?? '');
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
    const cells = splitRow(line).map((text, column) => ({ column, columns: 1, rows: 1, flow: linesOf(text) }));
    table.rows.push({ number: i + 1, cells: cells.filter((cell) => cell.flow.length > 0) });
  }
  return flow;
}

function linesOf(text: string): string[] {
  const whole = cellText(text.split(BREAK).map(plain).join('\n'));
  return whole === '' ? [] : whole.split('\n').map((line) => line.trim());
}

const BREAK = /<br ?\/?>/i;
/** Any mark of ASCII may stand behind a `\\`, and means itself then. */
const ESCAPED = /\\([!-/:-@[-`{-~])/g;

/** What a piece of Markdown says; of markup only what marks a cell as a whole is known. */
function plain(text: string): string {
  const strong = /^\*\*(.+)\*\*$/.exec(text.trim());
  return (strong?.[1] ?? text).replace(ESCAPED, '$1');
}

/** `\|` is a pipe in a cell. */
function splitRow(line: string): string[] {
  const cells: string[] = [];
  let cell = '';
  const row = line.trim();
  for (let i = row.startsWith('|') ? 1 : 0; i < row.length; i++) {
    if (row[i] === '\\' && i + 1 < row.length) cell += `\\${row[++i]}`;
    else if (row[i] === '|') {
      cells.push(cell);
      cell = '';
    } else cell += row[i];
  }
  if (cell !== '') cells.push(cell);
  return cells;
}
