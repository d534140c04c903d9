import { type Disposable, l10n, Uri, ViewColumn, window, workspace } from 'vscode';

/** So many reports are kept for those who turn back to them. */
const KEPT = 20;
const SCHEME = 'jxmb-report';

/** Reports of imports, shown where somebody wants them: pages to read, which nobody is asked to save. */
export class Reports implements Disposable {
  readonly #texts = new Map<string, string>();
  readonly #provider = workspace.registerTextDocumentContentProvider(SCHEME, {
    provideTextDocumentContent: ({ query }) => this.#texts.get(query) ?? '',
  });
  #last = 0;

  /** Tells that something is done, and shows the report beside it for whoever asks. */
  async offer(done: string, report: string): Promise<void> {
    const show = l10n.t('Show Report');
    if ((await window.showInformationMessage(done, show)) === show) await this.#show(report);
  }

  dispose(): void {
    this.#provider.dispose();
  }

  async #show(report: string): Promise<void> {
    const key = String(++this.#last);
    this.#texts.set(key, report);
    for (const old of [...this.#texts.keys()].slice(0, -KEPT)) this.#texts.delete(old);
    const uri = Uri.from({ scheme: SCHEME, path: `/${l10n.t('Import report')}.txt`, query: key });
    const document = await workspace.openTextDocument(uri);
    await window.showTextDocument(document, { viewColumn: ViewColumn.Beside, preview: true });
  }
}
