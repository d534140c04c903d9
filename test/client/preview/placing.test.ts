import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { placeBeside } from '../../../client/src/preview/page/placing.ts';

const sight = { left: 0, top: 0, right: 1000, bottom: 600 };
const piece = (top: number, left = 100) => ({ left, top, right: left + 80, bottom: top + 20 });

test('below a piece where there is room, else above it', () => {
  assert.deepEqual(placeBeside(piece(100), { width: 300, height: 200 }, sight), {
    left: 100,
    top: 124,
    maxHeight: 472,
  });
  assert.equal(placeBeside(piece(500), { width: 300, height: 200 }, sight).top, 296);
});

test('in sight and never over the piece, wherever that is', () => {
  const size = fc.record({ width: fc.integer({ min: 20, max: 900 }), height: fc.integer({ min: 20, max: 900 }) });
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 580 }), fc.integer({ min: 0, max: 920 }), size, (top, left, size) => {
      const own = piece(top, left);
      const placed = placeBeside(own, size, sight);
      const bottom = placed.top + Math.min(size.height, placed.maxHeight);
      assert.ok(placed.top >= own.bottom || bottom <= own.top);
      assert.ok(placed.top >= sight.top && bottom <= sight.bottom);
      assert.ok(placed.left >= sight.left && placed.left + size.width <= sight.right);
    }),
  );
});
