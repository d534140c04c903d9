import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import fc from 'fast-check';
import { codeActions } from '../../server/src/features/codeActions.ts';
import { diagnostics } from '../../server/src/features/diagnostics.ts';
import type { TableDocument } from '../../server/src/workspace/tableDocument.ts';
import { asked, openTable } from '../tables.ts';
import { line, text } from './generated.ts';

/** Invariant 2: whatever the edits, what is found is what a fresh read of the text finds. */

/** All that the editor shows of the findings: rule, severity, range, message, other places, fixes. */
function shown(document: TableDocument): unknown {
  const whole = { start: { line: 0, character: 0 }, end: document.positionAt(Number.MAX_SAFE_INTEGER) };
  return { diagnostics: diagnostics(document, asked), fixes: codeActions(document, whole, asked) };
}

/** An edit in shares of the document, so that it fits whatever document it meets. */
type Edit =
  | { readonly kind: 'replace'; readonly at: number; readonly length: number; readonly text: string }
  | { readonly kind: 'lines'; readonly at: number; readonly count: number; readonly lines: readonly string[] }
  | { readonly kind: 'move'; readonly at: number; readonly count: number; readonly to: number };

const share = fc.double({ min: 0, max: 1, noNaN: true });
const snippet = fc.oneof(
  line,
  fc.constantFrom(
    '',
    '\n',
    '\r',
    '\n\n',
    ':',
    '1',
    '0',
    '//',
    '// ',
    ' ',
    '合计\n',
    '万',
    '\n合计\n总计: 30\n',
    '\ufeff',
  ),
);
const edit: fc.Arbitrary<Edit> = fc.oneof(
  fc.record({ kind: fc.constant('replace' as const), at: share, length: fc.nat(6), text: snippet }),
  fc.record({
    kind: fc.constant('lines' as const),
    at: share,
    count: fc.nat(3),
    lines: fc.array(line, { maxLength: 3 }),
  }),
  fc.record({ kind: fc.constant('move' as const), at: share, count: fc.integer({ min: 1, max: 4 }), to: share }),
);

function apply(document: TableDocument, change: Edit): void {
  const whole = document.getText();
  if (change.kind === 'replace') {
    const start = Math.round(change.at * whole.length);
    document.edit(start, Math.min(whole.length, start + change.length), change.text);
    return;
  }
  const last = document.lineCount - 1;
  const offsetOf = (lineNumber: number) =>
    lineNumber > last ? whole.length : document.offsetAt({ line: lineNumber, character: 0 });
  const from = Math.round(change.at * last);
  const start = offsetOf(from);
  const end = offsetOf(from + change.count);
  if (change.kind === 'lines') {
    document.edit(start, end, change.lines.map((added) => `${added}\n`).join(''));
    return;
  }
  const moved = whole.slice(start, end);
  document.edit(start, end, '');
  const to = document.offsetAt({ line: Math.round(change.to * (document.lineCount - 1)), character: 0 });
  document.edit(to, to, moved);
}

function holds(start: string, steps: readonly (readonly [Edit, boolean])[]): void {
  const document = openTable(start);
  for (const [change, look] of steps) {
    apply(document, change);
    // Somebody looks now and then: what was computed for them is what later edits must keep true.
    if (look) assert.deepEqual(shown(document), shown(openTable(document.getText())));
  }
  assert.deepEqual(shown(document), shown(openTable(document.getText())));
}

const steps = (maxLength: number) => fc.array(fc.tuple(edit, fc.boolean()), { minLength: 1, maxLength });

test('after any edits of a generated table', () =>
  fc.assert(
    fc.property(text, steps(12), (start, changes) => holds(start, changes)),
    { numRuns: Number(process.env.RUNS ?? 1500) },
  ));

test('after any edits of a table with units, projects and sums that add up', () => {
  const project = (name: string) => `项目名称: ${name}\n总计: 10.00\n财政拨款: 10.00\n绩效目标: 服务企业\n\n`;
  const unit = (name: string) =>
    `资金使用单位: ${name}\n总计: 20.00\n财政拨款: 20.00\n\n${project('甲')}${project('乙')}`;
  const table = `标题\n单位: 万元\n\n合计\n总计: 60.00\n财政拨款: 60.00\n\n${['本级', '科学馆', '科协'].map(unit).join('')}`;
  fc.assert(
    fc.property(steps(8), (changes) => holds(table, changes)),
    { numRuns: Number(process.env.RUNS ?? 1500) },
  );
});

test('after any edits of the example', () => {
  const example = readFileSync(new URL('../../examples/示范区科工商信局-2025.jxmb', import.meta.url), 'utf8');
  fc.assert(
    fc.property(steps(6), (changes) => holds(example, changes)),
    { numRuns: 40 },
  );
});
