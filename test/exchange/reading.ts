import { MESSAGES } from '../../server/src/exchange/importing/messages.ts';
import type { ImportItem } from '../../server/src/exchange/importing/report.ts';
import { importGrids, recognise } from '../../server/src/exchange/importing.ts';
import { readDelimited } from '../../server/src/exchange/reading/readDelimited.ts';
import { BlockDocument } from '../../server/src/syntax/document.ts';
import { parseBlock } from '../../server/src/syntax/parseBlock.ts';
import { vocabularyOf } from '../../server/src/syntax/vocabulary.ts';
import { DEFAULT_MONEY_UNIT } from '../../server/src/table/moneyUnit.ts';
import { type Row, readRow } from '../../server/src/table/row.ts';
import { central, profile } from '../tables.ts';

export { profile };
export const vocabulary = vocabularyOf(profile);

export interface ReadRow extends Row {
  /** The text of the row's block, which its spans count in. */
  readonly text: string;
}

/** The rows of a document as the product reads it. */
export function rowsOf(document: string): ReadRow[] {
  return [...new BlockDocument(document, vocabulary).blocks].map(({ kind, text }) => {
    const tree = parseBlock(kind, text, vocabulary);
    return { ...readRow(text, tree, vocabulary, DEFAULT_MONEY_UNIT), text };
  });
}

/** An amount as the document has it. */
export function amountText(row: ReadRow | undefined, column: string): string | undefined {
  const index = profile.columns.findIndex(({ name }) => name === column);
  const node = row?.amounts.find((amount) => amount.column === index)?.node;
  return node && row?.text.slice(node.text.start, node.text.end);
}

/** What stands in a block's comments. */
export function commentsOf(row: ReadRow | undefined): string[] {
  return [...(row?.text ?? '').matchAll(/^\/\/ (.*)$/gm)].map((match) => match[1] as string);
}

/** Imports the table of a text file, whether it is recognised as one or not. */
export function importText(text: string) {
  const profiles = [profile, central];
  const grids = readDelimited(text, '表.txt');
  return importGrids(grids, recognise(grids, profiles), profiles);
}

/** Imports a table of rows of cells, parted by tabs. */
export function importTable(rows: readonly (readonly string[])[]) {
  const { document, report } = importText(rows.map((cells) => `${cells.join('\t')}\n`).join(''));
  return { document, report, rows: rowsOf(document) };
}

/** What a report says of cells, in short: not that the heading was read as one, nor that no money unit is stated. */
export function brief(items: readonly ImportItem[]) {
  return items
    .filter(({ kind, message }) => kind !== 'heading' && message !== MESSAGES.noMoneyUnit)
    .map(({ kind, line, cell, column, before, after }) => [
      kind,
      cell ?? line,
      column,
      before,
      ...(after === undefined ? [] : [after]),
    ]);
}
