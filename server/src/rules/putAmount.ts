import type { LabelNode } from '../syntax/nodes.ts';
import type { TextEdit } from './rule.ts';

/** Puts an amount in behind its label, behind which nothing stands yet. */
export function putBehind({ colon }: LabelNode, amount: string, text: string): TextEdit {
  const at = colon + 1;
  // The one space that people put there is not doubled.
  const isSpaced = text[at] === ' ';
  return isSpaced ? { start: at + 1, end: at + 1, text: amount } : { start: at, end: at, text: ` ${amount}` };
}
