/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import assert from 'node:assert/strict';
import { after } from 'node:test';
import { type Browser, chromium, type Page } from 'playwright-core';
import { ensureChromium } from '../../scripts/setup/chromium.mjs';
import { standalone } from '../../server/src/features/preview/standalone.ts';
import type { ViewId } from '../../server/src/protocol.ts';
import type { Language } from '../../server/src/rules/rule.ts';
import type { TableDocument } from '../../server/src/workspace/tableDocument.ts';

/** Pages that stand for themselves, as the browser understands them. */

/** A place of a table's grid: cells that are merged fill several. */
export interface ReadCell {
  /** Paragraphs are parted by line ends. */
  readonly text: string;
  readonly classes: readonly string[];
  /** The cell begins above or to the left of here. */
  readonly isMerged: boolean;
}

/** A row of the table: a block, on one or several rows of the page. */
export interface ReadRow {
  readonly kind: string;
  readonly grid: readonly (readonly ReadCell[])[];
}

export interface ReadPage {
  readonly title: string;
  readonly caption: string;
  readonly head: readonly string[];
  readonly rows: readonly ReadRow[];
}

let browser: Promise<Browser> | undefined;

export function openBrowser(): Promise<Browser> {
  browser ??= launch();
  return browser;
}

async function launch(): Promise<Browser> {
  return chromium.launch({ executablePath: await ensureChromium(), args: ['--no-sandbox', '--disable-gpu'] });
}

after(async () => (await browser)?.close());

export function pageOf(table: TableDocument, view: ViewId, language: Language = 'zh'): string {
  return [...standalone(table, { view, paper: 'A4' }, { language })].join('');
}

/** What a table's page says, read cell by cell. */
export async function readPage(table: TableDocument, view: ViewId, language: Language = 'zh'): Promise<ReadPage> {
  const page = await (await openBrowser()).newPage();
  await page.setContent(pageOf(table, view, language));
  const read = await readShown(page);
  await page.close();
  return read;
}

/** Reads the page that is shown; its cells must fill the columns without gaps and without lying over each other. */
export async function readShown(page: Page): Promise<ReadPage> {
  const { overlaps, columns, ...read } = await page.evaluate(() => {
    const overlaps: string[] = [];
    const textOf = (element: Element) => {
      const copy = element.cloneNode(true) as Element;
      for (const paragraph of copy.querySelectorAll('p')) paragraph.before('\n');
      return (copy.textContent ?? '').replace(/^\n/, '');
    };
    const gridOf = (section: HTMLTableSectionElement) => {
      const grid: { text: string; classes: string[]; isMerged: boolean }[][] = [...section.rows].map(() => []);
      [...section.rows].forEach((row, y) => {
        let x = 0;
        for (const cell of row.cells) {
          while (grid[y]?.[x]) x++;
          for (let dy = 0; dy < cell.rowSpan; dy++) {
            for (let dx = 0; dx < cell.colSpan; dx++) {
              const line = grid[y + dy];
              if (!line || line[x + dx]) overlaps.push(cell.outerHTML);
              else line[x + dx] = { text: textOf(cell), classes: [...cell.classList], isMerged: dx + dy > 0 };
            }
          }
        }
      });
      return grid;
    };
    const table = document.querySelector('table') as HTMLTableElement;
    return {
      overlaps,
      columns: gridOf(table.tHead as HTMLTableSectionElement)[0]?.length,
      title: document.title,
      caption: textOf(document.querySelector('.caption') as Element),
      head: gridOf(table.tHead as HTMLTableSectionElement).flatMap((row) => row.map(({ text }) => text)),
      rows: [...table.tBodies].map((body) => ({ kind: body.classList[0] ?? '', grid: gridOf(body) })),
    };
  });
  assert.deepEqual(overlaps, []);
  for (const { grid } of read.rows) {
    for (const line of grid) assert.equal(line.filter((cell) => cell).length, columns, JSON.stringify(line));
  }
  return read;
}

/** The texts of a row's cells, those that are merged where they begin only. */
export function textsOf(row: ReadRow | undefined): string[][] {
  assert.ok(row);
  return row.grid.map((line) => line.map(({ text, isMerged }) => (isMerged ? '"' : text)));
}
