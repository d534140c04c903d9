import { linesOf, trimmed } from '../../syntax/escape.ts';
import { isOperatorSign } from './composeValue.ts';

/** An indicator as a text says it without classes and labels. */
export interface PlainIndicator {
  readonly name: string;
  /** Empty where none is told from the name. */
  readonly value: string;
}

export interface PlainIndicators {
  readonly indicators: readonly PlainIndicator[];
  /** Nobody can tell how many there are: they were taken for one. */
  readonly isUnsure: boolean;
}

/**
 * The indicators of a text that has no classes: numbered, a line each, or parted by marks where each has its value. What
 * may be one as well as several stays one.
 */
export function plainIndicators(text: string): PlainIndicators {
  const numbered = numberedParts(text);
  if (numbered) {
    return {
      indicators: numbered.flatMap((part) => partedByMarks(oneLine(part))?.indicators ?? whole(part)),
      isUnsure: false,
    };
  }
  const indicators: PlainIndicator[] = [];
  let isUnsure = false;
  for (const line of linesOf(text)) {
    const parted = partedByMarks(line);
    const last = indicators.at(-1);
    isUnsure ||= parted === undefined;
    if (last && last.value === '' && isValue(line))
      indicators.splice(-1, 1, { name: last.name, value: withoutEnd(line) });
    else indicators.push(...(parted?.indicators ?? whole(line)));
  }
  return { indicators, isUnsure };
}

function oneLine(text: string): string {
  return linesOf(text).join('');
}

function whole(text: string): PlainIndicator[] {
  const name = withoutEnd(oneLine(text));
  return name === '' ? [] : [{ name, value: '' }];
}

/** A number before an indicator: `1.` but not that of `1.5`, `(1)`, `①`, `指标1：`. */
const NUMBER = /(?:指标)?(\d{1,2})(?:[、.．)）](?!\d)|[:：])|[(（](\d{1,2})[)）]|([①-⑳])/g;

/** The parts of a text that are numbered from 1 on, without their numbers; undefined where it does not begin with one. */
export function numberedParts(text: string): string[] | undefined {
  const starts: { at: number; end: number }[] = [];
  for (const match of text.matchAll(NUMBER)) {
    const [mark, digits, bracketed, circled] = match;
    // `3:` is a number only behind 指标.
    if (/^\d+[:：]$/.test(mark)) continue;
    const number = circled ? circled.charCodeAt(0) - FIRST_CIRCLED + 1 : Number(digits ?? bracketed);
    if (number !== starts.length + 1) continue;
    const before = text.slice(0, match.index);
    if (starts.length === 0 ? trimmed(before) !== '' : !/[\s;；。,，]$/.test(before)) {
      if (starts.length === 0) return undefined;
      continue;
    }
    starts.push({ at: match.index, end: match.index + mark.length });
  }
  if (starts.length === 0) return undefined;
  return starts.map(({ end }, i) => text.slice(end, starts[i + 1]?.at).trim());
}

const FIRST_CIRCLED = '①'.charCodeAt(0);

/** The indicators of a line: one, or several of which each has a value; undefined where that cannot be told. */
function partedByMarks(line: string): { readonly indicators: PlainIndicator[] } | undefined {
  const indicators: PlainIndicator[] = [];
  const parts = line
    .split(/[;；。]/)
    .map(trimmed)
    .filter((part) => part !== '');
  for (const part of parts.flatMap(partedByCommas)) {
    const last = indicators.at(-1);
    if (last && last.value === '' && isValue(part)) indicators.splice(-1, 1, { name: last.name, value: part });
    else indicators.push(nameAndValue(part));
  }
  const isSure = indicators.length <= 1 || indicators.every(({ value }) => value !== '');
  return isSure ? { indicators } : undefined;
}

/** Commas part indicators only where each part has a sign that compares. */
function partedByCommas(part: string): string[] {
  const parts = part.split(/[,，、]/).map(trimmed);
  return parts.length > 1 && parts.every((own) => signsIn(own) === 1 && !isOperatorSign(own.charAt(0)))
    ? parts
    : [part];
}

function signsIn(text: string): number {
  return [...text].filter(isOperatorSign).length;
}

/** Whether a text begins as values do. */
function isValue(text: string): boolean {
  return (
    /^\d/.test(text) ||
    isOperatorSign(text.charAt(0)) ||
    /^(?:不少于|不低于|不小于|不超过|不高于|不大于|至少|至多|大于|小于|高于|低于|超过)\d/.test(text)
  );
}

/** `讲座场次：20场`, `讲座场次≥20场`; a text with several colons or signs is a name as a whole. */
function nameAndValue(text: string): PlainIndicator {
  const colon = /^([^:：]+)[:：]([^:：]+)$/.exec(text);
  const own = colon ? [trimmed(colon[1] as string), trimmed(colon[2] as string)] : partedBySign(text);
  const [name, value] = own ?? [text, ''];
  return name && value ? { name, value } : { name: text, value: '' };
}

function partedBySign(text: string): string[] | undefined {
  const at = [...text].findIndex(isOperatorSign);
  if (at < 2 || signsIn(text) > 1) return undefined;
  const letters = [...text];
  return [trimmed(letters.slice(0, at).join('')), trimmed(letters.slice(at).join(''))];
}

function withoutEnd(text: string): string {
  return trimmed(trimmed(text).replace(/[;；。]+$/, ''));
}
