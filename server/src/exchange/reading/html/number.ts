import type { GridCell } from '../../grid.ts';
import { plainNumber } from '../number.ts';

/**
 * The number of a cell that a spreadsheet put on the clipboard or into a page: Excel and WPS write `x:num` (with the number
 * where it is shown otherwise), LibreOffice `sdval`. Undefined where a cell holds text.
 */
export function numberOf(
  attributes: Readonly<Record<string, string>>,
  shown: string,
): Pick<GridCell, 'text' | 'isNumber' | 'isPercent'> | undefined {
  if ('x:str' in attributes) return undefined;
  const written = attributes['x:num'] ?? attributes.sdval;
  if (written === undefined || !isNumberShown.test(shown)) return undefined;
  const isPercent = /[%％]$/.test(shown);
  const plain = shown.replace(/[,，\s%％¥￥$]/g, '');
  const number = written === '' ? plainNumber(plain) : plainNumber(written, isPercent ? -2 : 0);
  // Zeros before a number are shown of codes.
  if (number === undefined || /^0\d/.test(plain)) return undefined;
  return { text: isPercent ? `${number}%` : number, isNumber: true, ...(isPercent && { isPercent }) };
}

/** Not a date, nor a number with words. */
const isNumberShown = /^[¥￥$]?\s?[-+]?\s?[\d,.]+([eE][-+]?\d+)?\s?[%％]?$/;
