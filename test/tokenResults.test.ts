import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { join, type TokenPiece } from '../server/src/features/semanticTokens/tokenPiece.ts';
import { editsBetween, TokenResults } from '../server/src/tokenResults.ts';
import { openTable } from './tables.ts';

/** A piece of some tokens, each a line and a character. */
function piece(lines: number, tokens: readonly (readonly [line: number, character: number])[]): TokenPiece {
  const sorted = [...tokens].sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  let [line, character] = [0, 0];
  const data = sorted.flatMap(([own, start]) => {
    const encoded = [own - line, own === line ? start - character : start, 1, 0, 0];
    [line, character] = [own, start];
    return encoded;
  });
  return { data: Uint8Array.from(data), lastLine: line, lines };
}

const pieces = fc
  .nat({ max: 4 })
  .chain((lines) =>
    fc
      .array(fc.tuple(fc.nat({ max: Math.max(0, lines - 1) }), fc.nat({ max: 9 })), { maxLength: lines > 0 ? 3 : 0 })
      .map((tokens) => piece(lines, tokens)),
  );

/** Applies edits as clients do: all of them are about the numbers as they were. */
function applied(data: readonly number[], edits: ReturnType<typeof editsBetween>): number[] {
  const changed = [...data];
  for (const { start, deleteCount, data: added } of edits.toReversed())
    changed.splice(start, deleteCount, ...(added ?? []));
  return changed;
}

test('the edits between any pieces make the one of the other, in order and apart', () =>
  fc.assert(
    fc.property(
      fc.array(pieces, { maxLength: 8 }),
      fc.array(fc.tuple(fc.nat(8), fc.nat(3), fc.array(pieces, { maxLength: 3 })), { maxLength: 3 }),
      (before, changes) => {
        const after = [...before];
        for (const [at, count, put] of changes) after.splice(at, count, ...put);
        const edits = editsBetween(before, after);
        assert.deepEqual(applied(join(before), edits), join(after));
        let end = -1;
        for (const { start, deleteCount } of edits) {
          assert.ok(start > end);
          end = start + deleteCount;
        }
      },
    ),
    { numRuns: 3000 },
  ));

test('pieces in another order are sent all the same', () => {
  const [a, b] = [piece(1, [[0, 1]]), piece(2, [[0, 2]])];
  assert.deepEqual(applied(join([a, b]), editsBetween([a, b], [b, a])), join([b, a]));
});

test('what travels is what changed, wherever it is', () => {
  const before = Array.from({ length: 1_000 }, (_, i) => piece(3, [[0, i % 7]]));
  const after = before.with(1, piece(3, [[0, 9]])).with(500, piece(4, [[1, 9]]));
  const edits = editsBetween(before, after);
  assert.ok(edits.length <= 3 && edits.reduce((sum, { data = [] }) => sum + data.length, 0) <= 12);
  assert.deepEqual(editsBetween(before, [...before]), []);
});

test('a client that dropped the last answer is sent what changed since the one it has', () => {
  const document = openTable('');
  const results = new TokenResults();
  const [a, b, c] = [piece(1, [[0, 1]]), piece(1, [[0, 2]]), piece(1, [[0, 3]])];
  const { resultId } = results.full(document, [a, b]);
  results.since(String(resultId), document, [a, c]);
  const answer = results.since(String(resultId), document, [a, c]);
  assert.ok('edits' in answer);
  assert.deepEqual(applied(join([a, b]), answer.edits), join([a, c]));
  assert.ok('data' in results.since('unheard of', document, [a]));
});
