import Papa from 'papaparse';

const CANDIDATES = ['\t', ',', ';', '|'];
/** So many records tell. */
const LOOKED_AT = 60;

/** What parts the fields of a table: what parts its records into the same number of fields most often. */
export function separatorOf(text: string, name: string): string {
  if (/\.(tsv|tab)$/i.test(name)) return '\t';
  let best = { separator: ',', score: 0 };
  for (const separator of CANDIDATES) {
    const { data } = Papa.parse<string[]>(text, { delimiter: separator, newline: '\n', preview: LOOKED_AT });
    const score = scoreOf(data.map(({ length }) => length));
    if (score > best.score) best = { separator, score };
  }
  return best.separator;
}

/** How many records have as many fields as most of those that have more than one. */
function scoreOf(lengths: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const length of lengths) if (length > 1) counts.set(length, (counts.get(length) ?? 0) + 1);
  return Math.max(0, ...counts.values());
}
