import type { Bilingual } from '../../profile/profile.ts';

/** What an import did that was not plain copying. */
export type ImportKind =
  /** Spaces and line breaks that only the printed page had are gone: `before` became `after`. */
  | 'mended'
  /** A glyph in an empty cell, kept as a comment. */
  | 'stray'
  /** A text that starts or stops in the middle, kept as it is. */
  | 'cut'
  /** A row or cell that fits nothing, kept as a comment. */
  | 'unplaced'
  /** Something that is not said but taken to be meant. */
  | 'assumed'
  /** A class of the form without an indicator, left out. */
  | 'blank'
  /** A page's heading that says again what the first said, left out. */
  | 'repeated'
  /** Words of the form that say what other cells are: the document has its own. */
  | 'heading';

/** Where something stands in the source. */
export interface Place {
  /** Line of a text, row of a sheet or table, counted from 1; of a row over several lines, its first. 0: outside of the table. */
  readonly line: number;
  /** Name of the cell (`Sheet1!B7`), where the source has such. */
  readonly cell?: string | undefined;
}

export interface ImportItem extends Place {
  readonly kind: ImportKind;
  /** Name of the column; empty where it is about a row as a whole. */
  readonly column: string;
  /** The text of the source it is about: a cell or a piece of one. */
  readonly before: string;
  readonly after?: string;
  /** Where in the cell `before` begins, in UTF-16 code units. */
  readonly at?: number;
  readonly message: Bilingual;
}

export interface ImportCounts {
  totals: number;
  units: number;
  projects: number;
  indicators: number;
}

export interface ImportReport {
  readonly counts: Readonly<ImportCounts>;
  readonly items: readonly ImportItem[];
}

/** What needs a look first. */
const ORDER: readonly ImportKind[] = ['unplaced', 'assumed', 'cut', 'stray', 'mended', 'blank', 'repeated', 'heading'];

/** The report as plain text for people: one line an item, under what happened to it. */
export function reportText(report: ImportReport, language: keyof Bilingual): string {
  const zh = language === 'zh';
  const { totals, units, projects, indicators } = report.counts;
  const lines = [
    zh
      ? `已导入：合计 ${totals} 行，单位 ${units} 个，项目 ${projects} 个，指标 ${indicators} 条。`
      : `Imported: total rows ${totals}, units ${units}, projects ${projects}, indicators ${indicators}.`,
  ];
  for (const kind of ORDER) {
    const items = report.items.filter((item) => item.kind === kind);
    for (const message of new Set(items.map((item) => item.message))) {
      const same = items.filter((item) => item.message === message);
      lines.push('', zh ? `${message.zh}（${same.length}）` : `${capital(message.en)} (${same.length})`);
      for (const item of same) lines.push(`  ${itemText(item, language)}`);
    }
  }
  return `${lines.join('\n')}\n`;
}

function itemText(item: ImportItem, language: keyof Bilingual): string {
  const { column, before, after } = item;
  const zh = language === 'zh';
  const quote = (text: string) => (zh ? `“${shortened(text)}”` : `"${shortened(text)}"`);
  const place = placeText(item, zh) + (column && (zh ? ` ${column}` : `, ${column}`)) + (zh ? '：' : ': ');
  return place + [before, after].flatMap((text) => (text ? [quote(text)] : [])).join(' → ');
}

function placeText({ line, cell }: Place, zh: boolean): string {
  if (cell) return cell;
  if (line === 0) return zh ? '表外' : 'outside the table';
  return zh ? `第 ${line} 行` : `line ${line}`;
}

const LONGEST = 60;

function shortened(text: string): string {
  const characters = [...text.replace(/\r\n|\r|\n/g, '⏎').replaceAll('\t', '⇥')];
  return characters.length <= LONGEST ? characters.join('') : `${characters.slice(0, LONGEST - 1).join('')}…`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
