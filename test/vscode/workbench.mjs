// What the tests at the keyboard of a real VS Code share: a served workbench with one table open in it.
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { cache, inRoot, root, shown } from '../../scripts/lib/paths.mjs';
import { exitOnSignals } from '../../scripts/lib/process.mjs';
import { reportAndFail, say } from '../../scripts/lib/say.mjs';
import { temporaryFolder } from '../../scripts/lib/temporary.mjs';
import { ensureVSCode } from '../../scripts/setup/vscode.mjs';
import { noteCounts } from '../../scripts/test/counts.mjs';
import { launchBrowser, newWorkbenchPage } from '../../scripts/vscode/browser.mjs';
import { startServer, workbenchAddress } from '../../scripts/vscode/server.mjs';
import { startWebServer } from '../../scripts/vscode/web-server.mjs';

/** How long a person waits for anything to show, in ms. */
export const patience = 20_000;

/** The lines of the editor, once it shows any. */
export async function editorLines(page) {
  const lines = page.locator('.editor-instance .view-lines');
  await lines.locator('.view-line').first().waitFor({ timeout: 60_000 });
  return lines;
}

/** Waits for a line of the editor that contains a text, or fits a pattern; the editor shows spaces as no-break spaces. */
export function lineWith(page, wanted) {
  const [source, isPattern] = typeof wanted === 'string' ? [wanted, false] : [wanted.source, true];
  return page.waitForFunction(
    ([source, isPattern]) =>
      [...document.querySelectorAll('.view-line')].some((line) => {
        const text = line.textContent.replaceAll('\u00a0', ' ');
        return isPattern ? new RegExp(source).test(text) : text.includes(source);
      }),
    [source, isPattern],
    { timeout: patience },
  );
}

/** Goes to a row of the suggestion list by arrow key; says how often the key was pressed. */
export async function goTo(row, press) {
  await row.waitFor({ timeout: patience });
  for (let presses = 0; ; presses++) {
    if (/\bfocused\b/.test(await row.getAttribute('class'))) return presses;
    if (presses === 30) throw new Error('the list does not come to the row');
    await press('ArrowDown');
  }
}

/** Saves, and waits until VS Code has. */
export async function save(page) {
  await page.keyboard.press('Control+s');
  await page.locator('.tab.active:not(.dirty)').first().waitFor({ timeout: patience });
}

/**
 * Runs one test at the keyboard: a table is opened, and what comes of it is for `work` to look at.
 *
 * @param name of the folder and of the picture that is taken where it fails
 * @param table the table's file name and its text
 * @param work given the page and the path of the file
 */
export function runAtTheKeyboard(name, table, work) {
  runServed(name, work, async (served) => {
    const folder = path.join(temporaryFolder(name), 'tables');
    const file = path.join(folder, table.file);
    await mkdir(folder);
    await writeFile(file, table.text);
    const server = await startServer({
      ...served,
      settings: { 'files.autoSave': 'off' },
      env: { ...process.env, EXTENSIONS_GALLERY: '{"serviceUrl":""}' },
    });
    return { server, address: workbenchAddress(server, { folder, file, extensions: [root] }), given: file };
  });
}

/**
 * Runs one test at the keyboard of a VS Code that is nothing but a web page: the extension runs in the browser, and the
 * tables are on no disk.
 *
 * @param tables texts by the names of their files; the first is opened
 * @param settings of the person
 * @param work given the page and the server, which knows what was asked for
 */
export function runInABrowser(name, tables, settings, work) {
  runServed(name, work, async ({ vscode }) => {
    const files = Object.fromEntries(Object.entries(tables).map(([file, text]) => [`/tables/${file}`, text]));
    const server = await startWebServer({
      vscode,
      extensions: { jxmb: root, memory: inRoot('test/vscode/memory') },
      settings: { ...settings, 'files.autoSave': 'off', 'memory.files': files },
    });
    const [first] = Object.keys(files);
    return { server, address: server.address('memory:/tables', `memory:${first}`), given: server };
  });
}

function runServed(name, work, start) {
  exitOnSignals();
  main(name, work, start)
    .then(() => process.exit())
    .catch(reportAndFail);
}

async function main(name, work, start) {
  const { served } = await ensureVSCode();
  if (!served) {
    say(
      '  跳过:使用的是桌面版 VS Code;JXMB_VSCODE=code-server 时运行此测试。',
      '  Skipped with the desktop VS Code; JXMB_VSCODE=code-server runs this test.',
    );
    await noteCounts({ skipped: 1 });
    return;
  }
  const picture = path.join(cache, `${name}-failure.png`);
  const { server, address, given } = await start(served);
  let browser;
  let page;
  let failure;
  try {
    browser = await launchBrowser(served.chromium);
    // So wide that no line of an indicator is wrapped.
    page = await newWorkbenchPage(browser, { width: 1680 });
    await page.goto(address);
    await work(page, given);
  } catch (error) {
    failure = error;
    await mkdir(cache, { recursive: true });
    await page?.screenshot({ path: picture, timeout: 10_000 }).catch(() => {});
  } finally {
    await browser?.close().catch(() => {});
    await server.stop();
  }
  await noteCounts(failure ? { failed: 1 } : { passed: 1 });
  if (!failure) return;
  console.error(`✖ ${failure.stack}\n  ${shown(picture)}`);
  process.exitCode = 1;
}
