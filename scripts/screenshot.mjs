#!/usr/bin/env node
// A picture of a table in the real VS Code with the extension:
//   node scripts/screenshot.mjs [file] -o picture.png --lang zh-cn --theme dark --line 12 --press Control+Space --type sl
// `--press`, `--type`, `--click` (a CSS selector) and `--inside` (the same, of the preview) are done in the order they are
// given, as a person would do it.
import { cp, mkdir } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { inRoot, root, shown } from './lib/paths.mjs';
import { exitOnSignals, run } from './lib/process.mjs';
import { inChinese, reportAndFail } from './lib/say.mjs';
import { temporaryFolder } from './lib/temporary.mjs';
import { ensureChromium } from './setup/chromium.mjs';
import { ensureDependencies } from './setup/dependencies.mjs';
import { continueInNode24 } from './setup/node24.mjs';
import { ensureServedVSCode } from './setup/vscode.mjs';

const themes = { light: 'Default Light Modern', dark: 'Default Dark Modern' };

const { values, positionals, tokens } = parseArgs({
  options: {
    output: { type: 'string', short: 'o', default: 'docs/images/editor.png' },
    lang: { type: 'string', default: inChinese ? 'zh-cn' : 'en' },
    theme: { type: 'string', default: 'light' },
    line: { type: 'string' },
    size: { type: 'string', default: '1280x800' },
    scale: { type: 'string', default: '1' },
    press: { type: 'string', multiple: true },
    type: { type: 'string', multiple: true },
    click: { type: 'string', multiple: true },
    inside: { type: 'string', multiple: true },
  },
  allowPositionals: true,
  tokens: true,
});

async function main() {
  await continueInNode24();
  exitOnSignals();
  await ensureDependencies();
  const built = await run(process.execPath, ['scripts/build.mjs'], { cwd: root, seconds: 120 });
  if (built.code !== 0) process.exit(built.code);
  const served = await ensureServedVSCode();
  const chromium = await ensureChromium();
  // Only now: node_modules may not have been there before.
  const { startServer, workbenchAddress } = await import('./vscode/server.mjs');
  const { launchBrowser, newWorkbenchPage } = await import('./vscode/browser.mjs');

  const file = path.resolve(positionals[0] ?? inRoot('examples', '示范区科工商信局-2025.jxmb'));
  const output = path.resolve(values.output);
  const own = temporaryFolder('picture');
  const folder = path.join(own, path.basename(path.dirname(file)));
  await cp(path.dirname(file), folder, { recursive: true }); // what is typed for the picture is typed into a copy
  const server = await startServer({
    ...served,
    settings: {
      'workbench.colorTheme': themes[values.theme] ?? values.theme,
      'editor.fontSize': 13,
      'files.autoSave': 'off',
    },
    language: values.lang.toLowerCase(),
    env: { ...process.env, EXTENSIONS_GALLERY: '{"serviceUrl":""}' },
  });
  let browser;
  try {
    browser = await launchBrowser(chromium);
    const [width, height] = values.size.split('x').map(Number);
    const page = await newWorkbenchPage(browser, { width, height, scale: Number(values.scale) });
    const target = path.join(folder, path.basename(file));
    await page.goto(workbenchAddress(server, { folder, file: target, line: values.line, extensions: [root] }));
    await page.locator('.monaco-editor .view-line').first().waitFor({ timeout: 60_000 });
    await untilQuiet(page, 2_500);
    for (const { kind, name, value } of tokens) {
      if (kind !== 'option' || !['press', 'type', 'click', 'inside'].includes(name)) continue;
      if (name === 'press') await page.keyboard.press(value);
      else if (name === 'type') await page.keyboard.type(value, { delay: 60 });
      else if (name === 'click') await page.locator(value).first().click();
      else await (await previewOf(page)).locator(value).first().click();
      await untilQuiet(page, 1_000);
    }
    await mkdir(path.dirname(output), { recursive: true });
    await page.screenshot({ path: output });
    console.log(shown(output));
  } finally {
    await browser?.close();
    await server.stop();
  }
}

/** The page in the preview, once it has rows. */
async function previewOf(page) {
  const { shownPage } = await import('../test/vscode/previewPage.mjs');
  return shownPage(page, '.jxmb');
}

/** Waits until nothing on the page has changed for so long; a picture has no better sign that all is there. */
function untilQuiet(page, milliseconds) {
  const limit = 30_000;
  return page.evaluate(
    ({ milliseconds, limit }) =>
      new Promise((resolve) => {
        let timer = setTimeout(resolve, milliseconds);
        setTimeout(resolve, limit);
        new MutationObserver(() => {
          clearTimeout(timer);
          timer = setTimeout(resolve, milliseconds);
        }).observe(document.body, { subtree: true, childList: true, characterData: true });
      }),
    { milliseconds, limit },
  );
}

main()
  .then(() => process.exit(0))
  .catch(reportAndFail);
