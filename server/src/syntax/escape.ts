import { splitBlocks } from './blocks.ts';
import { BACKSLASH, isSpace } from './characters.ts';
import type { BlockKind, BlockTree, ClassNode, Indicator, Span } from './nodes.ts';
import { parseBlock } from './parseBlock.ts';
import { joinedText, linesText, lineText } from './text.ts';
import { INDICATORS_LABEL, PROJECT_LABEL, type Vocabulary } from './vocabulary.ts';

/**
 * How a writer (import, formatter, fix) puts texts into a document so that reading gives them back. Nothing here knows
 * what must be escaped: a text is written, read with the parser and given escapes only if something else came out, as
 * few as that takes. Spaces at a text's ends do not count, and only a goal has several lines.
 */

/** A place in one of several texts that a `\` may be put before. */
interface Place {
  readonly text: number;
  readonly at: number;
}

const MARK = /[\p{P}\p{S}]/u;

/**
 * Texts with as few escapes as `reads` asks for, which tells whether they read as meant when written so. Tried in turn:
 * none; the `\` there are; the first characters too; all marks; all characters.
 */
export function escapeTexts(texts: readonly string[], reads: (written: readonly string[]) => boolean): string[] {
  if (reads(texts)) return [...texts];
  const all = texts.flatMap((text, i) => placesIn(text, i));
  const code = ({ text, at }: Place) => (texts[text] as string).charCodeAt(at);
  const isMark = ({ text, at }: Place) =>
    MARK.test(String.fromCodePoint((texts[text] as string).codePointAt(at) as number));
  const isOwn = (place: Place) => code(place) === BACKSLASH;
  const isFirst = (place: Place) => all.find((other) => other.text === place.text) === place;
  for (const chosen of [isOwn, (place: Place) => isOwn(place) || isFirst(place), isMark]) {
    const places = all.filter(chosen);
    if (reads(withEscapes(texts, places))) return withEscapes(texts, fewest(texts, places, reads));
  }
  return withEscapes(texts, fewest(texts, all, reads));
}

function placesIn(text: string, index: number): Place[] {
  const places: Place[] = [];
  for (let at = 0; at < text.length; at++) {
    const point = text.codePointAt(at) as number;
    if (!isSpace(point)) places.push({ text: index, at });
    if (point > 0xffff) at++;
  }
  return places;
}

function withEscapes(texts: readonly string[], places: Iterable<Place>): string[] {
  const ends = texts.map(() => 0);
  const written = texts.map(() => '');
  for (const { text, at } of places) {
    written[text] += `${(texts[text] as string).slice(ends[text], at)}\\`;
    ends[text] = at;
  }
  return texts.map((text, i) => written[i] + text.slice(ends[i]));
}

/** The places of which none can be left out: halves are tried before their halves, until nothing changes. */
function fewest(
  texts: readonly string[],
  places: readonly Place[],
  reads: (written: readonly string[]) => boolean,
): Place[] {
  let kept = [...places];
  const leaveOut = (part: readonly Place[]): void => {
    const gone = new Set(part);
    const rest = kept.filter((place) => !gone.has(place));
    if (part.length > 0 && reads(withEscapes(texts, rest))) kept = rest;
    else if (part.length > 1) {
      const half = part.length >> 1;
      leaveOut(part.slice(0, half));
      leaveOut(part.slice(half));
    }
  };
  for (let count = -1; count !== kept.length; ) {
    count = kept.length;
    leaveOut(kept);
  }
  return kept;
}

/** The tree of a text that is to be one block. */
function readOne(kind: BlockKind, text: string, vocabulary: Vocabulary): BlockTree | undefined {
  const blocks = splitBlocks(text, vocabulary);
  return blocks.length === 1 && blocks[0]?.kind === kind ? parseBlock(kind, text, vocabulary) : undefined;
}

/** A text of one line as it stands behind a label: a name, a header, a field, a goal beside its label. */
export function escapeLine(text: string, vocabulary: Vocabulary): string {
  const reads = ([written]: readonly string[]) => {
    const document = `${PROJECT_LABEL}: ${written}`;
    const [field, ...others] = readOne('project', document, vocabulary)?.parts ?? [];
    return field?.type === 'field' && others.length === 0 && lineText(document, field.text) === text;
  };
  return escapeTexts([text], reads)[0] as string;
}

/** The document's title, on a line of its own. */
export function escapeTitle(text: string, vocabulary: Vocabulary): string {
  const reads = ([document = '']: readonly string[]) => {
    const [title, ...others] = readOne('head', document, vocabulary)?.parts ?? [];
    return title?.type === 'title' && others.length === 0 && lineText(document, title) === text;
  };
  return escapeTexts([text], reads)[0] as string;
}

/**
 * A goal's lines as they stand below its label, each to be indented; blank lines are no part of a goal.
 * @param index which of the profile's goals
 */
export function escapeGoalLines(text: string, index: number, vocabulary: Vocabulary): string[] {
  const label = vocabulary.profile.goals[index]?.name;
  return linesOf(text).map((line) => {
    const reads = ([written]: readonly string[]) => {
      const document = `${PROJECT_LABEL}:\n${label}:\n  ${written}\n`;
      const [, goal, ...others] = readOne('project', document, vocabulary)?.parts ?? [];
      const isGoal = goal?.type === 'goal' && goal.inserts.length === 0 && others.length === 0;
      return isGoal && linesText(document, goal.text, []) === line;
    };
    return escapeTexts([line], reads)[0] as string;
  });
}

/** A text's lines without the spaces at their ends, blank ones left out. */
export function linesOf(text: string): string[] {
  return text
    .split(/\r\n|\r|\n/)
    .map(trimmed)
    .filter((line) => line !== '');
}

/** A text without the spaces at its ends. */
export function trimmed(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && isSpace(text.charCodeAt(start))) start++;
  while (end > start && isSpace(text.charCodeAt(end - 1))) end--;
  return text.slice(start, end);
}

/** What an indicator says, each as reading gives it. */
export interface IndicatorTexts {
  readonly number?: string;
  /** A class as it is written, such as `1-产出指标` or `11`. */
  readonly class1?: string;
  readonly class2?: string;
  readonly code3?: string;
  readonly name: string;
  /** With the index of the profile's value label; -1 where the one value is every label's. */
  readonly values: readonly { readonly index: number; readonly text: string }[];
}

/**
 * An indicator on one line, in half-width style. What the format cannot say is not said: one with neither number nor
 * class is read as one of its own only where it is the field's first; a class that is none, or that is given by its name
 * alone where name or value is wanting, is read as the name.
 */
export function writeIndicator(indicator: IndicatorTexts, vocabulary: Vocabulary): string {
  const texts = [indicator.name, ...indicator.values.map((value) => value.text)];
  const line = ([name = '', ...values]: readonly string[]) => {
    const head = [indicator.class1, indicator.class2, (indicator.code3 ? `${indicator.code3}-` : '') + name];
    const labelled = values.map((text, i) => {
      const label = vocabulary.valueLabels[indicator.values[i]?.index ?? -1]?.name;
      return label ? `${label}:${text}` : text;
    });
    const number = indicator.number === undefined ? '' : `${indicator.number}、`;
    return `${number}${[...head, ...labelled].filter((piece) => piece !== undefined).join('; ')}。`;
  };
  const first = indicator.number === undefined && !indicator.class1 && !indicator.class2;
  const before = `${PROJECT_LABEL}:\n${INDICATORS_LABEL}:\n${first ? '' : '  1、\n'}  `;
  const reads = (written: readonly string[]) => {
    const document = `${before}${line(written)}\n`;
    const [, list, ...others] = readOne('project', document, vocabulary)?.parts ?? [];
    if (list?.type !== 'indicators' || others.length > 0 || list.items.length !== (first ? 1 : 2)) return false;
    const read = list.items.at(-1);
    return read?.type === 'indicator' && read.start === before.length && says(document, read, indicator);
  };
  return line(escapeTexts(texts, reads));
}

function says(document: string, node: Indicator, indicator: IndicatorTexts): boolean {
  const raw = (span: Span | ClassNode | undefined) => span && document.slice(span.start, span.end);
  const joined = (span: Span | undefined) => (span ? joinedText(document, span, []) : '');
  return (
    node.inserts.length === 0 &&
    raw(node.number) === indicator.number &&
    raw(node.class1) === indicator.class1 &&
    raw(node.class2) === indicator.class2 &&
    raw(node.code3) === indicator.code3 &&
    joined(node.name) === indicator.name &&
    node.values.length === indicator.values.length &&
    node.values.every((value, i) => {
      const meant = indicator.values[i];
      return value.index === meant?.index && !value.misspelt && joined(value.text) === meant.text;
    })
  );
}
