/** What holds of turning a rule off, wherever it has found something. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { isSuppressible, suppressFile, suppressLine } from '../../server/src/features/suppress.ts';
import type { PlacedFinding } from '../../server/src/workspace/checker.ts';
import type { TableDocument } from '../../server/src/workspace/tableDocument.ts';
import { openTable } from '../tables.ts';
import { text } from '../workspace/generated.ts';

/** Findings by rule and the text of the line they begin on; suppressions aside. */
function shown(document: TableDocument, isShown: (placed: PlacedFinding) => boolean): string[] {
  return document
    .findings()
    .filter((placed) => isSuppressible(placed.finding.rule) && isShown(placed))
    .map(({ finding, place }) => {
      const { rule, severity, span } = finding;
      const text = document.blocks
        .slice(place.offset + span.start, place.offset + span.end)
        .replace(/[ \u3000]*\/\/ jxmb-disable(?:-next-line|-file) [^\r\n]*(?:\r\n|\r|\n)/g, '');
      // What the start of a table lacks is told at its first line, whatever that is.
      const isOfStart = rule.scope === 'table' && rule.looksAt === 'start';
      return `${rule.id} ${severity} ${isOfStart ? '' : JSON.stringify(text)}`;
    })
    .sort();
}

function lineOf(document: TableDocument, { finding, place }: PlacedFinding): number {
  return document.positionAt(place.offset + finding.span.start).line;
}

const table = fc.tuple(fc.constantFrom('', '', '\ufeff'), text).map((parts) => parts.join(''));

test('of a line: the rule says nothing more of it, and all the rest is found as before', () =>
  fc.assert(
    fc.property(table, (whole) => {
      const document = openTable(whole);
      const seen = new Set<string>();
      for (const placed of document.findings()) {
        const { rule } = placed.finding;
        const key = `${rule.id} ${lineOf(document, placed)}`;
        if (!isSuppressible(rule) || rule.id === 'merge-conflict' || seen.has(key)) continue;
        seen.add(key);
        const other = openTable(whole);
        const { start, end, text: put } = suppressLine(placed, other);
        other.edit(start, end, put);
        const rest = shown(
          document,
          (one) => one.finding.rule !== rule || lineOf(document, one) !== lineOf(document, placed),
        );
        assert.deepEqual(
          shown(other, () => true),
          rest,
          `${rule.id} in\n${JSON.stringify(other.getText())}`,
        );
      }
    }),
    { numRuns: 400 },
  ));

test('of a file: the rule says nothing more, and all the rest is found as before', () =>
  fc.assert(
    fc.property(table, (whole) => {
      const document = openTable(whole);
      for (const rule of new Set(document.findings().map(({ finding }) => finding.rule))) {
        if (!isSuppressible(rule) || rule.id === 'merge-conflict') continue;
        const other = openTable(whole);
        const { start, end, text: put } = suppressFile(rule, other);
        other.edit(start, end, put);
        const rest = shown(document, (one) => one.finding.rule !== rule);
        assert.deepEqual(
          shown(other, () => true),
          rest,
          `${rule.id} in\n${JSON.stringify(other.getText())}`,
        );
      }
    }),
    { numRuns: 400 },
  ));
