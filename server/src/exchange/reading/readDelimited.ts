import Papa from 'papaparse';
import { unguarded } from '../formulaGuard.ts';
import type { Grid, GridRow } from '../grid.ts';
import { Budget } from './budget.ts';
import { cellText } from './cellText.ts';
import { hasPipeTable, readPipes } from './delimited/pipes.ts';
import { separatorOf } from './delimited/separator.ts';
import { gridsOf } from './flow.ts';

/** The table of a text: comma- or tab-separated, or the tables of Markdown. Rows have the numbers of their records. */
export function readDelimited(text: string, name: string): Grid[] {
  const budget = new Budget();
  const plain = text.replace(/\r\n?/g, '\n');
  const lines = plain.split('\n');
  if (hasPipeTable(lines)) return gridsOf(readPipes(lines, budget), budget);
  const rows: GridRow[] = [];
  for (const [i, record] of recordsOf(plain, separatorOf(plain, name)).entries()) {
    const cells = record
      .map((field, column) => ({ column, text: cellText(unguarded(field)) }))
      .filter((cell) => cell.text !== '');
    if (cells.length === 0) continue;
    budget.row();
    for (const cell of cells) {
      budget.cell();
      budget.text(cell.text);
    }
    rows.push({ number: i + 1, cells });
  }
  return rows.length === 0 ? [] : [{ above: [], rows }];
}

/** Quotation marks that do not match are part of the text: a field must not swallow the rest of the file. */
function recordsOf(text: string, delimiter: string): string[][] {
  const quoted = Papa.parse<string[]>(text, { delimiter, newline: '\n' });
  if (!quoted.errors.some(({ type }) => type === 'Quotes')) return quoted.data;
  return text.split('\n').map((line) => line.split(delimiter));
}
