import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, test } from 'node:test';
import { reportText } from '../../../server/src/exchange/importing/report.ts';
import { importGrids, recognise } from '../../../server/src/exchange/importing.ts';
import { reportFindings } from '../../../server/src/features/report.ts';
import { openTable } from '../../tables.ts';
import { lostTexts } from './lost.ts';
import { profiles, readFixture } from './readFixture.ts';

/**
 * Tables of other make, as LibreOffice writes them (`fixtures/layouts/regenerate.sh`), and the documents that they are to
 * become. `JXMB_UPDATE=1` writes what they become now, to be looked at before it is committed.
 */
const folder = path.join(import.meta.dirname, '../fixtures/layouts');
const files = readdirSync(folder).filter((name) => /\.(?:xlsx|docx|pdf)$/.test(name));

/**
 * What the checker has to say of what the tables themselves say: classes that the profile has elsewhere, values for the
 * year or the period alone, units whose amounts nobody wrote, words where numbers are wanted.
 */
const EXPECTED_FINDINGS: Readonly<Record<string, readonly string[]>> = {
  'ah-self': ['unknown-class'],
  // What the province and the state give are no columns of the profile.
  'gs-form': ['total-mismatch'],
  'gz-list': ['missing-class'],
  'hb-form': ['missing-value'],
  // The budget of one level is given, and money from above; what they come to is not.
  'hn-form': ['amount-missing'],
  'hn-list': ['vague-value'],
  'jx-form': ['unknown-class'],
  // The unit's own amounts stand nowhere.
  'money-list': ['amount-missing', 'missing-class'],
  'nx-form': ['amount-missing'],
  'old-form': ['missing-class', 'missing-value'],
  'sc-list': ['amount-missing', 'class-parent', 'vague-value'],
  several: ['cost-indicator', 'missing-class', 'missing-unit', 'missing-value'],
  'yn-self': ['unknown-class'],
};

function expect(name: string, text: string): void {
  const file = path.join(folder, 'expected', name);
  if (process.env.JXMB_UPDATE || !existsSync(file)) writeFileSync(file, text);
  assert.equal(text, readFileSync(file, 'utf8'));
}

for (const file of files) {
  describe(file, () => {
    test('becomes the document, with the report, that is expected of it', async () => {
      const grids = await readFixture(path.join(folder, file));
      const chosen = recognise(grids, profiles).filter(({ isChosen }) => isChosen);
      const { document, report } = importGrids(grids, chosen, profiles);
      expect(`${file}.jxmb`, document);
      expect(`${file}.report.txt`, reportText(report, 'zh'));
    });

    test('loses no text', async () => {
      const grids = await readFixture(path.join(folder, file));
      const imported = importGrids(grids, recognise(grids, profiles), profiles);
      assert.deepEqual(lostTexts(grids, imported), []);
    });

    test('reads in the checker as the table says it', async () => {
      const grids = await readFixture(path.join(folder, file));
      const chosen = recognise(grids, profiles).filter(({ isChosen }) => isChosen);
      const table = openTable(importGrids(grids, chosen, profiles).document, {}, file);
      const found = reportFindings(table, file, 'zh').map(
        ({ rule, range, message }) => `${range.start.line + 1} ${rule} ${message}`,
      );
      // Word has amounts as people typed them.
      const rules = [...new Set(found.map((finding) => finding.split(' ')[1] as string))]
        .filter((rule) => rule !== 'amount-style' || file.endsWith('.xlsx'))
        .sort();
      assert.deepEqual(rules, EXPECTED_FINDINGS[file.split('.')[0] as string] ?? [], found.join('\n'));
    });
  });
}
