import type { Line, Span } from '../../syntax/nodes.ts';
import type { Vocabulary } from '../../syntax/vocabulary.ts';
import type { Row } from '../../table/row.ts';
import { leadingWord } from './leadingWord.ts';
import { fits, holdsIndicators, isMissing, isNear, isWordOfItsOwn, SHORTEST_FORGIVEN } from './meant.ts';
import type { LabelSlip, Meant } from './slip.ts';
import { withoutColon } from './withoutColon.ts';

/** How many labels are offered. */
const OFFERED = 3;

/** A line that belongs to no field: any label that may stand here and is not here yet. */
export function lineSlip(
  line: Line,
  row: Row,
  behind: () => readonly Line[],
  text: string,
  vocabulary: Vocabulary,
): LabelSlip | undefined {
  const word = leadingWord(text, line.start, line.end, vocabulary);
  if (!word || word.word.length < 2) return undefined;
  if (!word.hasColon) return withoutColon(word, line, row, text, vocabulary);
  if (isWordOfItsOwn(word.word, vocabulary)) return undefined;
  const meant = new Map<string, Meant>();
  for (const labels of row.kind === 'project' ? [vocabulary.fields, vocabulary.labels] : [vocabulary.labels]) {
    for (const [label, meaning] of labels) {
      const key = `${meaning.role} ${meaning.index}`;
      if (meant.has(key) || !isNear(word.word, label) || !isMissing(meaning, row)) continue;
      if (label.length < SHORTEST_FORGIVEN && !fits(meaning, row, text, word.after, line.end)) continue;
      meant.set(key, { word: label, meaning });
    }
  }
  if (meant.size === 0) return undefined;
  const { start, end } = word;
  const sorted = [...meant.values()].sort(
    (a, b) => Math.abs(a.word.length - word.word.length) - Math.abs(b.word.length - word.word.length),
  );
  const found = { span: { start, end }, line };
  // 绩效X标 may be either.
  if (meant.has('goal 0') && meant.has('indicators 0')) {
    const lines = [{ start: word.after, end: line.end }, ...linesUpToLabel(behind())];
    const role = holdsIndicators(text, lines, vocabulary) ? 'indicators' : 'goal';
    sorted.sort((a, b) => Number(b.meaning.role === role) - Number(a.meaning.role === role));
  }
  return { ...found, meant: sorted.slice(0, OFFERED) };
}

function linesUpToLabel(parts: readonly Line[]): readonly Span[] {
  const end = parts.findIndex(({ type }) => type !== 'stray' && type !== 'comment' && type !== 'marker');
  return (end < 0 ? parts : parts.slice(0, end)).filter(({ type }) => type === 'stray');
}
