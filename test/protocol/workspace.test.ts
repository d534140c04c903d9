/** Tables that take in each other, files that change, workspace diagnostics, profiles of one's own: as any client sees them. */
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import type {
  ClientCapabilities,
  Diagnostic,
  InitializeParams,
  PreviousResultId,
  SymbolInformation,
  WorkspaceDiagnosticReport,
  WorkspaceDocumentDiagnosticReport,
  WorkspaceEdit,
} from 'vscode-languageserver-protocol/node';
import guangzhou from '../../server/src/profile/guangzhou.json' with { type: 'json' };
import { connect } from './client.ts';

/** The head and the sum of a department; what follows is its units. */
const department = (total: string) =>
  `表\n部门名称: 局\n年度: 2025\n单位: 万元\n\n合计\n总计: ${total}\n财政拨款: ${total}\n\n`;
const unit = (name: string, money: string, project = '设备购置') => `表
部门名称: ${name}
年度: 2025
单位: 万元

资金使用单位: ${name}
总计: ${money}
财政拨款: ${money}

项目名称: ${project}
绩效目标: 买好设备。
总计: ${money}
财政拨款: ${money}
`;

const PULL: ClientCapabilities = { textDocument: { diagnostic: { relatedInformation: true } } };
/** A client such as VS Code: it pulls, watches, and can be told that something is stale. */
const FULL: ClientCapabilities = {
  ...PULL,
  workspace: {
    workspaceFolders: true,
    configuration: true,
    didChangeWatchedFiles: { dynamicRegistration: true },
    diagnostics: { refreshSupport: true },
  },
  window: { workDoneProgress: true },
};

type Settings = Record<string, unknown>;

/** A client with a folder of its own in which files are written and told of. */
async function office(
  capabilities: ClientCapabilities,
  files: Readonly<Record<string, string | Uint8Array>>,
  more: {
    readonly settings?: Settings;
    readonly folders?: readonly string[];
    readonly params?: Partial<InitializeParams>;
  } = {},
) {
  const folder = mkdtempSync(path.join(tmpdir(), 'jxmb-office-'));
  const at = (name: string) => path.join(folder, name);
  const uri = (name: string) => pathToFileURL(at(name)).href;
  const write = (name: string, text: string | Uint8Array) => {
    mkdirSync(path.dirname(at(name)), { recursive: true });
    writeFileSync(at(name), text);
  };
  for (const [name, text] of Object.entries(files)) write(name, text);
  const folders = (more.folders ?? ['.']).map((name) => ({ name, uri: uri(name).replace(/\/\.?$/, '') }));
  const connected = await connect(capabilities, { workspaceFolders: folders, ...more.params });
  const { client } = connected;
  let settings = more.settings ?? {};
  let refreshed: (() => void)[] = [];
  const watched: { globPattern: string }[] = [];
  const registered = new Map<string, { interFileDependencies: boolean; workspaceDiagnostics: boolean }>();
  client.onRequest('workspace/configuration', ({ items }) => items.map(() => settings));
  client.onRequest('client/registerCapability', ({ registrations }) => {
    for (const { method, registerOptions } of registrations) {
      watched.push(...(registerOptions?.watchers ?? []));
      registered.set(method, registerOptions);
    }
    return null;
  });
  client.onRequest('client/unregisterCapability', ({ unregisterations }) => {
    for (const { method } of unregisterations) registered.delete(method);
    return null;
  });
  client.onRequest('workspace/diagnostic/refresh', () => {
    const all = refreshed;
    refreshed = [];
    for (const resolve of all) resolve();
    return null;
  });
  const versions = new Map<string, number>();
  const published = new Map<string, Diagnostic[]>();
  let publishing: (() => void)[] = [];
  client.onNotification('textDocument/publishDiagnostics', ({ uri: which, diagnostics }) => {
    published.set(decodeURIComponent(which), diagnostics);
    const all = publishing;
    publishing = [];
    for (const resolve of all) resolve();
  });
  return {
    ...connected,
    folder,
    uri,
    write,
    watched,
    registrations: registered,
    open: (name: string, text: string, where = uri(name)) => {
      versions.set(where, 1);
      return client.sendNotification('textDocument/didOpen', {
        textDocument: { uri: where, languageId: 'jxmb', version: 1, text },
      });
    },
    /** Puts another text in a table's place, as somebody types it. */
    type: (name: string, text: string) => {
      const version = (versions.get(uri(name)) ?? 1) + 1;
      versions.set(uri(name), version);
      return client.sendNotification('textDocument/didChange', {
        textDocument: { uri: uri(name), version },
        contentChanges: [{ text }],
      });
    },
    close: (name: string) => client.sendNotification('textDocument/didClose', { textDocument: { uri: uri(name) } }),
    /** Tells of files: 1 made, 2 changed, 3 deleted. */
    tell: (...changes: readonly (readonly [string, 1 | 2 | 3])[]) =>
      client.sendNotification('workspace/didChangeWatchedFiles', {
        changes: changes.map(([name, type]) => ({ uri: uri(name), type })),
      }),
    refresh: () => new Promise<void>((resolve) => refreshed.push(resolve)),
    configure: (next: Settings) => {
      settings = next;
      return client.sendNotification('workspace/didChangeConfiguration', { settings: { jxmb: next } });
    },
    /** The ids of the rules that find something in a table, `own` ones only. */
    found: async (name: string, only?: readonly string[]): Promise<string[]> => {
      const report = await connected.pull(undefined, uri(name));
      assert.equal(report.kind, 'full');
      const items = report.kind === 'full' ? report.items : [];
      return items.map(({ code }) => String(code)).filter((code) => !only || only.includes(code));
    },
    items: async (name: string): Promise<Diagnostic[]> => {
      const report = await connected.pull(undefined, uri(name));
      return report.kind === 'full' ? report.items : [];
    },
    /** What was published of a file once it is as wanted. */
    publishedOf: async (name: string, isWanted: (diagnostics: readonly Diagnostic[]) => boolean) => {
      for (;;) {
        const now = published.get(decodeURIComponent(uri(name)));
        if (now && isWanted(now)) return now;
        await new Promise<void>((resolve) => publishing.push(resolve));
      }
    },
    end: () => {
      connected.end();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

const SUMS = ['sum-mismatch', 'sum-rounding'];
const has = (id: string) => (diagnostics: readonly Diagnostic[]) => diagnostics.some(({ code }) => code === id);
const hasNot = (id: string) => (diagnostics: readonly Diagnostic[]) => !has(id)(diagnostics);

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

/** Keeps what a client was told of all tables. */
class Told {
  known = new Map<string, { readonly resultId: string; readonly rules: readonly string[] }>();

  take(reports: readonly WorkspaceDocumentDiagnosticReport[]) {
    for (const report of reports) {
      assert.equal(report.kind, 'full');
      if (report.kind !== 'full') continue;
      if (report.resultId === undefined) this.known.delete(report.uri);
      else {
        const rules = report.items.map(({ code }) => String(code));
        this.known.set(report.uri, { resultId: report.resultId, rules });
      }
    }
  }

  get previous(): PreviousResultId[] {
    return [...this.known].map(([uri, { resultId }]) => ({ uri, value: resultId }));
  }

  /** The rules that find something, by the names of the files. */
  get shown(): Record<string, readonly string[]> {
    const name = (uri: string) => decodeURIComponent(uri.slice(uri.lastIndexOf('/') + 1));
    return Object.fromEntries([...this.known].map(([uri, { rules }]) => [name(uri), rules]).sort());
  }
}

test('all tables of the workspace are checked; later only what changed is told, once something has', async () => {
  const whole = `${department('10.00')}引用: 科协.jxmb\n`;
  const { client, write, tell, configure, folder, end } = await office(
    FULL,
    {
      '局.jxmb': whole,
      '科协.jxmb': unit('科协', '9.00'),
      '别处.jxmb': unit('别处', '1.00'),
      'node_modules/a.jxmb': '总汁: 1',
      '.git/b.jxmb': '总汁: 1',
    },
    { settings: { workspaceDiagnostics: true, rules: { 'missing-indicators': 'off' } } },
  );
  const told = new Told();
  const ask = (): Promise<WorkspaceDiagnosticReport> =>
    client.sendRequest('workspace/diagnostic', { previousResultIds: told.previous });
  told.take((await ask()).items);
  assert.deepEqual(told.shown, { '别处.jxmb': [], '局.jxmb': ['sum-mismatch', 'sum-mismatch'], '科协.jxmb': [] });

  // Held open until the unit's file is mended: both tables are other than before, the third is not told again.
  let asked = ask();
  write('科协.jxmb', unit('科协', '10.00'));
  await tell(['科协.jxmb', 2]);
  let { items } = await asked;
  assert.equal(items.length, 2);
  told.take(items);
  assert.deepEqual(told.shown, { '别处.jxmb': [], '局.jxmb': [], '科协.jxmb': [] });

  asked = ask();
  rmSync(path.join(folder, '别处.jxmb'));
  await tell(['别处.jxmb', 3]);
  ({ items } = await asked);
  assert.deepEqual(
    items.map((report) => report.kind === 'full' && report.items),
    [[]],
  );
  told.take(items);
  assert.deepEqual(Object.keys(told.shown), ['局.jxmb', '科协.jxmb']);

  asked = ask();
  await configure({ workspaceDiagnostics: true });
  told.take((await asked).items);
  assert.deepEqual(told.shown, { '局.jxmb': [], '科协.jxmb': ['missing-indicators'] });

  asked = ask();
  await configure({ workspaceDiagnostics: false });
  told.take((await asked).items);
  assert.deepEqual(told.shown, {});
  end();
});

test('checking many tables shows how far it has come, tells table by table, and can be cancelled', async () => {
  const files = Object.fromEntries(Array.from({ length: 30 }, (_, i) => [`${i}.jxmb`, unit(`单位${i}`, '1.00')]));
  const { client, end } = await office(FULL, files, { settings: { workspaceDiagnostics: true } });
  const progress: string[] = [];
  const partial: WorkspaceDocumentDiagnosticReport[] = [];
  client.onRequest('window/workDoneProgress/create', () => null);
  client.onNotification('$/progress', ({ token, value }) => {
    if (token === 'partial') partial.push(...value.items);
    else progress.push(value.kind);
  });
  const params = { previousResultIds: [], partialResultToken: 'partial' };
  const { items } = await client.sendRequest<WorkspaceDiagnosticReport>('workspace/diagnostic', params);
  assert.deepEqual(items, []);
  assert.equal(partial.length, 30);
  assert.equal(progress[0], 'begin');
  assert.equal(progress.at(-1), 'end');

  const previousResultIds = partial.map(({ uri, resultId = '' }) => ({ uri, value: resultId }));
  const { CancellationTokenSource } = await import('vscode-jsonrpc');
  const source = new CancellationTokenSource();
  const held = client.sendRequest('workspace/diagnostic', { previousResultIds }, source.token);
  source.cancel();
  await assert.rejects(held, { code: -32800 });
  end();
});

test('checking all tables ends early where somebody has enough of it', async () => {
  const files = Object.fromEntries(Array.from({ length: 300 }, (_, i) => [`${i}.jxmb`, unit(`单位${i}`, '1.00')]));
  const { client, end } = await office(FULL, files, { settings: { workspaceDiagnostics: true } });
  client.onRequest('window/workDoneProgress/create', () => null);
  client.onNotification('$/progress', ({ token, value }) => {
    if (value.kind === 'begin') client.sendNotification('window/workDoneProgress/cancel', { token });
  });
  const { items } = await client.sendRequest<WorkspaceDiagnosticReport>('workspace/diagnostic', {
    previousResultIds: [],
  });
  assert.ok(items.length < 300, `${items.length}`);
  end();
});

test('folders come and go, and their tables with them', async () => {
  const { client, uri, end } = await office(
    { workspace: { workspaceFolders: true } },
    { '甲区/表.jxmb': unit('甲区科协', '1.00'), '乙区/表.jxmb': unit('乙区科协', '1.00') },
    { folders: ['甲区'] },
  );
  const units = async () => {
    const symbols: SymbolInformation[] = await client.sendRequest('workspace/symbol', { query: '科协' });
    return symbols.map(({ name }) => name);
  };
  assert.deepEqual(await units(), ['甲区科协']);
  const [first, second] = ['甲区', '乙区'].map((name) => ({ name, uri: uri(name) }));
  await client.sendNotification('workspace/didChangeWorkspaceFolders', { event: { added: [second], removed: [] } });
  assert.deepEqual((await units()).toSorted(), ['乙区科协', '甲区科协']);
  await client.sendNotification('workspace/didChangeWorkspaceFolders', { event: { added: [], removed: [first] } });
  assert.deepEqual(await units(), ['乙区科协']);
  end();
});

test('a client that counts on being told of all tables once it may ask for them is let ask where somebody wants that', async () => {
  const dynamic: ClientCapabilities = { ...FULL, textDocument: { diagnostic: { dynamicRegistration: true } } };
  const { client, capabilities, registrations, configure, end } = await office(dynamic, {}, {});
  assert.equal(capabilities.diagnosticProvider, undefined);
  const next = async (isWanted: (all: boolean) => boolean) => {
    for (;;) {
      const found = registrations.get('textDocument/diagnostic');
      if (found && isWanted(found.workspaceDiagnostics)) return found;
      await new Promise<void>((resolve) => setImmediate(resolve));
    }
  };
  assert.equal((await next(() => true)).interFileDependencies, true);
  await configure({ workspaceDiagnostics: true });
  await next((all) => all);
  await configure({ workspaceDiagnostics: false });
  await next((all) => !all);
  await client.sendRequest('workspace/symbol', { query: '' });
  end();
});

const ownProfile = (id: string, column = '上级补助') =>
  JSON.stringify(
    {
      ...guangzhou,
      id,
      columns: [
        { ...guangzhou.columns[0], sumOf: ['财政拨款', column] },
        guangzhou.columns[1],
        { name: column, description: { zh: '上级给的。', en: 'From above.' } },
      ],
      indicators: [{ name: '云端算力时数', class: '11', unit: '小时', typical: '≥100小时' }],
    },
    null,
    2,
  );

test('a profile of one’s own is read, and takes effect again when it is edited', async () => {
  const table =
    '表\n版式: 市样\n单位: 万元\n\n项目名称: 甲\n总计: 3.00\n财政拨款: 1.00\n上级补助: 1.00\n绩效指标:\n  1、1-产出指标; 11-数量指标; 云端';
  const { open, found, items, client, uri, write, tell, refresh, publishedOf, end } = await office(
    FULL,
    { '样/市.jxmb-profile.json': ownProfile('市样'), '甲.jxmb': table },
    { settings: { profiles: ['样/市.jxmb-profile.json'] } },
  );
  const RULES = ['unknown-profile', 'total-mismatch', 'unexpected-text'];
  await open('甲.jxmb', table);
  assert.deepEqual(await found('甲.jxmb', RULES), ['total-mismatch']);
  const { items: offered } = await client.sendRequest<{ items: { label: string }[] }>('textDocument/completion', {
    textDocument: { uri: uri('甲.jxmb') },
    position: { line: 9, character: table.length - table.lastIndexOf('\n') - 1 },
  });
  assert.ok(offered.some(({ label }) => label === '云端算力时数'));

  const edit = async (text: string) => {
    const refreshing = refresh();
    write('样/市.jxmb-profile.json', text);
    await tell(['样/市.jxmb-profile.json', 2]);
    await refreshing;
  };
  await edit(ownProfile('市样', '中央补助'));
  assert.deepEqual(await found('甲.jxmb', RULES), ['total-mismatch', 'unexpected-text']);

  await edit(ownProfile('市样').replace('"sumOf": [\n        "财政拨款"', '"sumOf": [\n        "财政拔款"'));
  const [unknown] = (await items('甲.jxmb')).filter(({ code }) => code === 'unknown-profile');
  const [problem] = await publishedOf('样/市.jxmb-profile.json', (all) => all.length > 0);
  assert.equal(problem?.message, '资金列里没有"财政拔款"');
  const line = (problem?.range.start.line ?? 0) + 1;
  assert.equal(
    unknown?.message,
    `表样"市样"读不进来,本表按guangzhou读。市.jxmb-profile.json 第 ${line} 行: 资金列里没有"财政拔款"`,
  );

  await edit('{ "id": "市样", ');
  await publishedOf('样/市.jxmb-profile.json', (all) => all[0]?.message === '从这里起不合 JSON 的写法');
  await edit(ownProfile('市样'));
  await publishedOf('样/市.jxmb-profile.json', (all) => all.length === 0);
  assert.deepEqual(await found('甲.jxmb', RULES), ['total-mismatch']);
  end();
});

test('each folder has its own profiles; jxmb.profile may name one; ids are taken once', async () => {
  const table = '表\n单位: 万元\n\n项目名称: 甲\n总计: 2.00\n财政拨款: 1.00\n上级补助: 1.00\n';
  const { open, found, client, publishedOf, end } = await office(
    FULL,
    {
      '甲区/样.jxmb-profile.json': ownProfile('样'),
      '乙区/样.jxmb-profile.json': ownProfile('guangzhou'),
      '甲区/表.jxmb': table,
      '乙区/表.jxmb': table,
    },
    { folders: ['甲区', '乙区'], settings: { profiles: ['样.jxmb-profile.json'], profile: '样' } },
  );
  assert.ok(client);
  await open('甲区/表.jxmb', table);
  await open('乙区/表.jxmb', table);
  assert.deepEqual(await found('甲区/表.jxmb', ['unexpected-text']), []);
  assert.deepEqual(await found('乙区/表.jxmb', ['unexpected-text']), ['unexpected-text']);
  const [taken] = await publishedOf('乙区/样.jxmb-profile.json', (all) => all.length > 0);
  assert.equal(taken?.message, '"guangzhou"是自带的表样,请另取代号');
  end();
});

test('a client that tells its settings and watches nothing has its profiles read, and read again when they change', async () => {
  const table = '表\n版式: 样\n单位: 万元\n\n项目名称: 甲\n总计: 3.00\n财政拨款: 1.00\n上级补助: 1.00\n';
  const { open, found, write, end } = await office(
    PULL,
    { '样.jxmb-profile.json': ownProfile('样'), '表.jxmb': table },
    { params: { workspaceFolders: null, initializationOptions: { settings: { profiles: ['样.jxmb-profile.json'] } } } },
  );
  const RULES = ['unknown-profile', 'total-mismatch'];
  await open('表.jxmb', table);
  assert.deepEqual(await found('表.jxmb', RULES), ['total-mismatch']);
  write('样.jxmb-profile.json', `${ownProfile('样')},`);
  assert.deepEqual(await found('表.jxmb', RULES), ['unknown-profile', 'total-mismatch']);
  end();
});

/** The next message that a client is to show. */
const shown = (client: Awaited<ReturnType<typeof connect>>['client']) =>
  new Promise<string>((resolve) => {
    const listening = client.onNotification('window/showMessage', ({ message }: { message: string }) => {
      listening.dispose();
      resolve(message);
    });
  });

test('a setting that names no profile is told, with the profiles that there are; again only once it is another', async () => {
  const table = '表\n单位: 万元\n\n项目名称: 甲\n总计: 2.00\n上级补助: 1.00\n';
  const { client, open, found, configure, end } = await office(
    FULL,
    { '甲.jxmb': table },
    { settings: { profile: 'guangzho' } },
  );
  const first = shown(client);
  await open('甲.jxmb', table);
  assert.equal(
    await first,
    '设置 jxmb.profile 写的"guangzho"不是表样的代号,没有写版式的表按 guangzhou 读。可用的表样: guangzhou, central-2021',
  );
  const next = shown(client);
  await configure({ profile: 'guangzho', strict: true });
  assert.deepEqual(await found('甲.jxmb', ['unexpected-text', 'unknown-profile']), ['unexpected-text']);
  await configure({ profile: 'central2021' });
  assert.match(await next, /"central2021".*可用的表样: central-2021, guangzhou$/);
  assert.deepEqual(await found('甲.jxmb', ['unexpected-text']), ['unexpected-text']);
  end();
});

test('a setting that names a profile that cannot be read is told with the reason, to a client that tells its settings', async () => {
  const settings = { profiles: ['样.jxmb-profile.json'], profile: '样' };
  const { client, open, found, end } = await office(
    PULL,
    { '样.jxmb-profile.json': '{ "id": "样" }', '甲.jxmb': '表\n' },
    { params: { workspaceFolders: null, initializationOptions: { settings } } },
  );
  const message = shown(client);
  await open('甲.jxmb', '表\n');
  assert.match(
    await message,
    /^设置 jxmb.profile 写的表样"样"读不进来,没有写版式的表按 guangzhou 读。样.jxmb-profile.json 第 1 行: /,
  );
  assert.deepEqual(await found('甲.jxmb', ['unknown-profile']), []);
  end();
});
