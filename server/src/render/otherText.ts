import type { Part } from '../syntax/nodes.ts';
import { joinedText } from '../syntax/text.ts';
import type { Html } from './html.ts';
import type { Pieces } from './pieces.ts';

/** Parts of a block that no table shows: comments, the marks of a version control, and `其中:` on a line of its own. */
const HIDDEN: ReadonlySet<Part['type']> = new Set(['comment', 'marker', 'lead']);

/** Parts that have no place in the table, as they are written: a page leaves nothing out that somebody wrote. */
export function otherText(text: string, parts: readonly Part[], pieces: Pieces): Html[] {
  return parts
    .filter(({ type }) => !HIDDEN.has(type))
    .map((part) => {
      const inserts = part.type === 'goal' ? part.inserts : [];
      return pieces.piece('p', part, joinedText(text, part, inserts), { classes: 'stray' });
    });
}
