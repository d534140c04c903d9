import type { Span } from '../../syntax/nodes.ts';
import type { LabelMeaning } from '../../syntax/vocabulary.ts';

/**
 * A word at a line's start that is one letter from a label, or a label without colon, and so was read as text. `unknown-label` finds it; the
 * rules that would find what comes of it ask here and are silent.
 */
export interface LabelSlip {
  /** The word before the colon. */
  readonly span: Span;
  /** The line, without spaces around it. */
  readonly line: Span;
  /** The labels that may be meant, best first; never none. */
  readonly meant: readonly Meant[];
  /** Whether the label is right and only its colon is not there. */
  readonly lacksColon?: true;
}

export interface Meant {
  /** The label, in the way of writing that is nearest. */
  readonly word: string;
  readonly meaning: LabelMeaning;
}
