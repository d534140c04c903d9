import { chromium } from 'playwright-core';

/** As root, and where nothing but this machine is reached: no sandbox, and no look-ups behind our back. */
const options = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export async function launchBrowser(executablePath) {
  return chromium.launch({ executablePath, args: options, timeout: 60_000 });
}

/**
 * An empty page ready for VS Code's workbench.
 *
 * @param onExit told the exit code when an extension's test run is over
 */
export async function newWorkbenchPage(browser, { width = 1280, height = 800, scale = 1, onLog, onExit } = {}) {
  const context = await browser.newContext({ viewport: { width, height }, deviceScaleFactor: scale });
  const page = await context.newPage();
  await page.exposeFunction('codeAutomationLog', (type, args) => onLog?.(type, args));
  await page.exposeFunction('codeAutomationExit', (code) => onExit?.(code));
  return page;
}
