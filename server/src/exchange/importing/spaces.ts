import { isDigit, isHan, isLineEnd, isSpace } from '../../syntax/characters.ts';
import type { Span } from '../../syntax/nodes.ts';

/**
 * Spaces that only the printed page had: where a line of a narrow cell ended, and where character recognition saw a gap.
 * Only what cannot be meant is taken out; a space beside Latin letters, beside a number (`1 名`) or after `。` stays.
 */

/** A piece of a text and what it is to become. */
export interface Mend {
  readonly at: number;
  readonly before: string;
  readonly after: string;
}

const OPENING = '(（[【〔〈《「『“';
const CLOSING = ')）]】〕〉》」』”';
/** Marks that take the room of a whole character: the space after them is within them. */
const WIDE = '、，；：';
const NO_SPACE_BEFORE = '。、，；：！？,;:!?';

type Test = (before: string, after: string) => boolean;

const betweenHan: Test = (before, after) => isHan(before) && isHan(after);

/** Names hold no sentences: brackets, `#` and document numbers (`〔2024〕28 号`) have no spaces about them. */
const inName: Test = (before, after) =>
  betweenHan(before, after) ||
  before === '#' ||
  after === '#' ||
  OPENING.includes(before) ||
  CLOSING.includes(after) ||
  (isHan(before) && OPENING.includes(after)) ||
  (CLOSING.includes(before) && (isHan(after) || isDigit(after.charCodeAt(0)))) ||
  (isDigit(before.charCodeAt(0)) && after === '号') ||
  ((WIDE.includes(before) || NO_SPACE_BEFORE.includes(after)) && (isHan(before) || isHan(after)));

const inGoal: Test = (before, after) =>
  betweenHan(before, after) ||
  (WIDE.includes(before) && isHan(after)) ||
  (isHan(before) && (NO_SPACE_BEFORE.includes(after) || CLOSING.includes(after))) ||
  (OPENING.includes(before) && isHan(after));

/** A name of a project or unit; a line break in it is one space at most. */
export function mendName(name: string): string {
  return withoutSpaces(name, gapsIn(name, inName)).replace(/[\r\n]+/g, ' ');
}

/** A goal's gaps, but line breaks and those within `《》` and `<>`: titles of documents may have spaces. */
export function mendsInGoal(goal: string): Mend[] {
  const inTitle = titlesIn(goal);
  const isMeant = (gap: Span) =>
    /[\r\n]/.test(goal.slice(gap.start, gap.end)) ||
    inTitle.some((title) => title.start < gap.start && gap.end < title.end);
  const gaps = gapsIn(goal, inGoal).filter((gap) => !isMeant(gap));
  return mendsOf(goal, gaps, 0);
}

/** Gaps between Han in one span of a text, such as an indicator's name. */
export function mendsInSpan(text: string, span: Span): Mend[] {
  return mendsOf(text.slice(span.start, span.end), gapsIn(text.slice(span.start, span.end), betweenHan), span.start);
}

/** Applies mends, which do not overlap. */
export function applyMends(text: string, mends: readonly Mend[]): string {
  let out = '';
  let from = 0;
  for (const { at, before, after } of mends) {
    out += text.slice(from, at) + after;
    from = at + before.length;
  }
  return out + text.slice(from);
}

function titlesIn(text: string): Span[] {
  return [...text.matchAll(/《[^《》]*》|<[^<>]*>/g)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
}

/** Runs of spaces inside a text, with the characters beside them as the test wants. */
function gapsIn(text: string, test: Test): Span[] {
  const gaps: Span[] = [];
  for (let start = 0; start < text.length; start++) {
    if (!isGap(text.charCodeAt(start))) continue;
    let end = start;
    while (end < text.length && isGap(text.charCodeAt(end))) end++;
    const before = [...text.slice(Math.max(0, start - 2), start)].at(-1);
    const after = [...text.slice(end, end + 2)][0];
    if (before && after && test(before, after)) gaps.push({ start, end });
    start = end;
  }
  return gaps;
}

function isGap(code: number): boolean {
  return isSpace(code) || isLineEnd(code);
}

function withoutSpaces(text: string, gaps: readonly Span[]): string {
  let out = '';
  let from = 0;
  for (const gap of gaps) {
    out += text.slice(from, gap.start);
    from = gap.end;
  }
  return out + text.slice(from);
}

/** How much of the text on both sides a mend shows. */
const AROUND = 4;

/** An offset moved back to where a character begins. */
function wholeFrom(text: string, at: number): number {
  const code = text.charCodeAt(at);
  return at > 0 && code >= 0xdc00 && code <= 0xdfff ? at - 1 : at;
}

/** Mends that take gaps out, each with some of the text about it; gaps near each other are one mend. */
function mendsOf(text: string, gaps: readonly Span[], offset: number): Mend[] {
  const pieces: { start: number; end: number; gaps: Span[] }[] = [];
  for (const gap of gaps) {
    const start = wholeFrom(text, Math.max(0, gap.start - AROUND));
    const end = wholeFrom(text, Math.min(text.length, gap.end + AROUND));
    const last = pieces.at(-1);
    if (last && start <= last.end) {
      last.end = end;
      last.gaps.push(gap);
    } else pieces.push({ start, end, gaps: [gap] });
  }
  return pieces.map(({ start, end, gaps: inside }) => {
    const before = text.slice(start, end);
    const own = inside.map((gap) => ({ start: gap.start - start, end: gap.end - start }));
    return { at: start + offset, before, after: withoutSpaces(before, own) };
  });
}
