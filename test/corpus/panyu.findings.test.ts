import assert from 'node:assert/strict';
import { test } from 'node:test';
import { reportFindings } from '../../server/src/features/report.ts';
import { rules } from '../../server/src/rules/registry.ts';
import { EXPECTED } from './expected/findings.ts';
import { indicatorRef, openPublished, skip } from './published.ts';

/** What is found in a real published table, once imported: these and no others. */

function found(): Map<string, string[]> {
  const { document, lines } = openPublished();
  const byRule = new Map<string, string[]>();
  for (const { finding, place } of document.findings()) {
    const row = document.row(place.block);
    const { start } = finding.span;
    const indicator = row.indicators.findLast(({ node }) => node.start <= start && start <= node.end);
    const ref = `${lines.get(place.block) ?? 'head'}${indicatorRef(row, indicator)}`;
    const refs = byRule.get(finding.rule.id) ?? [];
    refs.push(ref);
    byRule.set(finding.rule.id, refs);
  }
  return byRule;
}

for (const { id } of rules) {
  test(`${id} in the published table`, { skip }, () => assert.deepEqual(found().get(id) ?? [], EXPECTED[id] ?? []));
}

test('the repeated indicator of line 51 is 按时完成率', { skip }, () => {
  const { document } = openPublished();
  const repeated = reportFindings(document, 'panyu', 'zh').filter(({ rule }) => rule === 'duplicate-indicator');
  assert.deepEqual(
    repeated
      .flatMap(({ range, related }) => [range, ...related.map((other) => other.range)])
      .map((range) => document.getText(range)),
    ['按时完成率', '按时完成率'],
  );
});

test('few findings are errors', { skip }, () => {
  const counts: Record<string, number> = {};
  for (const { finding } of openPublished().document.findings()) {
    counts[finding.severity] = (counts[finding.severity] ?? 0) + 1;
  }
  assert.deepEqual(counts, { error: 17, warning: 75, info: 83, hint: 62 });
});
