import assert from 'node:assert/strict';
import { test } from 'node:test';
import { diagnostics } from '../../server/src/features/diagnostics.ts';
import { asked, openTable } from '../tables.ts';

const slip = (name: string) => `项目名称: ${name}\n总计: 1000\n财政拨款: 1000\n\n`;

test('what is told of a row stays the same object while others are edited, whatever the severity of its rule', () => {
  const text = ['甲', '乙', '丙'].map(slip).join('');
  for (const chosen of [{}, { severities: new Map([['missing-goal', 'info'] as const]) }, { strict: true }]) {
    const table = openTable(text, chosen);
    const before = diagnostics(table, asked).filter(({ code }) => code === 'missing-goal');
    assert.equal(before.length, 3);
    const at = text.indexOf('1000');
    table.edit(at, at + 1, '2');
    const after = diagnostics(table, asked).filter(({ code }) => code === 'missing-goal');
    assert.notEqual(after[0], before[0]);
    assert.equal(after[1], before[1]);
    assert.equal(after[2], before[2]);
  }
});
