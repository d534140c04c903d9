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

  constructor(serving: Serving, configuring: Configuring, watching: Watching) {
    this.#serving = serving;
    this.#configuring = configuring;
    this.#watching = watching;
  }

  /** Until everything is known that what is found in a table depends on. */
  async ready(document: TableDocument): Promise<void> {
    await this.#configuring.settled(document);
    await this.#watching.look();
  }

  /**
   * A handler of requests on open tables.
   * @param otherwise the answer where the table is not open
   */
  onDocument<P extends OnDocument, R>(otherwise: R, run: (document: TableDocument, params: P) => R | Promise<R>) {
    return async (params: P, token: CancellationToken): Promise<R | ResponseError<never>> => {
      const { documents } = this.#serving;
      if (token.isCancellationRequested) return cancelled();
      const document = documents.get(params.textDocument.uri);
      if (!document) return otherwise;
      await this.ready(document);
      // Those that have come while this one waited may have been cancelled since.
      if (token.isCancellationRequested) return cancelled();
      const { version } = document;
      const result = await run(document, params);
      if (token.isCancellationRequested) return cancelled();
      const isSame = documents.get(document.uri) === document && document.version === version;
      return isSame ? result : new ResponseError(LSPErrorCodes.ContentModified, 'the document has changed');
    };
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
