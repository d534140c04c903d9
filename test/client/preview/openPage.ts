import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, afterEach, before } from 'node:test';
import { type Browser, chromium, type Locator } from 'playwright-core';
import { generate } from '../../../bench/generate.ts';
import { ensureChromium } from '../../../scripts/setup/chromium.mjs';
import { BrowserPanel, type BuiltPage, buildPage, type PanelOptions } from './browserPanel.ts';

export const LARGE = generate({ projects: 10_000 });
export const MIDDLE = generate({ projects: 200 });
export const REAL = readFileSync(new URL('../../../examples/示范区科工商信局-2025.jxmb', import.meta.url), 'utf8');

let browser: Browser;
let built: BuiltPage;
let opened: BrowserPanel[] = [];

before(async () => {
  browser = await chromium.launch({ executablePath: await ensureChromium(), args: ['--no-sandbox', '--disable-gpu'] });
  built = await buildPage();
});

after(() => browser.close());

afterEach(async () => {
  const panels = opened;
  opened = [];
  for (const panel of panels) {
    await panel.close();
    assert.deepEqual(panel.complaints, []);
  }
});

/** Opens a page, which is closed after the test; none may have complained. */
export async function open(text: string, options: PanelOptions = {}): Promise<BrowserPanel> {
  const panel = await BrowserPanel.open(browser, built, text, options);
  opened.push(panel);
  await panel.settled();
  return panel;
}

export const sheet = ({ page }: BrowserPanel): Locator => page.locator('.sheet');
export const scrollTop = (panel: BrowserPanel): Promise<number> => sheet(panel).evaluate((node) => node.scrollTop);
export const focused = ({ page }: BrowserPanel): Locator => page.locator(':focus');
export const rowWith = ({ page }: BrowserPanel, text: string): Locator =>
  page.locator('tbody[data-row]').filter({ hasText: text }).first();
