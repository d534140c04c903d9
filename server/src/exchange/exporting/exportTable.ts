import type { Bilingual } from '../../profile/profile.ts';
import { fillIn, type Language } from '../../rules/rule.ts';
import type { TableDocument } from '../../workspace/tableDocument.ts';
import type { Book, Sheet } from '../book.ts';
import { isPrintable } from '../controlCharacters.ts';
import type { BookFormat } from '../converters.ts';
import { commentSheet } from './commentSheet.ts';
import { csvOf } from './csv.ts';
import type { ExportFormat, ExportLayout } from './formats.ts';
import { htmlPage } from './htmlPage.ts';
import { markdownOf } from './markdown.ts';
import { publishedSheet } from './publishedSheet.ts';
import { linesAbove } from './sheetParts.ts';
import { structuredSheet } from './structuredSheet.ts';
import { type ExportRow, exportRows, tableData } from './tableData.ts';

export {
  EXPORT_ENDINGS,
  EXPORT_FORMATS,
  EXPORT_LAYOUTS,
  type ExportFormat,
  type ExportLayout,
} from './formats.ts';

export interface ExportOptions {
  /** Of what people are told; what is exported is Chinese, as tables are. */
  readonly language: Language;
  /** By default both for xlsx, else as published; what holds one table only takes `both` as published. JSON has none. */
  readonly layout?: ExportLayout | undefined;
  /** By default A3. */
  readonly paper?: 'A3' | 'A4' | undefined;
  /** Whether a workbook has the table's comments, on a sheet of their own; by default it does. JSON always has them. */
  readonly comments?: boolean | undefined;
}

/** What comes of a table: a text, or what `Converters.write` makes a file of. */
export type ExportResult = (
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'book'; readonly book: Book; readonly format: BookFormat }
) & {
  /** What somebody should know who files it: what is not in it, what looks otherwise there. */
  readonly notes: readonly string[];
};

const NOTES = {
  included: { zh: '引用的表已并入，共 {count} 行', en: 'Tables that are taken in are part of it: {count} rows' },
  notIncluded: { zh: '引用的表读不到，其中各行不在内: {paths}', en: 'Not in it, for they cannot be read: {paths}' },
  commentSheet: {
    zh: '{count} 条注释在"注释"页，报送前可删去该页',
    en: '{count} comments stand on the sheet 注释, which may be deleted before filing',
  },
  noComments: { zh: '{count} 条注释不在内', en: '{count} comments are not in it' },
  control: {
    zh: '{count} 处有看不见的控制字符，Word 文件中以 \ufffd 代替',
    en: 'Invisible control characters in {count} places stand as \ufffd in the Word file',
  },
} satisfies Record<string, Bilingual>;

/** Exports a table, with all tables that it takes in, as one whole. */
export function exportTable(document: TableDocument, format: ExportFormat, options: ExportOptions): ExportResult {
  const rows = exportRows(document);
  const data = tableData(document, rows);
  const { layout = format === 'xlsx' ? 'both' : 'published', paper = 'A3', comments = true } = options;
  const { vocabulary, moneyUnit } = document.context;
  const { profile } = vocabulary;
  const above = linesAbove(data, profile, moneyUnit.name);
  const title = above[0]?.text ?? '';
  const published = () => publishedSheet(rows, profile, above);
  const structured = () => structuredSheet(data.rows, profile, above);
  const count = (data.comments?.length ?? 0) + data.rows.reduce((sum, row) => sum + (row.comments?.length ?? 0), 0);
  const notes = [...noteRows(document, rows)];
  if (format !== 'json' && count > 0) {
    notes.push([format === 'xlsx' && comments ? NOTES.commentSheet : NOTES.noComments, { count: String(count) }]);
  }
  const told = () => notes.map(([note, args]) => fillIn(note[options.language], args));
  switch (format) {
    case 'json':
      return { kind: 'text', text: `${JSON.stringify(data, null, 2)}\n`, notes: told() };
    case 'html':
    case 'csv':
    case 'markdown': {
      const sheet = layout === 'structured' ? structured() : published();
      const texts = {
        html: () => htmlPage(sheet, title, paper),
        csv: () => csvOf(sheet),
        markdown: () => markdownOf(sheet),
      };
      return { kind: 'text', text: texts[format](), notes: told() };
    }
    default: {
      const sheets =
        layout === 'both' ? [published(), structured()] : [layout === 'published' ? published() : structured()];
      const own = format === 'xlsx' && comments ? commentSheet(data) : undefined;
      if (format === 'docx') {
        const unseen = sheets.reduce((sum, sheet) => sum + unprintable(sheet), 0);
        if (unseen > 0) notes.push([NOTES.control, { count: String(unseen) }]);
      }
      const book = { title, paper, sheets: own ? [...sheets, own] : sheets };
      return { kind: 'book', book, format, notes: told() };
    }
  }
}

type Note = readonly [Bilingual, Readonly<Record<string, string>>];

function noteRows(document: TableDocument, rows: readonly ExportRow[]): Note[] {
  const taken = rows.filter((row) => row.table !== document && row.data.kind !== 'include').length;
  const paths = rows.filter(({ data }) => data.kind === 'include').map(({ data }) => data.name);
  return [
    ...(taken > 0 ? [[NOTES.included, { count: String(taken) }] as const] : []),
    ...(paths.length > 0 ? [[NOTES.notIncluded, { paths: paths.join(', ') }] as const] : []),
  ];
}

function unprintable({ rows }: Sheet): number {
  return rows.reduce((sum, { cells }) => sum + cells.filter(({ text }) => !isPrintable(text)).length, 0);
}
