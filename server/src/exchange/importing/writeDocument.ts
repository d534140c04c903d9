import type { BlockKind } from '../../syntax/nodes.ts';
import type { Vocabulary } from '../../syntax/vocabulary.ts';
import { commented } from '../comments/comments.ts';
import type { PlacedComment } from './commentSheet.ts';
import { GoalCuts } from './cuts.ts';
import { MESSAGES } from './messages.ts';
import { type ReadTable, toldApart } from './readTable.ts';
import type { ImportCounts, ImportItem, ImportReport } from './report.ts';
import { writeRow } from './writeRow.ts';

/** Writes tables as one document: the head of the first, then the rows of all in order, units told from projects. */
export function writeDocument(
  tables: readonly ReadTable[],
  vocabulary: Vocabulary,
): { document: string; report: ImportReport } {
  const told = tables.map(({ rows }) => toldApart(rows));
  const rows = told.flat();
  const goals = rows.flatMap((row) => [...row.goals.values()]);
  const cuts = new GoalCuts(goals, [...goals, ...rows.flatMap((row) => [row.name, row.indicators])]);
  const counts: ImportCounts = { totals: 0, units: 0, projects: 0, indicators: 0 };
  const paragraphs: string[] = [];
  const items: ImportItem[] = [];
  tables.forEach((table, i) => {
    const own = [...table.items];
    const write = (lines: readonly string[], kind: BlockKind, comments: readonly PlacedComment[] = []) => {
      const { text, moved } = commented(lines.map((line) => `${line}\n`).join(''), kind, comments, vocabulary);
      paragraphs.push(text);
      for (const comment of moved) own.push(movedItem(comment));
    };
    write(table.head.lines, 'head', table.head.comments);
    for (const row of told[i] ?? []) {
      const written = writeRow(row, cuts, vocabulary);
      write(written.lines, row.kind === 'total' || row.kind === 'unit' ? row.kind : 'project', row.comments);
      for (const item of written.items) own.push(item);
      counts.indicators += written.indicators;
      if (row.kind === 'total') counts.totals++;
      if (row.kind === 'unit') counts.units++;
      if (row.kind === 'project') counts.projects++;
    }
    for (const item of own.sort((a, b) => a.line - b.line)) items.push(item);
  });
  return { document: paragraphs.filter((text) => text !== '').join('\n'), report: { counts, items } };
}

function movedItem({ text: before, before: column = '', place }: PlacedComment): ImportItem {
  return { kind: 'assumed', ...place, column, before, message: MESSAGES.commentMoved };
}
