/** What holds of mending everything at once, whatever is wrong. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { fixAll } from '../../server/src/features/fixAll.ts';
import { ruleById } from '../../server/src/rules/registry.ts';
import type { TextEdit } from '../../server/src/rules/rule.ts';
import type { TableDocument } from '../../server/src/workspace/tableDocument.ts';
import { Table } from '../mutations/mutation.ts';
import { mutations } from '../mutations/mutations.ts';
import { soundExample } from '../mutations/sound.ts';
import { openTable } from '../tables.ts';
import { text } from '../workspace/generated.ts';

function edited(table: string, edits: readonly TextEdit[]): string {
  let at = 0;
  let out = '';
  for (const { start, end, text: put } of edits) {
    assert.ok(start >= at && end >= start, 'edits in order, not overlapping');
    out += table.slice(at, start) + put;
    at = end;
  }
  return out + table.slice(at);
}

/** Those of some edits in order that lie behind all that were taken before. */
function apart(edits: readonly TextEdit[]): TextEdit[] {
  let end = -1;
  return edits.filter((edit) => {
    if (edit.start <= end) return false;
    end = edit.end;
    return true;
  });
}

function counts(document: TableDocument): Map<string, number> {
  const found = new Map<string, number>();
  for (const { finding } of document.findings()) found.set(finding.rule.id, (found.get(finding.rule.id) ?? 0) + 1);
  return found;
}

/** What a rule's fixes may add, and what the fixes of those may add in turn. */
function mayAdd(ids: Iterable<string>): Set<string> {
  const all = new Set<string>(['unused-suppression']);
  const open = [...ids];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    for (const added of ruleById.get(id)?.fixesMayAdd ?? []) {
      if (all.has(added)) continue;
      all.add(added);
      open.push(added);
    }
  }
  return all;
}

/** The comments of a table but for suppressions, which may go where they suppress nothing. */
function comments(table: string): string[] {
  return table.split(/\r\n|\r|\n/).filter((line) => /^\s*(?:\/\/|／／)(?!\s*jxmb-)/.test(line));
}

function holds(table: string): void {
  const before = openTable(table);
  const once = edited(table, fixAll(before));
  const after = openTable(once);
  assert.deepEqual(fixAll(after), [], `once is enough:\n${once}`);
  assert.deepEqual(comments(once), comments(table), `comments stay:\n${once}`);
  const known = counts(before);
  const declared = mayAdd(known.keys());
  for (const [id, count] of counts(after)) {
    assert.ok(count <= (known.get(id) ?? 0) || declared.has(id), `${id} is new:\n${once}`);
  }
}

test('of a generated table: once is enough, comments stay, nothing is found that is not declared', () =>
  fc.assert(
    fc.property(text, (table) => holds(table)),
    { numRuns: 1000 },
  ));

test('of an example with several slips', () => {
  const table = new Table(openTable(soundExample('示范区科工商信局-2025.jxmb')));
  const own = mutations.filter(({ example, settings }) => !example && !settings);
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: own.length - 1 }), { minLength: 1, maxLength: 6 }),
      fc.gen(),
      (which, g) => {
        const pick = <T>(items: readonly T[]): T | undefined =>
          items.length === 0 ? undefined : items[g(fc.nat, { max: items.length - 1 })];
        const edits = which
          .flatMap((index) => own[index]?.slip(table, pick)?.edits ?? [])
          .sort((a, b) => a.start - b.start || a.end - b.end);
        holds(edited(table.text, apart(edits)));
      },
    ),
    { numRuns: 25 },
  );
});
