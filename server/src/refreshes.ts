import { CodeLensRefreshRequest, type Connection, type InitializeParams } from 'vscode-languageserver';
import type { TableDocument } from './workspace/tableDocument.ts';

/**
 * Tells a client to ask again for what has changed though its text has not: sums and shares elsewhere in the table, what
 * a setting shows. A client that is still busy with one such request gets no second.
 */
export class Refreshes {
  readonly #inlayHints: Refresh;
  readonly #codeLenses: Refresh;
  readonly #semanticTokens: Refresh;
  readonly #sums = new WeakMap<TableDocument, object>();

  constructor(connection: Connection, { capabilities: { workspace } }: InitializeParams) {
    const { inlayHint, codeLens, semanticTokens } = workspace ?? {};
    this.#inlayHints = new Refresh(inlayHint?.refreshSupport, () => connection.languages.inlayHint.refresh());
    this.#codeLenses = new Refresh(codeLens?.refreshSupport, () => connection.sendRequest(CodeLensRefreshRequest.type));
    this.#semanticTokens = new Refresh(semanticTokens?.refreshSupport, () =>
      connection.languages.semanticTokens.refresh(),
    );
  }

  /** Some tables have changed, and no more changes are waiting. */
  changed(documents: readonly TableDocument[]): void {
    if (!this.#inlayHints.isSupported && !this.#codeLenses.isSupported) return;
    let isOther = false;
    for (const document of documents) {
      const { sums } = document.checker;
      const before = this.#sums.get(document);
      if (before && before !== sums) isOther = true;
      this.#sums.set(document, sums);
    }
    if (!isOther) return;
    this.#inlayHints.ask();
    this.#codeLenses.ask();
  }

  /** Tables have come or gone, with which others may be compared. */
  tablesChanged(): void {
    this.#codeLenses.ask();
  }

  /** Settings have changed, by which these tables are read. */
  all(documents: readonly TableDocument[]): void {
    for (const document of documents) {
      if (this.#sums.has(document)) this.#sums.set(document, document.checker.sums);
    }
    this.#inlayHints.ask();
    this.#codeLenses.ask();
    this.#semanticTokens.ask();
  }
}

class Refresh {
  readonly isSupported: boolean;
  readonly #send: () => Promise<void>;
  #isSent = false;
  #isStale = false;

  constructor(isSupported: boolean | undefined, send: () => Promise<void>) {
    this.isSupported = isSupported === true;
    this.#send = send;
  }

  ask(): void {
    if (!this.isSupported) return;
    this.#isStale = true;
    if (!this.#isSent) void this.#run();
  }

  async #run(): Promise<void> {
    this.#isSent = true;
    while (this.#isStale) {
      this.#isStale = false;
      try {
        await this.#send();
      } catch {
        // A client that cannot after all, or is gone.
      }
    }
    this.#isSent = false;
  }
}
