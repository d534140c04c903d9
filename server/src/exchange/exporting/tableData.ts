import { lineText } from '../../syntax/text.ts';
import type { TableDocument } from '../../workspace/tableDocument.ts';
import { commentsOf } from '../comments/comments.ts';
import { type HeadKey, headParts, headStops } from '../comments/stops.ts';
import { type RowData, TABLE_FORMAT, TABLE_VERSION, type TableData } from '../tableJson/tableData.ts';
import { inProfile } from './inProfile.ts';
import { publishedLines } from './publishedLines.ts';
import { given, partText, rowData } from './rowData.ts';
import { type WholeRow, wholeTable } from './wholeTable.ts';

/** A row of a table as data, and where it stands. */
export interface ExportRow extends WholeRow {
  readonly data: RowData;
  /** Its indicators as they are published. */
  readonly lines: readonly string[];
}

/** The rows of a table, with those of the tables that it takes in, in the words of its own profile. */
export function exportRows(table: TableDocument): ExportRow[] {
  const { vocabulary } = table.context;
  return wholeTable(table)
    .filter(({ block }) => block.kind !== 'head')
    .map((shown) => {
      const data = rowData(shown);
      const own = shown.table.context.vocabulary === vocabulary ? data : inProfile(data, vocabulary);
      return { ...shown, data: own, lines: publishedLines(shown) };
    });
}

/** A table as data. */
export function tableData(table: TableDocument, rows: readonly ExportRow[] = exportRows(table)): TableData {
  return {
    format: TABLE_FORMAT,
    version: TABLE_VERSION,
    profile: table.context.vocabulary.profile.id,
    ...headData(table),
    rows: rows.map(({ data }) => data),
  };
}

type HeadData = Omit<TableData, '$schema' | 'format' | 'version' | 'profile' | 'rows'>;

/** What the head says: the first of each, everything else as lines. */
export function headData(table: TableDocument): HeadData {
  const block = table.sequence.first();
  if (block?.kind !== 'head') return {};
  const { text } = block;
  const { tree } = table.row(block);
  const said: [HeadKey, string][] = [];
  const other: string[] = [];
  for (const { part, key } of headParts(text, tree)) {
    if (key) said.push([key, lineText(text, part.type === 'field' ? part.text : part)]);
    else other.push(partText(text, part));
  }
  return {
    ...Object.fromEntries(said),
    ...given('other', other),
    ...given('comments', commentsOf(text, tree, headStops(text, tree))),
  };
}
