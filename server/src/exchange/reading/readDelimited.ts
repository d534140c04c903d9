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
  const records: TextRecord[] = [];
  let number = 0;
  for (const fields of recordsOf(plain, separatorOf(plain, name))) {
    number++;
    budget.slot();
    const texts = withoutEmptyEnd(fields.map((field) => cellText(unguarded(field))));
    for (let i = 0; i < texts.length; i++) budget.slot();
    if (texts.length === 0) continue;
    budget.row();
    records.push({ number, texts, fields: fields.length });
  }
  if (records.length === 0) return [];
  const width = records.reduce((most, { texts }) => Math.max(most, texts.length), 0);
  const isRagged = areRagged(records);
  const rows = records.map((record) => rowOf(record, isRagged ? width : 0, budget));
  return [{ above: [], rows, ...(isRagged && { isRagged }) }];
}

interface TextRecord {
  readonly number: number;
  /** Up to the last that is filled. */
  readonly texts: readonly string[];
  readonly fields: number;
}

function withoutEmptyEnd(texts: readonly string[]): readonly string[] {
  return texts.slice(0, texts.findLastIndex((text) => text !== '') + 1);
}

/** Whether records have not all as many fields; a line above a table that has but one tells nothing. */
function areRagged(records: readonly TextRecord[]): boolean {
  return new Set(records.flatMap(({ fields }) => (fields > 1 ? [fields] : []))).size > 1;
}

/** @param width up to which the row's empty fields are cells, too */
function rowOf({ number, texts, fields }: TextRecord, width: number, budget: Budget): GridRow {
  const all = [...texts, ...Array<string>(Math.max(0, Math.min(fields, width) - texts.length)).fill('')];
  const cells = all.flatMap((text, column): GridCell[] => {
    if (text === '' && width === 0) return [];
    budget.cell();
    budget.text(text);
    return [{ column, text }];
  });
  return { number, cells };
}
