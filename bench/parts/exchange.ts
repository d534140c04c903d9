import ExcelJS from 'exceljs';
import type { Book, Sheet } from '../../server/src/exchange/book.ts';
import { exportTable } from '../../server/src/exchange/exporting/exportTable.ts';
import { writeBook } from '../../server/src/exchange/exporting/writeBook.ts';
import { importGrids, recognise } from '../../server/src/exchange/importing.ts';
import { readFile } from '../../server/src/exchange/reading/readFile.ts';
import guangzhou from '../../server/src/profile/guangzhou.json' with { type: 'json' };
import type { Profile } from '../../server/src/profile/profile.ts';
import { defaultSettings } from '../../server/src/workspace/settings.ts';
import { TableDocument } from '../../server/src/workspace/tableDocument.ts';
import { generate } from '../generate.ts';
import { optionsOf } from '../options.ts';
import { writeSection } from '../results.ts';

/**
 * What a table of many projects costs to write as a workbook and to read back, beside the bare library writing the same
 * cells. Each step runs once, as it does for somebody who exports a table.
 *
 *     node --expose-gc bench/parts/exchange.ts [--sizes 1000]
 */
const projects = Math.max(...optionsOf().sizes);
const profile = guangzhou as Profile;
const text = generate({ projects });
const steps: Record<string, Step> = {};

interface Step {
  readonly seconds: number;
  readonly megabytesOfMemoryMore: number;
  /** Of what came of it, where that is a file. */
  readonly megabytes?: number;
}

export interface ExchangeSection {
  readonly projects: number;
  readonly steps: Readonly<Record<string, Step>>;
}

async function step<T>(name: string, work: () => T | Promise<T>, size: (result: T) => number = () => 0): Promise<T> {
  globalThis.gc?.();
  const before = process.memoryUsage().rss;
  let most = before;
  const watch = setInterval(() => {
    most = Math.max(most, process.memoryUsage().rss);
  }, 20);
  const start = performance.now();
  const result = await work();
  const seconds = (performance.now() - start) / 1000;
  clearInterval(watch);
  most = Math.max(most, process.memoryUsage().rss);
  steps[name] = {
    seconds,
    megabytesOfMemoryMore: (most - before) / 1e6,
    ...(size(result) > 0 && { megabytes: size(result) / 1e6 }),
  };
  return result;
}

/** The same cells and merges by the library alone: no looks, no formulas. */
async function bare({ sheets }: Book): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  for (const sheet of sheets) addBare(workbook, sheet);
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

function addBare(workbook: ExcelJS.Workbook, { name, rows }: Sheet): void {
  const worksheet = workbook.addWorksheet(name);
  rows.forEach(({ cells }, row) => {
    for (const { column, text, number, rows = 1, columns = 1 } of cells) {
      if (text !== '') worksheet.getCell(row + 1, column + 1).value = number === undefined ? text : Number(number);
      const master = worksheet.getCell(row + 1, column + 1);
      for (let r = row + 1; r <= row + rows; r++) {
        for (let c = column + 1; c <= column + columns; c++) {
          const covered = worksheet.getCell(r, c);
          if (covered !== master) covered.merge(master, true);
        }
      }
    }
  });
}

const table = new TableDocument('file:///table.jxmb', 'jxmb', 0, text, defaultSettings(profile));
const exported = await step('table → sheets', () =>
  exportTable(table, 'xlsx', { language: 'zh', layout: 'published', comments: false }),
);
if (exported.kind !== 'book') throw new Error('no book');
const { book } = exported;
const bytes = (file: Uint8Array) => file.length;
const file = await step('sheets → xlsx', () => writeBook(book, 'xlsx'), bytes);
await step('the bare library, same cells', () => bare(book), bytes);
const host = { loadCharacterMap: () => Promise.reject(new Error('not needed')) };
const grids = await step('xlsx → grids', () => readFile({ name: 'table.xlsx', bytes: file }, host));
const back = await step(
  'grids → document',
  () => {
    const [first] = recognise(grids, [profile]);
    return importGrids(grids, first ? [first] : [], [profile]);
  },
  ({ document }) => Buffer.byteLength(document),
);
if (back.report.counts.projects !== projects) throw new Error(`${back.report.counts.projects} projects came back`);
console.log(
  `  ${Object.entries(steps)
    .map(([name, { seconds }]) => `${name} ${seconds.toFixed(1)} s`)
    .join(', ')}`,
);
writeSection('exchange', { projects, steps } satisfies ExchangeSection);
