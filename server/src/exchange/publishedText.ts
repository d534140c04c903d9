import type { Profile } from '../profile/profile.ts';
import { vocabularyOf } from '../syntax/vocabulary.ts';
import { gridOfText } from './importing/cells.ts';
import { readList } from './importing/list.ts';
import type { ImportReport } from './importing/report.ts';
import { sourceRows } from './importing/sourceRow.ts';
import { writeDocument } from './importing/writeDocument.ts';

export {
  type ImportCounts,
  type ImportItem,
  type ImportKind,
  type ImportReport,
  reportText,
} from './importing/report.ts';

/**
 * Makes a document of a published table: tab-separated text, one row a line, as a scan or a spreadsheet gives it.
 * Nothing is lost: what has no place stands in the document as a comment with the line and column it had, and the
 * report lists everything that was not plain copying.
 */
export function importPublishedText(text: string, profile: Profile): { document: string; report: ImportReport } {
  const vocabulary = vocabularyOf(profile);
  const table = readList([], sourceRows(gridOfText(text), undefined), true, vocabulary);
  return writeDocument([table], vocabulary);
}
