import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openTable } from '../tables.ts';

test('which profile the head names does not hang on the profile that it was read in before', () => {
  // A goal of one profile, and no label of the other: where it has no place, the lines behind it are its text or not.
  const table = openTable('版式: central-2021\n');
  table.edit(0, 0, '年度目标: 服务企业\n金额单位: 元\n');
  const fresh = openTable(table.getText());
  assert.equal(table.context.vocabulary, fresh.context.vocabulary);
  assert.equal(table.context.moneyUnit, fresh.context.moneyUnit);
  assert.equal(table.context.vocabulary.profile.id, 'central-2021');
});
