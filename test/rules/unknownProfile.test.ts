/** Which profiles are offered where several are known. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fixesOf } from '../../server/src/features/codeActions.ts';
import { defaultSettings } from '../../server/src/workspace/settings.ts';
import { openTable, profile } from '../tables.ts';

const named = (id: string, zh: string) => ({ ...profile, id, name: { zh, en: id } });
const profiles = [
  profile,
  named('central-2021', '中央部门项目支出绩效目标表'),
  named('central-2015', '中央部门项目支出绩效目标申报表'),
  named('shenzhen', '深圳市项目绩效目标表'),
];

function offered(head: string): unknown[] {
  const document = openTable(head, defaultSettings(profile, profiles));
  return document
    .findings()
    .filter(({ finding }) => finding.rule.id === 'unknown-profile')
    .flatMap((placed) =>
      fixesOf(placed, document).map(({ args, preferred }) => (preferred ? [args?.profile] : args?.profile)),
    );
}

test('the nearest ids, by id or by name, three at most', () => {
  assert.deepEqual(offered('版式: central-2020\n单位: 元'), [['central-2021'], 'central-2015', 'guangzhou']);
  assert.deepEqual(offered('版式: Shenzhen\n单位: 元')[0], ['shenzhen']);
  assert.deepEqual(offered('版式: 深圳市项目绩效表\n单位: 元')[0], ['shenzhen']);
});

test('sound: one that is known; a second one is not read', () => {
  assert.deepEqual(offered('版式: central-2021\n单位: 元'), []);
  assert.deepEqual(offered('版式: central-2021\n版式: central-2020\n单位: 元'), []);
});
