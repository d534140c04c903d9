import { Page } from '../../server/src/features/preview/page.ts';
import profileJson from '../../server/src/profile/guangzhou.json' with { type: 'json' };
import type { Profile } from '../../server/src/profile/profile.ts';
import { EVERYTHING, type PageUpdate, VIEW_IDS } from '../../server/src/protocol.ts';
import { defaultSettings } from '../../server/src/workspace/settings.ts';
import { TableDocument } from '../../server/src/workspace/tableDocument.ts';
import { client } from '../../test/tables.ts';
import { generate } from '../generate.ts';
import { optionsOf } from '../options.ts';
import { writeSection } from '../results.ts';
import { figuresOf } from '../sampling/statistics.ts';

/**
 * What a page that shows a table costs the server after one character typed, in tables of 10 to 10,000 projects in turn,
 * and how much it is sent: neither may grow with the table.
 *
 *     node bench/parts/preview.ts [--sizes 10,1000]
 */
const { sizes: SIZES } = optionsOf();
const EDITS = 300;
const SHOWN = { from: 0, to: 30 };

class Shown {
  readonly table: TableDocument;
  readonly #page = new Page({
    language: 'zh',
    client,
    loadPinyinOf: () => Promise.reject(new Error('unused')),
  });
  readonly #at: number;
  #known = 0;
  #turn = 0;
  readonly times: number[] = [];
  bytes = 0;

  constructor(projects: number) {
    const text = generate({ projects });
    this.table = new TableDocument('file:///a.jxmb', 'jxmb', 0, text, defaultSettings(profileJson as Profile));
    this.table.findings();
    this.#at = text.indexOf('绩效目标:') + 10;
  }

  async show(view: (typeof VIEW_IDS)[number]): Promise<PageUpdate> {
    const update = await this.#page.update(this.table, { known: this.#known, view, query: EVERYTHING, shown: SHOWN });
    this.#known = update.state;
    return update;
  }

  async type(view: (typeof VIEW_IDS)[number]): Promise<void> {
    const isThere = this.#turn++ % 2 === 1;
    this.table.edit(this.#at, this.#at + (isThere ? 1 : 0), isThere ? '' : '好');
    this.table.findings();
    const start = performance.now();
    const update = await this.show(view);
    this.times.push((performance.now() - start) * 1000);
    this.bytes = Buffer.byteLength(JSON.stringify(update));
  }
}

/** The page after one character typed, in µs; by view and size. */
export type PreviewSection = Readonly<Record<string, Readonly<Record<string, PreviewRow>>>>;

export interface PreviewRow {
  readonly median: number;
  readonly p95: number;
  readonly ratioToLeast: number;
  readonly bytesSent: number;
  readonly openedMs: number;
}

const section: Record<string, Record<string, PreviewRow>> = {};
for (const view of VIEW_IDS) {
  const pages = SIZES.map((projects) => new Shown(projects));
  const opened: number[] = [];
  for (const page of pages) {
    const start = performance.now();
    await page.show(view);
    opened.push(performance.now() - start);
  }
  for (let i = 0; i < EDITS; i++) for (const page of pages) await page.type(view);
  const figures = pages.map(({ times }) => figuresOf(times));
  const least = figures[0]?.median ?? 1;
  const rows = figures.map(({ median, p95 }, i): [string, PreviewRow] => [
    String(SIZES[i]),
    {
      median,
      p95,
      ratioToLeast: median / least,
      bytesSent: pages[i]?.bytes ?? 0,
      openedMs: opened[i] as number,
    },
  ]);
  section[view] = Object.fromEntries(rows);
  console.log(`  ${view}: ${figures.map(({ median }) => `${median.toFixed(0)} µs`).join(', ')}`);
}
writeSection('preview', section satisfies PreviewSection);
