import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import {
  type CancellationToken,
  createProtocolConnection,
  type InitializeParams,
  type Position,
  type ProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';

const URI = 'file:///bench.jxmb';

/** What VS Code declares, as far as our server looks at it. */
const CAPABILITIES: InitializeParams['capabilities'] = {
  textDocument: {
    diagnostic: {},
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
    completion: {
      completionItem: {
        snippetSupport: true,
        insertReplaceSupport: true,
        resolveSupport: { properties: ['documentation'] },
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
  },
  workspace: { workspaceEdit: { documentChanges: true } },
};

/** A language server in a process of its own, over stdio, with one document open. */
export class Peer {
  readonly #process: ChildProcess;
  readonly #connection: ProtocolConnection;
  /** Where the inspector of the process listens. */
  readonly inspector: Promise<string>;
  #version = 1;
  #typed = false;

  constructor(entry: string, args: readonly string[] = []) {
    this.#process = spawn(process.execPath, ['--inspect=0', entry, '--stdio', ...args], { stdio: 'pipe' });
    const { stdin, stdout, stderr } = this.#process;
    if (!stdin || !stdout || !stderr) throw new Error('no pipes');
    this.inspector = new Promise((resolve) => {
      let told = '';
      stderr.on('data', (data) => {
        told += data;
        const address = /ws:\/\/\S+/.exec(told);
        if (address) resolve(address[0]);
      });
    });
    this.#connection = createProtocolConnection(new StreamMessageReader(stdout), new StreamMessageWriter(stdin));
    this.#connection.listen();
  }

  async open(text: string): Promise<void> {
    const options = { vscode: true };
    const params = { processId: process.pid, rootUri: null, capabilities: CAPABILITIES, locale: 'zh-cn' };
    await this.request('initialize', { ...params, initializationOptions: options });
    await this.#connection.sendNotification('initialized', {});
    const textDocument = { uri: URI, languageId: 'jxmb', version: this.#version, text };
    await this.#connection.sendNotification('textDocument/didOpen', { textDocument });
  }

  /** Types a character at a place, or takes it out again. */
  type(at: Position): Promise<void> {
    const end = { line: at.line, character: at.character + (this.#typed ? 1 : 0) };
    const contentChanges = [{ range: { start: at, end }, text: this.#typed ? '' : '好' }];
    this.#typed = !this.#typed;
    const textDocument = { uri: URI, version: ++this.#version };
    return this.#connection.sendNotification('textDocument/didChange', { textDocument, contentChanges });
  }

  request<T>(method: string, params: object, token?: CancellationToken): Promise<T> {
    return this.#connection.sendRequest(method, params, ...(token ? [token] : []));
  }

  /** Asks about the open document. */
  ask<T>(method: string, params: object = {}, token?: CancellationToken): Promise<T> {
    return this.request(method, { textDocument: { uri: URI }, ...params }, token);
  }

  /** What the process holds in memory after a collection of garbage, in bytes. */
  async memory(): Promise<{ readonly heap: number; readonly resident: number }> {
    const socket = new WebSocket(await this.inspector);
    await new Promise((resolve) => socket.addEventListener('open', resolve, { once: true }));
    const call = (id: number, method: string) =>
      new Promise<{ usedSize: number }>((resolve) => {
        const take = ({ data }: MessageEvent) => {
          const answer = JSON.parse(data);
          if (answer.id !== id) return;
          socket.removeEventListener('message', take);
          resolve(answer.result);
        };
        socket.addEventListener('message', take);
        socket.send(JSON.stringify({ id, method }));
      });
    await call(1, 'HeapProfiler.collectGarbage');
    const { usedSize } = await call(2, 'Runtime.getHeapUsage');
    socket.close();
    const [, pages = '0'] = readFileSync(`/proc/${this.#process.pid}/statm`, 'utf8').split(' ');
    return { heap: usedSize, resident: Number(pages) * 4096 };
  }

  end(): void {
    this.#connection.dispose();
    this.#process.kill();
  }
}
