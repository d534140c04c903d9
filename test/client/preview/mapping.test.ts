import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { ListedRows } from '../../../client/src/preview/page/listedRows.ts';
import {
  type Layout,
  lineAt,
  type Mark,
  placeLookedAt,
  placeOf,
  scrollTopFor,
} from '../../../client/src/preview/page/mapping.ts';

interface Row {
  readonly lines: number;
  readonly height: number;
  readonly marks: readonly Mark[];
}

function layout(own: readonly Row[], { caption = 100, leading = 5 } = {}): Layout {
  const rows = new ListedRows();
  rows.leading = leading;
  rows.splice(
    0,
    0,
    own.map(({ lines }, i) => [i + 1, lines, 1]),
  );
  own.forEach(({ height }, i) => {
    rows.measure(i, height);
  });
  return { rows, caption, marksOf: (id) => own[id - 1]?.marks ?? [] };
}

const PROJECT: Row = {
  lines: 20,
  height: 200,
  marks: [
    { line: 10, y: 20 },
    { line: 12, y: 60 },
  ],
};
const UNIT: Row = { lines: 4, height: 40, marks: [] };

const mark = fc.record({ line: fc.nat(30), y: fc.nat(300) });
const row = fc.record({ lines: fc.nat(30), height: fc.integer({ min: 1, max: 300 }), marks: fc.array(mark) });
const page = fc
  .tuple(fc.array(row, { minLength: 1, maxLength: 12 }), fc.integer({ min: 1, max: 200 }), fc.nat(9))
  .map(([rows, caption, leading]) => layout(rows, { caption, leading }));

const heightOf = ({ rows, caption }: Layout) => caption + rows.heights.total;
const linesOf = ({ rows }: Layout) => rows.leading + rows.lines.total;

test('lines before the first row are beside the caption', () => {
  const own = layout([PROJECT]);
  assert.equal(placeOf(own, 0), 0);
  assert.equal(placeOf(own, 2.5), 50);
  assert.equal(lineAt(own, 50), 2.5);
  assert.equal(placeOf(own, 5), 100);
});

test('a line of a row is where the piece is that begins on it', () => {
  const own = layout([UNIT, PROJECT]);
  const top = 140;
  assert.equal(placeOf(own, 5 + 4 + 10), top + 20);
  assert.equal(placeOf(own, 5 + 4 + 11), top + 40);
  assert.equal(lineAt(own, top + 60), 5 + 4 + 12);
  assert.equal(lineAt(own, top + 130), 5 + 4 + 16);
});

test('the lines of what is taken in are passed over', () => {
  const taken = { lines: 0, height: 90, marks: [] };
  const own = layout([UNIT, taken, taken, UNIT]);
  assert.equal(lineAt(own, 140 + 45), 9);
  assert.equal(placeOf(own, 9), 100 + 40 + 180);
});

test('further down is never an earlier line, and back from a line is where it was', () => {
  fc.assert(
    fc.property(
      page,
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (own, a, b) => {
        const [upper, lower] = [Math.min(a, b) * heightOf(own), Math.max(a, b) * heightOf(own)];
        assert.ok(lineAt(own, upper) <= lineAt(own, lower) + 1e-9);
        const line = a * linesOf(own);
        assert.ok(Math.abs(lineAt(own, placeOf(own, line)) - line) < 1e-6);
      },
    ),
  );
});

test('the first line is at the top, the last line where nothing is left to scroll', () => {
  fc.assert(
    fc.property(page, fc.integer({ min: 1, max: 1500 }), (own, sight) => {
      const view = { height: heightOf(own), sight };
      const most = Math.max(0, view.height - sight);
      assert.equal(placeLookedAt(0, view), 0);
      assert.equal(scrollTopFor(0, view), 0);
      if (most === 0 || !own.rows.hasLines) return;
      assert.ok(Math.abs(placeLookedAt(most, view) - view.height) < 1e-6);
      assert.ok(Math.abs(lineAt(own, placeLookedAt(most, view)) - linesOf(own)) < 1e-6);
      assert.ok(Math.abs(scrollTopFor(placeOf(own, linesOf(own)), view) - most) < 1e-6);
    }),
  );
});

test('up to the last screens what is looked at is the top, and each place has one scroll position', () => {
  const view = { height: 10_000, sight: 600 };
  assert.equal(placeLookedAt(5_000, view), 5_000);
  fc.assert(
    fc.property(fc.double({ min: 0, max: 9_400, noNaN: true }), (scrollTop) => {
      assert.ok(Math.abs(scrollTopFor(placeLookedAt(scrollTop, view), view) - scrollTop) < 1e-6);
    }),
  );
});
