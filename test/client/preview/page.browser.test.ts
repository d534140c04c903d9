/** The page in a real browser, with the real server behind it: what somebody at it sees. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Locator } from 'playwright-core';
import { EXAMPLE } from '../../features/marks.ts';
import type { BrowserPanel } from './browserPanel.ts';
import { LARGE, MIDDLE, open, REAL, rowWith, scrollTop, sheet } from './openPage.ts';

/** Where an element is on the screen. */
async function topOf(element: Locator): Promise<number> {
  const box = await element.boundingBox();
  assert.ok(box);
  return box.y;
}

async function scrollTo(panel: BrowserPanel, top: number): Promise<void> {
  await sheet(panel).evaluate((node, value) => {
    node.scrollTop = value;
  }, top);
  await panel.settled();
}

/** The rows that are in sight: no place of the table's part of the screen is without one. */
async function assertFilled({ page }: BrowserPanel): Promise<void> {
  const gaps = await page.locator('.sheet').evaluate((node) => {
    const { top, bottom, left } = node.getBoundingClientRect();
    const gaps: number[] = [];
    for (let y = top + 5; y < bottom - 20; y += 15) {
      if (node.ownerDocument.elementFromPoint(left + 40, y)?.closest('.spacer')) gaps.push(y);
    }
    return gaps;
  });
  assert.deepEqual(gaps, []);
}

describe('what is typed', () => {
  test('changes its cell and leaves selection, focus and place', async () => {
    const panel = await open(REAL);
    await scrollTo(panel, 900);
    const row = rowWith(panel, '产业人才发展专项资金');
    const cell = row.locator('td.amount').first();
    const goal = row.locator('td.goal');
    const name = row.locator('th.name');
    await name.focus();
    await goal.evaluate((node) => node.ownerDocument.getSelection()?.selectAllChildren(node));
    const selected = await panel.page.evaluate('getSelection().toString()');
    const element = await cell.elementHandle();
    const before = await topOf(name);
    await panel.replace('总计: 5,650.41', '总计: 5,651.41');
    await panel.settled();
    assert.match(await cell.innerText(), /5,651\.41/);
    assert.ok(await element?.evaluate((node) => node.isConnected));
    assert.equal(await panel.page.evaluate('getSelection().toString()'), selected);
    assert.ok(await name.evaluate((node) => node === node.ownerDocument.activeElement));
    assert.equal(await topOf(name), before);
  });

  test('above what is in sight does not move it', async () => {
    const panel = await open(MIDDLE);
    await scrollTo(panel, 20_000);
    const row = panel.page.locator('tbody[data-row]').nth(6);
    const id = await row.getAttribute('data-row');
    const own = panel.page.locator(`tbody[data-row="${id}"]`);
    const before = await topOf(own);
    const at = MIDDLE.indexOf('项目名称');
    await panel.edit(at, at, '项目名称: 新的\n总计: 1.00\n\n项目名称: 又一个\n总计: 2.00\n\n');
    await panel.settled();
    assert.ok(Math.abs((await topOf(own)) - before) <= 1);
  });

  test('far away leaves the rows that are there as they are', async () => {
    const panel = await open(MIDDLE);
    const row = await panel.page.locator('tbody[data-row]').nth(3).elementHandle();
    await panel.edit(panel.table.getText().length, panel.table.getText().length, '\n项目名称: 最后\n总计: 1.00\n');
    await panel.settled();
    assert.ok(await row?.evaluate((node) => node.isConnected));
    await panel.page.locator('.sheet').press('Control+End');
  });
});

describe('the panel', () => {
  test('has a server that was started again: the place stays', async () => {
    const panel = await open(MIDDLE);
    await scrollTo(panel, 20_000);
    const name = await panel.page.locator('tbody th.name').nth(6).innerText();
    const row = rowWith(panel, name);
    const before = await topOf(row);
    await panel.restart();
    await panel.settled();
    assert.ok(Math.abs((await topOf(row)) - before) <= 2);
  });

  test('says that the table is no more to be had, until it is again', async () => {
    const panel = await open(EXAMPLE);
    await panel.post({ type: 'gone' });
    await panel.page.getByText('文档已关闭').waitFor();
    await panel.replace('120.00', '121.00');
    await panel.page.getByText('文档已关闭').waitFor({ state: 'hidden' });
  });
});

describe('ten thousand rows', () => {
  test('are scrolled without a gap, and only a few are in the page', async () => {
    const panel = await open(LARGE);
    await panel.page.mouse.move(400, 400);
    for (let i = 0; i < 12; i++) {
      await panel.page.mouse.wheel(0, 350);
      await panel.page.evaluate('new Promise(requestAnimationFrame)');
      await assertFilled(panel);
    }
    await panel.settled();
    assert.ok((await panel.page.locator('tbody[data-row]').count()) < 60);
  });

  test('dragging to the end shows the last row, and to the middle some', async () => {
    const panel = await open(LARGE);
    await scrollTo(panel, 1e9);
    await assertFilled(panel);
    const last = panel.page.locator('tbody[data-row]').last();
    assert.equal(await last.locator('tr').first().getAttribute('aria-rowindex'), await rowCount(panel));
    const { bottom, edge } = await last.evaluate((node) => ({
      bottom: node.getBoundingClientRect().bottom,
      edge: node.closest('.sheet')?.getBoundingClientRect().bottom ?? 0,
    }));
    assert.ok(bottom <= edge + 1);
    await scrollTo(panel, 1_000_000);
    await assertFilled(panel);
  });

  test('scrolling up into rows that turn out higher than guessed does not move what is in sight', async () => {
    const panel = await open(LARGE);
    await scrollTo(panel, 500_000);
    await panel.page.mouse.move(400, 400);
    for (let i = 0; i < 8; i++) {
      const row = panel.page.locator('tbody[data-row]').nth(4);
      const id = await row.getAttribute('data-row');
      const own = panel.page.locator(`tbody[data-row="${id}"]`);
      const before = await topOf(own);
      await scrollTo(panel, (await scrollTop(panel)) - 150);
      assert.ok(Math.abs((await topOf(own)) - before - 150) <= 2);
    }
  });
});

const rowCount = ({ page }: BrowserPanel) => page.locator('table').getAttribute('aria-rowcount');

describe('both ways', () => {
  test('a click on a piece leads to its text, the smallest one that shows it', async () => {
    const panel = await open(EXAMPLE);
    await panel.page.getByText('建设信息平台数量').click();
    await panel.settled();
    assert.equal(panel.revealed, '建设信息平台数量');
    await panel.page.locator('td.amount', { hasText: '20.00' }).last().click();
    await panel.settled();
    assert.match(panel.revealed ?? '', /其他资金: 20\.00/);
  });

  test('selecting a text is no click', async () => {
    const panel = await open(EXAMPLE);
    await panel.page.getByText('建设信息平台数量').dblclick();
    await panel.settled();
    const said = panel.said.filter(({ type }) => type === 'reveal').length;
    assert.ok(said <= 1, 'the first of two clicks may lead there, the second selects');
  });

  test('the row at the cursor is marked and comes into sight; in the same row nothing moves', async () => {
    const panel = await open(MIDDLE);
    await panel.edit(MIDDLE.length, MIDDLE.length, '\n项目名称: 游标所在\n总计: 1.00\n绩效目标: 甲乙丙。\n');
    await panel.putCursor('游标所在');
    await panel.settled();
    const row = panel.page.locator('[aria-current=true]');
    assert.match(await row.innerText(), /游标所在/);
    assert.ok((await topOf(row)) < 720);
    assert.match(await panel.page.locator('.at-cursor').innerText(), /游标所在/);
    assert.equal(panel.last('scrolled'), undefined);
    await scrollTo(panel, 0);
    await panel.putCursor('甲乙丙');
    await panel.settled();
    assert.equal(await scrollTop(panel), 0);
  });

  test('the row at the cursor is only marked where the page is not to follow the editor', async () => {
    const panel = await open(MIDDLE);
    panel.followsCursor = false;
    await scrollTo(panel, 4_000);
    await panel.putCursor('项目名称: ');
    await panel.settled();
    assert.equal(await scrollTop(panel), 4_000);
    await scrollTo(panel, 0);
    assert.equal(await panel.page.locator('[aria-current="true"]').count(), 1);
  });

  test('scrolling is told by lines, and what the panel scrolled is not', async () => {
    const panel = await open(MIDDLE);
    await panel.post({ type: 'scroll', line: 700 });
    await panel.settled();
    assert.equal(panel.last('scrolled'), undefined);
    await scrollTo(panel, (await scrollTop(panel)) + 3);
    const told = panel.last('scrolled');
    assert.ok(told && Math.abs(told.line - 700) < 3, `${told?.line}`);
  });

  test('the last line is reached from either side', async () => {
    const panel = await open(MIDDLE);
    const lines = panel.table.lineCount - 1;
    await scrollTo(panel, 1e9);
    assert.ok(Math.abs((panel.last('scrolled')?.line ?? 0) - lines) < 0.5);
    await scrollTo(panel, 0);
    assert.equal(panel.last('scrolled')?.line, 0);
    await panel.post({ type: 'scroll', line: lines });
    await panel.settled();
    const left = await sheet(panel).evaluate((node) => node.scrollHeight - node.clientHeight - node.scrollTop);
    assert.ok(Math.abs(left) <= 1);
  });
});

describe('what is found', () => {
  const dialog = ({ page }: BrowserPanel) => page.getByRole('dialog');
  const marked = ({ page }: BrowserPanel) => page.locator('td.amount.found').first();

  test('is told where the pointer rests, beside the piece and not over it', async () => {
    const panel = await open(REAL);
    await marked(panel).hover();
    await dialog(panel).waitFor();
    assert.match(await dialog(panel).innerText(), /72,239\.50/);
    const [piece, box] = [await marked(panel).boundingBox(), await dialog(panel).boundingBox()];
    assert.ok(piece && box);
    assert.ok(box.y >= piece.y + piece.height || box.y + box.height <= piece.y);
    await panel.page.mouse.move(5, 700);
    await dialog(panel).waitFor({ state: 'hidden' });
  });

  test('is told by F2, and Escape leads back', async () => {
    const panel = await open(REAL);
    await marked(panel).focus();
    await panel.page.keyboard.press('F2');
    await dialog(panel).waitFor();
    assert.ok(await dialog(panel).evaluate((node) => node.contains(node.ownerDocument.activeElement)));
    await panel.page.keyboard.press('Escape');
    await dialog(panel).waitFor({ state: 'hidden' });
    assert.ok(await marked(panel).evaluate((node) => node === node.ownerDocument.activeElement));
  });

  test('is mended by a button, and is gone then', async () => {
    const panel = await open(REAL);
    await marked(panel).locator('.sign').click();
    await dialog(panel)
      .getByRole('button', { name: /72,129\.50/ })
      .click();
    await panel.settled();
    assert.match(panel.table.getText(), /总计: 72,129\.50/);
    await dialog(panel).waitFor({ state: 'hidden' });
    assert.match(await panel.page.locator('tr.total td.amount').first().innerText(), /72,129\.50/);
    assert.equal(panel.last('reveal'), undefined);
  });

  test('and mended in the text closes what tells of it', async () => {
    const panel = await open(REAL);
    await marked(panel).locator('.sign').click();
    await dialog(panel).waitFor();
    await panel.replace('财政专户拨款: 15.00\n其他资金:', '财政专户拨款: 15.00\n其他资金: 110.00');
    await dialog(panel).waitFor({ state: 'hidden' });
  });

  test('above the table, too: by mouse and by keyboard', async () => {
    const panel = await open('项目支出绩效目标表\n部门名称: 乙局\n\n项目名称: 甲\n总计: 5\n');
    const { page } = panel;
    const title = page.locator('.caption h1 .found');
    await title.hover();
    await dialog(panel).waitFor();
    await page.mouse.move(5, 700);
    await dialog(panel).waitFor({ state: 'hidden' });
    await page.locator('.caption .department').click();
    await panel.settled();
    assert.equal(panel.revealed, '部门名称: 乙局');
    await title.locator('.sign').focus();
    await page.keyboard.press('Enter');
    await dialog(panel).waitFor();
    await page.keyboard.press('Escape');
    await dialog(panel).waitFor({ state: 'hidden' });
    assert.ok(await title.locator('.sign').evaluate((node) => node === node.ownerDocument.activeElement));
    await page.keyboard.press('Enter');
    await dialog(panel).locator('button.fix').first().click();
    await panel.settled();
    assert.match(panel.table.getText(), /单位: 万元/);
    assert.equal(await page.locator('.caption .found').count(), 0);
  });

  test('leads to the explanation of its rule', async () => {
    const panel = await open(REAL, { language: 'en' });
    await marked(panel).locator('.sign').click();
    await dialog(panel).getByRole('button', { name: 'About the rule' }).click();
    await panel.settled();
    assert.equal(panel.last('rule')?.id, 'total-mismatch');
  });

  test('has signs of other shapes and names by severity', async () => {
    const panel = await open(REAL);
    const signs = panel.page.locator('.strip .sign');
    const shapes = await signs.evaluateAll((nodes) =>
      nodes.map((node) => node.ownerDocument.defaultView?.getComputedStyle(node, '::before').content),
    );
    assert.equal(new Set(shapes).size, 4);
    assert.match((await marked(panel).locator('.sign').getAttribute('aria-label')) ?? '', /错误/);
  });
});
