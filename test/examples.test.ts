import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { codeActions } from '../server/src/features/codeActions.ts';
import { reportFindings } from '../server/src/features/report.ts';
import type { TableDocument } from '../server/src/workspace/tableDocument.ts';
import { asked, openTable } from './tables.ts';

/** The examples have the slips that their comments speak of, and no others. */

const folder = new URL('../examples/', import.meta.url);

/** File: line and rule of each slip. */
const SLIPS: Readonly<Record<string, readonly string[]>> = {
  '入门.jxmb': ['50 class-parent'],
  '示范区科工商信局-2025.jxmb': [
    '10 total-mismatch',
    '95 duplicate-value',
    '189 class-parent',
    '278 conflicting-value',
    '535 duplicate-indicator',
    '663 unknown-class',
  ],
};

function open(name: string): TableDocument {
  const text = readFileSync(new URL(encodeURIComponent(name), folder), 'utf8');
  return openTable(text, {}, name);
}

test('every example is one of these', () =>
  assert.deepEqual(
    readdirSync(folder)
      .filter((name) => name.endsWith('.jxmb'))
      .sort(),
    Object.keys(SLIPS).sort(),
  ));

for (const [name, slips] of Object.entries(SLIPS)) {
  test(`${name}: its slips are found, each under a comment that speaks of it`, () => {
    const document = open(name);
    const lines = document.getText().split('\n');
    const found = reportFindings(document, name, 'zh');
    assert.deepEqual(
      found.map(({ range, rule }) => `${range.start.line + 1} ${rule}`),
      slips,
    );
    const commented = lines.flatMap((line, i) => (/^ *\/\/ 示例问题/.test(line) ? [i + 1] : []));
    assert.deepEqual(
      found.map(({ range }) => range.start.line),
      commented,
    );
  });

  test(`${name}: the first fix of each slip, one after another, leaves a sound table`, () => {
    const document = open(name);
    for (let left = slips.length; left > 0; left--) {
      assert.equal(document.findings().length, left);
      const [first] = reportFindings(document, name, 'zh');
      assert.ok(first);
      // The comment of slip 10 says which fix is meant: the difference goes into the empty source.
      const fix = first.fixes.find((title) => title.startsWith('把差额')) ?? first.fixes[0];
      const action = codeActions(document, first.range, asked).find(({ title }) => title === fix);
      const [change] = action?.edit?.documentChanges ?? [];
      assert.ok(change && 'edits' in change);
      const edits = change.edits.flatMap((edit) =>
        'newText' in edit ? [{ range: edit.range, text: edit.newText }] : [],
      );
      document.update(
        edits.sort((a, b) => document.offsetAt(b.range.start) - document.offsetAt(a.range.start)),
        document.version + 1,
      );
    }
    assert.deepEqual(reportFindings(document, name, 'zh'), []);
  });
}
