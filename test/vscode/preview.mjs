#!/usr/bin/env node
// Somebody who would rather look than read: the preview beside the text in a real VS Code, by keyboard and mouse.
import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { inRoot } from '../../scripts/lib/paths.mjs';
import { HOSTILE_NAME, HOSTILE_PROJECT, HOSTILE_TEXT, harmIn, listenForHarm } from './hostileTable.mjs';
import { Person } from './person.mjs';
import { atRest, pageIs, rowOf, shownPage, toPreview } from './previewPage.mjs';
import { editorLines, lineWith, patience, runAtTheKeyboard } from './workbench.mjs';

const EXAMPLE = '示范区科工商信局-2025.jxmb';
const PROJECT = '工作经费';
/** A table that takes in the example. */
const DEPARTMENT_NAME = 'district-2025.jxmb';
const DEPARTMENT_TEXT = `部门名称: 示范区\n年度: 2025\n单位: 万元\n\n引用: ${EXAMPLE}\n`;
/** Cells in which something is found. */
const FOUND = 'td[data-found], td:has([data-found])';

const example = await readFile(inRoot('examples', EXAMPLE), 'utf8');
const projectAt = example.indexOf(`项目名称: ${PROJECT}\n`);
const lineOf = (words, from = projectAt) => example.slice(0, example.indexOf(words, from)).split('\n').length;
const lastLine = example.trimEnd().split('\n').length;

async function look(page, file) {
  const { keyboard, mouse } = page;
  const person = new Person(page);
  const harm = listenForHarm(page);
  const step = (what) => console.log(`  ${what}`);

  await editorLines(page);
  await page.locator('.squiggly-error').first().waitFor({ timeout: 60_000 });
  await page.locator('.view-line').first().click();
  await person.openPreviewToSide();
  let preview = await shownPage(page, EXAMPLE);
  await person.seesTab(`Preview ${EXAMPLE}`);
  await rowOf(preview, '查验单位经费补贴').getByText('2,801.08').first().waitFor();
  step('Ctrl+K V: the table is beside its text');

  await person.toEditor();
  await person.goToLine(`${lineOf('总计:')}:5`);
  await preview.locator('[aria-current="true"]').getByText(PROJECT, { exact: true }).waitFor({ timeout: patience });
  const row = rowOf(preview, PROJECT);
  const goal = row.locator('td p').first();
  await goal.scrollIntoViewIfNeeded();
  await atRest(goal);
  await select(mouse, await goal.boundingBox());
  const before = await keptBy(preview);
  assert.notEqual(before.selected, '');
  await person.toEditor();
  await person.press('End', 'Backspace');
  await keyboard.insertText('7');
  const [, total] = /总计: ([\d,.]+)\d/.exec(example.slice(projectAt));
  await row.getByText(`${total}7`).waitFor({ timeout: patience });
  await atRest(goal);
  assert.deepEqual(await keptBy(preview), before);
  step('what is typed is in its cell; the page keeps its place and what is selected in it');

  await row.locator('th.name').click();
  await person.cursorIsAt(lineOf('项目名称:'));
  step('a click puts the cursor on the text');

  await person.press('Control+End');
  await pageIs(preview, () => {
    const sheet = document.querySelector('.sheet');
    const { bottom } = [...document.querySelectorAll('tbody[data-row]')].at(-1).getBoundingClientRect();
    return sheet.scrollTop + sheet.clientHeight >= sheet.scrollHeight - 1 && bottom <= innerHeight + 1;
  });
  const { x, y, width, height } = await page.locator('.webview-overlay-content').first().boundingBox();
  await mouse.move(x + width / 2, y + height / 2);
  for (const [pixels, line] of [
    [-100_000, 1],
    [100_000, lastLine],
    [-100_000, 1],
  ]) {
    await mouse.wheel(0, pixels);
    await person.seesLine(line);
  }
  step('either is scrolled with the other, to the last line and back');

  await rowOf(preview, '合计').locator('[data-found]').first().hover();
  const popup = preview.getByRole('dialog');
  await popup.waitFor({ timeout: patience });
  await popup.locator('button.fix').first().click();
  await lineWith(page, '其他资金: 110.00');
  await popup.waitFor({ state: 'hidden' });
  await pageIs(preview, () => !document.querySelector('tr.total [data-found]'));
  step('what is found is told at its cell, and mended from there');

  await preview.getByRole('tab', { name: 'Structure' }).click();
  await preview.locator('td[rowspan]').first().waitFor();
  await person.toEditor();
  await person.press('Control+s');
  await page.locator('.tab:not(.dirty)', { hasText: new RegExp(`^${EXAMPLE}`) }).waitFor({ timeout: patience });
  assert.match(await readFile(file, 'utf8'), /^其他资金: 110\.00$/m);
  await forgetFile(page);
  const reloaded = page.waitForEvent('load');
  await person.command('Developer: Reload Window');
  await reloaded;
  await editorLines(page);
  preview = await shownPage(page, EXAMPLE);
  await preview.locator('td[rowspan]').first().waitFor({ timeout: patience });
  await preview.getByRole('tab', { name: 'Structure', selected: true }).waitFor();
  step('after a reload the preview is there again, in the view it had');

  await toPreview(person, preview);
  await person.press('Control+f');
  await keyboard.insertText('gongzuojingfei');
  const isSecond = (_, name) => document.querySelectorAll('th.name')[2]?.textContent === name;
  await pageIs(preview, isSecond, PROJECT);
  await person.press('ArrowDown', 'ArrowDown');
  await pageIs(preview, (_, name) => document.activeElement.textContent === name, PROJECT);
  const isFound = (_, found) => document.activeElement.matches(found);
  while (!(await preview.locator('body').evaluate(isFound, FOUND))) await person.press('ArrowRight');
  await person.press('F2');
  await preview.getByRole('dialog').waitFor({ timeout: patience });
  await person.press('Escape');
  await pageIs(preview, isFound, FOUND);
  await person.press('Enter');
  await person.inEditor();
  await person.cursorIsAt(lineOf('总计:'));
  step('all of it can be done by keyboard: find, go to a cell, read what is found, go to the text');

  await toPreview(person, preview);
  await pageIs(preview, isFound, FOUND);
  await person.command('Toggle Preview Lock');
  await person.seesTab(`[Preview] ${EXAMPLE}`);
  // Once the palette has closed the page has the keyboard again; it would take it back from the editor.
  await pageIs(preview, () => document.hasFocus());
  await writeFile(path.join(path.dirname(file), HOSTILE_NAME), HOSTILE_TEXT);
  // Both now: VS Code looks for files once.
  await writeFile(path.join(path.dirname(file), DEPARTMENT_NAME), DEPARTMENT_TEXT);
  await person.toEditor();
  await person.openFile(HOSTILE_NAME);
  await person.openPreviewToSide();
  await shownPage(page, HOSTILE_NAME);
  await person.seesTab(`[Preview] ${EXAMPLE}`);
  await person.seesTab(`Preview ${HOSTILE_NAME}`);
  step('a locked preview stays with its table while another shows the next');

  await person.toEditor();
  await person.openFile(DEPARTMENT_NAME);
  const department = await shownPage(page, DEPARTMENT_NAME);
  const takenIn = rowOf(department, PROJECT);
  await takenIn.locator('th.name').click();
  await person.inEditor();
  await person.cursorIsAt(lineOf('项目名称:'));
  await person.press('End');
  await keyboard.insertText('二');
  await rowOf(department, `${PROJECT}二`).waitFor({ timeout: patience });
  await person.seesTab(`Preview ${DEPARTMENT_NAME}`);
  await person.openFile(HOSTILE_NAME);
  const hostile = await shownPage(page, HOSTILE_NAME);
  await person.seesTab(`Preview ${HOSTILE_NAME}`);
  step('a click on a row that is taken in leads to its table, beside the one that takes it in');

  for (const view of ['Structure', 'Budget', 'Coverage', 'List']) {
    const shown = await hostile.locator('.sheet').innerHTML();
    await hostile.getByRole('tab', { name: view }).click();
    await pageIs(hostile, (_, shown) => document.querySelector('.sheet').innerHTML !== shown, shown);
    await hostile.locator('tbody').getByText(HOSTILE_PROJECT).first().waitFor();
    assert.deepEqual(await harmIn(hostile), [], view);
  }
  assert.deepEqual(harm, []);
  step('markup in a table is text');

  await person.toEditor();
  await person.press('Control+Alt+n');
  await person.seesTab('Untitled-1');
  await person.command('Change Language Mode');
  await person.choose('绩效目标表');
  await keyboard.insertText('资金使用单位: 示范市科技局\n\n项目名称: 科技宣传\n总计: 20.00');
  const untitled = await shownPage(page, 'Untitled-1');
  await rowOf(untitled, '科技宣传').getByText('20.00').waitFor({ timeout: patience });
  step('the preview follows to a table that no file has yet');

  await person.command('Restart Language Server');
  await person.inEditor();
  await person.press('Backspace');
  await keyboard.insertText('5');
  await rowOf(untitled, '科技宣传').getByText('20.05').waitFor({ timeout: patience });
  step('it goes on when the server is started anew');

  await person.openFile(HOSTILE_NAME);
  const lost = await shownPage(page, HOSTILE_NAME);
  await toPreview(person, lost);
  await person.command('Toggle Preview Lock');
  await person.seesTab(`[Preview] ${HOSTILE_NAME}`);
  await pageIs(lost, () => document.hasFocus());
  await person.press('Control+Shift+e');
  await page.waitForFunction(() => document.activeElement?.closest('.explorer-folders-view'));
  await page.locator('.explorer-folders-view .monaco-list-row.focused', { hasText: HOSTILE_NAME }).waitFor();
  await person.press('Delete');
  await page.locator('.monaco-dialog-box').waitFor({ timeout: patience });
  await person.press('Enter');
  await lost.locator('.gone').waitFor({ timeout: patience });
  step('it says so when the table is no more');

  await writeFile(path.join(path.dirname(file), HOSTILE_NAME), HOSTILE_TEXT);
  await person.toEditor();
  // By its name VS Code would find the preview.
  await page.locator('.explorer-folders-view .monaco-list-row', { hasText: HOSTILE_NAME }).dblclick();
  await lost.locator('.gone').waitFor({ state: 'hidden', timeout: patience });
  step('and shows it when it is there again');
}

async function select(mouse, { x, y }) {
  await mouse.move(x + 4, y + 8);
  await mouse.down();
  await mouse.move(x + 60, y + 8, { steps: 4 });
  await mouse.up();
}

/** What a page is to keep while its table changes. */
function keptBy(preview) {
  return preview.locator('.sheet').evaluate(({ scrollTop, scrollLeft }) => {
    return { scrollTop, scrollLeft, selected: String(getSelection()) };
  });
}

/** Where the address names a file to open, VS Code restores nothing. */
function forgetFile(page) {
  return page.evaluate(() => {
    const address = new URL(location.href);
    const payload = JSON.parse(address.searchParams.get('payload'));
    address.searchParams.set('payload', JSON.stringify(payload.filter(([name]) => name !== 'openFile')));
    history.replaceState(undefined, '', address);
  });
}

runAtTheKeyboard('preview', { file: EXAMPLE, text: example }, look);
