import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ClientCapabilities, Diagnostic, InitializeParams } from 'vscode-languageserver-protocol/node';
import { connect } from './client.ts';

/** The head and the sum of a department; what follows is its units. */
export const department = (total: string) =>
  `表\n部门名称: 局\n年度: 2025\n单位: 万元\n\n合计\n总计: ${total}\n财政拨款: ${total}\n\n`;
export const unit = (name: string, money: string, project = '设备购置') => `表
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

export const PULL: ClientCapabilities = { textDocument: { diagnostic: { relatedInformation: true } } };
/** A client such as VS Code: it pulls, watches, and can be told that something is stale. */
export const FULL: ClientCapabilities = {
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
export async function office(
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

/** Whether a rule finds something. */
export const has = (id: string) => (diagnostics: readonly Diagnostic[]) => diagnostics.some(({ code }) => code === id);
export const hasNot = (id: string) => (diagnostics: readonly Diagnostic[]) => !has(id)(diagnostics);
