import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { TableDocument } from '../../server/src/workspace/tableDocument.ts';
import { openTable, profile } from '../tables.ts';
import { line, text } from './generated.ts';

/** What is counted of a table's texts: after any edits it is as on a fresh read. */

/** All that is counted, in an order of its own. */
function counted(document: TableDocument): unknown {
  const { uses } = document;
  while (uses.read(3) > 0);
  const sorted = (counts: Iterable<readonly [string, unknown]>) => [...counts].sort(([a], [b]) => (a < b ? -1 : 1));
  const classes = profile.classes.flatMap(({ children }) =>
    children.flatMap(({ code }) => {
      const own = uses.of(code);
      if (!own || own.count === 0) return [];
      const names = [...own.names.values()].map(({ name, count, values }) => [name, { count, values: sorted(values) }]);
      const { count, operators, endings } = own;
      return [
        {
          code,
          count,
          names: sorted(names as [string, unknown][]),
          operators: sorted(operators),
          endings: sorted(endings),
        },
      ];
    }),
  );
  return { classes, projects: sorted(uses.projects), units: sorted(uses.units) };
}

const share = fc.double({ min: 0, max: 1, noNaN: true });
const edits = fc.array(
  fc.tuple(share, fc.nat(40), fc.oneof(line, fc.constantFrom('', '\n', '5家', '版式: central-2021\n'))),
  {
    minLength: 1,
    maxLength: 8,
  },
);

test('uses are those of a fresh read after any edits', () =>
  fc.assert(
    fc.property(text, edits, (start, changes) => {
      const document = openTable(start);
      counted(document);
      for (const [i, [at, length, put]] of changes.entries()) {
        const from = Math.round(at * document.getText().length);
        document.edit(from, from + length, put);
        if (i % 2 === 0) counted(document);
      }
      assert.deepEqual(counted(document), counted(openTable(document.getText())));
    }),
    { numRuns: 400 },
  ));

test('a table that is replaced as a whole is counted by and by', () => {
  const table = (name: string) => `项目名称: ${name}\n总计: 1\n`.repeat(1_000);
  const document = openTable(table('甲'));
  while (document.uses.read(100) > 0);
  document.edit(0, document.getText().length, table('乙'));
  assert.equal(document.uses.read(100), 100);
  while (document.uses.read(100) > 0);
  assert.deepEqual([...document.uses.projects], [['乙', 1_000]]);
});
