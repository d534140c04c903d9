import { conversionTexts } from '../../exchange/conversionError.ts';
import type { Converters, SourceFile } from '../../exchange/converters.ts';
import { decodeText } from '../../exchange/decodeText.ts';
import type { Grid } from '../../exchange/grid.ts';
import type { ImportCounts, ImportReport } from '../../exchange/importing/report.ts';
import { importGrids, LAYOUT_NAMES, type Recognised, recognise } from '../../exchange/importing.ts';
import type { Bilingual } from '../../profile/profile.ts';
import type { TableSettings } from '../../workspace/settings.ts';
import { isTableJson, type JsonTable, readJsonTable } from './jsonTable.ts';

/** A table that was found in a file, as people are told of it before anything is written. */
export interface ImportTable {
  /** Name of its file. */
  readonly file: string;
  /** Name of the sheet, or of the table. */
  readonly name: string;
  readonly layout: Bilingual;
  /** Whether it is a table of performance targets. */
  readonly isTable: boolean;
  /** Where in its sheet it stands; absent where it takes all of the file. */
  readonly rows?: { readonly first: number; readonly last: number };
  readonly projects: number;
  readonly indicators: number;
  /** Its title, or a project of it; may be empty. */
  readonly title: string;
  /** The money unit that it states. */
  readonly moneyUnit?: string;
  /** Id of the profile that fits it best. */
  readonly profile: string;
  /** Another profile may be taken. */
  readonly isOpen: boolean;
  /** Whether it is imported where nobody chooses. */
  readonly isChosen: boolean;
  /** Why it is not, or what is to be known of it. */
  readonly reason?: Bilingual;
}

export interface ImportedDocument {
  readonly document: string;
  readonly report: ImportReport;
  /** Id of the profile that it is written for. */
  readonly profile: string;
}

type Source = { readonly recognised: Recognised } | { readonly json: JsonTable };

/** Files that are to be imported: what was found in them, until somebody has chosen. */
export class ImportJob {
  readonly tables: readonly ImportTable[];
  /** Why files cannot be read, by their names. */
  readonly problems: readonly { readonly file: string; readonly message: Bilingual }[];
  readonly #grids: readonly Grid[];
  readonly #sources: readonly Source[];
  readonly #settings: TableSettings;

  constructor(files: readonly ReadFile[], settings: TableSettings) {
    this.#settings = settings;
    this.problems = files.flatMap((one) => ('problem' in one ? { file: one.file, message: one.problem } : []));
    const grids: Grid[] = [];
    const found: { table: ImportTable; source: Source }[] = [];
    for (const one of files) {
      if ('json' in one) found.push({ table: jsonTable(one.file, one.json), source: { json: one.json } });
      if (!('grids' in one)) continue;
      const tables = recognise(one.grids, profilesOf(settings));
      // Where there are several files, a cell is named with its own: `[a.xlsx]Sheet1!B7`.
      const areSeveral = files.length > 1;
      const named = (name: string) => (areSeveral ? `[${one.file}]${name}` : name);
      const first = grids.length;
      for (const [i, grid] of one.grids.entries()) {
        const { name = '' } = tables.find((table) => table.grid === i) ?? grid;
        grids.push(areSeveral ? { ...grid, name: named(name) } : grid);
      }
      for (const table of tables) {
        const recognised = { ...table, grid: first + table.grid, name: named(table.name) };
        found.push({ table: gridTable(one.file, table), source: { recognised } });
      }
    }
    this.#grids = grids;
    this.tables = found.map(({ table }) => table);
    this.#sources = found.map(({ source }) => source);
  }

  /** The tables that are imported where nobody chooses, by their places. */
  get chosen(): number[] {
    return this.tables.flatMap(({ isChosen }, i) => (isChosen ? [i] : []));
  }

  /**
   * Makes one document of the tables that are chosen; a table that was exported as JSON is one of its own.
   * @param chosen places among the tables
   * @param profile id of the profile to write for; without it the one that fits best
   */
  make(chosen: readonly number[], profile?: string): ImportedDocument[] {
    const sources = [...new Set(chosen)].flatMap((i) => this.#sources[i] ?? []);
    const recognised = sources.flatMap((source) => ('recognised' in source ? source.recognised : []));
    const documents = sources.flatMap((source) => ('json' in source ? jsonDocument(source.json) : []));
    if (recognised.length === 0) return documents;
    const options = profile === undefined ? {} : { profile };
    return [importGrids(this.#grids, recognised, profilesOf(this.#settings), options), ...documents];
  }
}

type ReadFile = { readonly file: string } & (
  | { readonly grids: readonly Grid[] }
  | { readonly json: JsonTable }
  | { readonly problem: Bilingual }
);

/**
 * Reads files that are to be imported. One that cannot be read does not keep the others.
 * @param next told before each file
 */
export async function readImport(
  files: readonly SourceFile[],
  { converters, settings }: { readonly converters: Converters; readonly settings: TableSettings },
  signal?: AbortSignal,
  next: (file: string, place: number) => void = () => {},
): Promise<ImportJob> {
  const read: ReadFile[] = [];
  for (const [i, file] of files.entries()) {
    signal?.throwIfAborted();
    next(file.name, i);
    read.push(await readOne(file, converters, settings, signal));
  }
  return new ImportJob(read, settings);
}

async function readOne(
  file: SourceFile,
  converters: Converters,
  settings: TableSettings,
  signal: AbortSignal | undefined,
): Promise<ReadFile> {
  try {
    const text = isTableJson(file) ? decodeText(file.bytes) : undefined;
    if (text !== undefined) return { file: file.name, ...readJsonTable(text, settings) };
    return { file: file.name, grids: await converters.read(file, signal) };
  } catch (error) {
    const problem = conversionTexts(error);
    if (!problem) throw error;
    return { file: file.name, problem };
  }
}

/** The first is the one that a document has which names none. */
function profilesOf({ profile, profiles }: TableSettings) {
  return [profile, ...[...profiles.values()].filter(({ id }) => id !== profile.id)];
}

function gridTable(file: string, table: Recognised): ImportTable {
  const { name, layout, firstRow, lastRow, projects, indicators, title, moneyUnit, profile, isChosen, reason } = table;
  return {
    file,
    name,
    layout: LAYOUT_NAMES[layout],
    isTable: layout !== 'none' && layout !== 'comments',
    rows: { first: firstRow, last: lastRow },
    projects,
    indicators,
    title,
    ...(moneyUnit !== undefined && { moneyUnit }),
    profile,
    isOpen: true,
    isChosen,
    ...(reason && { reason }),
  };
}

function jsonTable(file: string, { profile, title, moneyUnit, counts }: JsonTable): ImportTable {
  return {
    file,
    name: file,
    layout: { zh: '导出的 JSON', en: 'a table exported as JSON' },
    isTable: true,
    projects: counts.projects,
    indicators: counts.indicators,
    title,
    ...(moneyUnit !== undefined && { moneyUnit }),
    profile,
    isOpen: false,
    isChosen: true,
  };
}

function jsonDocument({ document, profile, counts }: JsonTable): ImportedDocument {
  return { document, profile, report: { counts: counts satisfies ImportCounts, items: [] } };
}
