/** Every rule: what it finds, the near misses where it is silent, and the mended text, checked again. */
import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { test } from 'node:test';
import { explanations } from '../../server/src/rules/explanations.ts';
import { ruleById, rules } from '../../server/src/rules/registry.ts';
import type { RuleExplanation } from '../../server/src/rules/rule.ts';
import { readCases } from './cases.ts';
import { check, checkFix, open, plain } from './fixture.ts';

test('every file of cases belongs to a rule', () => {
  const files = readdirSync(new URL('cases/', import.meta.url));
  const ids = new Set(rules.map(({ id }) => `${id}.txt`));
  assert.deepEqual(
    files.filter((file) => !ids.has(file)),
    [],
  );
});

test('every rule is explained, and nothing else', () => {
  assert.deepEqual(
    Object.keys(explanations),
    rules.map(({ id }) => id),
  );
});

test('what fixes may bring to light are rules, each named once', () => {
  for (const { id, fixesMayAdd = [] } of rules) {
    assert.deepEqual(
      fixesMayAdd.filter((other, i) => !ruleById.has(other) || fixesMayAdd.indexOf(other) < i),
      [],
      id,
    );
  }
});

for (const rule of rules) {
  const { id } = rule;
  const cases = readCases(id);

  test(`${id}: has a finding, a near miss and a mended text`, () => {
    const after = cases.flatMap((one) => one.after);
    assert.ok(
      cases.some(({ kind, fixture }) => kind === 'finds' && fixture.includes(`^^ `)),
      'a finding',
    );
    assert.ok(
      cases.some(({ kind }) => kind === 'silent'),
      'a near miss',
    );
    assert.ok(
      after.some(({ fix }) => (rule.fixes === undefined) === (fix === undefined)),
      rule.fixes ? 'a text mended by a fix' : 'a text mended by hand',
    );
  });

  for (const { kind, title, strict, rules: others, fixture, after } of cases) {
    const shown = { rules: [id, ...others], settings: { strict } };
    test(`${id}: ${kind}: ${title}`, () => {
      const finds = fixture.split('\n').some((line) => line.trimStart().startsWith('^^ ') && line.includes(` ${id} `));
      assert.equal(finds, kind === 'finds', `a section that ${kind}`);
      check(shown, fixture);
      for (const { fix, fixture: mended } of after) {
        if (fix === undefined) check(shown, mended);
        else checkFix(shown, fixture, fix, mended);
      }
    });
  }

  test(`${id}: its examples are one with a finding and one without`, () => {
    const found = (text: string) =>
      open(plain(text))
        .findings()
        .filter(({ finding }) => finding.rule === rule).length;
    const { wrong, right } = (explanations[id] as RuleExplanation).examples;
    assert.ok(found(wrong) > 0, 'the wrong example');
    assert.equal(found(right), 0, 'the right example');
  });
}
