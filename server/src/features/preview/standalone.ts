import { type StandalonePage, standalonePage } from '../../render/standalonePage.ts';
import type { Environment } from '../../workspace/environment.ts';
import type { TableDocument } from '../../workspace/tableDocument.ts';
import { pageBlocks } from './pageBlocks.ts';

/** A page that stands for itself, with the rows of the tables that this one takes in; it comes in parts. */
export function standalone(
  table: TableDocument,
  page: StandalonePage,
  { language }: Pick<Environment, 'language'>,
): Iterable<string> {
  const { blocks, tableOf } = pageBlocks(table);
  const shown = blocks.map((block) => ({ block, table: tableOf(block) }));
  return standalonePage(table, shown, page, language);
}
