import type { Bilingual } from '../../profile/profile.ts';
import { MESSAGES } from './messages.ts';

const ERROR = /^#(?:VALUE|REF|N\/A|DIV\/0|NAME|NUM|NULL)/;
const CALL = /^=[A-Z.]+\(/i;
const OF_OTHER_SHEET = /^=.*![$A-Z]/i;
const ASCII = /^=[\x20-\x7e]+$/;
const RECKONS = /[*+^]|\d[-/]\d|[A-Z]\$?\d/i;

/** What is to be said of a cell that holds no result of a formula but the formula itself, or its error. */
export function saidOfFormula(text: string): Bilingual | undefined {
  if (ERROR.test(text)) return MESSAGES.errorValue;
  const isFormula = CALL.test(text) || OF_OTHER_SHEET.test(text) || (ASCII.test(text) && RECKONS.test(text));
  return isFormula ? MESSAGES.noResult : undefined;
}
