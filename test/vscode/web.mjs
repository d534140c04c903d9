#!/usr/bin/env node
// VS Code as a web page, with tables that are on no disk: the extension, its server and all that they load run in the
// browser.
import assert from 'node:assert/strict';
import { converters, readMeta } from '../../scripts/build/sizes.mjs';
import { Person } from './person.mjs';
import { rowOf, shownPage } from './previewPage.mjs';
import { files as otherFiles, readInWorker } from './webConverter.mjs';
import { editorLines, goTo, lineWith, patience, runInABrowser } from './workbench.mjs';

const head = (name) => `项目支出绩效目标表
部门名称: ${name}
年度: 2025
单位: 万元
`;

const DEPARTMENT = '示范市科技局.jxmb';
const department = `${head('示范市科技局')}
合计
总计: 12.00
财政拨款: 12.00

引用: 下属单位/示范市科协.jxmb
`;

const UNIT = '示范市科协.jxmb';
const unit = `${head('示范市科协')}
资金使用单位: 示范市科协
总计: 10.00
财政拨款: 10.00

项目名称: 科普活动
总计: 10.00
财政拨款: 10.00
绩效目标: 全年举办科普活动5场,让居民了解科技政策。
绩效指标:
  1、2-效益指标; 22-社会效益; 参加活动人次; 实施周期指标值:≥500人次; 年度指标值:≥500人次。
  2、3-满意度指标; 31-服务对象满意度; 服务对象满意度; 实施周期指标值:≥90%; 年度指标值:≥90%。
  3、`;

const BOOK = '示范市科协.xlsx';
/** As spreadsheets copy a cell in which the indicators run together. */
const CELLS = '1、1-产出指标; 11-数量指标; 会议; 年度指标值:5次。2、2-效益指标; 22-社会效益; 到会; 年度指标值:50人。';

async function inTheBrowser(page, server) {
  const person = new Person(page);
  const { keyboard } = page;
  const step = (what) => console.log(`  ${what}`);
  const findings = page.locator('.squiggly-warning');
  const noFindings = () => findings.first().waitFor({ state: 'detached', timeout: patience });

  /** Writes a 1 before the amounts of the department. */
  const raise = async () => {
    for (const line of [7, 8]) {
      await person.goToLine(`${line}:1`);
      await person.press('End', ...Array(5).fill('ArrowLeft'));
      await keyboard.insertText('1');
    }
  };

  await editorLines(page);
  await findings.first().waitFor({ timeout: 60_000 });
  for (const bundle of ['web.cjs', 'web-server.js', 'core.js']) assert.ok(loaded(server).includes(bundle), bundle);
  const late = ['pinyin.js', 'exchange.js', 'completion.js', ...converters(await readMeta())];
  for (const bundle of late) assert.ok(!loaded(server).includes(bundle), bundle);
  step('a table is checked against another that is not open, in the browser alone');

  const files = page.locator('.explorer-folders-view .monaco-list-row');
  await files.filter({ hasText: '下属单位' }).click();
  await files.filter({ hasText: UNIT }).dblclick();
  await page.locator('.tab.active', { hasText: UNIT }).waitFor({ timeout: patience });
  await person.inEditor();
  await person.press('Control+End');
  await keyboard.type('sl', { delay: 80 });
  await take(page, /数量指标/);
  await lineWith(page, '3、1-产出指标; 11-数量指标; ');
  await keyboard.type('jbqy', { delay: 80 });
  await take(page, /^奖补企业数量/);
  await lineWith(page, '11-数量指标; 奖补企业数量');
  for (const bundle of ['pinyin.js', 'guangzhou.indicators.js']) assert.ok(loaded(server).includes(bundle), bundle);
  step('classes and names by their initials, out of bundles that are loaded now');

  await person.press('Escape');
  await person.goToLine('16:20');
  await person.press('Control+k', 'Control+i');
  await page.locator('.monaco-hover', { hasText: '22' }).first().waitFor({ timeout: patience });
  await person.press('Escape');
  step('a class is explained on hover');

  await person.openPreviewToSide();
  const preview = await shownPage(page, UNIT);
  await rowOf(preview, '科普活动').getByText('10.00').first().waitFor();
  await person.toEditor();
  for (const line of [7, 8, 11, 12]) {
    await person.goToLine(`${line}:1`);
    await person.press('End', 'ArrowLeft', 'ArrowLeft', 'ArrowLeft', 'Backspace');
    await keyboard.insertText('2');
  }
  await rowOf(preview, '科普活动').getByText('12.00').first().waitFor({ timeout: patience });
  step('the preview shows what is typed');

  await person.press('Control+s');
  await page.locator('.tab:not(.dirty)', { hasText: new RegExp(`^${UNIT}`) }).waitFor({ timeout: patience });
  await person.command('View: Close All Editors');
  await files.filter({ hasText: DEPARTMENT }).dblclick();
  await page.locator('.tab.active', { hasText: DEPARTMENT }).waitFor({ timeout: patience });
  await person.inEditor();
  await noFindings();
  await raise();
  await lineWith(page, '100.00 above the units');
  step('a table that was saved and closed counts as it was saved');

  await person.command('Restart Language Server');
  await person.inEditor();
  await raise();
  await lineWith(page, '1,100.00 above the units');
  step('a server that is started anew knows the files again');

  const answers = await readInWorker(page, server.assets('jxmb'), await otherFiles());
  for (const [name, answer] of Object.entries(answers)) assert.match(JSON.stringify(answer), /^\{"grids":.*绩效/, name);
  assert.ok(server.asked.includes('/jxmb/dist/cmaps/UniGB-UCS2-H.bcmap'));
  step('files of Excel and Word, and PDF, are read in a worker');

  await exchange(page, person);
  step('a table is exported into the workspace, and the workbook is imported again; cells are pasted as they are');

  assert.ok(!loaded(server).includes('client.js'));
}

/** Takes a table out and in again; nobody here wants cells to be anything but text. */
async function exchange(page, person) {
  const list = page.locator('.quick-input-widget');
  await person.fileInExplorer(UNIT).dblclick();
  await page.locator('.tab.active', { hasText: UNIT }).waitFor({ timeout: patience });
  await person.inEditor();

  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.evaluate((cells) => navigator.clipboard.writeText(cells), CELLS);
  await person.press('Control+End', 'Enter', 'Control+v');
  await lineWith(page, CELLS);

  await person.command('Export (Excel');
  await list.getByText('Workbook with both layouts as sheets').first().waitFor({ timeout: patience });
  await person.press('Enter');
  await page.locator('.quick-input-title', { hasText: 'Export' }).first().waitFor({ timeout: patience });
  await page.waitForFunction((name) => document.querySelector('.quick-input-widget input').value.endsWith(name), BOOK, {
    timeout: patience,
  });
  await person.press('Enter');
  await person.fileInExplorer(BOOK).waitFor({ timeout: patience });

  await person.chooseInMenu(person.fileInExplorer(BOOK), 'Import Tables');
  await list.getByText('绩效目标表', { exact: true }).first().waitFor({ timeout: patience });
  await person.press('Enter');
  await page.locator('.tab.active', { hasText: '项目支出绩效目标表' }).waitFor({ timeout: patience });
  await lineWith(page, '项目名称: 科普活动');
}

/** Takes a suggestion that is no snippet. */
async function take(page, label) {
  const rows = page.locator('.suggest-widget.visible .monaco-list-row');
  const snippet = page.locator('.codicon-symbol-snippet');
  await goTo(rows.filter({ hasText: label, hasNot: snippet }).first(), (key) => page.keyboard.press(key));
  await page.keyboard.press('Enter');
}

/** The bundles of the extension that were asked for so far. */
function loaded({ asked }) {
  const scripts = asked.flatMap((address) => /^\/jxmb\/dist\/(.*\.c?js)$/.exec(address)?.[1] ?? []);
  return [...new Set(scripts)].sort();
}

const tables = { [DEPARTMENT]: department, [`下属单位/${UNIT}`]: unit };
runInABrowser('web', tables, { 'jxmb.paste.cells': false }, inTheBrowser);
