import type { Span } from '../../syntax/nodes.ts';
import type { LabelMeaning, Vocabulary } from '../../syntax/vocabulary.ts';
import type { Row } from '../../table/row.ts';
import type { LeadingWord } from './leadingWord.ts';
import { fits, isMissing } from './meant.ts';
import type { LabelSlip } from './slip.ts';

/** A label that stands right but for its colon. Before a column only an amount makes sure of it. */
export function withoutColon(
  { word, start, end, after }: LeadingWord,
  line: Span,
  row: Row,
  text: string,
  { labels }: Vocabulary,
): LabelSlip | undefined {
  const meaning = labels.get(word) as LabelMeaning;
  const isMeant = meaning.role === 'project' || meaning.role === 'unit' || fits(meaning, row, text, after, line.end);
  if (!isMeant || !isMissing(meaning, row)) return undefined;
  return {
    span: { start, end },
    line: { start: line.start, end: line.end },
    meant: [{ word, meaning }],
    lacksColon: true,
  };
}
