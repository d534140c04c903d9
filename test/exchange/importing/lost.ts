import type { Grid } from '../../../server/src/exchange/grid.ts';
import type { ImportReport } from '../../../server/src/exchange/importing/report.ts';
import { squeeze } from '../../../server/src/syntax/characters.ts';
import { withoutEscapes } from '../../../server/src/syntax/text.ts';

/** Texts of cells, line by line, that stand neither in the document nor in the report; spaces do not count. */
export function lostTexts(
  grids: readonly Grid[],
  { document, report }: { document: string; report: ImportReport },
): string[] {
  const all = [document, withoutEscapes(document), ...report.items.map(({ before }) => before)].join('\n');
  const [kept, ungrouped] = [tight(all), tight(all, true)];
  const cells = grids.flatMap((grid) => [
    ...grid.above,
    ...grid.rows.flatMap((row) => row.cells.map(({ text }) => text)),
    ...(grid.below ?? []),
  ]);
  const has = (part: string) => kept.includes(tight(part)) || ungrouped.includes(tight(part, true));
  const isKept = (line: string) => has(line) || headerParts(line).every(has);
  return cells.flatMap((text) => text.split('\n')).filter((line) => tight(line) !== '' && !isKept(line));
}

/** A line above the table may hold several labels, which the document writes on lines of their own. */
function headerParts(line: string): string[] {
  return line.split(/[\s\u3000]+|[:：]/).filter((part) => part !== '');
}

/** Full and half width are one, and spaces do not count; commas that group numbers are taken out where that is asked for. */
function tight(text: string, ungroups = false): string {
  const lines = text.split('\n').map(squeeze);
  return (ungroups ? lines.map((line) => line.replace(/(?<=\d),(?=\d{3})/g, '')) : lines).join('');
}
