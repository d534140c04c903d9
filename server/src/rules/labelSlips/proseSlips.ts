import { isHan } from '../../syntax/characters.ts';
import { isAmountText } from '../../syntax/labels.ts';
import { LineScanner, skipSpaces, trim } from '../../syntax/lines.ts';
import type { Goal, Indicators, Span } from '../../syntax/nodes.ts';
import type { LabelMeaning, Vocabulary } from '../../syntax/vocabulary.ts';
import type { Row } from '../../table/row.ts';
import { nextLineStart } from '../edits.ts';
import { leadingWord } from './leadingWord.ts';
import { differsInOne, holdsIndicators, isMissing, isNear, isWordOfItsOwn, SHORTEST_FORGIVEN } from './meant.ts';
import type { LabelSlip, Meant } from './slip.ts';
import { withoutColon } from './withoutColon.ts';

/**
 * Lines within a goal or the indicators, which are prose: only the labels that would end it, by their own names and a
 * letter replaced, and only where what follows speaks for them too.
 */
export function proseSlips(
  part: Goal | Indicators,
  row: Row,
  text: string,
  vocabulary: Vocabulary,
  add: (slip: LabelSlip) => void,
): void {
  const from = nextLineStart(text, part.label.colon);
  if (from >= part.end) return;
  const lines = new LineScanner(text, from, part.end);
  while (lines.advance()) {
    const start = skipSpaces(text, lines.start, lines.end);
    // Most lines begin with a digit.
    if (start >= lines.end || !isHan(text.charAt(start))) continue;
    const word = leadingWord(text, start, lines.end, vocabulary);
    if (!word) continue;
    if (!word.hasColon) {
      const slip = withoutColon(word, trim(text, lines.start, lines.end), row, text, vocabulary);
      if (slip && endsProse((slip.meant[0] as Meant).meaning, part, word.after, lines, text, vocabulary)) add(slip);
      continue;
    }
    if (word.word.length < SHORTEST_FORGIVEN || isWordOfItsOwn(word.word, vocabulary)) continue;
    if (part.type === 'indicators' && holdsValueAt(part, word.start)) continue;
    for (const [label, meaning] of vocabulary.labels) {
      // What begins a block is sure enough by what stands behind it for a letter too many or too few: 项目名.
      const isBlock = meaning.role === 'project' || meaning.role === 'unit';
      if (label !== meaning.name || !(isBlock ? isNear : differsInOne)(word.word, label)) continue;
      if (!isMissing(meaning, row) || !endsProse(meaning, part, word.after, lines, text, vocabulary)) continue;
      const span = { start: word.start, end: word.end };
      add({ span, line: trim(text, lines.start, lines.end), meant: [{ word: label, meaning }] });
      break;
    }
  }
}

/** Whether what stands behind a word in prose is what the label would have behind it. */
function endsProse(
  { role }: LabelMeaning,
  part: Goal | Indicators,
  after: number,
  line: Span & { readonly next: number },
  text: string,
  vocabulary: Vocabulary,
): boolean {
  switch (role) {
    case 'column':
      return isAmountText(text, after, line.end);
    case 'project':
    case 'unit':
      // Behind their names stand columns, which end the prose.
      return line.next >= part.end && skipSpaces(text, after, line.end) < line.end;
    case 'indicators': {
      if (part.type === 'indicators') return false;
      const lines: Span[] = [trim(text, after, line.end)];
      const rest = new LineScanner(text, line.next, part.end);
      while (line.next < part.end && rest.advance()) lines.push(trim(text, rest.start, rest.end));
      return lines.every(({ start, end }) => start === end) || holdsIndicators(text, lines, vocabulary);
    }
    default:
      return false;
  }
}

function holdsValueAt({ items }: Indicators, offset: number): boolean {
  return items.some((item) => item.type === 'indicator' && item.values.some(({ start }) => start === offset));
}
