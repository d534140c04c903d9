import type { ChildClass, Vocabulary } from '../syntax/vocabulary.ts';
import { BENEFIT } from './levels.ts';

/** The words by which an indicator filed as a benefit is a management routine; undefined where it is none. */
export function routineIn(plainName: string, own: ChildClass, { judging }: Vocabulary): string | undefined {
  if (own.parent.code !== BENEFIT) return undefined;
  const routine = judging.routines.in(plainName);
  return routine !== undefined && judging.notRoutines.in(plainName) === undefined ? routine : undefined;
}
