import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { ListedRows } from '../../../client/src/preview/page/listedRows.ts';
import type { ListedRow } from '../../../server/src/protocol.ts';

const listed = (from: number, count: number, lines = 3): ListedRow[] =>
  Array.from({ length: count }, (_, i) => [from + i, lines, 2]);

const heightsOf = (rows: ListedRows) => Array.from({ length: rows.length }, (_, i) => rows.heights.value(i));

test('a row that was seen keeps its height when others come above it, and when it is written anew', () => {
  const rows = new ListedRows();
  rows.splice(0, 0, listed(1, 3));
  rows.measure(1, 77);
  rows.splice(0, 0, listed(10, 2));
  assert.equal(rows.heights.value(3), 77);
  assert.equal(rows.indexOf(2), 3);
  rows.splice(3, 1, [[2, 9, 5]]);
  assert.equal(rows.heights.value(3), 77);
  assert.equal(rows.lines.value(3), 9);
});

test('the height of a row that went is forgotten', () => {
  const rows = new ListedRows();
  rows.splice(0, 0, listed(1, 2));
  const guessed = rows.heights.value(0);
  rows.measure(0, 500);
  rows.splice(0, 1, []);
  rows.splice(0, 0, listed(1, 1));
  assert.equal(rows.heights.value(0), guessed);
});

test('what was not seen is guessed by what was', () => {
  const rows = new ListedRows();
  rows.splice(0, 0, [
    [1, 1, 2],
    [2, 1, 4],
    [3, 1, 10],
  ]);
  rows.measure(0, 60);
  rows.measure(1, 120);
  rows.calibrate();
  assert.deepEqual(heightsOf(rows), [60, 120, 300]);
});

test('after any changes sums and places are those of the plain list', () => {
  const change = fc.record({
    at: fc.nat(30),
    removed: fc.nat(8),
    added: fc.nat(8),
    seen: fc.nat(30),
    height: fc.nat(90),
  });
  fc.assert(
    fc.property(fc.array(change, { maxLength: 12 }), fc.nat(3000), (changes, y) => {
      const rows = new ListedRows();
      let plain: number[] = [];
      let next = 1;
      for (const { at, removed, added, seen, height } of changes) {
        const from = Math.min(at, plain.length);
        const gone = Math.min(removed, plain.length - from);
        const fresh = listed(next, added);
        next += added;
        rows.splice(from, gone, fresh);
        plain = [...plain.slice(0, from), ...fresh.map(([id]) => id), ...plain.slice(from + gone)];
        rows.measure(seen, height);
        assert.equal(
          rows.heights.total,
          heightsOf(rows).reduce((sum, one) => sum + one, 0),
        );
      }
      assert.deepEqual(
        plain.map((id) => rows.indexOf(id)),
        plain.map((_, i) => i),
      );
      const heights = heightsOf(rows);
      let index = 0;
      for (let i = 0, top = 0; i < heights.length; top += heights[i++] as number) if (top <= y) index = i;
      assert.equal(rows.heights.indexAt(y), index);
    }),
  );
});
