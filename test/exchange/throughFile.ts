import assert from 'node:assert/strict';
import { type ExportLayout, exportTable } from '../../server/src/exchange/exporting/exportTable.ts';
import { writeBook } from '../../server/src/exchange/exporting/writeBook.ts';
import type { ImportReport } from '../../server/src/exchange/importing/report.ts';
import { importGrids, recognise } from '../../server/src/exchange/importing.ts';
import { readFile } from '../../server/src/exchange/reading/readFile.ts';
import type { TableDocument } from '../../server/src/workspace/tableDocument.ts';
import { central, openTable, profile } from '../tables.ts';

/** Tables that go out into files and come back. */

const NAMES = { xlsx: 'a.xlsx', docx: 'a.docx', html: 'a.html', csv: 'a.csv', markdown: 'a.md' } as const;
export type FileFormat = keyof typeof NAMES;
export const FILE_FORMATS = Object.keys(NAMES) as readonly FileFormat[];

/** What is read of a file where nobody chooses. */
export interface Back {
  readonly table: TableDocument;
  readonly document: string;
  readonly report: ImportReport;
}

export async function fileOf(table: TableDocument, format: FileFormat, layout: ExportLayout): Promise<Uint8Array> {
  const exported = exportTable(table, format, { language: 'zh', layout });
  return exported.kind === 'book'
    ? await writeBook(exported.book, exported.format)
    : new TextEncoder().encode(exported.text);
}

export async function readBack(bytes: Uint8Array, format: FileFormat): Promise<Back> {
  const host = { loadCharacterMap: () => Promise.reject(new Error('not needed')) };
  const grids = await readFile({ name: NAMES[format], bytes }, host);
  const profiles = [profile, central];
  const chosen = recognise(grids, profiles).filter(({ isChosen }) => isChosen);
  assert.ok(chosen.length > 0, 'nothing is chosen');
  const { document, report } = importGrids(grids, chosen, profiles);
  return { table: openTable(document), document, report };
}

/** The table that a file of a table is read as. */
export async function throughFile(table: TableDocument, format: FileFormat, layout: ExportLayout): Promise<Back> {
  return readBack(await fileOf(table, format, layout), format);
}
