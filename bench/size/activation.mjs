import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { root } from '../../scripts/lib/paths.mjs';
import { temporaryFolder } from '../../scripts/lib/temporary.mjs';
import { ensureChromium } from '../../scripts/setup/chromium.mjs';
import { ensureServedVSCode } from '../../scripts/setup/vscode.mjs';
import { launchBrowser, newWorkbenchPage } from '../../scripts/vscode/browser.mjs';
import { startServer, workbenchAddress } from '../../scripts/vscode/server.mjs';
import { Person } from '../../test/vscode/person.mjs';
import { editorLines, patience } from '../../test/vscode/workbench.mjs';

/** Its findings show that the server has answered. */
const TABLE = '项目名称: 科普活动经费\n总计: 30.00\n财政拨款: 20.00\n';

/**
 * What activating the extension takes in a real VS Code, in ms, as its own list of running extensions says: reading the
 * client's bundle and calling it; each time in a process that has just started.
 *
 * @param {number} times
 */
export async function activations(times) {
  const served = await ensureServedVSCode();
  const folder = path.join(temporaryFolder('activation'), 'tables');
  const file = path.join(folder, 'table.jxmb');
  await mkdir(folder);
  await writeFile(file, TABLE);
  const server = await startServer({ ...served, env: { ...process.env, EXTENSIONS_GALLERY: '{"serviceUrl":""}' } });
  const browser = await launchBrowser(await ensureChromium());
  const address = workbenchAddress(server, { folder, file, extensions: [root] });
  const found = [];
  try {
    while (found.length < times) {
      const page = await newWorkbenchPage(browser);
      await page.goto(address, { timeout: 120_000 });
      await editorLines(page);
      await page.locator('.squiggly-error').first().waitFor({ timeout: 60_000 });
      await new Person(page).command('Developer: Show Running Extensions');
      const row = page.locator('.runtime-extensions-editor .monaco-list-row', { hasText: 'jxmb' });
      const told = await row.locator('.activation-time').first().textContent({ timeout: patience });
      const [, ms] = /(\d+)\s*ms/.exec(told ?? '') ?? [];
      if (ms === undefined) throw new Error(`VS Code says no time of activation, but ${told}`);
      found.push(Number(ms));
      await page.context().close();
    }
  } finally {
    await browser.close();
    await server.stop();
  }
  return found;
}
