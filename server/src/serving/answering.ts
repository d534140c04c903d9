import { type CancellationToken, LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import type { TableDocument } from '../workspace/tableDocument.ts';
import type { Configuring } from './configuring.ts';
import type { Serving } from './serving.ts';
import type { Watching } from './watching.ts';

interface OnDocument {
  readonly textDocument: { readonly uri: string };
}

/** How requests are answered: with what is so when they are, and not at all when nobody wants to know any more. */
export class Answering {
  readonly #serving: Serving;
  readonly #configuring: Configuring;
  readonly #watching: Watching;
  /** Counts the messages that have come in, as far as they matter here. */
  #arrived = 0;

  constructor(serving: Serving, configuring: Configuring, watching: Watching) {
    this.#serving = serving;
    this.#configuring = configuring;
    this.#watching = watching;
  }

  /** A message has come in that may make answers to earlier ones stale. */
  noteArrival(): void {
    this.#arrived++;
  }

  /** Until everything is known that what is found in a table depends on; undefined where nothing need be waited for. */
  ready(document: TableDocument): Promise<void> | undefined {
    const settled = this.#configuring.settled(document);
    return settled ? settled.then(() => this.#watching.look()) : this.#watching.look();
  }

  /**
   * A handler of requests on open tables.
   * @param otherwise the answer where the table is not open
   * @param isAtOnce the answer is wanted though the text may change meanwhile: an editor that is told that there is none
   *   takes it for no completions, and asks no more
   */
  onDocument<P extends OnDocument, R>(
    otherwise: R,
    run: (
      document: TableDocument,
      params: P,
      token: CancellationToken,
    ) => R | ResponseError<never> | Promise<R | ResponseError<never>>,
    isAtOnce = false,
  ) {
    return async (params: P, token: CancellationToken): Promise<R | ResponseError<never>> => {
      const { documents } = this.#serving;
      if (token.isCancellationRequested) return cancelled();
      const document = documents.get(params.textDocument.uri);
      if (!document) return otherwise;
      const { version } = document;
      const isStale = () => documents.get(document.uri) !== document || document.version !== version;
      if (!isAtOnce) await this.#takeIn();
      if (token.isCancellationRequested) return cancelled();
      if (isStale()) return modified();
      await this.ready(document);
      const result = await run(document, params, token);
      if (token.isCancellationRequested) return cancelled();
      return isStale() && !isAtOnce ? modified() : result;
    };
  }

  /**
   * Until the messages that have come in already are taken: one of them may cancel this request, or change the text, and
   * then nothing is computed for nobody. The library takes one message a turn.
   */
  async #takeIn(): Promise<void> {
    const turn = () => new Promise<void>((resolve) => this.#serving.host.defer(resolve));
    let seen = 0;
    this.noteArrival();
    while (seen !== this.#arrived) {
      seen = this.#arrived;
      await turn();
      await turn();
    }
  }

  /** A handler of requests on all tables of the workspace. */
  onWorkspace<P, R>(run: (params: P) => R | Promise<R>) {
    return async (params: P, token: CancellationToken): Promise<R | ResponseError<never>> => {
      if (token.isCancellationRequested) return cancelled();
      await this.#watching.look();
      return run(params);
    };
  }
}

export function cancelled(): ResponseError<never> {
  return new ResponseError(LSPErrorCodes.RequestCancelled, 'cancelled');
}

function modified(): ResponseError<never> {
  return new ResponseError(LSPErrorCodes.ContentModified, 'the document has changed');
}
