/** The standard indicators stand where they belong: what the rules read out of names is held against all of them. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import indicators from '../../server/src/profile/guangzhou.indicators.json' with { type: 'json' };
import { vocabularyOf } from '../../server/src/syntax/vocabulary.ts';
import { profile } from '../tables.ts';
import { open } from './fixture.ts';

const RULES = ['class-missing', 'satisfaction-class', 'class-content', 'routine-indicator'];

test('no standard indicator speaks of another class than its own', () => {
  const lines = indicators.map(({ class: code, name }) => {
    const child = vocabularyOf(profile).levelTwo.get(code);
    assert.ok(child);
    return `  1、${child.parent.code}-${child.parent.name}; ${code}-${child.name}; ${name}; 年度指标值:1。`;
  });
  const document = open(`项目名称: 全部\n绩效指标:\n${lines.join('\n')}\n`, { strict: true });
  const [block] = document.blocks.blocks;
  assert.ok(block);
  assert.equal(document.row(block).indicators.length, indicators.length);
  assert.deepEqual(
    document
      .findings()
      .filter(({ finding }) => RULES.includes(finding.rule.id))
      .map(({ finding, place }) =>
        document.getText().slice(place.offset + finding.span.start, place.offset + finding.span.end),
      ),
    [],
  );
});
