import type { SourceFile } from '../../exchange/converters.ts';
import type { ImportCounts } from '../../exchange/importing/report.ts';
import { readTableJson } from '../../exchange/tableJson/readTableJson.ts';
import type { TableData } from '../../exchange/tableJson/tableData.ts';
import type { Bilingual } from '../../profile/profile.ts';
import type { TableSettings } from '../../workspace/settings.ts';

/** A table that was exported as JSON. */
export interface JsonTable {
  readonly document: string;
  readonly profile: string;
  readonly title: string;
  readonly moneyUnit?: string;
  readonly counts: ImportCounts;
}

/** Whether a file is read as JSON: by its name, since anything may begin with a bracket. */
export function isTableJson({ name }: SourceFile): boolean {
  return /\.json$/i.test(name);
}

/** What is wrong with a file is told at so many places. */
const TOLD = 3;

export function readJsonTable(
  text: string,
  settings: TableSettings,
): { readonly json: JsonTable } | { readonly problem: Bilingual } {
  const read = readTableJson(text, settings.profiles, settings.profile);
  if ('problems' in read) {
    const told = read.problems.slice(0, TOLD).map(({ at, message }) => ({
      zh: `第 ${at.line + 1} 行: ${message.zh}`,
      en: `line ${at.line + 1}: ${message.en}`,
    }));
    return { problem: { zh: told.map(({ zh }) => zh).join('; '), en: told.map(({ en }) => en).join('; ') } };
  }
  const { rows, title = '', moneyUnit } = JSON.parse(text) as TableData;
  const counts = { totals: 0, units: 0, projects: 0, indicators: 0 };
  for (const { kind, indicators = [] } of rows) {
    if (kind === 'total') counts.totals++;
    if (kind === 'unit') counts.units++;
    if (kind === 'project') counts.projects++;
    counts.indicators += indicators.filter((one) => one.text === undefined).length;
  }
  const { document, profile } = read;
  return { json: { document, profile: profile.id, title, ...(moneyUnit !== undefined && { moneyUnit }), counts } };
}
