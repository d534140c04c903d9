/** The server in a process of its own, as any editor starts it, and the barest client that the protocol knows. */
import { type ChildProcessByStdio, spawn } from 'node:child_process';
import type { Readable, Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import {
  type InitializeParams,
  type InitializeResult,
  type PublishDiagnosticsParams,
  StreamMessageReader,
} from 'vscode-languageserver-protocol/node';

const cli = fileURLToPath(new URL('../../server/src/cli.ts', import.meta.url));

interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly params?: unknown;
  readonly result?: unknown;
  readonly error?: { readonly code: number; readonly message: string };
}

/** A message as it goes over the wire. */
export function framed(message: object): string {
  const body = JSON.stringify({ jsonrpc: '2.0', ...message });
  return `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
}

/** Sends what it is told to and keeps what comes: it answers no request and declares no capability. */
export class BareClient {
  readonly process: ChildProcessByStdio<Writable, Readable, null>;
  /** Resolves to the exit code of the server. */
  readonly ended: Promise<number | null>;
  /** Requests that the server has made, though nobody said that they would be answered. */
  readonly asked: string[] = [];
  /** Notifications that have come, but for findings. */
  readonly told: { readonly method: string; readonly params: unknown }[] = [];
  readonly #answers = new Map<number, (message: Message) => void>();
  readonly #published = new Map<string, PublishDiagnosticsParams>();
  #publishing: (() => void)[] = [];
  #id = 0;

  constructor() {
    this.process = spawn(process.execPath, [cli, 'lsp', '--stdio'], {
      env: { ...process.env, LC_ALL: 'zh_CN.UTF-8' },
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    this.ended = new Promise((resolve) => this.process.once('exit', resolve));
    new StreamMessageReader(this.process.stdout).listen((message) => this.#take(message as Message));
  }

  /** Starts the server and the work with it. */
  static async start(
    params: Partial<InitializeParams> = {},
  ): Promise<BareClient & { readonly answer: InitializeResult }> {
    const client = new BareClient();
    const answer = await client.initialize(params);
    client.notify('initialized', {});
    return Object.assign(client, { answer });
  }

  initialize(params: Partial<InitializeParams> = {}): Promise<InitializeResult> {
    return this.request('initialize', { processId: null, rootUri: null, capabilities: {}, ...params });
  }

  /** Writes to the server's input as it is. */
  write(text: string): void {
    this.process.stdin.write(text);
  }

  notify(method: string, params?: unknown): void {
    this.write(framed({ method, params }));
  }

  /** @throws the error that the server answers with */
  async request<T>(method: string, params?: unknown): Promise<T> {
    const { message, answered } = this.newRequest(method, params);
    this.write(message);
    const { error, result } = await answered;
    if (error) throw Object.assign(new Error(error.message), { code: error.code });
    return result as T;
  }

  /** A request that is not sent yet, and its answer. */
  newRequest(method: string, params?: unknown) {
    const id = ++this.#id;
    const answered = new Promise<Message>((resolve) => this.#answers.set(id, resolve));
    return { id, message: framed({ id, method, params }), answered };
  }

  open(uri: string, text: string): void {
    this.notify('textDocument/didOpen', { textDocument: { uri, languageId: 'jxmb', version: 1, text } });
  }

  /** Replaces the whole text, as a client does that knows nothing of parts. */
  type(uri: string, version: number, text: string): void {
    this.notify('textDocument/didChange', { textDocument: { uri, version }, contentChanges: [{ text }] });
  }

  /** What was published of a file once it is as wanted. */
  async published(
    uri: string,
    isWanted: (params: PublishDiagnosticsParams) => boolean = () => true,
  ): Promise<PublishDiagnosticsParams> {
    for (;;) {
      const now = this.#published.get(uri);
      if (now && isWanted(now)) return now;
      await new Promise<void>((resolve) => this.#publishing.push(resolve));
    }
  }

  /** Ends the work and the server as the protocol has it. */
  async end(): Promise<number | null> {
    await this.request('shutdown');
    this.notify('exit');
    return this.ended;
  }

  #take(message: Message): void {
    const { id, method } = message;
    if (method === undefined) {
      this.#answers.get(id as number)?.(message);
      this.#answers.delete(id as number);
    } else if (id !== undefined) this.asked.push(method);
    else if (method === 'textDocument/publishDiagnostics') this.#publish(message.params as PublishDiagnosticsParams);
    else this.told.push({ method, params: message.params });
  }

  #publish(params: PublishDiagnosticsParams): void {
    this.#published.set(params.uri, params);
    const waiting = this.#publishing;
    this.#publishing = [];
    for (const resolve of waiting) resolve();
  }
}
