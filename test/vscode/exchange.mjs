#!/usr/bin/env node
// Somebody who has tables in other programs: imports a workbook, pastes cells, and takes the table back to a spreadsheet.
import assert from 'node:assert/strict';
import { copyFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { inRoot } from '../../scripts/lib/paths.mjs';
import { Person } from './person.mjs';
import { shownPage } from './previewPage.mjs';
import { editorLines, lineWith, patience, runAtTheKeyboard } from './workbench.mjs';

const NAME = '表.jxmb';
const BOOK = 'several.xlsx';
const LARGE = '大表.csv';
const text = `项目支出绩效目标表
单位: 万元

项目名称: 科技金融专项
总计: 20.00
财政拨款: 25.00
绩效目标: 服务企业。
绩效指标:
  1、1-产出指标; 11-数量指标; 服务企业数量; 实施周期指标值:50家; 年度指标值:50家。
`;
/** As spreadsheets copy a cell in which the indicators run together. */
const CELL =
  '1、1-产出指标; 11-数量指标; 会议次数; 实施周期指标值:5次; 年度指标值:5次。2、2-效益指标; 22-社会效益; 到会人数; 实施周期指标值:50人; 年度指标值:50人。';

async function work(page, file) {
  const person = new Person(page);
  const step = (what) => console.log(`  ${what}`);
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await editorLines(page);
  await page.locator('.squiggly-error').first().waitFor({ timeout: 60_000 });

  await page.locator('.view-line').first().click();
  await person.press('Control+End');
  await page.evaluate(async (cell) => {
    const piece = (type, content) => [type, new Blob([content], { type })];
    const html = `<html><body><table><tr><td>${cell}</td></tr></table></body></html>`;
    const both = Object.fromEntries([piece('text/html', html), piece('text/plain', cell)]);
    await navigator.clipboard.write([new ClipboardItem(both)]);
  }, CELL);
  await person.press('Control+v');
  await lineWith(page, /^ +2、1-产出指标; 11-数量指标; 会议次数/);
  await lineWith(page, /^ +3、2-效益指标; 22-社会效益; 到会人数/);
  step('a cell that is pasted becomes an indicator a line, numbered on');

  await page.locator('.post-edit-widget').first().waitFor({ timeout: patience });
  await person.press('Control+.');
  await page.getByText('Insert Plain Text').first().click();
  await lineWith(page, `会议次数; 实施周期指标值:5次; 年度指标值:5次。2、2-效益指标`);
  step('the button at what was pasted leads back to plain text');

  await page.evaluate(() => navigator.clipboard.writeText('// 三项指标\n// 已核'));
  await person.press('Escape', 'Control+End', 'Enter', 'Control+v');
  await lineWith(page, /^ *\/\/ 已核$/);
  assert.equal(await page.locator('.post-edit-widget').count(), 0);
  step('what are no cells is pasted as ever');

  await person.openPreviewToSide();
  const preview = await shownPage(page, NAME);
  await preview.getByRole('button', { name: 'Copy for Excel' }).click();
  await page.getByText('Copied. Paste it into Excel or WPS.').waitFor({ timeout: patience });
  const copied = await page.evaluate(async () => {
    const [item] = await navigator.clipboard.read({ unsanitized: ['text/html'] });
    const read = async (type) => (await item.getType(type)).text();
    return { html: await read('text/html'), tsv: await read('text/plain') };
  });
  assert.match(copied.html, /mso-number-format[\s\S]*科技金融专项/);
  assert.match(copied.tsv, /^科技金融专项\t20\.00\t25\.00\t/m);
  step('the preview copies cells that spreadsheets take as they are');

  await preview.getByRole('button', { name: 'Export…' }).click();
  const list = page.locator('.quick-input-widget');
  await list.locator('input[placeholder*="it can be exported all the same"]').waitFor({ timeout: patience });
  await person.press('Escape');
  step('the preview exports, and tells of errors before');

  await copyFile(inRoot('test/exchange/fixtures/layouts', BOOK), path.join(path.dirname(file), BOOK));
  const row = person.fileInExplorer(BOOK);
  await person.chooseInMenu(row, 'Import Tables');
  await list.getByText('表1', { exact: true }).first().waitFor({ timeout: patience });
  await list.getByText('a hidden sheet').first().waitFor({ timeout: patience });
  await person.press('Enter');
  await person.seesTab('项目支出绩效目标表');
  await lineWith(page, '项目名称: 苗圃灌溉改造');
  step('the explorer imports a workbook once it is shown what was recognised in it');

  const table = page
    .locator('.editor-group-container', { has: page.locator('.tab', { hasText: new RegExp(`^${NAME}`) }) })
    .first();
  await row.hover();
  await page.mouse.down();
  await page.keyboard.down('Shift');
  const goal = table.locator('.view-line', { hasText: '服务企业。' }).first();
  await goal.hover();
  await goal.hover({ position: { x: 60, y: 5 } });
  await page.mouse.up();
  await page.keyboard.up('Shift');
  await table.locator('.view-line', { hasText: '行道树修剪' }).first().waitFor({ timeout: patience });
  step('a workbook that is dropped into the table becomes blocks behind the one under the mouse');

  await writeFile(path.join(path.dirname(file), LARGE), large());
  await person.chooseInMenu(person.fileInExplorer(LARGE), 'Import Tables');
  await giveUp(page, `Reading ${LARGE}`);
  let isShown = false;
  const shows = () => document.querySelector('.quick-input-widget')?.textContent.includes('20000 projects');
  const looking = page.waitForFunction(shows, undefined, { timeout: patience });
  looking.then(
    () => {
      isShown = true;
    },
    () => {},
  );
  await person.chooseInMenu(person.fileInExplorer(BOOK), 'Import Tables');
  await list.getByText('a hidden sheet').first().waitFor({ timeout: patience });
  assert.ok(!isShown, 'what was given up is not shown');
  await person.press('Escape');
  step('an import that takes long is given up by the button beside its progress');
}

/** A list that takes seconds to read. */
function large() {
  const rows = Array.from({ length: 20_000 }, (_, i) => `第${i}号项目,1.00,1.00,办好。,${CELL}`);
  return `项目名称,总计,财政拨款,绩效目标,绩效指标\n${rows.join('\n')}\n`;
}

/** Presses Cancel beside what is under way. The workbench under test shows it only to those who look for it. */
async function giveUp(page, title) {
  const running = page.locator('.notifications-center .notification-list-item', { hasText: title });
  await page.locator('[id="status.notifications"]').click();
  await running.getByRole('button', { name: 'Cancel' }).click({ timeout: patience });
  await running.waitFor({ state: 'detached', timeout: patience });
}

runAtTheKeyboard('exchange', { file: NAME, text }, work);
