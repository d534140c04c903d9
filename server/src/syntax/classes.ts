import { distance } from 'fastest-levenshtein';
import { DASH, fold, isDigit, squeeze } from './characters.ts';
import { skipSpaces, trim } from './lines.ts';
import type { ClassNode } from './nodes.ts';
import { type ClassEntry, className, type Vocabulary } from './vocabulary.ts';

/** A piece of an indicator that is written as a class, known to the profile or not. */
export interface ClassPiece {
  readonly node: ClassNode;
  readonly level: 1 | 2;
}

/** Longer pieces are no class, however they begin. */
const LONGEST_CLASS = 24;

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
  const span = trim(text, start, end);
  if (span.start === span.end || span.end - span.start > LONGEST_CLASS) return undefined;
  let i = span.start;
  while (i < span.end && isDigit(text.charCodeAt(i))) i++;
  const digits = i - span.start;
  if (digits > 2) return undefined;
  if (digits === 0) {
    const level = levelOfName(text.slice(span.start, span.end), levels, vocabulary);
    return level && { node: { ...span, name: span }, level };
  }
  const level = digits as 1 | 2;
  if (!levels.includes(level)) return undefined;
  const code = { start: span.start, end: i };
  const known = vocabulary.classByCode.has(squeeze(text.slice(code.start, code.end)));
  i = skipSpaces(text, i, span.end);
  if (i === span.end) return known ? { node: { ...span, code }, level } : undefined;
  if (fold(text.charCodeAt(i)) !== DASH) return undefined;
  const nameStart = skipSpaces(text, i + 1, span.end);
  if (nameStart === span.end) return known ? { node: { ...span, code }, level } : undefined;
  if (isDigit(text.charCodeAt(nameStart))) return undefined;
  const name = { start: nameStart, end: span.end };
  const word = squeeze(text.slice(name.start, name.end));
  if (!word.endsWith('指标') && !(known && isNearClass(word, level, vocabulary))) return undefined;
  return { node: { ...span, code, name }, level };
}

/** The level of the class that a word without code names; where it names one on each level, the first that is asked for. */
function levelOfName(word: string, levels: readonly (1 | 2)[], vocabulary: Vocabulary): 1 | 2 | undefined {
  const entries = vocabulary.classesByName.get(className(word)) ?? [];
  const exact = levels.find((level) => entries.some((entry) => entry.level === level));
  if (exact) return exact;
  return squeeze(word).endsWith('指标')
    ? levels.find((level) => isNearClass(squeeze(word), level, vocabulary))
    : undefined;
}

/** Whether a word is a class's name of a level, give or take one letter. */
export function isNearClass(word: string, level: 1 | 2, vocabulary: Vocabulary): boolean {
  const key = className(word);
  if (vocabulary.classesByName.get(key)?.some((entry) => entry.level === level)) return true;
  if (key.length < 2) return false;
  for (const entry of vocabulary.classByCode.values()) {
    if (entry.level !== level) continue;
    for (const name of [entry.class.name, ...entry.class.aliases]) {
      const other = squeeze(name);
      if (Math.abs(other.length - word.length) <= 1 && word.length > 3 && distance(word, other) <= 1) return true;
    }
  }
  return false;
}

/** The class of a level that a name means exactly, if it does. */
export function classNamed(word: string, level: 1 | 2, vocabulary: Vocabulary): ClassEntry | undefined {
  return vocabulary.classesByName.get(className(word))?.find((entry) => entry.level === level);
}
