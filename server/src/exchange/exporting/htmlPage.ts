import { type Html, html } from '../../render/html.ts';
import { spans } from '../../render/pieces.ts';
import { printStyle } from '../../render/printStyle.ts';
import { TABLE_STYLE } from '../../render/style.ts';
import type { Book, Sheet, SheetCell, SheetRow } from '../book.ts';
import { roleHtml } from './roleHtml.ts';

/**
 * A sheet as a page that stands for itself, in the looks of the page that is printed. Unlike there, what the other
 * formats have in columns of their own is in columns here, too: a file to be read again.
 */
export function htmlPage(sheet: Sheet, title: string, paper: Book['paper']): string {
  const [heading, ...others] = sheet.above;
  const about = others.map(({ text }, i) => html`${i > 0 && ' '}<span>${text}</span>`);
  const widths = sheet.columns.map(({ width }) => html`<col style="width: ${width * 0.5}em">`);
  const head = sheet.rows.slice(0, sheet.headRows);
  const body = sheet.rows.slice(sheet.headRows);
  return [
    html`<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${title}</title>
`.markup,
    `<style>${TABLE_STYLE}${printStyle(paper)}</style>\n</head>\n`,
    html`<body>
<header class="caption"><h1>${heading?.text}</h1><p class="about">${about}</p></header>
<table>
<colgroup>${widths}</colgroup>
<thead>
${head.map(rowHtml)}</thead>
<tbody>
${body.map(rowHtml)}</tbody>
</table>
</body>
</html>
`.markup,
  ].join('');
}

function rowHtml(row: SheetRow): Html {
  const kind = row.cells.some(({ isStrong }) => isStrong) && html` class="unit"`;
  return html`<tr${kind}${roleHtml(row)}>${row.cells.map(cellHtml)}</tr>
`;
}

const CLASSES: Readonly<Record<SheetCell['is'], string>> = { head: '', amount: 'amount', text: '', center: 'level' };

function cellHtml({ is, text, columns, rows, number }: SheetCell): Html {
  const size = spans({ ...(columns && { colSpan: columns }), ...(rows && { rowSpan: rows }) });
  const lines = text.split(/\r\n|\r|\n/).map((line, i) => html`${i > 0 && html`<br>`}${line}`);
  if (is === 'head') return html`<th scope="col"${size}>${lines}</th>`;
  const name = is === 'amount' && number === undefined ? 'amount written' : CLASSES[is];
  return html`<td${name !== '' && html` class="${name}"`}${size}>${lines}</td>`;
}
