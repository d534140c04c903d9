import { unguarded } from '../formulaGuard.ts';
import type { Grid, GridCell, GridRow } from '../grid.ts';
import { Budget } from './budget.ts';
import { cellText } from './cellText.ts';
import { hasPipeTable, readPipes } from './delimited/pipes.ts';
import { recordsOf } from './delimited/records.ts';
import { separatorOf } from './delimited/separator.ts';
import { gridsOf } from './flow.ts';

/** The table of a text: comma- or tab-separated, or the tables of Markdown. Rows have the numbers of their records. */
export function readDelimited(text: string, name: string): Grid[] {
  const budget = new Budget();
  const plain = text.replace(/\r\n?/g, '\n');
  if (hasPipeTable(plain)) return gridsOf(readPipes(plain, budget), budget);
  const rows: GridRow[] = [];
  let number = 0;
  for (const record of recordsOf(plain, separatorOf(plain, name))) {
    number++;
    budget.slot();
    const cells = record.flatMap((field, column) => cellOf(field, column, budget));
    if (cells.length === 0) continue;
    budget.row();
    rows.push({ number, cells });
  }
  return rows.length === 0 ? [] : [{ above: [], rows }];
}

function cellOf(field: string, column: number, budget: Budget): GridCell[] {
  const text = cellText(unguarded(field));
  if (text === '') return [];
  budget.cell();
  budget.text(text);
  return [{ column, text }];
}
