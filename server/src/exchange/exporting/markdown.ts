import type { Sheet, SheetCell } from '../book.ts';
import { withRoleColumn } from './roleColumn.ts';
import { sheetCells } from './sheetTexts.ts';

/** A sheet as Markdown: its title, the lines above, and a table with pipes. */
export function markdownOf(sheet: Sheet): string {
  const above = sheet.above.map(
    ({ text, is }) => `${is === 'title' ? '# ' : ''}${escaped(text).replace(LINE_START, escapedStart)}\n`,
  );
  const whole = withRoleColumn(sheet);
  const [head = [], ...rows] = sheetCells(whole);
  const sides = whole.columns.map((_, column) => (rows.some((row) => row[column]?.is === 'amount') ? '---:' : '---'));
  const lines = [head.map(cellText), sides, ...rows.map((row) => row.map(cellText))];
  return `${above.join('\n')}\n${lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n')}\n`;
}

function cellText(cell: SheetCell | undefined): string {
  const text = (cell?.text ?? '')
    .split(/\r\n|\r|\n/)
    .map(escaped)
    .join('<br>');
  return cell?.isStrong && text !== '' ? `**${text}**` : text;
}

/** Characters that are markup, or may be. */
const MARKUP = /[\\`*_[\]<>&~|$#]/g;
/** What makes a list of a line it begins; the cells of a table have none. */
const LINE_START = /^(?:[+-]|\d{1,9}(?=[.)]))/;

/** A line of text that shows as it is. */
function escaped(line: string): string {
  return line.replace(/\p{Cc}+/gu, ' ').replace(MARKUP, '\\$&');
}

function escapedStart(start: string): string {
  return /\d/.test(start) ? `${start}\\` : `\\${start}`;
}
