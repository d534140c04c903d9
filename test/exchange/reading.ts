import { importPublishedText } from '../../server/src/exchange/publishedText.ts';
import profileJson from '../../server/src/profile/guangzhou.json' with { type: 'json' };
import type { Profile } from '../../server/src/profile/profile.ts';
import { BlockDocument } from '../../server/src/syntax/document.ts';
import { parseBlock } from '../../server/src/syntax/parseBlock.ts';
import { vocabularyOf } from '../../server/src/syntax/vocabulary.ts';
import { DEFAULT_MONEY_UNIT } from '../../server/src/table/moneyUnit.ts';
import { type Row, readRow } from '../../server/src/table/row.ts';

export const profile = profileJson as Profile;
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

/** Imports a table of rows of cells. */
export function importTable(rows: readonly (readonly string[])[], lineEnd = '\n') {
  const text = rows.map((cells) => cells.join('\t') + lineEnd).join('');
  const { document, report } = importPublishedText(text, profile);
  return { document, report, rows: rowsOf(document) };
}
