/** Taking samples in turn, and what they come to. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inTurn } from '../../bench/sampling/inTurn.ts';
import { figuresOf, pairedRatio } from '../../bench/sampling/statistics.ts';

test('the ratio is that of samples taken one after the other, whatever disturbs both', () => {
  const base = [1, 1, 10, 1, 1];
  const own = base.map((time) => time * 1.2);
  assert.ok(Math.abs(pairedRatio(own, base) - 1.2) < 1e-9);
});

test('median and p95', () => {
  const samples = Array.from({ length: 100 }, (_, i) => 100 - i);
  assert.deepEqual(figuresOf(samples), { least: 1, median: 51, p95: 96, samples: 100 });
});

test('works are done in turn, an even number of times before samples are taken', async () => {
  const done: string[] = [];
  const work = (name: string) => ({
    name,
    run: async () => void done.push(name),
    end: async () => void done.push(`${name} ends`),
  });
  const { rows } = await inTurn([work('a'), work('b')], { samples: 3, seconds: 60, warmUp: 0, once: true });
  assert.deepEqual(done.join(' '), 'a a b b a b a b a b a ends b ends');
  assert.equal(rows.a?.samples, 3);
  assert.equal(rows.a?.ratio, undefined);
  assert.ok((rows.b?.ratio as number) > 0);
});
