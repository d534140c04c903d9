import { Page } from '../server/src/features/preview/page.ts';
import profileJson from '../server/src/profile/guangzhou.json' with { type: 'json' };
import type { Profile } from '../server/src/profile/profile.ts';
import { EVERYTHING, type PageUpdate, VIEW_IDS } from '../server/src/protocol.ts';
import { defaultSettings } from '../server/src/workspace/settings.ts';
import { TableDocument } from '../server/src/workspace/tableDocument.ts';
import { client } from '../test/tables.ts';
import { generate } from './generate.ts';

/**
 * What a page that shows a table costs the server after one character typed, in tables of 10 to 10,000 projects in turn,
 * and how much it is sent: neither may grow with the table.
 *
 *     node bench/preview.ts
 */
const SIZES = [10, 100, 1_000, 10_000];
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

for (const view of VIEW_IDS) {
  const pages = SIZES.map((projects) => new Shown(projects));
  const opened: number[] = [];
  for (const page of pages) {
    const start = performance.now();
    await page.show(view);
    opened.push(performance.now() - start);
  }
  for (let i = 0; i < EDITS; i++) for (const page of pages) await page.type(view);
  console.log(`\n${view}: the page after one character typed`);
  const medians = pages.map(({ times }) => times.sort((a, b) => a - b)[times.length >> 1] as number);
  console.table(
    Object.fromEntries(
      pages.map(({ bytes, times }, i) => [
        SIZES[i],
        {
          'median µs': Math.round(medians[i] as number),
          'p95 µs': Math.round(times[Math.floor(times.length * 0.95)] as number),
          'ratio to 10': Number(((medians[i] as number) / (medians[0] as number)).toFixed(2)),
          'bytes sent': bytes,
          'opened in ms': Math.round(opened[i] as number),
        },
      ]),
    ),
  );
}
