import type { Judging } from '../profile/judging.ts';
import type { IndicatorValue } from '../table/row.ts';
import { wordingOf } from '../table/wording.ts';
import { leftOverBefore } from './leftOver.ts';
import { isUnfilled } from './wordsOfValue.ts';

/** Whether a value was never filled in, whatever a form left before it. */
export function isPlaceholder(text: string, value: IndicatorValue, judging: Judging): boolean {
  if (value.text === '') return false;
  const leftOver = leftOverBefore(text, value, judging);
  return isUnfilled(leftOver ? wordingOf(text.slice(leftOver.rest, value.node.text.end)) : value.said, judging);
}

/**
 * What a value says, as written and without what a form left before it, to be put in another's place; undefined where
 * it says nothing real or goes over several lines.
 */
export function realText(text: string, value: IndicatorValue, judging: Judging): string | undefined {
  if (value.text === '' || isPlaceholder(text, value, judging)) return undefined;
  const { start, end } = value.node.text;
  const written = text.slice(leftOverBefore(text, value, judging)?.rest ?? start, end);
  return /[\r\n]/.test(written) ? undefined : written;
}
