import { withoutLeftOver } from '../table/value.ts';
import { unitAt } from '../table/valueUnit.ts';
import { question } from '../table/wording.ts';

const NUMERALS = /[零一二两三四五六七八九十百千万亿半]+/g;
/** 十分 as in 十分满意 counts nothing. */
const VERY = /十分(?![之钟])/g;

/** Whether a value was never filled in: it says 控制数, XX and the like. */
export const isUnfilled = question(({ squeezed }, { placeholders, placeholderMarks }) => {
  const bare = withoutLeftOver(squeezed);
  return placeholders.has(bare) || placeholderMarks.in(bare) !== undefined;
});

/** Whether a value without digits says how much all the same: 三场, 无事故, 不低于上年. */
export const saysHowMuch = question(({ squeezed }, { amounts, benchmarks, none }) => {
  const bare = withoutLeftOver(squeezed);
  if (amounts.has(bare)) return true;
  return none.startOf(bare) !== undefined || benchmarks.in(bare) !== undefined || hasNumeral(bare.replace(VERY, ''));
});

function hasNumeral(text: string): boolean {
  for (const { 0: numerals, index } of text.matchAll(NUMERALS)) {
    const behind = text.slice(index + numerals.length);
    // A place in a ranking: 前三, 第一.
    if (behind === '' && /[前第]$/.test(text.slice(0, index))) return true;
    if (/^(?:成|分之)/.test(behind) || unitAt(behind, false)?.text) return true;
  }
  return false;
}
