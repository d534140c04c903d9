import type { ChildClass, Vocabulary } from '../syntax/vocabulary.ts';
import { question, type Wording } from '../table/wording.ts';
import { BENEFIT } from './levels.ts';

/** The words of a name that are those of a management routine. */
const routine = question(({ plain }, judging) => {
  const found = judging.routines.in(plain);
  return found !== undefined && judging.notRoutines.in(plain) === undefined ? found : undefined;
});

/** The words by which an indicator filed as a benefit is a management routine; undefined where it is none. */
export function routineIn(named: Wording, own: ChildClass, { judging }: Vocabulary): string | undefined {
  return own.parent.code === BENEFIT ? routine(named, judging) : undefined;
}
