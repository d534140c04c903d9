import { isHan } from '../../syntax/characters.ts';
import { unitAt } from '../../table/valueUnit.ts';
import type { Asked } from './asked.ts';

/** A name that goes on in the words of the project's goal. */
export interface GoalPhrase {
  readonly name: string;
  /** What the goal says before the words: `1个`. */
  readonly value: string | undefined;
}

/** So many characters at a name's end are looked for in the goal. */
const SHORTEST = 2;
const LONGEST = 8;
/** A phrase is no sentence. */
const LONGEST_PHRASE = 20;
const OFFERED = 5;

/** Words that part phrases. */
const PARTING = new Set([...'的和与及等并或在让使为对']);

/**
 * Names that go on as the goal does: an indicator measures what the goal speaks of. 建设企 goes on as in
 * 建成1个企业创新积分信息平台, and its value is `1个`.
 */
export function goalPhrases(typed: string, { cursor }: Asked): GoalPhrase[] {
  const { block, beginsBlock, document } = cursor;
  if (!block || beginsBlock) return [];
  const goals = document.row(block).goals.map(({ text }) => text);
  for (let length = Math.min(LONGEST, typed.length); length >= SHORTEST; length--) {
    const end = typed.slice(-length);
    if (![...end].every(isHan)) continue;
    const found = goals.flatMap((goal) => phrasesIn(goal, end, typed));
    if (found.length > 0) return [...new Map(found.map((phrase) => [phrase.name, phrase])).values()].slice(0, OFFERED);
  }
  return [];
}

function phrasesIn(goal: string, end: string, typed: string): GoalPhrase[] {
  const phrases: GoalPhrase[] = [];
  for (let at = goal.indexOf(end); at >= 0; at = goal.indexOf(end, at + 1)) {
    let last = at + end.length;
    while (last < goal.length && last - at < LONGEST_PHRASE && isInside(goal, last)) last++;
    if (last === at + end.length) continue;
    const name = typed + goal.slice(at + end.length, last);
    phrases.push({ name, value: countBefore(goal.slice(0, at)) });
  }
  return phrases;
}

function isInside(text: string, at: number): boolean {
  const character = text.charAt(at);
  return isHan(character) && !PARTING.has(character);
}

/** The number and its unit that a text ends in. */
function countBefore(text: string): string | undefined {
  const [, number, unit = ''] = /(\d[\d,.]*)(\D{1,4})$/.exec(text.slice(-16)) ?? [];
  return number !== undefined && unitAt(unit, false)?.text === unit ? `${number}${unit}` : undefined;
}
