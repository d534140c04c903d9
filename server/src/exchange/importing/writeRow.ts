import { escapeGoalLines, escapeLine, linesOf } from '../../syntax/escape.ts';
import { INDICATORS_LABEL, PROJECT_LABEL, UNIT_LABEL, type Vocabulary } from '../../syntax/vocabulary.ts';
import { type CutEnd, cutsOfIndicators } from '../../table/cuts.ts';
import type { GoalCuts } from './cuts.ts';
import { writeEntries } from './indicatorEntry.ts';
import { indicatorLines } from './indicatorLines.ts';
import { comment, MESSAGES } from './messages.ts';
import type { ImportItem, Place } from './report.ts';
import { isKept, type TableRow } from './rows.ts';
import { applyMends, mendsInGoal } from './spaces.ts';

/** A row as it stands in the document. */
export interface WrittenRow {
  readonly lines: readonly string[];
  /** What is to be said of the row. */
  readonly items: readonly ImportItem[];
  /** How many indicators it has. */
  readonly indicators: number;
}

/** Writes a row as a block of the document: its name, its amounts, what was kept as comments, and its texts. */
export function writeRow(row: TableRow, cuts: GoalCuts, vocabulary: Vocabulary): WrittenRow {
  const kept = row.items.filter(isKept).flatMap(comment);
  if (row.kind === 'loose') return { lines: kept, items: row.items, indicators: 0 };
  const amounts = [...row.amounts].map(([index, text]) => `${vocabulary.profile.columns[index]?.name}: ${text}`);
  const texts = row.kind === 'project' ? projectTexts(row, cuts, vocabulary) : textsAsComments(row, vocabulary);
  return {
    lines: [firstLine(row, vocabulary), ...amounts, ...kept, ...texts.lines],
    items: [...row.items, ...texts.items],
    indicators: texts.indicators,
  };
}

function firstLine(row: TableRow, vocabulary: Vocabulary): string {
  if (row.kind === 'total') return row.name;
  return `${row.kind === 'unit' ? UNIT_LABEL : PROJECT_LABEL}: ${escapeLine(row.name, vocabulary)}`;
}

/** Neither the total nor a unit has goals, indicators or fields. */
function textsAsComments(row: TableRow, { profile }: Vocabulary): WrittenRow {
  const texts: (readonly [string | undefined, string])[] = [
    ...[...row.fields].map(([index, text]) => [profile.fields[index]?.name, text] as const),
    ...[...row.goals].map(([index, text]) => [profile.goals[index]?.name, text] as const),
    [INDICATORS_LABEL, row.indicators],
  ];
  const items = texts
    .filter(([, text]) => text !== '')
    .map(([column = '', before]): ImportItem => {
      return { kind: 'unplaced', ...placeOf(row, column), column, before, message: MESSAGES.notOfTotal };
    });
  return { lines: items.flatMap(comment), items, indicators: 0 };
}

function projectTexts(row: TableRow, cuts: GoalCuts, vocabulary: Vocabulary): WrittenRow {
  const { fields, goals } = vocabulary.profile;
  const lines: string[] = [];
  const items: ImportItem[] = [];
  for (const [index, before] of row.fields) {
    const column = fields[index]?.name ?? '';
    const place = placeOf(row, column);
    const after = linesOf(before).join(' ');
    if (after !== before)
      items.push({ kind: 'mended', ...place, column, before, after, at: 0, message: MESSAGES.lineBreaks });
    lines.push(`${column}: ${escapeLine(after, vocabulary)}`);
  }
  for (const [index, goal] of row.goals) {
    const column = goals[index]?.name ?? '';
    const place = placeOf(row, column);
    const mends = row.isScan ? mendsInGoal(goal) : [];
    for (const mend of mends) items.push({ kind: 'mended', ...place, column, ...mend, message: MESSAGES.goalSpaces });
    for (const end of cuts.of(goal)) items.push({ ...cutItem(end, goal), ...place, column });
    const text = applyMends(goal, mends);
    if (linesOf(text).length === 1) lines.push(`${column}: ${escapeLine(text, vocabulary)}`);
    else {
      lines.push(`${column}:`);
      for (const own of escapeGoalLines(text, index, vocabulary)) lines.push(indented(own));
    }
  }
  if (row.indicators === '' && row.entries.length === 0) return { lines, items, indicators: 0 };
  const column = INDICATORS_LABEL;
  const place = placeOf(row, column);
  const read = indicatorLines(row.indicators, vocabulary, row.isScan);
  for (const mend of read.mends)
    items.push({ kind: 'mended', ...place, column, ...mend, message: MESSAGES.indicatorSpaces });
  for (const before of read.unsure)
    items.push({ kind: 'assumed', ...place, column, before, message: MESSAGES.howMany });
  const lastMark = row.indicators.charCodeAt(row.indicators.length - 1);
  for (const end of cutsOfIndicators(read.indicators, read.text, lastMark, vocabulary))
    items.push({ ...cutItem(end, row.indicators), ...place, column });
  const entries = writeEntries(row.entries, read.indicators.length + 1, vocabulary);
  items.push(...entries.items);
  return {
    lines: [...lines, `${INDICATORS_LABEL}:`, ...[...read.lines, ...entries.lines].map(indented)],
    items,
    indicators: read.indicators.length + row.entries.length,
  };
}

function indented(line: string): string {
  return `  ${line}`;
}

/** How much of a cut text the report shows. */
const SHOWN = 12;

function cutItem(end: CutEnd, text: string): Omit<ImportItem, 'line' | 'column'> {
  const characters = [...text];
  return end === 'head'
    ? { kind: 'cut', before: characters.slice(0, SHOWN).join(''), at: 0, message: MESSAGES.cutHead }
    : { kind: 'cut', before: characters.slice(-SHOWN).join(''), message: MESSAGES.cutTail };
}

function placeOf(row: TableRow, column: string): Place {
  return row.places.get(column) ?? row.place;
}
