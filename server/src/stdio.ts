/** A connection over the standard input and output of the process, for any client that starts the server as a program. */
import { Console } from 'node:console';
import type { Writable } from 'node:stream';
import {
  AbstractMessageWriter,
  type Connection,
  createConnection,
  type Message,
  type MessageReader,
  type MessageWriter,
  ProposedFeatures,
} from 'vscode-languageserver/node';

export function connectOverStdio(): Connection {
  // What a library may print is no message.
  globalThis.console = new Console(process.stderr);
  // The library makes a reader of a stream, and ends the process with it; its types do not say so beside a writer.
  const input = process.stdin as unknown as MessageReader;
  return createConnection(ProposedFeatures.all, input, new WholeMessageWriter(process.stdout));
}

/**
 * Writes each message at once. The library's own writes what stands before a message by itself, and waits until that is
 * out: the client wakes twice.
 */
class WholeMessageWriter extends AbstractMessageWriter implements MessageWriter {
  readonly #output: Writable;
  #failed = 0;

  constructor(output: Writable) {
    super();
    this.#output = output;
    output.on('error', (error) => this.fireError(error));
    output.on('close', () => this.fireClose());
  }

  write(message: Message): Promise<void> {
    const body = JSON.stringify(message);
    const head = `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n`;
    return new Promise((resolve, reject) => {
      this.#output.write(head + body, (error) => {
        if (!error) return resolve();
        this.fireError(error, message, ++this.#failed);
        reject(error);
      });
    });
  }

  end(): void {
    this.#output.end();
  }
}
