import assert from 'node:assert/strict';
import { test } from 'node:test';
import { WordList } from '../../server/src/profile/wordList.ts';

test('words are found in a text, at its end and at a place, the longest first', () => {
  const words = new WordList(['满意', '满意度', '率']);
  assert.equal(words.in('企业满意度和率'), '满意度');
  assert.equal(words.in('合格'), undefined);
  assert.equal(words.endOf('企业满意度'), '满意度');
  assert.equal(words.endOf('满意度调查'), undefined);
  assert.equal(words.startOf('企业满意度', 2), '满意度');
  assert.equal(words.startOf('企业满意度', 1), undefined);
  assert.equal(words.startOf('', 0), undefined);
  assert.ok(words.has('率') && !words.has('满'));
});
