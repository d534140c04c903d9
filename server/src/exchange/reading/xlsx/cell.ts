import type { GridCell } from '../../grid.ts';
import { cellText } from '../cellText.ts';
import { plainNumber, roundedNumber } from '../number.ts';
import { dateText } from './date.ts';
import { sectionFor } from './format.ts';
import { unescapeXml } from './richText.ts';
import type { Styles } from './styles.ts';

/** What the cells of a workbook share. */
export interface Shared {
  readonly strings: readonly string[];
  readonly styles: Styles;
  readonly is1904: boolean;
}

/** A cell as it is written in a sheet. */
export interface WrittenCell {
  readonly column: number;
  readonly type: string;
  readonly style: number;
  /** The value, of a formula the one it had when the file was saved. */
  readonly value: string;
  /** The text of a cell that has its text with it. */
  readonly inline: string;
  readonly formula: string;
}

/** What a person reads in a cell; undefined where it is empty. */
export function readCell(cell: WrittenCell, shared: Shared): GridCell | undefined {
  const { column, type, value } = cell;
  const asText = (text: string) => (text === '' ? undefined : { column, text });
  switch (type) {
    case 's':
      return asText(shared.strings[Number(value)] ?? '');
    case 'inlineStr':
      return asText(cellText(cell.inline));
    case 'b':
      return asText(value === '' ? '' : value === '0' ? 'FALSE' : 'TRUE');
    case 'd':
      return asText(value.replace(/T00:00(:00(\.0+)?)?Z?$/, '').replace('T', ' '));
    case 'e':
    case 'str':
      return asText(cellText(unescapeXml(value)));
  }
  // A formula that was never reckoned has no value; what can be told of it is the formula.
  if (value === '') return asText(cell.formula && cellText(`=${cell.formula}`));
  return numberCell(cell, shared) ?? asText(cellText(value));
}

function numberCell({ column, style, value }: WrittenCell, { styles, is1904 }: Shared): GridCell | undefined {
  const plain = plainNumber(value);
  if (plain === undefined) return undefined;
  const format = sectionFor(styles[style] ?? [], plain);
  if (format.is === 'date') {
    const date = dateText(value, format.shows, is1904);
    if (date) return { column, text: date };
  }
  const moved = format.places === 0 ? plain : (plainNumber(value, format.places) as string);
  const shown = format.digits > 1 ? withDigits(moved, format.digits) : moved;
  if (format.before || format.after) {
    const after = format.is === 'percent' && !format.after.includes('%') ? `%${format.after}` : format.after;
    return { column, text: `${format.before}${shown}${after}` };
  }
  if (format.is === 'percent') return { column, text: `${shown}%`, isNumber: true, isPercent: true };
  const rounded = format.decimals === undefined ? undefined : roundedNumber(shown, format.decimals);
  return { column, text: shown, isNumber: true, ...(rounded && { shown: rounded }) };
}

/** A number with zeros before it, up to so many digits before its point. */
function withDigits(number: string, digits: number): string {
  const [sign = '', whole = '', fraction = ''] = /^(-?)(\d*)(.*)$/.exec(number)?.slice(1) ?? [];
  return sign + whole.padStart(digits, '0') + fraction;
}
