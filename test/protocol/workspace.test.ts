/** Tables that take in each other, and files that change: as any client sees them. */
import assert from 'node:assert/strict';
import { renameSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import type { ClientCapabilities, WorkspaceEdit } from 'vscode-languageserver-protocol/node';
import { department, FULL, has, hasNot, office, unit } from './office.ts';

const SUMS = ['sum-mismatch', 'sum-rounding'];

test('the sums of a department run across the files of its units, and across those that they take in', async () => {
  const whole = `${department('60.00')}引用: 科协.jxmb\n引用: 单位/科学馆.jxmb\n`;
  const { open, found, items, uri, end } = await office(FULL, {
    '局.jxmb': whole,
    '科协.jxmb': unit('科协', '10.00'),
    '单位/科学馆.jxmb': `${unit('科学馆', '20.00')}\n引用: 分馆.jxmb\n`,
    '单位/分馆.jxmb': unit('分馆', '30.01'),
  });
  await open('局.jxmb', whole);
  assert.deepEqual(await found('局.jxmb', SUMS), ['sum-rounding', 'sum-rounding']);
  const [rounding] = (await items('局.jxmb')).filter(({ code }) => code === 'sum-rounding');
  assert.equal(rounding?.message, '合计的总计 60.00 与各单位之和 60.01 相差 0.01,可能是四舍五入所致');
  assert.deepEqual(
    rounding?.relatedInformation?.map(({ location, message }) => [location.uri, location.range.start.line, message]),
    [
      [uri('科协.jxmb'), 6, '科协: 10.00'],
      [uri('单位/科学馆.jxmb'), 6, '科学馆: 20.00'],
      [uri('单位/分馆.jxmb'), 6, '分馆: 30.01'],
    ],
  );
  end();
});

test('a problem in the department’s table goes when the unit’s file is mended on disk', async () => {
  const whole = `${department('10.00')}引用: 科协.jxmb\n`;
  const { open, found, pull, uri, write, tell, refresh, watched, end } = await office(FULL, {
    '局.jxmb': whole,
    '科协.jxmb': unit('科协', '9.00'),
  });
  await open('局.jxmb', whole);
  assert.deepEqual(await found('局.jxmb', SUMS), ['sum-mismatch', 'sum-mismatch']);
  assert.deepEqual(
    watched.map(({ globPattern }) => globPattern),
    ['**/*.jxmb', '**/*.jxmb-profile.json', '**'],
  );
  const { resultId } = await pull(undefined, uri('局.jxmb'));
  const refreshing = refresh();
  write('科协.jxmb', unit('科协', '10.00'));
  await tell(['科协.jxmb', 2]);
  await refreshing;
  assert.equal((await pull(resultId, uri('局.jxmb'))).kind, 'full');
  assert.deepEqual(await found('局.jxmb', SUMS), []);
  end();
});

test('a file that is deleted, renamed and made again is missed only while it is not there', async () => {
  const whole = `${department('10.00')}引用: 单位/科协.jxmb\n`;
  const { open, found, write, tell, refresh, folder, end } = await office(FULL, {
    '局.jxmb': whole,
    '单位/科协.jxmb': unit('科协', '10.00'),
  });
  await open('局.jxmb', whole);
  assert.deepEqual(await found('局.jxmb', ['include', ...SUMS]), []);
  let refreshing = refresh();
  renameSync(path.join(folder, '单位'), path.join(folder, '各单位'));
  // VS Code tells of the folder alone.
  await tell(['单位', 3], ['各单位', 1]);
  await refreshing;
  assert.deepEqual(await found('局.jxmb', ['include', ...SUMS]), ['include']);
  refreshing = refresh();
  write('单位/科协.jxmb', unit('科协', '10.00'));
  await tell(['单位/科协.jxmb', 1]);
  await refreshing;
  assert.deepEqual(await found('局.jxmb', ['include', ...SUMS]), []);
  end();
});

test('a file that is going to be renamed is still taken in afterwards', async () => {
  const whole = `${department('10.00')}引用: 科协.jxmb\n`;
  const files = { '局.jxmb': whole, '科协.jxmb': unit('科协', '10.00') };
  const renaming: ClientCapabilities = {
    ...FULL,
    workspace: { ...FULL.workspace, fileOperations: { willRename: true }, workspaceEdit: { documentChanges: true } },
  };
  const { client, capabilities, open, type, found, uri, tell, folder, end } = await office(renaming, files);
  const { filters = [] } = capabilities.workspace?.fileOperations?.willRename ?? {};
  assert.deepEqual(
    filters.map(({ pattern }) => [pattern.glob, pattern.matches]),
    [
      ['**/*.jxmb', 'file'],
      ['**', 'folder'],
    ],
  );
  await open('局.jxmb', whole);
  const renamed = { oldUri: uri('科协.jxmb'), newUri: uri('科学技术协会.jxmb') };
  const edit: WorkspaceEdit | null = await client.sendRequest('workspace/willRenameFiles', { files: [renamed] });
  const line = whole.split('\n').length - 2;
  assert.deepEqual(edit?.documentChanges, [
    {
      textDocument: { uri: uri('局.jxmb'), version: 1 },
      edits: [
        {
          range: { start: { line, character: 4 }, end: { line, character: 11 } },
          newText: '科学技术协会.jxmb',
        },
      ],
    },
  ]);
  await type('局.jxmb', whole.replace('科协.jxmb', '科学技术协会.jxmb'));
  renameSync(path.join(folder, '科协.jxmb'), path.join(folder, '科学技术协会.jxmb'));
  await tell(['科协.jxmb', 3], ['科学技术协会.jxmb', 1]);
  assert.deepEqual(await found('局.jxmb', ['include', ...SUMS]), []);
  const away = { oldUri: uri('别的.jxmb'), newUri: uri('另外.jxmb') };
  assert.equal(await client.sendRequest('workspace/willRenameFiles', { files: [away] }), null);
  end();
});

test('what somebody types in a unit’s table counts before it is saved, and no longer when it is closed unsaved', async () => {
  const whole = `${department('10.00')}引用: 科协.jxmb\n`;
  const { open, type, close, found, pull, uri, refresh, end } = await office(FULL, {
    '局.jxmb': whole,
    '科协.jxmb': unit('科协', '9.00'),
  });
  await open('局.jxmb', whole);
  await open('科协.jxmb', unit('科协', '9.00'));
  assert.deepEqual(await found('局.jxmb', SUMS), ['sum-mismatch', 'sum-mismatch']);
  let refreshing = refresh();
  await type('科协.jxmb', unit('科协', '10.00'));
  await refreshing;
  assert.deepEqual(await found('局.jxmb', SUMS), []);
  const { resultId } = await pull(undefined, uri('局.jxmb'));
  // Nothing that counts in the other table.
  await type('科协.jxmb', `${unit('科协', '10.00')}// 已核对\n`);
  assert.equal((await pull(resultId, uri('局.jxmb'))).kind, 'unchanged');
  refreshing = refresh();
  await close('科协.jxmb');
  await refreshing;
  assert.deepEqual(await found('局.jxmb', SUMS), ['sum-mismatch', 'sum-mismatch']);
  end();
});

test('a client that neither pulls nor watches is sent what changes, and files are looked at again when it asks', async () => {
  const whole = `${department('10.00')}引用: 科协.jxmb\n引用: 没有.jxmb\n`;
  const { open, type, write, publishedOf, end } = await office(
    {},
    { '局.jxmb': whole, '科协.jxmb': unit('科协', '9.00') },
    { params: { workspaceFolders: null } },
  );
  await open('局.jxmb', whole);
  assert.equal((await publishedOf('局.jxmb', has('include'))).filter(({ code }) => code === 'include').length, 1);
  await open('科协.jxmb', unit('科协', '10.00'));
  await type('局.jxmb', whole.replace('引用: 没有.jxmb\n', ''));
  await publishedOf('局.jxmb', (all) => hasNot('include')(all) && hasNot('sum-mismatch')(all));
  await type('科协.jxmb', unit('科协', '8.00'));
  await publishedOf('局.jxmb', has('sum-mismatch'));
  await type('科协.jxmb', unit('科协', '10.00'));
  await publishedOf('局.jxmb', hasNot('sum-mismatch'));
  write('没有.jxmb', unit('没有', '5.00'));
  await type('局.jxmb', whole);
  await publishedOf('局.jxmb', (all) => hasNot('include')(all) && has('sum-mismatch')(all));
  write('没有.jxmb', unit('没有', '0.00'));
  await type('局.jxmb', `${whole}\n`);
  await publishedOf('局.jxmb', hasNot('sum-mismatch'));
  end();
});

test('what is wrong with a file is said at the line that takes it in', async () => {
  const whole = `${department('10.00')}引用: 没有.jxmb
引用: 圈.jxmb
引用: 元.jxmb
引用: 图.jxmb
引用: 国标.jxmb
引用: 宽.jxmb
引用: ../外.jxmb
`;
  const { open, items, end } = await office(FULL, {
    '局.jxmb': whole,
    '圈.jxmb': '引用: 局.jxmb\n',
    '元.jxmb': unit('元', '1.00').replace('万元', '元'),
    '图.jxmb': Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0xff]),
    '国标.jxmb': Buffer.from([0xb5, 0xa5, 0xce, 0xbb, 0x3a, 0x20, 0xcd, 0xf2, 0xd4, 0xaa, 0x0a]),
    '宽.jxmb': Buffer.from('\ufeff单位: 万元\n', 'utf16le'),
  });
  await open('局.jxmb', whole);
  assert.deepEqual(
    (await items('局.jxmb')).filter(({ code }) => code === 'include').map(({ message }) => message),
    [
      '没有"没有.jxmb"这个文件',
      '互相引用:"圈.jxmb"又引用回来,金额会算个没完',
      '"元.jxmb"的金额单位是元,本表是万元',
      '"图.jxmb"不是文本文件(UTF-8、带 BOM 的 UTF-16 或 GB18030)',
      '只能引用本文件旁边或下级文件夹里的文件,路径从本文件所在的文件夹写起',
    ],
  );
  end();
});

test('a project that two tables have under one unit is told with both places', async () => {
  const whole = `${department('10.00')}${unit('科协', '10.00').slice(unit('科协', '10.00').indexOf('资金使用单位'))}\n引用: 科协.jxmb\n`;
  const { open, items, uri, end } = await office(FULL, {
    '局.jxmb': whole,
    '科协.jxmb': unit('科协', '10.00'),
  });
  await open('局.jxmb', whole);
  const all = await items('局.jxmb');
  const [again] = all.filter(({ code }) => code === 'duplicate-project');
  assert.equal(again?.message, '"科协.jxmb"里的项目"设备购置",同一单位在前面已经有了');
  assert.deepEqual(
    again?.relatedInformation?.map(({ location, message }) => [location.uri, location.range.start.line, message]),
    [
      [uri('科协.jxmb'), 9, '又写在这里'],
      [uri('局.jxmb'), 13, '第一次写在这里'],
    ],
  );
  // One unit in two tables: its money may be told twice, so no sum is compared.
  assert.deepEqual(
    all.filter(({ code }) => SUMS.includes(String(code))),
    [],
  );
  end();
});

test('nothing is said of files that are out of reach', async () => {
  const whole = `${department('10.00')}引用: 科协.jxmb\n`;
  const { open, pull, end } = await office(FULL, {}, { folders: [] });
  for (const uri of ['untitled:Untitled-1', 'vscode-vfs://github/a/b/局.jxmb']) {
    await open('', whole, uri);
    const report = await pull(undefined, uri);
    assert.deepEqual(report.kind === 'full' && report.items.map(({ code }) => code), []);
  }
  end();
});

test('the settings of a folder hold for each table that is opened there, until the client tells of others', async () => {
  const tells = { ...FULL, workspace: { ...FULL.workspace, didChangeConfiguration: { dynamicRegistration: true } } };
  const rule = 'missing-indicators';
  const table = unit('科协', '10.00');
  const { open, close, configure, found, end } = await office(tells, {}, { settings: { rules: { [rule]: 'off' } } });
  for (const name of ['甲.jxmb', '乙.jxmb']) {
    await open(name, table);
    assert.deepEqual(await found(name, [rule]), []);
  }
  await close('乙.jxmb');
  await configure({});
  for (const name of ['乙.jxmb', '丙.jxmb']) await open(name, table);
  for (const name of ['甲.jxmb', '乙.jxmb', '丙.jxmb']) assert.deepEqual(await found(name, [rule]), [rule]);
  end();
});
