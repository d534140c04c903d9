/// <reference lib="dom" />
/** Texts of a table are never markup: a browser finds no element, request or dialog of them. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Page } from 'playwright-core';
import { VIEW_IDS } from '../../server/src/protocol.ts';
import { escapeGoalLines, escapeLine, escapeTitle } from '../../server/src/syntax/escape.ts';
import { vocabularyOf } from '../../server/src/syntax/vocabulary.ts';
import type { TableDocument } from '../../server/src/workspace/tableDocument.ts';
import { openTable, profile } from '../tables.ts';
import { openBrowser, pageOf, readShown } from './readPage.ts';

const ADDRESS = 'http://page.test/';
const vocabulary = vocabularyOf(profile);

/** All that pages are made of: elements, attributes, classes. */
const ELEMENTS = words(
  'html head meta title style body header h1 p span b em table thead tbody tr th td svg defs pattern g title rect circle path',
);
const ATTRIBUTES = words(
  'lang charset http-equiv content class scope rowspan colspan aria-hidden ' +
    'id x y width height viewBox patternUnits d cx cy r fill',
);
const CLASSES = words(
  'caption about department year moneyUnit total unit project include long name amount written goal text field stray ' +
    'indicators indicator heading number class level value ' +
    'key patterns source s0 s1 s2 s3 none bar share mark dot count all n0 n1 n2 n3 n4 n5 lacking hole error warning info hint',
);

function words(text: string): ReadonlySet<string> {
  return new Set(text.split(' '));
}

/** What happens while a page is open. */
async function watchedPage(): Promise<{ page: Page; show(markup: string): Promise<void>; happened: string[] }> {
  const page = await (await openBrowser()).newPage();
  const happened: string[] = [];
  let body = '';
  page.on('dialog', (dialog) => {
    happened.push(`dialog ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('console', (message) => happened.push(`console ${message.text()}`));
  page.on('pageerror', (error) => happened.push(`error ${error.message}`));
  page.on('popup', () => happened.push('popup'));
  await page.route('**', (route) => {
    if (route.request().url() === ADDRESS) return route.fulfill({ contentType: 'text/html; charset=utf-8', body });
    happened.push(`request ${route.request().url()}`);
    return route.abort();
  });
  const show = async (markup: string) => {
    body = markup;
    await page.goto(ADDRESS, { waitUntil: 'load' });
  };
  return { page, show, happened };
}

/** All elements, attributes and classes that a page should not have. */
async function foreignIn(page: Page): Promise<string[]> {
  const found = await page.evaluate(() =>
    [...document.querySelectorAll('*')].map((element) => ({
      name: element.localName,
      attributes: [...element.attributes].map(({ name, value }) => ({ name, value })),
    })),
  );
  return found.flatMap(({ name, attributes }) => [
    ...(ELEMENTS.has(name) ? [] : [name]),
    ...attributes
      .filter((own) => !ATTRIBUTES.has(own.name) || (own.name === 'class' && !own.value.split(' ').every(isClass)))
      .map((own) => `${name} ${own.name}=${own.value}`),
  ]);
}

const isClass = (name: string) => CLASSES.has(name);

const ATTACKS = [
  '<script>alert(1)</script>',
  '"><img src=http://evil.test/x onerror=alert(1)>',
  "'><svg onload=alert(1)>",
  '</style><style>@import "http://evil.test/x";</style>',
  '</td></tr></table><iframe src="javascript:alert(1)"></iframe>',
  '</title><link rel=stylesheet href=http://evil.test/x>',
  '<a href="javascript:alert(1)">x</a>',
  '--><!--<base href=http://evil.test/>',
  '<meta http-equiv=refresh content="0;url=http://evil.test/">',
  '<form action=http://evil.test/><button autofocus onfocus=alert(1)>',
  '&lt;script&gt;alert(1)&lt;/script&gt;&#60;b&#x3e;',
  '`{{alert(1)}}` data-at="0-1" class="found error"',
  '<![CDATA[<plaintext>]]><noscript><textarea><xmp><template>',
];

/** Every place of a table that holds a text of its own, with something there. */
function tableOf(text: string): TableDocument {
  const line = escapeLine(text, vocabulary);
  const goal = escapeGoalLines(text, 0, vocabulary).join('\n');
  return openTable(
    `${escapeTitle(text, vocabulary)}
${escapeTitle(text, vocabulary)}
部门名称: ${line}
年度: ${line}
合计
总计: ${line}
${line}
引用: ${text}.jxmb
资金使用单位: ${line}
// ${text}
项目名称: ${line}
项目编码: ${line}
总计: ${line}
总计: ${line}
绩效目标:
  ${goal}
绩效指标:
  (一)产出指标(${line}分)
  1、1-${line}; 11-${line}; ${line}; 实施周期指标值:${line}; 年度指标值:${line}。
  // ${text}
  ${line}
`,
    { readTable: () => undefined },
  );
}

test('attacks in every place of a table, in every view', async () => {
  const { page, show, happened } = await watchedPage();
  for (const attack of ATTACKS) {
    const table = tableOf(attack);
    for (const view of VIEW_IDS) {
      await show(pageOf(table, view));
      assert.deepEqual(await foreignIn(page), [], attack);
      const { rows, title } = await readShown(page);
      assert.equal(title, `${attack} - ${attack}`);
      const unit = rows.find(({ kind }) => kind === 'unit');
      assert.equal(unit?.grid[0]?.[0]?.text, attack);
      const project = rows.find(({ kind }) => kind === 'project');
      const texts = project?.grid.flat().map(({ text }) => text) ?? [];
      assert.equal(texts[0], `${attack}\n项目编码: ${attack}`);
      const amount = { list: 1, structured: 1, budget: 3, coverage: undefined }[view];
      if (amount !== undefined) assert.equal(texts[amount], `${attack}\n${attack}`);
      if (view === 'list' || view === 'structured') assert.equal(texts[5], attack);
    }
  }
  assert.deepEqual(happened, []);
  await page.close();
});

test('texts of markup characters stand in the page as they are', async () => {
  const { page, show, happened } = await watchedPage();
  const pieces = ['<', '>', '/', '"', "'", '&', '=', '!', '-', '`', ';', '#', 'x3c', 'lt', 'script', 'img', 'on', ' a'];
  const text = fc
    .array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 12 })
    .map((parts) => `甲${parts.join('')}乙`);
  await fc.assert(
    fc.asyncProperty(text, fc.constantFrom(...VIEW_IDS), async (written, view) => {
      await show(pageOf(tableOf(written), view));
      assert.deepEqual(await foreignIn(page), []);
      const { rows } = await readShown(page);
      const unit = rows.find(({ kind }) => kind === 'unit');
      const project = rows.find(({ kind }) => kind === 'project')?.grid[0];
      assert.equal(unit?.grid[0]?.[0]?.text, written);
      assert.equal(project?.[0]?.text, `${written}\n项目编码: ${written}`);
      if (view === 'list' || view === 'structured') assert.equal(project?.[5]?.text, written);
    }),
    { numRuns: 25 },
  );
  assert.deepEqual(happened, []);
  await page.close();
});

test('words of a profile that somebody wrote are texts, too', async () => {
  const { page, show, happened } = await watchedPage();
  for (const attack of ATTACKS) {
    const hostile = {
      ...profile,
      name: { zh: attack, en: attack },
      columns: profile.columns.map((column, i) => (i === 2 ? { ...column, name: attack } : column)),
      classes: profile.classes.map((one, i) => (i === 0 ? { ...one, name: attack } : one)),
      goals: profile.goals.map((goal) => ({ ...goal, name: attack })),
    };
    const text = `项目名称: 甲\n总计: 5\n财政拨款: 3\n${attack}: 2\n绩效指标:\n  1、11-数量指标; 场次; 5场\n`;
    const table = openTable(text, { profile: hostile, profiles: new Map([[hostile.id, hostile]]) });
    for (const view of VIEW_IDS) {
      await show(pageOf(table, view));
      assert.deepEqual(await foreignIn(page), [], attack);
      const { head, title } = await readShown(page);
      assert.equal(title, attack);
      const named = head.filter((name) => name.includes(attack));
      assert.ok(named.length > 0, view);
    }
  }
  assert.deepEqual(happened, []);
  await page.close();
});

test('a page is complete without anything from outside, and allows nothing', async () => {
  const { page, show, happened } = await watchedPage();
  await show(pageOf(tableOf('甲'), 'list'));
  assert.equal(await page.locator('style').count(), 1);
  assert.equal(await page.locator('script, link, img, [src], [href], [style]').count(), 0);
  const policy = await page.locator('meta[http-equiv]').getAttribute('content');
  assert.equal(policy, "default-src 'none'; style-src 'unsafe-inline'");
  const isRun = await page.evaluate(() => {
    const script = document.createElement('script');
    script.textContent = 'globalThis.hasRun = true';
    document.head.append(script);
    return 'hasRun' in globalThis;
  });
  assert.equal(isRun, false);
  assert.match(happened.join(), /Content Security Policy/);
  await page.close();
});
