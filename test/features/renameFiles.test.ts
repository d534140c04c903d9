/** What becomes of the paths of 引用 when files are renamed. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { FileRename } from '../../server/src/features/renameFiles.ts';
import { createLanguageService } from '../../server/src/languageService.ts';
import { Workspace } from '../../server/src/workspace/workspace.ts';
import { client, settings } from '../tables.ts';
import { withEdits } from './formatted.ts';
import { environment } from './marks.ts';

const uriOf = (name: string) => `file:///w/${name.split('/').map(encodeURIComponent).join('/')}`;
const nameOf = (uri: string) => decodeURIComponent(uri.slice('file:///w/'.length));
const from = (oldName: string, newName: string): FileRename => ({ oldUri: uriOf(oldName), newUri: uriOf(newName) });

/** A folder of tables; `open` ones are open in the editor. */
function office(files: Readonly<Record<string, string>>, ...open: string[]) {
  const own = { ...settings, readTable: (uri: string) => files[nameOf(uri)] };
  const list = () => ({ uris: Object.keys(files).map(uriOf), isCut: false });
  const workspace = new Workspace({ list }, () => own);
  workspace.setFolders(['file:///w']);
  const service = createLanguageService({ ...environment, settings: own, workspace });
  for (const name of open) service.open(uriOf(name), 'jxmb', 7, files[name] as string);
  return { workspace, service };
}

/** The tables that are edited when files are renamed, as they read then. */
async function after(
  files: Readonly<Record<string, string>>,
  ...renames: FileRename[]
): Promise<Record<string, string>> {
  const { service, workspace } = office(files);
  const changes = (await service.renameFiles(renames))?.documentChanges ?? [];
  return Object.fromEntries(
    changes.map((change) => {
      assert.ok('edits' in change);
      const table = workspace.table(change.textDocument.uri);
      assert.ok(table);
      const edits = change.edits.flatMap((edit) => ('newText' in edit ? [edit] : []));
      return [nameOf(change.textDocument.uri), withEdits(table, edits)];
    }),
  );
}

const UNIT = '资金使用单位: 科协\n总计: 1.00\n';

test('a table that is renamed is still taken in by all that took it in, and by no other', async () => {
  const files = {
    '局.jxmb':
      '单位: 万元\n// 各单位\n引用：  科协.jxmb \n引用: 馆.jxmb\n\n项目名称: 甲\n绩效目标: 见引用: 科协.jxmb\n',
    '馆.jxmb': '引用: ./科协.jxmb\n',
    '下级/科协.jxmb': UNIT,
    '下级/表.jxmb': '引用: 科协.jxmb\n',
    '科协.jxmb': UNIT,
  };
  assert.deepEqual(await after(files, from('科协.jxmb', '科学技术协会 2025.jxmb')), {
    '局.jxmb': files['局.jxmb'].replace('科协.jxmb \n', '科学技术协会 2025.jxmb \n'),
    '馆.jxmb': '引用: 科学技术协会 2025.jxmb\n',
  });
});

test('a folder that is renamed takes its tables with it; those that move together need no edit', async () => {
  const files = {
    '局.jxmb': '引用: 单位\\科协.jxmb\n引用: 单位/馆.jxmb\n引用: 单位别处/馆.jxmb\n',
    '单位/科协.jxmb': '引用: 分馆/东.jxmb\n',
    '单位/分馆/东.jxmb': UNIT,
    '单位/馆.jxmb': UNIT,
    '单位别处/馆.jxmb': UNIT,
  };
  assert.deepEqual(await after(files, from('单位', '各单位/2025')), {
    '局.jxmb': '引用: 各单位\\2025\\科协.jxmb\n引用: 各单位/2025/馆.jxmb\n引用: 单位别处/馆.jxmb\n',
  });
});

test('a table that moves itself finds those that it takes in from its new place', async () => {
  const files = { '下级/局.jxmb': '引用: 科协.jxmb\n', '下级/科协.jxmb': UNIT };
  assert.deepEqual(await after(files, from('下级/局.jxmb', '局.jxmb')), { '下级/局.jxmb': '引用: 下级/科协.jxmb\n' });
});

test('where no path leads, none is written', async () => {
  const files = { '局/局.jxmb': '引用: 科协.jxmb\n', '局/科协.jxmb': UNIT };
  assert.deepEqual(await after(files, from('局/科协.jxmb', '科协.jxmb')), {});
  assert.deepEqual(await after(files, from('局/科协.jxmb', '局/科\\协.jxmb')), {});
  assert.deepEqual(await after(files, from('局/科协.jxmb', '局/c:.jxmb')), {});
  assert.deepEqual(await after(files, from('局/科协.jxmb', '局/ 科协.jxmb')), {});
});

test('nothing is edited when what nobody takes in is renamed', async () => {
  const { service } = office({ '局.jxmb': '引用: 科协.jxmb\n', '科协.jxmb': UNIT, '别的.jxmb': UNIT });
  assert.equal(await service.renameFiles([from('别的.jxmb', '另外.jxmb')]), null);
});

test('edits are bound to the versions of tables that are open, and plain for clients that know none', async () => {
  const files = { '局.jxmb': '引用: 科协.jxmb\n', '馆.jxmb': '引用: 科协.jxmb\n', '科协.jxmb': UNIT };
  const { service, workspace } = office(files, '局.jxmb');
  const range = { start: { line: 0, character: 4 }, end: { line: 0, character: 11 } };
  const edits = [{ range, newText: '协.jxmb' }];
  const renames = [from('科协.jxmb', '协.jxmb')];
  assert.deepEqual(await service.renameFiles(renames), {
    documentChanges: [
      { textDocument: { uri: uriOf('局.jxmb'), version: 7 }, edits },
      { textDocument: { uri: uriOf('馆.jxmb'), version: null }, edits },
    ],
  });
  const bare = createLanguageService({ ...environment, workspace, client: { ...client, versionedEdits: false } });
  assert.deepEqual(await bare.renameFiles(renames), {
    changes: { [uriOf('局.jxmb')]: edits, [uriOf('馆.jxmb')]: edits },
  });
});
