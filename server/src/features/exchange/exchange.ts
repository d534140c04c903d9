/** What goes in and out, with all that it takes: loaded as one when it is first needed. */
export { type Clipboard, clipboardOf, type LineRange } from '../../exchange/exporting/clipboard.ts';
export {
  EXPORT_ENDINGS,
  EXPORT_FORMATS,
  EXPORT_LAYOUTS,
  type ExportFormat,
  type ExportLayout,
} from '../../exchange/exporting/formats.ts';
export { reportText } from '../../exchange/importing/report.ts';
export { type ExportedFile, type ExportRequest, exportFile } from './exportFile.ts';
export { type ImportedDocument, ImportJob, type ImportTable, readImport } from './importJob.ts';
export { type PasteContent, type Pasted, pasteCells } from './pasteCells.ts';
