import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { diagnostics } from '../../server/src/features/diagnostics.ts';
import { documentSymbols } from '../../server/src/features/documentSymbols.ts';
import { foldingRanges } from '../../server/src/features/foldingRanges.ts';
import type { TableDocument } from '../../server/src/workspace/tableDocument.ts';
import { asked, openTable } from '../tables.ts';
import { line, text } from '../workspace/generated.ts';

/** The outline, the folds and findings keep what they read of a block: they are to be as on a fresh read, and to cost no more. */

const FEATURES: Readonly<Record<string, (document: TableDocument) => unknown>> = {
  outline: (document) => documentSymbols(document, 'zh'),
  folds: foldingRanges,
};

const share = fc.double({ min: 0, max: 1, noNaN: true });
const added = fc.oneof(line, fc.constantFrom('', '\n', '\n// #region\n', '// #endregion\n', '\n\n// 注释\n', '元'));
const edits = fc.array(fc.tuple(share, fc.nat(12), added), { minLength: 1, maxLength: 10 });

test('findings: after any edits as on a fresh read', () =>
  fc.assert(
    fc.property(text, edits, (start, changes) => {
      const document = openTable(start);
      for (const [at, length, put] of changes) {
        diagnostics(document, asked);
        const from = Math.round(at * document.getText().length);
        document.edit(from, from + length, put);
        assert.deepEqual(diagnostics(document, asked), diagnostics(openTable(document.getText()), asked));
      }
    }),
    { numRuns: 1500 },
  ));

for (const [name, answer] of Object.entries(FEATURES)) {
  test(`${name}: after any edits as on a fresh read`, () =>
    fc.assert(
      fc.property(text, edits, (start, changes) => {
        const document = openTable(start);
        for (const [at, length, put] of changes) {
          answer(document);
          const from = Math.round(at * document.getText().length);
          document.edit(from, from + length, put);
          assert.deepEqual(answer(document), answer(openTable(document.getText())));
        }
      }),
      { numRuns: 1500 },
    ));

  test(`${name}: an edit reads the changed block, and no other`, () => {
    const document = openTable('单位: 万元\n'.concat('项目名称: 甲\n总计: 1\n绩效目标: 乙\n\n'.repeat(200)));
    answer(document);
    document.edit(100, 100, '// 注释\n');
    const read = new Set<number>();
    [...document.blocks.blocks].forEach((block, i) => {
      const { text } = block;
      Object.defineProperty(block, 'text', { get: () => read.add(i) && text });
    });
    answer(document);
    assert.equal(read.size, 1);
    answer(document);
    assert.equal(read.size, 1);
  });

  test(`${name}: rows that others have read stay`, () => {
    const document = openTable('项目名称: 甲\n总计: 1\n'.repeat(200));
    const [first] = document.blocks.blocks;
    assert.ok(first);
    const row = document.row(first);
    answer(document);
    assert.equal(document.row(first), row);
  });

  for (const label of ['绩效指标:', '绩效目标:', '绩效指标: 1、11; 甲; 1', '// 注释', '// #region', '总计: 1', '甲']) {
    test(`${name}: time in proportion to the lines of one block: ${label}`, () => {
      const milliseconds = (count: number) => {
        const document = openTable(`项目名称: 甲\n${`${label}\n`.repeat(count)}`);
        const start = performance.now();
        answer(document);
        return performance.now() - start;
      };
      let small = Number.POSITIVE_INFINITY;
      let large = Number.POSITIVE_INFINITY;
      // Other work on the machine only ever makes it slower: the best of some tries counts.
      for (let i = 0; i < 8; i++) {
        small = Math.min(small, milliseconds(10_000));
        large = Math.min(large, milliseconds(80_000));
        if (large < 300 || large < small * 30) return;
        if (large > 4000) break;
      }
      assert.fail(`${small.toFixed(1)} ms for 10,000 lines, ${large.toFixed(1)} ms for 80,000`);
    });
  }

  test(`${name}: any number of rows behind a unit`, () => {
    const rows = '合计\n'.repeat(200_000);
    for (const next of ['项目名称', '资金使用单位']) answer(openTable(`资金使用单位: 甲\n${rows}${next}: 乙\n`));
  });
}
