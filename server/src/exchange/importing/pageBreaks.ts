import { isHan, squeeze } from '../../syntax/characters.ts';
import { trimmed } from '../../syntax/escape.ts';
import type { Meaning } from './headingWords.ts';
import { MESSAGES } from './messages.ts';
import type { ImportItem } from './report.ts';
import { placeIn, type SourceRow } from './sourceRow.ts';

/**
 * The rows of a list, those that the end of a page has cut in two put together again: at the top of a page, a row without
 * name and amounts is the rest of the one above. One that has a name and no amounts may be, which is told.
 */
export function withoutPageBreaks(
  source: readonly SourceRow[],
  columns: readonly Meaning[],
): { readonly rows: readonly SourceRow[]; readonly items: readonly ImportItem[] } {
  const rows: SourceRow[] = [];
  const items: ImportItem[] = [];
  for (const row of source) {
    const above = rows.at(-1);
    const isFilled = (...roles: string[]) =>
      row.cells.some((text, i) => squeeze(text) !== '' && roles.includes(columns[i]?.role ?? 'unknown'));
    const startsAnew = !row.startsPage || !above || row.role !== undefined || isFilled('column', 'unit', 'ordinal');
    if (startsAnew || !isFilled('name', 'goal', 'indicators', 'class')) {
      rows.push(row);
    } else if (isFilled('name')) {
      const name = columns.findIndex(({ role }) => role === 'name');
      const before = trimmed(row.cells[name] as string);
      items.push({ kind: 'assumed', ...placeIn(row, name), column: '', before, message: MESSAGES.pageTop });
      rows.push(row);
    } else {
      rows.splice(-1, 1, { ...above, cells: above.cells.map((text, i) => acrossPages(text, row.cells[i] ?? '')) });
      row.cells.forEach((text, i) => {
        if (squeeze(text) === '') return;
        const column = columns[i]?.name ?? '';
        items.push({ kind: 'mended', ...placeIn(row, i), column, before: trimmed(text), message: MESSAGES.pageBreak });
      });
    }
  }
  return { rows, items };
}

const SENTENCE_END = /[。；;！？!?]$/;
const LIST_ITEM = /^[(（]?(?:\d{1,3}|[一二三四五六七八九十]{1,3})[)）.、．](?!\d)/;

/** A text with what the next page has of it: on a line of its own where a sentence has ended or an item of a list begins. */
export function acrossPages(text: string, rest: string): string {
  const [before, after] = [text.trimEnd(), rest.trimStart()];
  if (before === '' || after === '') return before + after;
  if (SENTENCE_END.test(before) || LIST_ITEM.test(after)) return `${before}\n${after}`;
  const [last, first] = [[...before].at(-1) as string, [...after][0] as string];
  const areWords = /[\p{L}\p{N}]/u.test(last) && /[\p{L}\p{N}]/u.test(first);
  const isTight = isHan(last) || isHan(first) || (/\d/.test(last) && /\d/.test(first));
  return before + (areWords && !isTight ? ' ' : '') + after;
}
