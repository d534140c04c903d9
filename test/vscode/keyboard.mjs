#!/usr/bin/env node
// One person at the keyboard of a real VS Code: pinyin initials, text from an input method, the suggestion list, a quick
// fix, saving. What counts in the end is the file on the disk, character by character.
import assert from 'node:assert/strict';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { cache, root, shown } from '../../scripts/lib/paths.mjs';
import { exitOnSignals } from '../../scripts/lib/process.mjs';
import { reportAndFail, say } from '../../scripts/lib/say.mjs';
import { temporaryFolder } from '../../scripts/lib/temporary.mjs';
import { ensureVSCode } from '../../scripts/setup/vscode.mjs';
import { noteCounts } from '../../scripts/test/counts.mjs';
import { launchBrowser, newWorkbenchPage } from '../../scripts/vscode/browser.mjs';
import { startServer, workbenchAddress } from '../../scripts/vscode/server.mjs';

const patience = 20_000;
const picture = path.join(cache, 'keyboard-failure.png');

const head = `项目支出绩效目标表
部门名称: 示范市科技局
年度: 2025
单位: 万元

合计
总计: 20.00
财政拨款: 15.00
其他资金: 5.00

资金使用单位: 示范市科技局本级
总计: 20.00
财政拨款: 15.00
其他资金: 5.00

项目名称: 科技宣传
`;
const rest = `财政拨款: 15.00
其他资金: 5.00
绩效目标: 全年举办科普活动5场,让居民了解科技政策。
绩效指标:
  1、2-效益指标; 22-社会效益; 参加活动人次; 实施周期指标值:≥500人次; 年度指标值:≥500人次。
`;
const wrongLine = head.split('\n').length;

const opened = `${head}总计: 19.00\n${rest}  2、`;
const saved =
  `${head}总计: 20.00\n${rest}` +
  '  2、1-产出指标; 11-数量指标; 举办活动场次; 实施周期指标值:5场; 年度指标值:5场。\n' +
  '  3、3-满意度指标; 31-服务对象满意度; 服务对象满意度; 实施周期指标值:≥90%; 年度指标值:≥90%。';

async function atTheKeyboard(page, file) {
  const { keyboard } = page;
  const step = (what) => console.log(`  ${what}`);

  const lines = page.locator('.editor-instance .view-lines');
  await lines.locator('.view-line').first().waitFor({ timeout: 60_000 });
  await page.locator('.squiggly-error').first().waitFor({ timeout: 60_000 });
  step('the table is open, and its finding underlined');

  /** Waits for a line of the editor that contains the text; the editor shows spaces as no-break spaces. */
  const lineWith = (text) =>
    page.waitForFunction(
      (wanted) =>
        [...document.querySelectorAll('.view-line')].some((line) =>
          line.textContent.replaceAll('\u00a0', ' ').includes(wanted),
        ),
      text,
      { timeout: patience },
    );

  /** Waits for the suggestion list to have such an item (not a snippet), goes there by arrow key, and takes it. */
  const takeSuggestion = async (label) => {
    const rows = page.locator('.suggest-widget.visible .monaco-list-row');
    const snippet = page.locator('.codicon-symbol-snippet');
    const row = rows.filter({ hasText: label, hasNot: snippet }).first();
    await row.waitFor({ timeout: patience });
    for (let presses = 0; !/\bfocused\b/.test(await row.getAttribute('class')); presses++) {
      assert.ok(presses < 30, `the list does not come to ${label}`);
      await keyboard.press('ArrowDown');
    }
    await keyboard.press('Enter');
  };

  await lines.first().click();
  await keyboard.press('Control+End');
  await keyboard.type('sl', { delay: 80 });
  await takeSuggestion(/数量指标/);
  await lineWith('2、1-产出指标; 11-数量指标; ');
  step('pinyin initials, letter by letter, give the class');

  await keyboard.insertText('举办活动场次; 实施周期指标值:5场; 年度指标值:5场。');
  await lineWith('举办活动场次; 实施周期指标值:5场; 年度指标值:5场。');
  await keyboard.press('Escape');
  await keyboard.press('Enter');
  await keyboard.press('Escape');
  await keyboard.insertText('3、');
  await keyboard.insertText('满意');
  await takeSuggestion(/服务对象满意度/);
  await lineWith('3、3-满意度指标; 31-服务对象满意度; ');
  step('Han from an input method gives the class');

  await keyboard.insertText('满意');
  await takeSuggestion(/^服务对象满意度/);
  await lineWith('服务对象满意度; 实施周期指标值:≥90%; 年度指标值:≥90%。');
  await keyboard.press('Escape');
  step('and then the name with its values');

  await keyboard.press('Control+g');
  await page.locator('.quick-input-widget input').first().waitFor({ timeout: patience });
  await keyboard.type(`${wrongLine}:7`);
  await keyboard.press('Enter');
  await page.locator('.editor-instance .monaco-editor.focused').first().waitFor({ timeout: patience });
  await page.locator('[class*="codicon-gutter-lightbulb"]').first().waitFor({ timeout: patience });
  // VS Code closes the menu again when the lamp is drawn anew just then; a person presses the keys once more.
  const fix = page.locator('.action-widget .monaco-list-row', { hasText: '20.00' }).first();
  for (let tries = 1; ; tries++) {
    await keyboard.press('Control+.');
    const shown = fix.waitFor({ timeout: patience / 4 });
    if (tries === 4) {
      await shown;
      break;
    }
    if (await shown.then(() => true).catch(() => false)) break;
  }
  await keyboard.press('Enter');
  await page.waitForFunction(() => !document.querySelector('.squiggly-error'), undefined, { timeout: patience });
  step('the quick fix takes the finding away');

  await keyboard.press('Control+s');
  await page.locator('.tab.active:not(.dirty)').first().waitFor({ timeout: patience });
  assert.equal(await readFile(file, 'utf8'), saved);
  step('the saved file is as expected');
}

async function main() {
  const { served } = await ensureVSCode();
  if (!served) {
    say(
      '  跳过:使用的是桌面版 VS Code;JXMB_VSCODE=code-server 时运行此测试。',
      '  Skipped with the desktop VS Code; JXMB_VSCODE=code-server runs this test.',
    );
    await noteCounts({ skipped: 1 });
    return;
  }
  const own = temporaryFolder('keyboard');
  const folder = path.join(own, 'tables');
  const file = path.join(folder, '科技宣传.jxmb');
  await mkdir(folder);
  await writeFile(file, opened);
  const server = await startServer({
    ...served,
    settings: { 'files.autoSave': 'off' },
    env: { ...process.env, EXTENSIONS_GALLERY: '{"serviceUrl":""}' },
  });
  let browser;
  let page;
  let failure;
  try {
    browser = await launchBrowser(served.chromium);
    page = await newWorkbenchPage(browser);
    await page.goto(workbenchAddress(server, { folder, file, extensions: [root] }));
    await atTheKeyboard(page, file);
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

exitOnSignals();
main()
  .then(() => process.exit())
  .catch(reportAndFail);
