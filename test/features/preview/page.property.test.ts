import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { openTable } from '../../tables.ts';
import { line, text } from '../../workspace/generated.ts';
import { ShownPage } from './shownPage.ts';

/** Whatever is edited, a page that takes over what is other shows what a new page shows. */
test('updates come to what a new page has', async () => {
  const edit = fc.record({ at: fc.double({ min: 0, max: 1, noNaN: true }), length: fc.nat(80), line });
  const window = fc.record({ from: fc.nat(20), size: fc.nat(12) });
  const view = fc.constantFrom('list' as const, 'structured' as const);
  await fc.assert(
    fc.asyncProperty(text, fc.array(fc.record({ edit, window, view }), { maxLength: 6 }), async (start, steps) => {
      const table = openTable(start);
      const page = new ShownPage();
      await page.show(table);
      for (const { edit, window, view } of steps) {
        const at = Math.round(edit.at * table.getText().length);
        table.edit(at, Math.min(table.getText().length, at + edit.length), `${edit.line}\n`);
        const { shown } = await page.show(table, { view, shown: { from: window.from, to: window.from + window.size } });
        const fresh = new ShownPage();
        await fresh.show(openTable(table.getText()), { view, shown });
        assert.deepEqual(page.shownRows, fresh.shownRows);
        assert.deepEqual(
          page.rows.map(([, ...sizes]) => sizes),
          fresh.rows.map(([, ...sizes]) => sizes),
        );
        assert.equal(new Set(page.rows.map(([id]) => id)).size, page.rows.length, 'no number stands for two rows');
        assert.equal(page.caption, fresh.caption);
        assert.equal(page.head, fresh.head);
      }
    }),
    { numRuns: 60 },
  );
});

test('every line of the text stands beside a row, or before the first', async () => {
  await fc.assert(
    fc.asyncProperty(text, async (written) => {
      const table = openTable(written);
      const page = new ShownPage();
      const { leading } = await page.show(table);
      const lines = leading + page.rows.reduce((sum, [, own]) => sum + own, 0);
      assert.equal(lines, table.lineCount - 1);
    }),
  );
});
