import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { TextEdit } from 'vscode-languageserver-types';
import { CannotRename, type ServiceEnvironment } from '../../server/src/languageService.ts';
import type { TableDocument } from '../../server/src/workspace/tableDocument.ts';
import { client } from '../tables.ts';
import { openBracketed, plain } from './bracketed.ts';

type Texts = Readonly<Record<string, string>>;

function applied(document: TableDocument, edits: readonly TextEdit[]): string {
  const sorted = [...edits].sort((a, b) => document.offsetAt(b.range.start) - document.offsetAt(a.range.start));
  let text = document.getText();
  for (const { range, newText } of sorted) {
    text = text.slice(0, document.offsetAt(range.start)) + newText + text.slice(document.offsetAt(range.end));
  }
  return text;
}

/** The tables that change, as they are once the name at the cursor is another. */
async function renamed(texts: Texts, newName: string, own: Partial<ServiceEnvironment> = {}): Promise<Texts> {
  const { service, document, position, documents } = openBracketed(texts, own);
  const edit = await service.rename(document, position, newName);
  assert.ok(edit?.documentChanges);
  return Object.fromEntries(
    edit.documentChanges.map((change) => {
      assert.ok('edits' in change);
      assert.equal(change.textDocument.version, 7);
      const name = change.textDocument.uri.replace('file:///', '');
      return [name, applied(documents.get(name) as TableDocument, change.edits as TextEdit[])];
    }),
  );
}

/** A text of a test, one cursor in it, with the name at the cursor written otherwise. */
async function one(marked: string, newName: string): Promise<string> {
  return (await renamed({ 'a.jxmb': marked }, newName))['a.jxmb'] as string;
}

/** What an editor is told before it asks for the new name. */
async function prepared(marked: string): Promise<{ text: string; placeholder: string } | null> {
  const { service, document, position } = openBracketed(marked);
  const answer = await service.prepareRename(document, position);
  return answer && { text: document.getText(answer.range), placeholder: answer.placeholder };
}

test('what can be renamed, and what is shown for it', async () => {
  const same = (text: string) => ({ text, placeholder: text });
  assert.deepEqual(await prepared('资金使用单位： 科学│馆 \n'), same('科学馆'));
  assert.deepEqual(await prepared('项目名称: 购置设备│'), same('购置设备'));
  assert.deepEqual(await prepared('项目名称: 甲\n绩效指标: 1、11; 服务│企业数量; 1家。'), same('服务企业数量'));
  assert.deepEqual(await prepared('项目名称: 购置\\;│设备'), { text: '购置\\;设备', placeholder: '购置;设备' });
  for (const other of [
    '│',
    '项目│名称: 甲',
    '项目名称: │\n',
    '项目名称: 甲\n总计: 1│',
    '项目名称: 甲\n绩效目标: 建│成',
    '项目名称: 甲\n绩效指标: 1、11-数│量指标; 甲; 1家。',
    '项目名称: 甲\n绩效指标: 1、11-数量指标; 甲; 1│家。',
    '资金使用单位: 科学馆\n项目名称: 甲\n绩效目标: 科学│馆建成',
  ])
    assert.equal(await prepared(other), null, other);
});

test('an indicator: the same name in the same class, in the tables that are tied', async () =>
  assert.deepEqual(
    await renamed(
      {
        '甲.jxmb': `项目名称: 甲
绩效目标: 服务企业数量不少。
绩效指标:
  1、11-数量指标; 服务│企业数量; 1家。
  2、22-社会效益; 服务企业数量; 1家。
`,
        '乙.jxmb': '项目名称: 乙\n绩效指标: 1、数量; 服务企业 数量; 1家。\n',
        '丙.jxmb': '项目名称: 丙\n绩效指标: 1、数量; 服务个人数量; 1家。\n',
      },
      '帮扶企业数',
    ),
    {
      '甲.jxmb': `项目名称: 甲
绩效目标: 服务企业数量不少。
绩效指标:
  1、11-数量指标; 帮扶企业数; 1家。
  2、22-社会效益; 服务企业数量; 1家。
`,
      '乙.jxmb': '项目名称: 乙\n绩效指标: 1、数量; 帮扶企业数; 1家。\n',
    },
  ));

test('a unit with the fields that name it, a project under its unit only', async () => {
  assert.equal(
    await one('资金使用单位: 科学│馆\n项目名称: 甲\n备注: 科学馆\n绩效目标: 科学馆建成。\n', '科技馆'),
    '资金使用单位: 科技馆\n项目名称: 甲\n备注: 科技馆\n绩效目标: 科学馆建成。\n',
  );
  assert.equal(
    await one('资金使用单位: 甲馆\n项目名称: 购置│设备\n资金使用单位: 乙馆\n项目名称: 购置设备\n', '更新设备'),
    '资金使用单位: 甲馆\n项目名称: 更新设备\n资金使用单位: 乙馆\n项目名称: 购置设备\n',
  );
});

test('a new name that would read as something else is escaped', async () => {
  const indicator = (name: string) => `项目名称: 甲\n绩效指标:\n  1、11-数量指标; ${name}; 年度指标值:1家。\n`;
  const written = (name: string) => one(indicator('服务│企业数量'), name);
  assert.equal(await written('企业;数量'), indicator('企业;数量'));
  assert.equal(await written('企业数量。'), indicator('企业数量\\。'));
  assert.equal(await written('年度指标值:数'), indicator('\\年度指标值:数'));
  assert.equal(await written('企业(甲、乙)数量,含个人'), indicator('企业(甲、乙)数量,含个人'));
  assert.equal(await written('a\\b'), indicator('a\\\\b'));
  const beginning = (name: string) => `项目名称: 甲\n绩效指标:\n  1、11-数量指标;\n  ${name}; 年度指标值:1家。\n`;
  assert.equal(await one(beginning('服务│企业数量'), '项目名称: 乙'), beginning('\\项目名称: 乙'));
  assert.equal(await one(beginning('服务│企业数量'), '// 乙'), beginning('\\// 乙'));
  const unlabelled = (name: string) => `项目名称: 甲\n绩效指标: 1、11-数量指标; ${name}; 1家。\n`;
  assert.equal(await one(unlabelled('服务│企业数量'), '企业;数量'), unlabelled('企业\\;数量'));
  const unclassed = (name: string) => `项目名称: 甲\n绩效指标:\n  1、${name}; 年度指标值:1家。\n`;
  assert.match(await one(unclassed('服务│企业数量'), '数量指标'), /1、(?=.*\\)[\\数量指标]*; 年度/);
  assert.equal(await one('单位: 示范市科学│馆\n', '元'), '单位: \\元\n');
  assert.equal(await one('项目名称: 购置│设备\n', '购置;设备'), '项目名称: 购置;设备\n');
});

test('spaces around the new name do not count', async () =>
  assert.equal(await one('项目名称: 购置│设备 \n', ' 更新　设备　'), '项目名称: 更新　设备 \n'));

test('comments within the old name stay', async () =>
  assert.equal(
    await one('项目名称: 甲\n绩效指标:\n  1、11; 服务\n  // 说明\n  企业│数量; 1家。\n', '帮扶企业数'),
    '项目名称: 甲\n绩效指标:\n  1、11; 帮扶企业数\n  // 说明\n; 1家。\n',
  ));

test('a name that will not do is refused in both languages', async () => {
  const refuse = (marked: string, newName: string, zh: RegExp, en: RegExp) => {
    const { service, document, position } = openBracketed(marked);
    return assert.rejects(
      service.rename(document, position, newName),
      (error) => error instanceof CannotRename && zh.test(error.texts.zh) && en.test(error.texts.en),
    );
  };
  await refuse('项目名称: 购置│设备', '', /不能为空/, /empty/);
  await refuse('项目名称: 购置│设备', '　', /不能为空/, /empty/);
  await refuse('项目名称: 购置│设备', '购置\n设备', /一行/, /one line/);
  await refuse('单位: 示范市科学│馆', 'ABC', /"ABC".*读成别的/, /“ABC”.*something else/);
});

test('nothing is renamed where nothing can be', async () => {
  const { service, document, position } = openBracketed('项目名称: 甲\n总计: │1');
  assert.equal(await service.rename(document, position, '乙'), null);
});

test('a client that knows no versions gets plain changes', async () => {
  const { service, document, position } = openBracketed('项目名称: 购置│设备\n', {
    client: { ...client, versionedEdits: false },
  });
  const edit = await service.rename(document, position, '更新设备');
  assert.equal(edit?.documentChanges, undefined);
  assert.equal(applied(document, edit?.changes?.[document.uri] ?? []), plain('项目名称: 更新设备\n'));
});
