import { escapeGoalLines, escapeLine, linesOf } from '../../syntax/escape.ts';
import { INDICATORS_LABEL, PROJECT_LABEL, UNIT_LABEL, type Vocabulary } from '../../syntax/vocabulary.ts';
import { type CutEnd, cutsOfIndicators } from '../../table/cuts.ts';
import type { GoalCuts } from './cuts.ts';
import { indicatorLines } from './indicatorLines.ts';
import { comment, MESSAGES } from './messages.ts';
import type { ImportItem } from './report.ts';
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
  const kept = row.items.filter(isKept).flatMap((item) => comment(item.line, item.column, item.before));
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
    .map(
      ([column = '', before]): ImportItem => ({
        kind: 'unplaced',
        line: row.line,
        column,
        before,
        message: MESSAGES.notOfTotal,
      }),
    );
  return { lines: items.flatMap((item) => comment(item.line, item.column, item.before)), items, indicators: 0 };
}

function projectTexts(row: TableRow, cuts: GoalCuts, vocabulary: Vocabulary): WrittenRow {
  const { line } = row;
  const { fields, goals } = vocabulary.profile;
  const lines: string[] = [];
  const items: ImportItem[] = [];
  for (const [index, before] of row.fields) {
    const column = fields[index]?.name ?? '';
    const after = linesOf(before).join(' ');
    if (after !== before)
      items.push({ kind: 'mended', line, column, before, after, at: 0, message: MESSAGES.lineBreaks });
    lines.push(`${column}: ${escapeLine(after, vocabulary)}`);
  }
  for (const [index, goal] of row.goals) {
    const column = goals[index]?.name ?? '';
    const mends = mendsInGoal(goal);
    for (const mend of mends) items.push({ kind: 'mended', line, column, ...mend, message: MESSAGES.goalSpaces });
    for (const end of cuts.of(goal)) items.push(cutItem(end, line, column, goal));
    const text = applyMends(goal, mends);
    if (linesOf(text).length === 1) lines.push(`${column}: ${escapeLine(text, vocabulary)}`);
    else {
      lines.push(`${column}:`);
      for (const own of escapeGoalLines(text, index, vocabulary)) lines.push(indented(own));
    }
  }
  if (row.indicators === '') return { lines, items, indicators: 0 };
  const column = INDICATORS_LABEL;
  const read = indicatorLines(row.indicators, vocabulary);
  for (const mend of read.mends)
    items.push({ kind: 'mended', line, column, ...mend, message: MESSAGES.indicatorSpaces });
  const lastMark = row.indicators.charCodeAt(row.indicators.length - 1);
  for (const end of cutsOfIndicators(read.indicators, read.text, lastMark, vocabulary))
    items.push(cutItem(end, line, column, row.indicators));
  return {
    lines: [...lines, `${INDICATORS_LABEL}:`, ...read.lines.map(indented)],
    items,
    indicators: read.indicators.length,
  };
}

function indented(line: string): string {
  return `  ${line}`;
}

/** How much of a cut text the report shows. */
const SHOWN = 12;

function cutItem(end: CutEnd, line: number, column: string, text: string): ImportItem {
  const characters = [...text];
  return end === 'head'
    ? { kind: 'cut', line, column, before: characters.slice(0, SHOWN).join(''), at: 0, message: MESSAGES.cutHead }
    : { kind: 'cut', line, column, before: characters.slice(-SHOWN).join(''), message: MESSAGES.cutTail };
}
