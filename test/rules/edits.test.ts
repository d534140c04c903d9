import assert from 'node:assert/strict';
import { test } from 'node:test';
import { edited, lineEndFrom, lineStart, nextLineStart } from '../../server/src/rules/edits.ts';

test('the line of an offset, whatever ends it, an empty one too', () => {
  for (const end of ['\n', '\r', '\r\n']) {
    const text = `${end}甲乙${end}丙`;
    assert.equal(lineStart(text, 0), 0, 'the first line is empty');
    assert.equal(lineStart(text, end.length + 1), end.length);
    assert.equal(lineEndFrom(text, end.length), end.length + 2);
    assert.equal(nextLineStart(text, end.length), 2 * end.length + 2);
    assert.equal(lineEndFrom(text, text.length), text.length);
  }
});

test('edits in any order; what is put in goes before what is replaced at the same place', () => {
  const edits = [
    { start: 1, end: 2, text: '2' },
    { start: 1, end: 1, text: '1' },
    { start: 0, end: 0, text: '0' },
  ];
  assert.equal(edited('甲乙丙', edits), '0甲12丙');
  assert.equal(edited('甲乙丙', [...edits].reverse()), '0甲12丙');
});
