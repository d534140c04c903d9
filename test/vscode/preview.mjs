#!/usr/bin/env node
// Somebody who would rather look than read: the preview beside the text in a real VS Code, by keyboard and mouse.
import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { inRoot } from '../../scripts/lib/paths.mjs';
import { atRest, pageIs, rowOf, shownPage } from './previewPage.mjs';
import { editorLines, lineWith, patience, runAtTheKeyboard, save } from './workbench.mjs';

const EXAMPLE = '示范区科工商信局-2025.jxmb';
const example = await readFile(inRoot('examples', EXAMPLE), 'utf8');
const lineOf = (words, from = '') => example.slice(0, example.indexOf(words, example.indexOf(from))).split('\n').length;
const last = example.trimEnd().split('\n').length;

/** What a table of somebody who means harm holds: each would show if any of it were markup. */
const NAUGHTY = [
  '<script>document.body.dataset.harmed = "script"</script>',
  '"><img src="https://hostile.example/x.png" onerror="document.body.dataset.harmed = 1">',
  '</style></table><iframe src="https://hostile.example/frame"></iframe>',
  "' onmouseover='alert(1)",
  'javascript:alert(1)',
  '&lt;b&gt;&#39;',
];
const HOSTILE = `"><img src=x onerror=alert(1)>.jxmb`;
const hostile = `${NAUGHTY[0]}目标表
部门名称: ${NAUGHTY[1]}
年度: 2025
单位: ${NAUGHTY[4]}

资金使用单位: ${NAUGHTY[2]}
总计: ${NAUGHTY[1]}

// ${NAUGHTY[0]}
项目名称: ${NAUGHTY[1]}
总计: 1.00
财政拨款: ${NAUGHTY[3]}
绩效目标: ${NAUGHTY.join(' ')}
绩效指标:
  1、1-产出指标; 11-${NAUGHTY[5]}; ${NAUGHTY[0]}; 实施周期指标值:${NAUGHTY[4]}; 年度指标值:${NAUGHTY[3]}。

包含: ${NAUGHTY[2]}.jxmb
`;

async function look(page, file) {
  const { keyboard, mouse } = page;
  const step = (what) => console.log(`  ${what}`);
  const command = async (title) => {
    await keyboard.press('F1');
    await page.locator('.quick-input-widget input').first().waitFor({ timeout: patience });
    await keyboard.insertText(title);
    await page.locator('.quick-input-list .monaco-list-row.focused', { hasText: title }).first().waitFor();
    await keyboard.press('Enter');
  };
  const openFile = async (name) => {
    await keyboard.press('Control+p');
    await page.locator('.quick-input-widget input').first().waitFor({ timeout: patience });
    await keyboard.insertText(name);
    await page.locator('.quick-input-list .monaco-list-row.focused', { hasText: name }).first().waitFor();
    await keyboard.press('Enter');
    await page.locator('.tab.active', { hasText: name }).first().waitFor();
  };
  const toEditor = async () => {
    await keyboard.press('Control+1');
    await page.locator('.editor-instance .monaco-editor.focused').first().waitFor({ timeout: patience });
  };
  const goToLine = async (place) => {
    await keyboard.press('Control+g');
    await page.locator('.quick-input-widget input').first().waitFor({ timeout: patience });
    await keyboard.insertText(place);
    await keyboard.press('Enter');
    await page.locator('.editor-instance .monaco-editor.focused').first().waitFor({ timeout: patience });
  };
  const cursorIsAt = (line) =>
    page
      .locator('[id="status.editor.selection"]', { hasText: new RegExp(`^Ln ${line},`) })
      .waitFor({ timeout: patience });
  const tabNamed = (name) => page.locator('.tab', { hasText: name }).first().waitFor({ timeout: patience });
  const firstLineShown = (line) =>
    page.locator('.editor-instance .line-numbers').getByText(String(line), { exact: true }).first().waitFor();

  await editorLines(page);
  await page.locator('.squiggly-error').first().waitFor({ timeout: 60_000 });
  await page.locator('.editor-actions a[aria-label*="Open Preview to the Side"]').waitFor({ timeout: patience });
  await page.locator('.view-line').first().click();
  await keyboard.press('Control+k');
  await keyboard.press('v');
  let preview = await shownPage(page, EXAMPLE);
  await tabNamed(`Preview ${EXAMPLE}`);
  await rowOf(preview, '查验单位经费补贴').getByText('2,801.08').first().waitFor();
  step('Ctrl+K V: the table is beside its text');

  const project = '工作经费';
  await toEditor();
  await goToLine(`${lineOf('总计:', `项目名称: ${project}\n`)}:5`);
  const row = rowOf(preview, project);
  await preview.locator('[aria-current="true"]').getByText(project, { exact: true }).waitFor({ timeout: patience });
  const [goal] = await row.locator('td.goal p, td p').all();
  await goal.scrollIntoViewIfNeeded();
  await atRest(row);
  const box = await goal.boundingBox();
  await mouse.move(box.x + 4, box.y + 8);
  await mouse.down();
  await mouse.move(box.x + 60, box.y + 8, { steps: 4 });
  await mouse.up();
  const kept = () =>
    preview.locator('main').evaluate((main) => [String(getSelection()), main.scrollTop, main.scrollLeft]);
  const before = await kept();
  assert.notEqual(before[0], '');
  await toEditor();
  await keyboard.press('End');
  await keyboard.press('Backspace');
  await keyboard.insertText('7');
  const total = /总计: ([\d,.]+)/.exec(example.slice(example.indexOf(`项目名称: ${project}\n`)))[1];
  await row.getByText(`${total.slice(0, -1)}7`).waitFor({ timeout: patience });
  assert.deepEqual(await kept(), before);
  step('what is typed is in its cell; what was selected still is, where it was');

  await row.locator('th.name').click();
  await cursorIsAt(lineOf(`项目名称: ${project}\n`));
  step('a click puts the cursor on the text');

  await keyboard.press('Control+End');
  await pageIs(preview, () => {
    const main = document.querySelector('main');
    const rows = document.querySelectorAll('tbody[data-row]');
    const bottom = rows[rows.length - 1].getBoundingClientRect().bottom;
    return main.scrollTop + main.clientHeight >= main.scrollHeight - 1 && bottom <= innerHeight + 1;
  });
  const side = await page.locator('.webview-overlay-content').first().boundingBox();
  await mouse.move(side.x + side.width / 2, side.y + side.height / 2);
  await mouse.wheel(0, -100_000);
  await firstLineShown(1);
  await mouse.wheel(0, 100_000);
  await firstLineShown(last);
  await mouse.wheel(0, -100_000);
  await firstLineShown(1);
  step('either is scrolled with the other, to the last line and back');

  const wrong = rowOf(preview, '合计').locator('[data-found]').first();
  await wrong.hover();
  const popup = preview.getByRole('dialog');
  await popup.waitFor({ timeout: patience });
  await popup.locator('button.fix').first().click();
  await lineWith(page, '其他资金: 110.00');
  await popup.waitFor({ state: 'hidden' });
  await pageIs(preview, () => !document.querySelector('tr.total [data-found]'));
  step('what is found is told at the cell, and mended from there');

  await preview.getByRole('tab', { name: 'Structure' }).click();
  await preview.locator('td[rowspan]').first().waitFor();
  await toEditor();
  await save(page);
  await page.reload();
  await editorLines(page);
  preview = await shownPage(page, EXAMPLE);
  await preview.locator('td[rowspan]').first().waitFor({ timeout: patience });
  assert.equal(await preview.getByRole('tab', { selected: true }).textContent(), 'Structure');
  step('after a reload the preview is there again, in the view it had');

  await keyboard.press('Control+2');
  await command('Toggle Preview Lock');
  await tabNamed(`[Preview] ${EXAMPLE}`);
  const folder = path.dirname(file);
  await writeFile(path.join(folder, HOSTILE), hostile);
  await toEditor();
  await openFile(HOSTILE);
  await page
    .locator('.editor-actions a[aria-label*="Open Preview to the Side"]')
    .first()
    .waitFor({ timeout: patience });
  await keyboard.press('Control+k');
  await keyboard.press('v');
  const other = await shownPage(page, HOSTILE);
  await tabNamed(`[Preview] ${EXAMPLE}`);
  await tabNamed(`Preview ${HOSTILE}`);
  step('a locked preview stays with its table while another shows the next');

  for (const view of ['List', 'Structure', 'Budget', 'Coverage']) {
    await other.getByRole('tab', { name: view }).click();
    await other.getByRole('tab', { name: view, selected: true }).waitFor();
    await pageIs(other, (body) => body.textContent.includes('alert(1)'));
    const found = await other.locator('body').evaluate((body) => ({
      elements: body.querySelectorAll(
        'script:not([nonce]), img, iframe, [onerror], [onmouseover], [href^="javascript"]',
      ).length,
      harmed: body.dataset.harmed,
    }));
    assert.deepEqual(found, { elements: 0, harmed: undefined }, view);
  }
  assert.deepEqual(page.hostile, []);
  step('markup in a table is text');
}

runAtTheKeyboard('preview', { file: EXAMPLE, text: example }, async (page, file) => {
  page.hostile = [];
  page.on('dialog', (dialog) => {
    if (dialog.type() !== 'beforeunload') page.hostile.push(dialog.message());
    void dialog.accept();
  });
  page.on('request', (request) => {
    if (request.url().includes('hostile.example')) page.hostile.push(request.url());
  });
  await look(page, file);
});
