import assert from 'node:assert/strict';
import { test } from 'node:test';
import { grownBundles } from '../../scripts/test/sizes.mjs';

const recorded = { 'core.js': 200_000, 'web-server.js': 1_000 };

test('a bundle that grows by more than a tenth is named, with both sizes', () => {
  assert.deepEqual(grownBundles({ 'core.js': 220_000, 'web-server.js': 1_000 }, recorded), []);
  const [told = '', ...others] = grownBundles({ 'core.js': 220_001, 'web-server.js': 1_000 }, recorded);
  assert.deepEqual(others, []);
  for (const part of ['dist/core.js', '200000', '220001']) assert.ok(told.includes(part), told);
});

test('a line more in the smallest is no growth, a bundle that nobody has recorded is', () => {
  assert.deepEqual(grownBundles({ 'web-server.js': 1_900 }, recorded), []);
  assert.match(String(grownBundles({ 'more.js': 10 }, recorded)), /dist\/more\.js.*10/);
});
