/** Client and server in one process over paired streams: what any client sees of the protocol. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type {
  ClientCapabilities,
  CodeAction,
  Diagnostic,
  DocumentDiagnosticReport,
} from 'vscode-languageserver-protocol/node';
import { connect, URI } from './protocol/client.ts';

const TABLE = `单位: 万元

项目名称: 科技金融专项
总计: 120.00
财政拨款: 100.00
其他资金: 10.00
绩效目标: 引导社会资金投向科技型企业,全年服务企业50家。
绩效指标:
  1、1-产出指标; 11-数量指标; 服务企业数量; 实施周期指标值:50家; 年度指标值:50家。
  2、2-效益指标; 22-社会效益; 企业融资便利度提高比率; 实施周期指标值:≥5%; 年度指标值:≥5%。
  3、3-满意度指标; 31-服务对象满意度; 服务对象满意度; 实施周期指标值:≥90%; 年度指标值:≥90%。
`;

const MISMATCH = ['total-mismatch'];

const PULL: ClientCapabilities = {
  textDocument: { diagnostic: {} },
  workspace: { workspaceEdit: { documentChanges: true } },
};

const codes = (diagnostics: readonly Diagnostic[]) => diagnostics.map(({ code }) => code);

function items(report: DocumentDiagnosticReport): readonly Diagnostic[] {
  assert.equal(report.kind, 'full');
  return report.kind === 'full' ? report.items : [];
}

test('a client that pulls is told of findings when it asks, and that nothing changed', async () => {
  const { open, pull, change, end } = await connect(PULL);
  await open(TABLE);
  const first = await pull();
  assert.deepEqual(codes(items(first)), MISMATCH);
  const again = await pull(first.resultId);
  assert.equal(again.kind, 'unchanged');
  await change(2, 5, 6, 7, '2');
  assert.deepEqual(items(await pull(first.resultId)), []);
  end();
});

test('findings do not travel again where an edit changes none of them', async () => {
  const { client, open, pull, change, end } = await connect(PULL);
  const sound = TABLE.slice(TABLE.indexOf('项目名称')).replace('10.00', '20.00');
  const text = `${TABLE}\n${sound.replace('专项', '二期').replace('引导', '再引导')}`;
  await open(text);
  const first = await pull();
  assert.deepEqual(codes(items(first)), MISMATCH);
  // In the goal of the second project, which has no findings.
  const line = TABLE.split('\n').length + 4;
  await change(2, line, 8, 8, '好');
  const second = await pull(first.resultId);
  assert.deepEqual([second.kind, second.resultId === first.resultId], ['unchanged', false]);
  await change(3, line, 8, 9, '');
  assert.equal((await pull(second.resultId)).kind, 'unchanged');
  // For a client that knows an older answer, which may be another, and for one that knows none.
  assert.deepEqual(codes(items(await pull(first.resultId))), MISMATCH);
  const third = await pull();
  assert.deepEqual(codes(items(third)), MISMATCH);
  // Nor is a client left with what it had where it replaced whole rows, be it by the same.
  await client.sendNotification('textDocument/didChange', {
    textDocument: { uri: URI, version: 4 },
    contentChanges: [{ text }],
  });
  const whole = await pull(third.resultId);
  assert.deepEqual(codes(items(whole)), MISMATCH);
  await change(5, 2, 0, 0, '\n');
  const moved = items(await pull(whole.resultId));
  assert.deepEqual(
    [codes(moved), moved[0]?.range.start.line],
    [MISMATCH, (items(first)[0]?.range.start.line ?? 0) + 1],
  );
  end();
});

test('a client that cannot pull is sent findings, and none when it closes the document', async () => {
  const { client, capabilities, open, change, pushed, end } = await connect({});
  assert.equal(capabilities.diagnosticProvider, undefined);
  let next = pushed();
  await open(TABLE);
  assert.deepEqual(codes((await next).diagnostics), MISMATCH);

  next = pushed();
  await change(2, 5, 6, 7, '2');
  assert.deepEqual(await next, { uri: URI, version: 2, diagnostics: [] });

  next = pushed();
  await change(3, 5, 6, 7, '1');
  assert.equal((await next).diagnostics.length, 1);

  next = pushed();
  await client.sendNotification('textDocument/didClose', { textDocument: { uri: URI } });
  assert.deepEqual((await next).diagnostics, []);
  end();
});

test('of changes that come together only the last is answered', async () => {
  const { open, change, pushed, end } = await connect({});
  let next = pushed();
  await open(TABLE);
  await next;
  next = pushed();
  await Promise.all([change(2, 5, 6, 7, '3'), change(3, 5, 6, 7, '4'), change(4, 5, 6, 7, '2')]);
  assert.equal((await next).version, 4);
  end();
});

test('messages are in the language of the interface', async () => {
  for (const [locale, pattern] of [
    ['zh-cn', /^总计 120\.00 与资金来源之和 110\.00 不符/],
    ['en', /^总计 is 120\.00, but its sources add up to 110\.00/],
  ] as const) {
    const { open, pull, end } = await connect(PULL, { locale });
    await open(TABLE);
    assert.match(String(items(await pull())[0]?.message), pattern);
    end();
  }
});

test('fixes are bound to the version of the document they were made for', async () => {
  const { client, open, end } = await connect(PULL);
  await open(TABLE);
  const actions: CodeAction[] = await client.sendRequest('textDocument/codeAction', {
    textDocument: { uri: URI },
    range: { start: { line: 3, character: 5 }, end: { line: 3, character: 5 } },
    context: { diagnostics: [] },
  });
  assert.deepEqual(
    actions.map(({ title, isPreferred }) => [title, isPreferred === true]),
    [
      ['把总计改为 110.00', true],
      ['把差额 10.00 填入财政专户拨款', false],
      ['这一行不检查 total-mismatch(注明理由)', false],
      ['本文件不检查 total-mismatch(注明理由)', false],
    ],
  );
  assert.deepEqual(actions[0]?.edit?.documentChanges, [
    {
      textDocument: { uri: URI, version: 1 },
      edits: [{ range: { start: { line: 3, character: 4 }, end: { line: 3, character: 10 } }, newText: '110.00' }],
    },
  ]);
  end();
});

test('a client that knows nothing of versions gets plain edits, and one that asks for other actions gets none', async () => {
  const { client, open, end } = await connect({});
  await open(TABLE);
  const ask = (only?: string[]): Promise<CodeAction[]> =>
    client.sendRequest('textDocument/codeAction', {
      textDocument: { uri: URI },
      range: { start: { line: 3, character: 5 }, end: { line: 3, character: 5 } },
      context: { diagnostics: [], only },
    });
  const [first] = await ask();
  assert.equal(first?.edit?.documentChanges, undefined);
  assert.deepEqual(Object.keys(first?.edit?.changes ?? {}), [URI]);
  assert.equal((await ask(['quickfix'])).length, 4);
  assert.equal((await ask([''])).length, 4);
  assert.deepEqual(await ask(['source.organizeImports']), []);
  assert.deepEqual(await ask(['quick']), []);
  end();
});

test('a document that is closed and opened again with other text is a new one', async () => {
  const { client, open, pull, end } = await connect(PULL);
  await open(TABLE);
  const { resultId } = await pull();
  await client.sendNotification('textDocument/didClose', { textDocument: { uri: URI } });
  await open(TABLE.replace('120.00', '110.00'));
  assert.deepEqual(items(await pull(resultId)), []);
  end();
});

test('the outline is a tree for clients that know trees, else a list', async () => {
  for (const [capabilities, expected] of [
    [{ textDocument: { documentSymbol: { hierarchicalDocumentSymbolSupport: true } } }, 'range'],
    [{}, 'location'],
  ] as const) {
    const { client, open, end } = await connect(capabilities);
    await open(TABLE);
    const symbols: object[] = await client.sendRequest('textDocument/documentSymbol', { textDocument: { uri: URI } });
    assert.ok(symbols.length > 0 && symbols.every((symbol) => expected in symbol));
    end();
  }
});

test('a document that is not open is answered with nothing', async () => {
  const { client, pull, end } = await connect(PULL);
  const textDocument = { uri: URI };
  const position = { line: 0, character: 0 };
  assert.deepEqual(await pull(), { kind: 'full', items: [] });
  assert.equal(await client.sendRequest('textDocument/hover', { textDocument, position }), null);
  assert.deepEqual(await client.sendRequest('textDocument/foldingRange', { textDocument }), []);
  end();
});

test('all of a rule, and everything on save: the edit is made when it is asked for', async () => {
  const resolving: ClientCapabilities = {
    ...PULL,
    textDocument: {
      diagnostic: {},
      codeAction: {
        codeActionLiteralSupport: { codeActionKind: { valueSet: [] } },
        dataSupport: true,
        resolveSupport: { properties: ['edit'] },
      },
    },
  };
  const { client, capabilities, open, end } = await connect(resolving);
  assert.deepEqual(capabilities.codeActionProvider, {
    codeActionKinds: ['quickfix', 'refactor.rewrite.renumber', 'source.fixAll.jxmb'],
    resolveProvider: true,
  });
  const table = TABLE.replace('其他资金: 10.00', '财政专户拨款: 0.00\n其他资金: 10.00').replace(
    '年度指标值:50家。',
    '年度指标值:50家; 年度指标值:50家。',
  );
  await open(table + table.slice(table.indexOf('项目名称')).replace('科技金融专项', '科普专项'));
  const ask = (only?: string[]): Promise<CodeAction[]> =>
    client.sendRequest('textDocument/codeAction', {
      textDocument: { uri: URI },
      range: { start: { line: 3, character: 5 }, end: { line: 3, character: 5 } },
      context: { diagnostics: [], ...(only && { only }) },
    });
  const all = (await ask()).find(({ title }) => title.startsWith('改好本文件所有同类问题'));
  assert.ok(all && !all.edit);
  const resolved: CodeAction = await client.sendRequest('codeAction/resolve', all);
  const [onSave, ...others] = await ask(['source.fixAll']);
  assert.deepEqual(others, []);
  assert.equal(onSave?.kind, 'source.fixAll.jxmb');
  const edits = ({ edit }: CodeAction) => {
    const [change] = edit?.documentChanges ?? [];
    assert.ok(change && 'edits' in change);
    assert.deepEqual(change.textDocument, { uri: URI, version: 1 });
    return change.edits.map((one) => ('newText' in one ? [one.range.start.line, one.newText] : []));
  };
  // Amounts are set where somebody asks for it, and left alone on save.
  assert.deepEqual(edits(resolved), [
    [3, '110.00'],
    [13, '110.00'],
  ]);
  assert.deepEqual(edits(onSave), [
    [9, ''],
    [19, ''],
  ]);
  end();
});

test('severities come from the settings of the client, and a change of them is told', async () => {
  const capabilities: ClientCapabilities = {
    ...PULL,
    workspace: {
      configuration: true,
      diagnostics: { refreshSupport: true },
      didChangeConfiguration: { dynamicRegistration: true },
    },
  };
  const { client, open, pull, end } = await connect(capabilities);
  let rules: Record<string, string> = { 'total-mismatch': 'hint' };
  const asked: unknown[] = [];
  const registered = new Promise((resolve) => {
    client.onRequest('client/registerCapability', (params) => resolve(params));
  });
  client.onRequest('workspace/configuration', ({ items: wanted }) => {
    asked.push(...wanted);
    return [{ rules, strict: false, profile: 'guangzhou' }];
  });
  await registered;
  await open(TABLE);
  const first = await pull();
  assert.deepEqual(
    items(first).map(({ severity }) => severity),
    [4],
  );
  assert.deepEqual(asked, [{ scopeUri: URI, section: 'jxmb' }]);
  rules = { 'total-mismatch': 'off', 'no-such-rule': 'error' };
  const refreshed = new Promise<void>((resolve) => {
    client.onRequest('workspace/diagnostic/refresh', () => {
      resolve();
      return null;
    });
  });
  await client.sendNotification('workspace/didChangeConfiguration', { settings: null });
  await refreshed;
  assert.deepEqual(items(await pull(first.resultId)), []);
  end();
});

test('a client that cannot be asked for settings tells them at the start and when they change', async () => {
  const { client, open, pushed, end } = await connect(
    {},
    { initializationOptions: { settings: { rules: { 'total-mismatch': 'info' } } } },
  );
  let next = pushed();
  await open(TABLE);
  assert.deepEqual(
    (await next).diagnostics.map(({ severity }) => severity),
    [3],
  );
  next = pushed();
  await client.sendNotification('workspace/didChangeConfiguration', {
    settings: { jxmb: { rules: { 'total-mismatch': 'off' } } },
  });
  assert.deepEqual((await next).diagnostics, []);
  end();
});

test('only our own client is given addresses of its pages, and the pages are to be had', async () => {
  for (const [initializationOptions, href] of [
    [{ vscode: true }, 'jxmb-rule:/total-mismatch.md'],
    [undefined, undefined],
  ] as const) {
    const { client, open, pull, end } = await connect(PULL, { initializationOptions, locale: 'en' });
    await open(TABLE);
    assert.equal(items(await pull())[0]?.codeDescription?.href, href);
    const page = await client.sendRequest<string | null>('jxmb/rulePage', { id: 'total-mismatch' });
    assert.match(String(page), /^# The total is not the sum of its sources\n/);
    assert.equal(await client.sendRequest('jxmb/rulePage', { id: 'no-such-rule' }), null);
    end();
  }
});

test('of settings that are asked for twice the later answer counts, whichever comes first', async () => {
  const { client, open, pull, end } = await connect({ ...PULL, workspace: { configuration: true } });
  const answers: ((severity: string) => void)[] = [];
  const asked: (() => void)[] = [];
  client.onRequest(
    'workspace/configuration',
    () =>
      new Promise((resolve) => {
        answers.push((severity) => resolve([{ rules: { 'total-mismatch': severity } }]));
        asked.shift()?.();
      }),
  );
  const question = () => new Promise<void>((resolve) => asked.push(resolve));
  let next = question();
  await open(TABLE);
  await next;
  next = question();
  await client.sendNotification('workspace/didChangeConfiguration', { settings: null });
  await next;
  const [early, late] = answers;
  late?.('hint');
  early?.('info');
  assert.deepEqual(
    items(await pull()).map(({ severity }) => severity),
    [4],
  );
  end();
});

test('nothing is sent of a document before its settings are there', async () => {
  const { client, open, pushed, end } = await connect({ workspace: { configuration: true } });
  let answer: (settings: unknown) => void = () => {};
  const asked = new Promise<void>((resolve) => {
    client.onRequest('workspace/configuration', () => {
      resolve();
      return new Promise((settle) => {
        answer = settle;
      });
    });
  });
  const first = pushed();
  await open(TABLE);
  await asked;
  // Whatever was to be sent at once has been sent when a request is answered.
  await client.sendRequest('jxmb/rules');
  await client.sendRequest('jxmb/rules');
  answer([{ rules: { 'total-mismatch': 'hint' } }]);
  assert.deepEqual(
    (await first).diagnostics.map(({ severity }) => severity),
    [4],
  );
  end();
});

test('a client that refuses what it said it could do is served all the same', async () => {
  const { open, pull, end } = await connect({
    ...PULL,
    workspace: { didChangeConfiguration: { dynamicRegistration: true } },
  });
  await open(TABLE);
  assert.deepEqual(codes(items(await pull())), MISMATCH);
  end();
});
