import { splitBlocks } from './blocks.ts';
import { BACKSLASH, isSpace } from './characters.ts';
import type { BlockKind, BlockTree } from './nodes.ts';
import { parseBlock } from './parseBlock.ts';
import { linesOf, linesText, lineText } from './text.ts';
import { PROJECT_LABEL, type Vocabulary } from './vocabulary.ts';

export { linesOf, trimmed } from './text.ts';

/**
 * How a writer (import, formatter, fix) puts texts into a document so that reading gives them back. A `\` that a
 * character follows is always escaped; of what else must be, nothing here knows: a text is written, read with the parser
 * and given escapes only if something else came out, as few as that takes. Spaces at a text's ends do not count, and
 * only a goal has several lines.
 */

/** A place in one of several texts that a `\` may be put before. */
interface Place {
  readonly text: number;
  readonly at: number;
  /** It stands there whatever the text is read as. */
  readonly isSure: boolean;
  /** Nothing but spaces stands before it. */
  readonly isFirst: boolean;
}

type Reads = (written: readonly string[]) => boolean;

const MARK = /[\p{P}\p{S}]/u;

/** How often the search for escapes that can be spared may read: more than a text of people ever needs. */
const MOST_TRIES = 200;

/**
 * Texts with as few escapes as `reads` asks for, which tells whether they read as meant when written so. Tried in turn:
 * those before each `\`; the first characters too; all marks; all characters.
 */
export function escapeTexts(texts: readonly string[], reads: Reads): string[] {
  const all = texts.flatMap(placesIn);
  const isMark = ({ text, at }: Place) =>
    MARK.test(String.fromCodePoint((texts[text] as string).codePointAt(at) as number));
  for (const isChosen of [() => false, ({ isFirst }: Place) => isFirst, isMark, () => true]) {
    const places = all.filter((place) => place.isSure || isChosen(place));
    if (reads(withEscapes(texts, places))) return withEscapes(texts, fewest(texts, places, reads));
  }
  return withEscapes(texts, all);
}

function placesIn(text: string, index: number): Place[] {
  const places: Place[] = [];
  for (let at = 0; at < text.length; at++) {
    const point = text.codePointAt(at) as number;
    const isSure = point === BACKSLASH && at + 1 < text.length;
    if (!isSpace(point)) places.push({ text: index, at, isSure, isFirst: places.length === 0 });
    if (point > 0xffff) at++;
  }
  return places;
}

function withEscapes(texts: readonly string[], places: readonly Place[]): string[] {
  const ends = texts.map(() => 0);
  const written = texts.map(() => '');
  for (const { text, at } of places) {
    written[text] += `${(texts[text] as string).slice(ends[text], at)}\\`;
    ends[text] = at;
  }
  return texts.map((text, i) => written[i] + text.slice(ends[i]));
}

/**
 * The places of which none can be left out: halves are tried before their halves, until nothing changes. Where that
 * takes too long, what was found up to then.
 */
function fewest(texts: readonly string[], places: readonly Place[], reads: Reads): readonly Place[] {
  let kept = places;
  let tries = 0;
  const leaveOut = (part: readonly Place[]): void => {
    if (part.length === 0 || ++tries > MOST_TRIES) return;
    const gone = new Set(part);
    const rest = kept.filter((place) => !gone.has(place));
    if (reads(withEscapes(texts, rest))) kept = rest;
    else if (part.length > 1) {
      const half = part.length >> 1;
      leaveOut(part.slice(0, half));
      leaveOut(part.slice(half));
    }
  };
  for (let count = -1; count !== kept.length; ) {
    count = kept.length;
    leaveOut(kept.filter((place) => !place.isSure));
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
