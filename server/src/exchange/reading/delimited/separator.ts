import { recordsOf } from './records.ts';

const CANDIDATES = ['\t', ',', ';', '|'];
/** So many records tell, in so much text. */
const LOOKED_AT = 60;
const LOOKED_AT_TEXT = 256 * 1024;

/**
 * What parts the fields of a table: what parts its records into the same number of fields most often. Tabs need not, unless
 * the name of the file says that commas do: nobody types them, and rows of scans have not all as many cells.
 */
export function separatorOf(text: string, name: string): string {
  if (/\.(tsv|tab)$/i.test(name)) return '\t';
  const start = text.slice(0, LOOKED_AT_TEXT);
  let best = { separator: ',', score: 0 };
  for (const separator of CANDIDATES) {
    const score = scoreOf(start, separator, separator !== '\t' || /\.csv$/i.test(name));
    if (score > best.score) best = { separator, score };
  }
  return best.separator;
}

/** What a record counts for that has a line break in a field: it is read so only by what parts its fields. */
const BREAK_TELLS = 1000;

/** How many records have as many fields as most of those that have more than one; or how many have more than one. */
function scoreOf(text: string, separator: string, alike: boolean): number {
  const counts = new Map<number, number>();
  let looked = 0;
  let withBreaks = 0;
  for (const fields of recordsOf(text, separator)) {
    const { length } = fields;
    if (length > 1 && fields.some((field) => field.includes('\n'))) withBreaks++;
    if (length > 1) counts.set(alike ? length : 0, (counts.get(alike ? length : 0) ?? 0) + 1);
    if (++looked === LOOKED_AT) break;
  }
  return withBreaks * BREAK_TELLS + Math.max(0, ...counts.values());
}
