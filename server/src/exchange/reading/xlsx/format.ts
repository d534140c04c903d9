/**
 * What a number format of a spreadsheet makes of a number, as far as it changes what a person reads: a percentage, a
 * date, words around the number, zeros before it, a number shown in thousands.
 */
export interface NumberFormat {
  readonly is: 'number' | 'percent' | 'date';
  /** The number is shown moved by so many places to the left: -2 for a percentage, 3 for thousands. */
  readonly places: number;
  /** So many digits are shown before the point, zeros before the number among them: codes (`00000000`). */
  readonly digits: number;
  /** So many decimals are shown; undefined where all are, or nobody can tell. */
  readonly decimals?: number;
  /** Words before and after the number; signs of currencies and spaces are left out. */
  readonly before: string;
  readonly after: string;
  /** Which parts a date shows: letters of `ymdhs`, and `e` where the hours count on beyond a day. */
  readonly shows: string;
}

/** As a cell without a format is shown. */
export const GENERAL: NumberFormat = { is: 'number', places: 0, digits: 1, before: '', after: '', shows: '' };

/** Formats that a file refers to by number only, where they are more than a number. */
const BUILT_IN: Readonly<Record<number, string>> = {
  9: '0%',
  10: '0.00%',
  14: 'yyyy/m/d',
  15: 'd-mmm-yy',
  16: 'd-mmm',
  17: 'mmm-yy',
  18: 'h:mm AM/PM',
  19: 'h:mm:ss AM/PM',
  20: 'h:mm',
  21: 'h:mm:ss',
  22: 'yyyy/m/d h:mm',
  27: 'yyyy"年"m"月"',
  28: 'm"月"d"日"',
  29: 'm"月"d"日"',
  30: 'm-d-yy',
  31: 'yyyy"年"m"月"d"日"',
  32: 'h"时"mm"分"',
  33: 'h"时"mm"分"ss"秒"',
  34: 'h"时"mm"分"',
  35: 'h"时"mm"分"ss"秒"',
  36: 'yyyy"年"m"月"',
  45: 'mm:ss',
  46: '[h]:mm:ss',
  47: 'mm:ss.0',
  50: 'yyyy"年"m"月"',
  51: 'm"月"d"日"',
  52: 'yyyy"年"m"月"',
  53: 'm"月"d"日"',
  54: 'm"月"d"日"',
  55: 'h"时"mm"分"',
  56: 'h"时"mm"分"ss"秒"',
  57: 'yyyy"年"m"月"',
  58: 'm"月"d"日"',
};

export function builtInFormat(id: number): string | undefined {
  return BUILT_IN[id];
}

/** The formats for numbers above, below and at zero. */
export function readFormat(code: string): readonly NumberFormat[] {
  const sections = splitSections(code.replace(/General|G\/通用格式/gi, ALL_DECIMALS));
  return sections.slice(0, 3).map(readSection);
}

/** As a number without a format is shown: with all of its decimals. */
const ALL_DECIMALS = `0.${'#'.repeat(15)}`;

/** The one of a format's sections that a number is shown by. */
export function sectionFor(formats: readonly NumberFormat[], number: string): NumberFormat {
  const [positive = GENERAL, negative = positive, zero = positive] = formats;
  if (number === '0') return zero;
  return number.startsWith('-') ? negative : positive;
}

/** A piece of a section: a literal text, what stands in brackets, or one character that means something. */
interface Token {
  readonly is: 'literal' | 'bracket' | 'sign';
  readonly text: string;
}

function readSection(tokens: readonly Token[]): NumberFormat {
  const shows = shownOfDate(tokens);
  if (shows) return { ...GENERAL, is: 'date', shows };
  const isDigit = ({ is, text }: Token) => is === 'sign' && /[0#?]/.test(text);
  const first = tokens.findIndex(isDigit);
  if (first < 0) return GENERAL;
  const last = tokens.findLastIndex(isDigit);
  const isPercent = tokens.some(({ is, text }) => is === 'sign' && text === '%');
  return {
    is: isPercent ? 'percent' : 'number',
    places: (isPercent ? -2 : 0) + scaleOf(tokens, first, last),
    digits: digitsOf(tokens.slice(first, last + 1)),
    ...decimalsOf(tokens.slice(first)),
    before: wordsOf(tokens.slice(0, first)),
    after: wordsOf(tokens.slice(last + 1)),
    shows: '',
  };
}

/**
 * Each comma behind the digits divides by a thousand; digits behind a point that is but a letter by ten more
 * (`0!.0,` shows 58730 as 5.9: in 万).
 */
function scaleOf(tokens: readonly Token[], first: number, last: number): number {
  let scale = 0;
  for (let i = last + 1; tokens[i]?.is === 'sign' && tokens[i]?.text === ','; i++) scale += 3;
  const point = tokens.findIndex(({ is, text }, i) => i > first && i < last && is === 'literal' && text === '.');
  if (point < 0) return scale;
  return scale + tokens.slice(point).filter(({ is, text }) => is === 'sign' && /[0#?]/.test(text)).length;
}

/** The zeros that stand before the point; where other signs stand among them, they part a number and are no code. */
function digitsOf(tokens: readonly Token[]): number {
  const point = tokens.findIndex(({ text }) => text === '.');
  const whole = point < 0 ? tokens : tokens.slice(0, point);
  const isCode = whole.every(({ is, text }) => is === 'sign' && text === '0');
  return isCode ? whole.length : 1;
}

/** The decimals of a plain number; of fractions, powers and numbers in thousands, none are told. */
function decimalsOf(tokens: readonly Token[]): { readonly decimals?: number } {
  const signs = tokens.flatMap(({ is, text }) => (is === 'sign' ? [text] : []));
  const written = /^[0#?,]*[0#?](?:\.([0#?]*))?$/.exec(signs.join(''));
  const isParted = tokens.some(({ is, text }) => is === 'literal' && text === '.');
  return written && !isParted ? { decimals: written[1]?.length ?? 0 } : {};
}

function wordsOf(tokens: readonly Token[]): string {
  const literals = tokens.filter(({ is }) => is === 'literal').map(({ text }) => text);
  return literals.join('').replace(/[\s()（）+\-:¥￥$€£]/g, '');
}

/** `m` stands for minutes beside hours or seconds, else for months. */
function shownOfDate(tokens: readonly Token[]): string {
  const letters = tokens
    .filter(({ is, text }) => is === 'sign' || /^\[(h+|m+|s+)\]$/i.test(text))
    .map(({ text }) => text.toLowerCase())
    .join('');
  if (!/[ymdhsge]/.test(letters.replace(/e[+-]|am\/pm|a\/p/g, ''))) return '';
  const has = (letter: string) => letters.includes(letter);
  const isLong = tokens.some(({ is, text }) => is === 'bracket' && /^\[[hms]+\]$/i.test(text));
  const isTime = has('h') || has('s');
  const year = has('y') || has('e') || has('g') ? 'y' : '';
  const monthBesideTime = /y[^hs]*m|m[^hs]*[dy]|d[^hs]*m/.test(letters);
  const month = has('m') && (!isTime || monthBesideTime) ? 'm' : '';
  return year + month + (has('d') ? 'd' : '') + (isTime ? 'h' : '') + (has('s') ? 's' : '') + (isLong ? 'e' : '');
}

/** Sections are parted by semicolons; at most four are told apart. */
function splitSections(code: string): Token[][] {
  const sections: Token[][] = [[]];
  const put = (is: Token['is'], text: string) => sections.at(-1)?.push({ is, text });
  for (let i = 0; i < code.length; i++) {
    const letter = code[i] as string;
    if (letter === ';') {
      if (sections.length === 4) break;
      sections.push([]);
    } else if (letter === '"') {
      const end = endOf(code, '"', i + 1);
      put('literal', code.slice(i + 1, end));
      i = end;
    } else if (letter === '[') {
      const end = endOf(code, ']', i + 1);
      put('bracket', code.slice(i, end + 1));
      i = end;
    } else if (letter === '\\' || letter === '!') put('literal', code[++i] ?? '');
    else if (letter === '_' || letter === '*') i++;
    else put(/[0#?.,%/@a-zA-Z]/.test(letter) ? 'sign' : 'literal', letter);
  }
  return sections;
}

function endOf(code: string, letter: string, from: number): number {
  const end = code.indexOf(letter, from);
  return end < 0 ? code.length : end;
}
