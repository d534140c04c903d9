import assert from 'node:assert/strict';
import { test } from 'node:test';
import { reportFindings } from '../../server/src/features/report.ts';
import { rules } from '../../server/src/rules/registry.ts';
import { form } from './expected/form.ts';
import { values } from './expected/values.ts';
import { indicatorRef, openPublished, skip } from './published.ts';

/** What is found in a real published table, once imported: these and no others. */

/**
 * By rule, where it finds something: the line of the published file and the number of the indicator, `53#4a` and `53#4b`
 * where a project has the number twice, `28#-` where the indicator has none, the line alone where it is about no indicator.
 */
const EXPECTED: Readonly<Record<string, readonly string[]>> = { ...form, ...values };

function found(): Map<string, string[]> {
  const { document, lines } = openPublished();
  const byRule = new Map<string, string[]>();
  for (const { finding, place } of document.findings()) {
    const row = document.row(place.block);
    const { start } = finding.span;
    const indicator = row.indicators.find(({ node }) => node.start <= start && start <= node.end);
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
