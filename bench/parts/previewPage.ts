import { chromium } from 'playwright-core';
import { ensureChromium } from '../../scripts/setup/chromium.mjs';
import { BrowserPanel, buildPage } from '../../test/client/preview/browserPanel.ts';
import { generate } from '../generate.ts';
import { optionsOf } from '../options.ts';
import { writeSection } from '../results.ts';
import { figuresOf } from '../sampling/statistics.ts';

/**
 * What somebody at the preview waits for, in a real browser with the real server behind the page: until the page is there,
 * and from one character typed until it has changed, in tables of 10 to 10,000 projects in turn. And what the page holds
 * in memory.
 *
 *     node bench/parts/previewPage.ts [--sizes 10,1000]
 */
const { sizes: SIZES } = optionsOf();
const EDITS = 40;

const browser = await chromium.launch({
  executablePath: await ensureChromium(),
  args: ['--no-sandbox', '--disable-gpu'],
});
const built = await buildPage();

class Shown {
  readonly panel: BrowserPanel;
  readonly opened: number;
  readonly times: number[] = [];
  readonly #at: number;
  #isThere = false;

  constructor(panel: BrowserPanel, opened: number) {
    this.panel = panel;
    this.opened = opened;
    this.#at = panel.table.getText().indexOf('绩效目标:') + 10;
  }

  static async open(projects: number): Promise<Shown> {
    const text = generate({ projects });
    const start = performance.now();
    const panel = await BrowserPanel.open(browser, built, text);
    const opened = performance.now() - start;
    await panel.settled();
    return new Shown(panel, opened);
  }

  async type(): Promise<void> {
    const changed = this.panel.page.evaluate(`new Promise((resolve) => {
      const observer = new MutationObserver(() => { observer.disconnect(); resolve(); });
      observer.observe(document.querySelector('table'), { subtree: true, childList: true, characterData: true });
    })`);
    const start = performance.now();
    await this.panel.edit(this.#at, this.#at + (this.#isThere ? 1 : 0), this.#isThere ? '' : '好');
    await changed;
    this.times.push(performance.now() - start);
    this.#isThere = !this.#isThere;
  }

  /** In MB, garbage collected. */
  async heap(): Promise<number> {
    const session = await this.panel.page.context().newCDPSession(this.panel.page);
    await session.send('HeapProfiler.collectGarbage');
    const { usedSize } = await session.send('Runtime.getHeapUsage');
    return usedSize / 1e6;
  }
}

/** The page in a browser after one character typed, in ms; by size. */
export type PreviewPageSection = Readonly<Record<string, PreviewPageRow>>;

export interface PreviewPageRow {
  readonly median: number;
  readonly p95: number;
  readonly ratioToLeast: number;
  readonly openedMs: number;
  readonly rowsInPage: number;
  readonly heapMB: number;
}

const pages: Shown[] = [];
for (const projects of SIZES) pages.push(await Shown.open(projects));
for (let i = 0; i < EDITS; i++) for (const page of pages) await page.type();
const least = figuresOf((pages[0] as Shown).times).median;
const section: Record<string, PreviewPageRow> = {};
for (const [i, page] of pages.entries()) {
  const { median, p95 } = figuresOf(page.times);
  section[String(SIZES[i])] = {
    median,
    p95,
    ratioToLeast: median / least,
    openedMs: page.opened,
    rowsInPage: await page.panel.page.locator('tbody[data-row]').count(),
    heapMB: await page.heap(),
  };
}
await browser.close();
console.log(
  `  ${Object.values(section)
    .map(({ median }) => `${median.toFixed(1)} ms`)
    .join(', ')}`,
);
writeSection('previewPage', section satisfies PreviewPageSection);
