import type { LevelTwoClass } from '../profile/profile.ts';
import { isForValue, type Vocabulary } from '../syntax/vocabulary.ts';
import type { Indicator, Row } from '../table/row.ts';
import { classText } from './classText.ts';
import { indentAt, lineEndFrom, lineEndOf, lineStart } from './edits.ts';
import type { TextEdit } from './rule.ts';

/** Indicators that a fix puts in: their class is written, name and values are for the clerk. */

/** How far indicators are indented where none shows it. */
export const INDENT = '  ';

/** An indicator without name and values; `end` is the mark at its end. */
export function emptyIndicator(
  number: number,
  { code, name }: LevelTwoClass,
  vocabulary: Vocabulary,
  end = '。',
): string {
  const parent = vocabulary.levelTwo.get(code)?.parent;
  const labels = vocabulary.valueLabels.filter(isForValue).map((label) => `${label.name}:`);
  const classes = [...(parent ? [classText(parent)] : []), classText({ code, name })];
  return `${number}、${[...classes, ...labels].join('; ')}${end}`;
}

/** The level-2 classes that a code means: its own, or those of the level-1 class. */
export function classesOf(code: string, vocabulary: Vocabulary): readonly LevelTwoClass[] {
  const entry = vocabulary.classByCode.get(code);
  return entry?.level === 1 ? entry.class.children : entry ? [entry.class] : [];
}

/** Whether a project's indicators count 1 to n, below headings too. */
function isNumberedThrough({ indicators }: Row): boolean {
  return indicators.every(({ number }, i) => number === String(i + 1));
}

/**
 * Puts an empty indicator in behind those of its class and of the classes before it; those behind it move up. None
 * where the indicators do not count 1 to n: that is to be mended first.
 */
export function insertIndicator(
  row: Row,
  text: string,
  added: LevelTwoClass,
  vocabulary: Vocabulary,
): TextEdit[] | undefined {
  const { indicators } = row;
  if (indicators.length === 0 || !isNumberedThrough(row)) return undefined;
  const order = orderOf(vocabulary);
  const place = order.get(added.code) ?? 0;
  const at = 1 + indicators.findLastIndex((indicator) => (order.get(codeOf(indicator)) ?? 0) <= place);
  const isEnded = indicators.some(({ node }) => text.charAt(node.end - 1) === '。');
  const line = emptyIndicator(at + 1, added, vocabulary, isEnded ? '。' : '');
  const lineEnd = lineEndOf(text);
  const indent = indentOf(row, text);
  const moved = indicators.slice(at).flatMap(({ node, number }): TextEdit[] => {
    return node.number ? [{ ...node.number, text: String(Number(number) + 1) }] : [];
  });
  const above = indicators[at - 1]?.node;
  if (above) {
    const goesOn = text.slice(above.end, lineEndFrom(text, above.end)).trim() !== '';
    const put = `${lineEnd}${indent}${line}${goesOn ? `${lineEnd}${indent}` : ''}`;
    return [{ start: above.end, end: above.end, text: put }, ...moved];
  }
  const { start } = (indicators[0] as Indicator).node;
  const put = `${line}${lineEnd}${indent}`;
  const [first, ...others] = moved;
  // Two edits at one place may be taken in either order.
  if (first?.start === start) return [{ ...first, text: put + first.text }, ...others];
  return [{ start, end: start, text: put }, ...moved];
}

/** The place of each class in the profile, by code. */
function orderOf({ profile }: Vocabulary): Map<string, number> {
  const codes = profile.classes.flatMap((one) => [one.code, ...one.children.map(({ code }) => code)]);
  return new Map(codes.map((code, i) => [code, i]));
}

function codeOf({ level1, level2 }: Indicator): string {
  return level2?.code ?? level1?.code ?? '';
}

/** How the first indicator that begins a line is indented. */
function indentOf({ indicators }: Row, text: string): string {
  const first = indicators.find(({ node }) => text.slice(lineStart(text, node.start), node.start).trim() === '');
  return first ? indentAt(text, first.node.start) : INDENT;
}
