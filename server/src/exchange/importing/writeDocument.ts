import type { Vocabulary } from '../../syntax/vocabulary.ts';
import { GoalCuts } from './cuts.ts';
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
  const paragraphs: (readonly string[])[] = [];
  const items: ImportItem[] = [];
  tables.forEach((table, i) => {
    const own = [...table.items];
    paragraphs.push(table.head.lines);
    for (const row of told[i] ?? []) {
      const written = writeRow(row, cuts, vocabulary);
      paragraphs.push(written.lines);
      for (const item of written.items) own.push(item);
      counts.indicators += written.indicators;
      if (row.kind === 'total') counts.totals++;
      if (row.kind === 'unit') counts.units++;
      if (row.kind === 'project') counts.projects++;
    }
    for (const item of own.sort((a, b) => a.line - b.line)) items.push(item);
  });
  const document = paragraphs
    .filter((lines) => lines.length > 0)
    .map((lines) => `${lines.join('\n')}\n`)
    .join('\n');
  return { document, report: { counts, items } };
}
