import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ServiceEnvironment } from '../../server/src/languageService.ts';
import { wholeProfiles } from '../../server/src/profile/wholeProfiles.ts';
import { client, settings } from '../tables.ts';
import { openBracketed } from './bracketed.ts';

interface Target {
  readonly about: string;
  readonly uri: string;
  /** What is selected there, and the line it stands on. */
  readonly text: string;
  readonly line: number;
}

/** Where the cursor's word leads; undefined where it leads nowhere. */
async function target(
  texts: string | Readonly<Record<string, string>>,
  own: Partial<ServiceEnvironment> = {},
): Promise<Target | undefined> {
  const { service, document, position, documents } = openBracketed(texts, own);
  const [link, ...others] = await service.definition(document, position);
  assert.deepEqual(others, []);
  if (!link) return undefined;
  const { originSelectionRange, targetUri: uri, targetSelectionRange: range, targetRange } = link;
  assert.ok(originSelectionRange);
  const lines = uri.startsWith('jxmb-profile:')
    ? ((await service.profilePage(uri.replace(/^.*\/|\.json$/g, ''))) as string).split('\n')
    : (documents.get(uri.replace('file:///', ''))?.getText() ?? '').split('\n');
  assert.equal(range.start.line, range.end.line);
  assert.ok(targetRange.start.line <= range.start.line && range.end.line <= targetRange.end.line);
  return {
    about: document.getText(originSelectionRange),
    uri,
    text: (lines[range.start.line] ?? '').slice(range.start.character, range.end.character),
    line: range.start.line,
  };
}

const PROFILE = 'jxmb-profile:/guangzhou.json';
const project = (line: string) => `项目名称: 甲\n绩效指标:\n  ${line}\n`;

test('a class leads to where the profile defines it', async () => {
  for (const [marked, about, text] of [
    ['1、1-产出指标; 11-数│量指标; 甲; 1个。', '11-数量指标', '"数量指标"'],
    ['1、1-产│出指标; 11-数量指标; 甲; 1个。', '1-产出指标', '"产出指标"'],
    ['1、│22; 甲; 1个。', '22', '"社会效益"'],
    ['(一)产│出指标', '产出指标', '"产出指标"'],
  ] as const) {
    const found = await target(project(marked));
    assert.deepEqual({ ...found, line: 0 }, { about, uri: PROFILE, text, line: 0 });
  }
});

test('labels that the profile has lead there too, those of the language do not', async () => {
  assert.equal((await target('项目名称: 甲\n总│计: 1\n'))?.text, '"总计"');
  assert.equal((await target('项目名称: 甲\n绩效│目标: 建成\n'))?.text, '"绩效目标"');
  assert.equal((await target('项目名称: 甲\n项目│编码: 1\n'))?.text, '"项目编码"');
  assert.equal((await target(project('1、甲; 年度│指标值:1个。')))?.text, '"年度指标值"');
  assert.equal(await target('项目│名称: 甲\n'), undefined);
});

test('the name of the profile leads to the profile, a wrong one nowhere', async () => {
  assert.deepEqual(await target('版式: central│-2021\n'), {
    about: 'central-2021',
    uri: 'jxmb-profile:/central-2021.json',
    text: '{',
    line: 0,
  });
  assert.equal(await target('版式: central│-2022\n'), undefined);
});

test('a client that shows no profiles is given no dead link', async () => {
  const own = { client: { ...client, vscode: false } };
  assert.equal(await target(project('1、11-数│量指标; 甲; 1个。'), own), undefined);
  assert.equal((await target('资金使用单位: 本│级\n', own))?.text, '本级');
});

test('a page of a profile is JSON that says what the profile’s file says', async () => {
  const { service } = openBracketed('│');
  for (const profile of wholeProfiles) {
    assert.deepEqual(JSON.parse((await service.profilePage(profile.id)) ?? ''), profile);
  }
  assert.equal(await service.profilePage('no-such-profile'), undefined);
});

test('引用 leads to the file, one that is not there nowhere', async () => {
  const files = new Map([['file:///%E5%90%84%E5%8D%95%E4%BD%8D/%E7%A7%91%E5%8D%8F.jxmb', '单位: 万元']]);
  const to = (marked: string) => {
    const own = { settings: { ...settings, readTable: (uri: string) => files.get(uri) } };
    const { service, document, position } = openBracketed(marked, own);
    return service.definition(document, position);
  };
  const [found] = await to('引用: 各单位/科│协.jxmb');
  assert.equal(found?.targetUri, [...files.keys()][0]);
  assert.deepEqual(found?.originSelectionRange?.start, { line: 0, character: 4 });
  assert.deepEqual(await to('引用: 科│馆.jxmb'), []);
  assert.deepEqual(await to('引用: ../科│馆.jxmb'), []);
  assert.deepEqual(await to('引用: │'), []);
});

test('a unit’s name leads to its row, wherever it stands', async () => {
  const table = (goal: string, field: string) =>
    `资金使用单位: 科学馆\n项目名称: 甲\n绩效目标: ${goal}\n备注: ${field}\n`;
  for (const marked of [table('由科│学馆实施', ''), table('', '科学│馆')]) {
    assert.deepEqual(await target(marked), { about: '科学馆', uri: 'file:///a.jxmb', text: '科学馆', line: 0 });
  }
  assert.equal(await target(table('由图│书馆实施', '')), undefined);
});

test('any other name leads to its first use, the first to itself', async () => {
  const table = (one: string, other: string) =>
    `${project(`1、11-数量指标; ${one}; 1个。`)}${project(`1、11-数量指标; ${other}; 1个。`)}`;
  assert.equal((await target(table('服务企业数量', '服务│企业数量')))?.line, 2);
  assert.equal((await target(table('服务│企业数量', '服务企业数量')))?.line, 2);
});
