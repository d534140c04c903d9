#!/usr/bin/env node
// One person at the keyboard of a real VS Code: pinyin initials, text from an input method, the suggestion list, a quick
// fix, saving. What counts in the end is the file on the disk, character by character.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { editorLines, goTo, lineWith, patience, runAtTheKeyboard, save } from './workbench.mjs';

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

  const lines = await editorLines(page);
  await page.locator('.squiggly-error').first().waitFor({ timeout: 60_000 });
  step('the table is open, and its finding underlined');

  /** Takes a suggestion that is no snippet. */
  const takeSuggestion = async (label) => {
    const rows = page.locator('.suggest-widget.visible .monaco-list-row');
    const snippet = page.locator('.codicon-symbol-snippet');
    await goTo(rows.filter({ hasText: label, hasNot: snippet }).first(), (key) => keyboard.press(key));
    await keyboard.press('Enter');
  };

  await lines.first().click();
  await keyboard.press('Control+End');
  await keyboard.type('sl', { delay: 80 });
  await takeSuggestion(/数量指标/);
  await lineWith(page, '2、1-产出指标; 11-数量指标; ');
  step('pinyin initials, letter by letter, give the class');

  await keyboard.insertText('举办活动场次; 实施周期指标值:5场; 年度指标值:5场。');
  await lineWith(page, '举办活动场次; 实施周期指标值:5场; 年度指标值:5场。');
  await keyboard.press('Escape');
  await keyboard.press('Enter');
  await keyboard.press('Escape');
  await keyboard.insertText('3、');
  await keyboard.insertText('满意');
  await takeSuggestion(/服务对象满意度/);
  await lineWith(page, '3、3-满意度指标; 31-服务对象满意度; ');
  step('Han from an input method gives the class');

  await keyboard.insertText('满意');
  await takeSuggestion(/^服务对象满意度/);
  await lineWith(page, '服务对象满意度; 实施周期指标值:≥90%; 年度指标值:≥90%。');
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

  await save(page);
  assert.equal(await readFile(file, 'utf8'), saved);
  step('the saved file is as expected');
}

runAtTheKeyboard('keyboard', { file: '科技宣传.jxmb', text: opened }, atTheKeyboard);
