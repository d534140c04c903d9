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
  /** A page's heading that says again what the first said, left out. */
  | 'repeated';

export interface ImportItem {
  readonly kind: ImportKind;
  /** Line of the source, counted from 1; of a row over several lines, its first. */
  readonly line: number;
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

const KINDS: readonly (readonly [ImportKind, Bilingual])[] = [
  ['unplaced', { zh: '未能归位，已作注释保留', en: 'fits nowhere, kept as a comment' }],
  ['assumed', { zh: '按推断处理，请核对', en: 'inferred, please check' }],
  ['cut', { zh: '文字不完整，原样保留，请核对', en: 'cut off, kept as it is, please check' }],
  ['stray', { zh: '空格中的零星字符，已作注释保留', en: 'stray characters in empty cells, kept as comments' }],
  ['mended', { zh: '已去掉排版造成的空格和换行', en: 'spaces and line breaks of the printed page taken out' }],
  ['repeated', { zh: '重复的表头，已略去', en: 'repeated headings, left out' }],
];

/** The report as plain text for people, one line an item, what needs a look first. */
export function renderImportReport(report: ImportReport, language: keyof Bilingual): string {
  const { totals, units, projects, indicators } = report.counts;
  const lines = [
    language === 'zh'
      ? `已导入：合计 ${totals} 行，单位 ${units} 个，项目 ${projects} 个，指标 ${indicators} 条。`
      : `Imported: ${totals} total, ${units} units, ${projects} projects, ${indicators} indicators.`,
  ];
  for (const [kind, heading] of KINDS) {
    const items = report.items.filter((item) => item.kind === kind);
    if (items.length === 0) continue;
    lines.push('', language === 'zh' ? `${heading.zh}（${items.length}）` : `${capital(heading.en)} (${items.length})`);
    for (const item of items) lines.push(`  ${itemText(item, language)}`);
  }
  return `${lines.join('\n')}\n`;
}

function itemText({ line, column, before, after, message }: ImportItem, language: keyof Bilingual): string {
  const zh = language === 'zh';
  const place = zh ? `第 ${line} 行${column && ` ${column}`}` : `line ${line}${column && `, ${column}`}`;
  const quote = (text: string) => (zh ? `“${shortened(text)}”` : `"${shortened(text)}"`);
  const what = after === undefined ? quote(before) : `${quote(before)} → ${quote(after)}`;
  return `${place}${zh ? '：' : ': '}${what}${zh ? '，' : ', '}${message[language]}`;
}

const LONGEST = 60;

function shortened(text: string): string {
  const characters = [...text.replace(/\r\n|\r|\n/g, '⏎').replaceAll('\t', '⇥')];
  return characters.length <= LONGEST ? characters.join('') : `${characters.slice(0, LONGEST - 1).join('')}…`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
