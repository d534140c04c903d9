/** The page in a real browser, with the real server behind it: its toolbar, the keyboard, and who is not to be kept out. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import axe from 'axe-core';
import { EXAMPLE, exampleWith } from '../../features/marks.ts';
import type { BrowserPanel, PanelOptions } from './browserPanel.ts';
import { focused, LARGE, MIDDLE, open, REAL, rowWith, scrollTop, sheet } from './openPage.ts';

const rowCount = ({ page }: BrowserPanel) => page.locator('table').getAttribute('aria-rowcount');

async function scrollTo(panel: BrowserPanel, top: number): Promise<void> {
  await sheet(panel).evaluate((node, value) => {
    node.scrollTop = value;
  }, top);
  await panel.settled();
}

describe('the toolbar', () => {
  const matching = ({ page }: BrowserPanel) => page.locator('.matching');

  test('counts what is found, and shows the rows that have it', async () => {
    const panel = await open(REAL);
    const errors = panel.page.locator('.strip').getByRole('button', { name: '错误' });
    assert.match(await errors.innerText(), /5/);
    await errors.click();
    await matching(panel).filter({ hasText: '行' }).waitFor();
    assert.equal(await errors.getAttribute('aria-pressed'), 'true');
    const projects = panel.page.locator('tbody:has(tr.project)');
    assert.equal(await projects.count(), await projects.filter({ has: panel.page.locator('.error') }).count());
    await panel.page.getByRole('button', { name: '全部显示' }).click();
    await matching(panel).filter({ hasText: /^$/ }).waitFor({ state: 'attached' });
    assert.equal(await errors.getAttribute('aria-pressed'), 'false');
  });

  test('finds by Han, marked where it stands, and by pinyin', async () => {
    const panel = await open(REAL);
    const search = panel.page.getByRole('searchbox');
    await search.fill('科普');
    await matching(panel).filter({ hasText: '行' }).waitFor();
    assert.ok(Number(await panel.page.evaluate("CSS.highlights.get('searched').size")) > 3);
    await search.fill('meishijie');
    await matching(panel).filter({ hasText: ' 4 行' }).waitFor();
    const names = await panel.page.locator('tr.project th.name').allInnerTexts();
    assert.ok(names.length === 3 && names.every((name) => name.includes('美食节')), names.join());
  });

  test('leaves what is being typed when the table changes meanwhile, and is emptied with all filters', async () => {
    const panel = await open(REAL);
    const search = panel.page.getByRole('searchbox');
    await search.focus();
    // As an input method does while it composes: no word yet to search for.
    await search.evaluate((node) => {
      (node as unknown as { value: string }).value = 'ke';
      node.dispatchEvent(new InputEvent('input', { isComposing: true, bubbles: true }));
    });
    await panel.replace('财政拨款: 2,801.08', '财政拨款: 2,801.09');
    await panel.settled();
    assert.equal(await search.inputValue(), 'ke');
    await search.fill('科普');
    await matching(panel).filter({ hasText: '行' }).waitFor();
    await panel.page.getByRole('button', { name: '全部显示' }).click();
    await matching(panel).filter({ hasText: /^$/ }).waitFor({ state: 'attached' });
    assert.equal(await search.inputValue(), '');
  });

  test('filters by unit and puts the largest first', async () => {
    const panel = await open(REAL);
    const unit = panel.page.getByRole('combobox', { name: '单位' });
    await unit.selectOption('示范区科学技术协会');
    await matching(panel).filter({ hasText: '行' }).waitFor();
    assert.equal(await panel.page.locator('tr.unit').count(), 1);
    await panel.page.getByRole('combobox', { name: '顺序' }).selectOption('descending');
    await panel.settled();
    const totals = await panel.page.locator('tr.project td.amount:nth-of-type(1)').allInnerTexts();
    const amounts = totals.map((text) => Number(text.replaceAll(/[^\d.]/g, '')));
    assert.ok(amounts.length > 1);
    assert.deepEqual(
      amounts,
      amounts.toSorted((a, b) => b - a),
    );
  });

  test('another view shows the same place, and is what the page has after a reload', async () => {
    const panel = await open(REAL);
    await scrollTo(panel, 4000);
    const line = panel.last('scrolled')?.line as number;
    await panel.page.getByRole('tab', { name: '结构' }).click();
    await panel.page.locator('th.level').first().waitFor();
    await panel.settled();
    assert.equal(await panel.page.getByRole('tab', { name: '结构' }).getAttribute('aria-selected'), 'true');
    await scrollTo(panel, (await scrollTop(panel)) + 2);
    const other = panel.last('scrolled')?.line as number;
    assert.ok(Math.abs(other - line) < 3, `${line} → ${other}`);
    const kept = "JSON.parse(sessionStorage.getItem('state')).line";
    while ((await panel.page.evaluate(kept)) !== other) await panel.settled();
    await panel.page.reload();
    await panel.page.locator('th.level').first().waitFor();
    await panel.settled();
    await scrollTo(panel, (await scrollTop(panel)) + 2);
    assert.ok(Math.abs((panel.last('scrolled')?.line as number) - other) < 3);
  });
});

describe('the keyboard', () => {
  test('Tab goes from the toolbar into the table and out of it', async () => {
    const panel = await open(REAL);
    await panel.page.getByRole('searchbox').focus();
    const stops: string[] = [];
    for (let i = 0; i < 30; i++) {
      await panel.page.keyboard.press('Tab');
      const where = (await panel.page.evaluate(
        "document.activeElement.closest('.toolbar, table')?.className ?? 'out'",
      )) as string;
      stops.push(where);
      if (where === 'out') break;
    }
    assert.equal(stops.filter((where) => where === '').length, 1, 'one stop in the table');
    assert.equal(stops.at(-1), 'out');
  });

  test('arrow keys go from cell to cell and from row to row, Enter to the text', async () => {
    const panel = await open(EXAMPLE);
    await rowWith(panel, '科技金融专项').locator('th.name').focus();
    await panel.page.keyboard.press('ArrowRight');
    assert.equal(await focused(panel).innerText(), '120.00');
    await panel.page.keyboard.press('ArrowDown');
    assert.equal(await focused(panel).innerText(), '58.73');
    await panel.page.keyboard.press('ArrowUp');
    await panel.page.keyboard.press('End');
    assert.match(await focused(panel).innerText(), /建设信息平台数量/);
    await panel.page.keyboard.press('ArrowDown');
    assert.match(await focused(panel).innerText(), /举办宣传活动次数/);
    await panel.page.keyboard.press('Enter');
    await panel.settled();
    assert.match(panel.revealed ?? '', /^2、2-效益指标.*≥2场/);
    await panel.page.keyboard.press('Home');
    assert.match(await focused(panel).innerText(), /科技金融专项/);
  });

  test('in merged cells too', async () => {
    const panel = await open(EXAMPLE, { state: { view: 'structured' } });
    const row = rowWith(panel, '科技金融专项');
    await row.locator('td.indicator').nth(1).focus();
    await panel.page.keyboard.press('ArrowLeft');
    assert.match(await focused(panel).innerText(), /22-社会效益/);
    await panel.page.keyboard.press('ArrowUp');
    assert.match(await focused(panel).innerText(), /11-数量指标/);
    for (let i = 0; i < 9; i++) await panel.page.keyboard.press('ArrowLeft');
    assert.match(await focused(panel).innerText(), /科技金融专项/);
  });

  test('Ctrl+End and Ctrl+Home reach the ends of what is not in the page, page keys a screen', async () => {
    const panel = await open(LARGE);
    await panel.page.locator('th.name').nth(3).focus();
    await panel.page.keyboard.press('Control+End');
    await panel.settled();
    const line = focused(panel).locator('xpath=ancestor-or-self::tr');
    assert.equal(await line.getAttribute('aria-rowindex'), await rowCount(panel));
    await panel.page.keyboard.press('PageUp');
    await panel.settled();
    const index = Number(await line.getAttribute('aria-rowindex'));
    assert.ok(index < Number(await rowCount(panel)) && index > 9_000);
    await panel.page.keyboard.press('Control+Home');
    await panel.settled();
    assert.equal(await line.getAttribute('aria-rowindex'), '2');
  });

  test('what is scrolled out of the page keeps the keyboard in the table, and is come back to', async () => {
    const panel = await open(MIDDLE);
    await panel.page.locator('tbody th.name').nth(3).focus();
    const name = await focused(panel).innerText();
    await scrollTo(panel, 40_000);
    await panel.page.keyboard.press('ArrowDown');
    await panel.settled();
    assert.equal(await focused(panel).innerText(), name);
  });
});

describe('nobody is kept out', () => {
  const LOOKS: readonly PanelOptions[] = [
    { theme: 'light' },
    { theme: 'dark', language: 'en' },
    { theme: 'high-contrast' },
    { theme: 'high-contrast-light', state: { view: 'structured' } },
  ];
  for (const options of LOOKS) {
    test(
      Object.values(options)
        .map((value) => JSON.stringify(value))
        .join(),
      async () => {
        const panel = await open(exampleWith({ instead: '总计: 120.00' }, '总计: 121.00'), options);
        await panel.page.locator('.found .sign').first().click();
        await panel.page.getByRole('dialog').waitFor();
        await panel.page.evaluate(axe.source);
        const { violations } = (await panel.page.evaluate('axe.run()')) as axe.AxeResults;
        const told = violations.map(({ id, nodes }) => [
          id,
          nodes.map(({ html, failureSummary }) => [html, failureSummary]),
        ]);
        assert.deepEqual(told, []);
      },
    );
  }

  test('an amount that cannot be read does not make its column wider', async () => {
    const head = '项目名称: 甲\n总计: ';
    const widths = [head, `${head}${'约一百二十万元左右'.repeat(9)}`].map(async (text) => {
      const { page } = await open(`${text}\n`);
      return (await page.locator('thead th.amount').first().boundingBox())?.width;
    });
    const [sound, other] = await Promise.all(widths);
    assert.equal(other, sound);
  });

  test('words are in the language of the page', async () => {
    const panel = await open(REAL, { language: 'en' });
    assert.equal(await sheet(panel).getAttribute('lang'), 'zh-CN', 'what the table shows is Chinese all the same');
    assert.deepEqual(await panel.page.getByRole('tab').allInnerTexts(), ['List', 'Structure', 'Budget', 'Coverage']);
    assert.doesNotMatch(
      await panel.page
        .locator('.strip, .told, .reset')
        .allInnerTexts()
        .then((all) => all.join()),
      /错误|个项目|全部/,
    );
  });

  test('on a narrow panel nothing of the toolbar is cut off, at twice the size neither', async () => {
    const panel = await open(REAL, { width: 360 });
    const cut = () =>
      panel.page
        .locator('.toolbar')
        .evaluate((node) => node.scrollWidth > node.clientWidth || node.ownerDocument.body.scrollWidth > 360);
    assert.equal(await cut(), false);
    await panel.page.evaluate("document.documentElement.style.setProperty('--vscode-font-size', '26px')");
    assert.equal(await cut(), false);
  });
});
