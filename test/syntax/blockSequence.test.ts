import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { BlockSequence } from '../../server/src/syntax/blockSequence.ts';
import { Block, NO_GOAL } from '../../server/src/syntax/blocks.ts';

/** A block of so many lines of two characters. */
function blockOf(lines: number): Block {
  return new Block('project', 'x\n'.repeat(lines), false, NO_GOAL);
}

interface Step {
  readonly at: number;
  readonly remove: number;
  readonly add: readonly number[];
}

const sizes = (maxLength: number) => fc.array(fc.integer({ min: 1, max: 4 }), { maxLength, size: 'max' });
const step: fc.Arbitrary<Step> = fc.record(
  {
    at: fc.nat(10_000),
    remove: fc.oneof({ weight: 8, arbitrary: fc.nat(4) }, { weight: 1, arbitrary: fc.nat(2000) }),
    add: fc.oneof({ weight: 8, arbitrary: sizes(3) }, { weight: 1, arbitrary: sizes(1000) }),
  },
  { noNullPrototype: true },
);

/** Holds a sequence against a plain array. */
function assertSame(sequence: BlockSequence, blocks: readonly Block[]): void {
  assert.deepEqual([...sequence], blocks);
  assert.equal(sequence.count, blocks.length);
  assert.equal(sequence.first(), blocks[0]);
  assert.equal(sequence.last(), blocks.at(-1));
  let offset = 0;
  let line = 0;
  const places = blocks.map((block) => {
    const place = { block, offset, line };
    offset += block.text.length;
    line += block.lineEnds;
    return place;
  });
  assert.equal(sequence.chars, offset);
  assert.equal(sequence.lineEnds, line);
  const some = places.filter((_, i) => i % 97 === 0 || i === places.length - 1);
  for (const place of some) {
    const i = places.indexOf(place);
    assert.deepEqual(sequence.placeOf(place.block), place);
    assert.deepEqual(sequence.atOffset(place.offset), place);
    assert.deepEqual(sequence.atOffset(place.offset + place.block.text.length - 1), place);
    assert.deepEqual(sequence.atLine(place.line), place);
    assert.deepEqual(sequence.atLine(place.line + place.block.lineEnds - 1), place);
    assert.equal(sequence.next(place.block), blocks[i + 1]);
    assert.equal(sequence.previous(place.block), blocks[i - 1]);
  }
  assert.deepEqual(sequence.placesOf(some.map((place) => place.block).reverse()), some);
  assert.deepEqual(sequence.atOffset(offset), places.at(-1));
  assert.deepEqual(sequence.atLine(line + 5), places.at(-1));
}

test('a sequence is what a plain array is', () =>
  fc.assert(
    fc.property(sizes(1500), fc.array(step, { maxLength: 12 }), (initial, steps) => {
      let blocks = initial.map(blockOf);
      const sequence = new BlockSequence(blocks);
      assertSame(sequence, blocks);
      for (const { at, remove, add } of steps) {
        const from = blocks.length === 0 ? 0 : at % blocks.length;
        const removed = blocks.slice(from, from + Math.max(1, remove));
        const added = add.map(blockOf);
        sequence.replace(removed, added);
        blocks = [...blocks.slice(0, from), ...added, ...blocks.slice(from + removed.length)];
        for (const block of removed) assert.equal(block.chunk, undefined);
        assertSame(sequence, blocks);
      }
    }),
    { numRuns: 150 },
  ));

test('blocks are put in front where none are taken out', () => {
  const blocks = [blockOf(1), blockOf(2)];
  const sequence = new BlockSequence(blocks);
  const first = blockOf(3);
  sequence.replace([], [first]);
  assertSame(sequence, [first, ...blocks]);
});

test('an empty sequence', () => {
  const sequence = new BlockSequence([]);
  assertSame(sequence, []);
  assert.equal(sequence.atOffset(0), undefined);
  assert.equal(sequence.atLine(0), undefined);
  sequence.replace([], []);
  assertSame(sequence, []);
});

test('a block of another sequence has no place', () => {
  const sequence = new BlockSequence([blockOf(1)]);
  assert.throws(() => sequence.placeOf(blockOf(1)), /another sequence/);
});
