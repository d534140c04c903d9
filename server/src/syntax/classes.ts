import { distance } from 'fastest-levenshtein';
import { isDash, isDigit, squeeze } from './characters.ts';
import { skipBlanks, skipBlanksBack, trimBlanks } from './lines.ts';
import type { ClassNode, Span } from './nodes.ts';
import { type ClassEntry, className, type Vocabulary } from './vocabulary.ts';

/** A piece of an indicator that is written as a class, known to the profile or not. */
export interface ClassPiece {
  readonly node: ClassNode;
  readonly level: 1 | 2;
}

/** Longer pieces are no class, however they begin. */
export const LONGEST_CLASS = 40;

/**
 * Reads the piece between two offsets as a class of the given levels: `11-数量指标`, its code alone or its name alone,
 * the name give or take one letter. Undefined where the piece is something else: a name such as `3-5岁儿童入园率` is.
 */
export function readClass(
  text: string,
  start: number,
  end: number,
  levels: readonly (1 | 2)[],
  vocabulary: Vocabulary,
): ClassPiece | undefined {
  const first = skipBlanks(text, start, end);
  const last = skipBlanksBack(text, end, first);
  if (first === last || last - first > LONGEST_CLASS) return undefined;
  let i = first;
  while (i < last && isDigit(text.charCodeAt(i))) i++;
  const digits = i - first;
  if (digits > 2) return undefined;
  if (digits === 0) {
    const level = levelOfName(text.slice(first, last), levels, vocabulary);
    return level && { node: { start: first, end: last, code: undefined, name: { start: first, end: last } }, level };
  }
  const level = digits as 1 | 2;
  if (!levels.includes(level)) return undefined;
  const dash = skipBlanks(text, i, last);
  const isDashed = dash < last && isDash(text.charCodeAt(dash));
  if (!isDashed && dash < last) return undefined;
  const nameStart = isDashed ? skipBlanks(text, dash + 1, last) : dash;
  const code = { start: first, end: i };
  if (nameStart === last)
    return isCode(text, code, vocabulary)
      ? { node: { start: first, end: last, code, name: undefined }, level }
      : undefined;
  if (isDigit(text.charCodeAt(nameStart))) return undefined;
  const name = { start: nameStart, end: last };
  return isClassName(text, name, level, code, vocabulary)
    ? { node: { start: first, end: last, code, name }, level }
    : undefined;
}

/** The longest word that is taken for an unknown class; longer ones are names (对社会发展的影响指标). */
const LONGEST_UNKNOWN = 6;

/**
 * Reads a piece that stands in the place of a level-2 class though the profile has no such class: a code of two digits,
 * or a short word that ends in 指标.
 */
export function readUnknownClass(text: string, start: number, end: number): ClassPiece | undefined {
  const span = trimBlanks(text, start, end);
  if (span.end - span.start > LONGEST_CLASS) return undefined;
  const word = squeeze(text.slice(span.start, span.end));
  if (/^\d\d$/.test(word)) return { node: { ...span, code: span }, level: 2 };
  const isClass = word.length <= LONGEST_UNKNOWN && word.length > 2 && word.endsWith('指标');
  return isClass ? { node: { ...span, name: span }, level: 2 } : undefined;
}

function isCode(text: string, code: Span, vocabulary: Vocabulary): boolean {
  return vocabulary.classByCode.has(squeeze(text.slice(code.start, code.end)));
}

/** Whether what stands behind a code is the name of a class, be it the wrong one or unknown. */
function isClassName(text: string, name: Span, level: 1 | 2, code: Span, vocabulary: Vocabulary): boolean {
  if (text.startsWith('指标', name.end - 2)) return true;
  const word = squeeze(text.slice(name.start, name.end));
  if (word.endsWith('指标') || vocabulary.classesByName.has(className(word))) return true;
  return isCode(text, code, vocabulary) && isNearClass(word, level, vocabulary);
}

/** The level of the class that a word without code names; where it names one on each level, the first that is asked for. */
function levelOfName(word: string, levels: readonly (1 | 2)[], vocabulary: Vocabulary): 1 | 2 | undefined {
  const entries = vocabulary.classesByName.get(className(word));
  if (entries) return levels.find((level) => entries.some((entry) => entry.level === level));
  const squeezed = squeeze(word);
  return levels.find((level) => isNearClass(squeezed, level, vocabulary));
}

/** Whether a word is a class's name of a level, give or take one letter. */
export function isNearClass(word: string, level: 1 | 2, vocabulary: Vocabulary): boolean {
  if (classNamed(word, level, vocabulary)) return true;
  const { length } = word;
  if (length <= 3 || className(word).length < 2) return false;
  return vocabulary.classWords[level].some(
    (other) => Math.abs(other.length - length) <= 1 && distance(word, other) <= 1,
  );
}

/** The class of a level that a name means exactly, if it does. */
export function classNamed(word: string, level: 1 | 2, vocabulary: Vocabulary): ClassEntry | undefined {
  return vocabulary.classesByName.get(className(word))?.find((entry) => entry.level === level);
}
