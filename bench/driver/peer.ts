import { type ChildProcess, fork, spawn } from 'node:child_process';
import {
  type CancellationToken,
  ConfigurationRequest,
  createProtocolConnection,
  type InitializeParams,
  IPCMessageReader,
  IPCMessageWriter,
  type Position,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';
import type { Content } from '../contents/content.ts';
import type { Server } from '../servers/servers.ts';
import { Inspector } from './inspector.ts';
import { type Memory, memoryOf } from './memory.ts';

/** What VS Code declares, as far as a server here looks at it. */
const CAPABILITIES: InitializeParams['capabilities'] = {
  textDocument: {
    diagnostic: {},
    publishDiagnostics: { versionSupport: true },
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
    completion: {
      completionItem: {
        snippetSupport: true,
        insertReplaceSupport: true,
        resolveSupport: { properties: ['documentation'] },
      },
      completionList: {
        itemDefaults: ['commitCharacters', 'editRange', 'insertTextFormat', 'insertTextMode', 'data'],
        applyKindSupport: true,
      },
    },
    codeAction: {
      codeActionLiteralSupport: { codeActionKind: { valueSet: [] } },
      dataSupport: true,
      resolveSupport: { properties: ['edit'] },
    },
    rename: { prepareSupport: true },
    hover: { contentFormat: ['markdown'] },
    definition: { linkSupport: true },
    inlayHint: {},
    foldingRange: { rangeLimit: 5_000 },
  },
  workspace: {
    configuration: true,
    didChangeConfiguration: { dynamicRegistration: true },
    workspaceEdit: { documentChanges: true },
  },
};

/** What servers ask of an editor that needs nothing but a yes. */
const AGREED = [
  'client/registerCapability',
  'client/unregisterCapability',
  'window/workDoneProgress/create',
  'workspace/diagnostic/refresh',
];

/** So long it may take to end when it is asked to. */
const ENDING_MS = 1_000;

/** A server has ended though nobody asked it to: a text may be more than it has memory for. */
export class Ended extends Error {
  override readonly name = 'Ended';
  readonly server: Server;

  constructor(server: Server) {
    super(`${server.title} has ended`);
    this.server = server;
  }
}

/** A language server in a process of its own, with one document open, as an editor sees it. */
export class Peer {
  readonly server: Server;
  readonly #process: ChildProcess;
  readonly #connection: ProtocolConnection;
  readonly #inspector: Promise<string>;
  /** Fails once the process has ended by itself. */
  readonly #ended: Promise<never>;
  #pulls = false;
  #uri = '';
  #opened = 0;
  #version = 0;
  #resultId: string | undefined;
  /** How many findings there are as far as is known. */
  #found: number | undefined;
  #onPublished: (() => void) | undefined;

  /** @param args for Node: `--inspect=0` where its memory is to be looked at */
  constructor(server: Server, args: readonly string[] = []) {
    this.server = server;
    const flag = server.transport === 'ipc' ? '--node-ipc' : '--stdio';
    this.#process =
      server.transport === 'ipc'
        ? fork(server.entry(), [flag], { silent: true, execArgv: [...args] })
        : spawn(process.execPath, [...args, server.entry(), flag], { stdio: 'pipe' });
    this.#ended = new Promise((_, reject) => this.#process.once('exit', () => reject(new Ended(server))));
    // Who waits for nothing need not know.
    this.#ended.catch(() => {});
    const { stdin, stdout, stderr } = this.#process;
    if (!stdin || !stdout || !stderr) throw new Error('no pipes');
    this.#inspector = new Promise((resolve) => {
      let told = '';
      stderr.on('data', (data) => {
        told += data;
        const address = /ws:\/\/\S+/.exec(told);
        if (address) resolve(address[0]);
      });
    });
    this.#connection =
      server.transport === 'ipc'
        ? createProtocolConnection(new IPCMessageReader(this.#process), new IPCMessageWriter(this.#process))
        : createProtocolConnection(new StreamMessageReader(stdout), new StreamMessageWriter(stdin));
    if (server.transport === 'ipc') stdout.resume();
    this.#answerServer();
    this.#connection.listen();
  }

  /** What servers ask of an editor, and what they tell it of themselves. */
  #answerServer(): void {
    this.#connection.onRequest(ConfigurationRequest.type, ({ items }) =>
      items.map(({ section }) => this.server.settings?.[section ?? ''] ?? null),
    );
    for (const method of AGREED) this.#connection.onRequest(method, () => null);
    this.#connection.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => {
      if (params.uri !== this.#uri || (params.version ?? this.#version) < this.#version) return;
      this.#found = params.diagnostics.length;
      this.#onPublished?.();
    });
    this.#connection.onError(() => {});
  }

  async initialize(): Promise<void> {
    const { initializationOptions, settings } = this.server;
    const { capabilities } = await this.request<{ capabilities: { diagnosticProvider?: object } }>('initialize', {
      processId: process.pid,
      rootUri: null,
      capabilities: CAPABILITIES,
      locale: 'zh-cn',
      initializationOptions,
    });
    this.#pulls = capabilities.diagnosticProvider !== undefined;
    await this.#connection.sendNotification('initialized', {});
    if (settings) await this.#connection.sendNotification('workspace/didChangeConfiguration', { settings });
  }

  /** Opens a text, under a name that no text had before. */
  async open(content: Content, text = content.text): Promise<void> {
    this.#uri = `file:///bench/${++this.#opened}${content.ending}`;
    this.#version = 1;
    this.#resultId = undefined;
    this.#found = undefined;
    const textDocument = { uri: this.#uri, languageId: content.languageId, version: 1, text };
    await this.#connection.sendNotification('textDocument/didOpen', { textDocument });
  }

  close(): Promise<void> {
    return this.#connection.sendNotification('textDocument/didClose', { textDocument: { uri: this.#uri } });
  }

  /** Puts a text in at a place. */
  insert(at: Position, text: string): Promise<void> {
    return this.#change(at, at, text);
  }

  /** Takes out a text that stands at a place. */
  remove(at: Position, text: string): Promise<void> {
    const lines = text.split('\n');
    const last = lines.at(-1) as string;
    const isOneLine = lines.length === 1;
    const end = { line: at.line + lines.length - 1, character: last.length + (isOneLine ? at.character : 0) };
    return this.#change(at, end, '');
  }

  #change(start: Position, end: Position, text: string): Promise<void> {
    const textDocument = { uri: this.#uri, version: ++this.#version };
    const contentChanges = [{ range: { start, end }, text }];
    return this.#connection.sendNotification('textDocument/didChange', { textDocument, contentChanges });
  }

  /** How many findings there are, as soon as there are some or none, as expected. */
  async findings(expected: 'some' | 'none'): Promise<number> {
    const isExpected = () => this.#found !== undefined && this.#found > 0 === (expected === 'some');
    if (!this.#pulls) {
      if (!isExpected()) {
        const published = new Promise<void>((resolve) => {
          this.#onPublished = () => isExpected() && resolve();
        });
        await Promise.race([published, this.#ended]);
        this.#onPublished = undefined;
      }
      return this.#found as number;
    }
    const report = await this.ask<{ kind: string; resultId?: string; items?: unknown[] }>('textDocument/diagnostic', {
      ...(this.#resultId !== undefined && { previousResultId: this.#resultId }),
    });
    this.#resultId = report.resultId;
    if (report.items) this.#found = report.items.length;
    if (!isExpected()) throw new Error(`${this.server.title}: ${this.#found} findings where ${expected} are expected`);
    return this.#found as number;
  }

  request<T>(method: string, params: object, token?: CancellationToken): Promise<T> {
    return Promise.race([this.#connection.sendRequest<T>(method, params, ...(token ? [token] : [])), this.#ended]);
  }

  /** Asks about the open document. */
  ask<T>(method: string, params: object = {}, token?: CancellationToken): Promise<T> {
    return this.request(method, { textDocument: { uri: this.#uri }, ...params }, token);
  }

  /** What its process holds; it must have been started with an inspector. */
  async memory(): Promise<Memory> {
    const inspector = await this.inspect();
    const memory = await memoryOf(this.#process.pid as number, inspector);
    inspector.close();
    return memory;
  }

  async inspect(): Promise<Inspector> {
    return Inspector.connect(await this.#inspector);
  }

  /** Ends its process as an editor does, or by force where it takes too long, and waits until it has ended. */
  async end(): Promise<void> {
    const { exitCode, signalCode } = this.#process;
    if (exitCode === null && signalCode === null) {
      const ended = new Promise((resolve) => this.#process.once('exit', resolve));
      const force = setTimeout(() => this.#process.kill('SIGKILL'), ENDING_MS);
      const asked = this.#connection.sendRequest('shutdown').then(() => this.#connection.sendNotification('exit'));
      asked.catch(() => this.#process.kill('SIGKILL'));
      await ended;
      clearTimeout(force);
    }
    this.#connection.dispose();
  }
}
