import { type Html, html } from '../../render/html.ts';
import { spans } from '../../render/pieces.ts';
import type { TableDocument } from '../../workspace/tableDocument.ts';
import type { Sheet, SheetCell } from '../book.ts';
import { isHeldExactly } from '../exactNumber.ts';
import { guarded } from '../formulaGuard.ts';
import { publishedSheet } from './publishedSheet.ts';
import { roleHtml } from './roleHtml.ts';
import { sheetCells } from './sheetTexts.ts';
import { type ExportRow, exportRows } from './tableData.ts';

/** What goes to the clipboard for a spreadsheet: it takes the HTML, other programs the text. */
export interface Clipboard {
  readonly html: string;
  /** Cells parted by tabs, quoted where that is needed. */
  readonly tsv: string;
}

/** Which rows: those that stand on lines from `startLine` through `endLine`, counted from 0; all where absent. */
export interface LineRange {
  readonly startLine: number;
  readonly endLine: number;
}

/** Rows of a table as it is published, with the heading, for a spreadsheet. */
export function clipboardOf(document: TableDocument, lines?: LineRange): Clipboard {
  const rows = exportRows(document);
  const chosen = lines ? rows.filter((row) => isAmong(row, document, lines)) : rows;
  const sheet = publishedSheet(chosen, document.context.vocabulary.profile, []);
  return { html: htmlOf(sheet), tsv: tsvOf(sheet) };
}

/** A row of a table that is taken in stands where that one is. */
function isAmong(
  { table, block, from }: ExportRow,
  document: TableDocument,
  { startLine, endLine }: LineRange,
): boolean {
  const own = table === document ? block : from;
  if (!own) return false;
  const { line } = document.placeOf(own);
  return line <= endLine && line + Math.max(0, own.lineEnds - 1) >= startLine;
}

/** Styles that spreadsheets know: amounts are numbers, texts are texts whatever they look like, breaks stay in the cell. */
const STYLE = `td, th { border: .5pt solid; vertical-align: top; white-space: normal; mso-number-format: "\\@"; }
td.amount { mso-number-format: "\\#\\,\\#\\#0\\.00"; text-align: right; }
th { text-align: center; vertical-align: middle; }
br { mso-data-placement: same-cell; }`;

function htmlOf(sheet: Sheet): string {
  const rows = sheet.rows.map(
    (row) => html`<tr${roleHtml(row)}>${row.cells.map(cellHtml)}</tr>
`,
  );
  return `<html><head><meta charset="utf-8"><style>${STYLE}</style></head><body><table>
${html`${rows}`.markup}</table></body></html>`;
}

function cellHtml(cell: SheetCell): Html {
  const { is, text, number, columns, rows } = cell;
  const size = spans({ ...(columns && { colSpan: columns }), ...(rows && { rowSpan: rows }) });
  const lines = text.split(/\r\n|\r|\n/).map((line, i) => html`${i > 0 && BREAK}${line}`);
  if (is === 'head') return html`<th${size}>${lines}</th>`;
  const decimals = number?.split('.')[1]?.length ?? 0;
  const format = decimals > 2 && html` style='mso-number-format: "\\#\\,\\#\\#0\\.${'0'.repeat(decimals)}"'`;
  // Of a number with more digits a spreadsheet would keep only the first.
  const isText = number === undefined || !isHeldExactly(number);
  return isText ? html`<td${size}>${lines}</td>` : html`<td class="amount"${format}${size}>${number}</td>`;
}

const BREAK = html`<br style="mso-data-placement:same-cell">`;

function tsvOf(sheet: Sheet): string {
  return sheetCells(sheet)
    .map((row) => row.map((cell) => quoted(cell?.number ?? guarded(cell?.text ?? ''))).join('\t'))
    .map((line) => `${line}\r\n`)
    .join('');
}

function quoted(text: string): string {
  return /[\t\r\n"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
