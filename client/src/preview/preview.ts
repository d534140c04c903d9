import {
  commands,
  Disposable,
  type Event,
  env,
  l10n,
  type Position,
  Uri,
  type WebviewPanel,
  type WorkspaceConfiguration,
  window,
  workspace,
} from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { CopyResult } from '../../../server/src/exchangeProtocol.ts';
import { EVERYTHING, type ViewId, type Window } from '../../../server/src/protocol.ts';
import { SHOW_RULE_COMMAND } from '../../../server/src/workspace/ourClient.ts';
import { cellsOf, tellCopied } from '../exchange/copyForExcel.ts';
import type { FromPage, PageState, ToPage } from './messages.ts';
import { OneAtATime } from './oneAtATime.ts';
import { EditorScrolling, lineLookedAt } from './scrolling.ts';
import { ServerPage } from './serverPage.ts';
import { showPlace } from './showText.ts';
import { editorOf, isSame, isTextOf, nameOf, openTable } from './tables.ts';
import { pageFolder, webviewHtml } from './webviewHtml.ts';

/** What previews live among. */
export interface Surroundings {
  readonly client: BaseLanguageClient;
  /** The folder of the extension. */
  readonly extension: Uri;
  /** The server tells that tables, or what is found in them, may have changed. */
  readonly changed: Event<void>;
}

/** One panel and the page in it, which shows one table at a time. */
export class Preview {
  readonly panel: WebviewPanel;
  readonly #extension: Uri;
  readonly #client: BaseLanguageClient;
  readonly #server: ServerPage;
  readonly #scrolling = new EditorScrolling(() => this.#tellLine());
  readonly #updating = new OneAtATime(() => this.#update());
  readonly #own: Disposable[];
  /** What the page is to begin with, and what of it has changed since. */
  #state: PageState;
  #table: Uri;
  /** The rows that the page wants; undefined while there is no page, or it has not said. */
  #shown: Window | undefined;
  /** The state of the server's page that the page here has taken over. */
  #known = 0;
  #cursor: Position | undefined;
  #isLost = false;
  /** The table that somebody was led to from the page, if it is another: one that is taken in. */
  #ledTo: Uri | undefined;
  /** What the page was given for the clipboard. */
  #cells: CopyResult | undefined;
  /** The panel was closed: what is still on its way comes to nothing. */
  #isOver = false;

  constructor(panel: WebviewPanel, state: PageState, { client, extension, changed }: Surroundings) {
    this.panel = panel;
    this.#extension = extension;
    this.#client = client;
    this.#server = new ServerPage(client);
    this.#state = state;
    this.#table = Uri.parse(state.uri);
    panel.iconPath = {
      light: Uri.joinPath(extension, 'icons', 'jxmb-light.svg'),
      dark: Uri.joinPath(extension, 'icons', 'jxmb-dark.svg'),
    };
    panel.webview.options = { enableScripts: true, localResourceRoots: [pageFolder(extension)] };
    this.#own = [
      this.#scrolling,
      panel.webview.onDidReceiveMessage((message: FromPage) => this.#hear(message)),
      // A page that is out of sight is no more; it begins anew when it comes back.
      panel.onDidChangeViewState(() => {
        if (!panel.visible) this.#shown = undefined;
      }),
      changed(() => void this.#updating.again()),
      client.onDidChangeState(() => {
        if (client.isRunning()) this.refresh();
      }),
      workspace.onDidCloseTextDocument(({ uri }) => {
        if (!isSame(uri, this.#table)) return;
        // From now on opening it tells whether it is there.
        this.#isLost = false;
        void this.#updating.again();
      }),
      window.tabGroups.onDidChangeTabs(({ opened }) => {
        // What was deleted is there again. VS Code need not tell that it is opened, where it has kept the text.
        if (this.#isLost && opened.some((tab) => isTextOf(tab, this.#table))) this.refresh();
      }),
      window.onDidChangeTextEditorSelection(({ textEditor, selections }) => {
        if (!isSame(textEditor.document.uri, this.#table)) return;
        this.#cursor = selections[0]?.active;
        void this.#updating.again();
      }),
      window.onDidChangeTextEditorVisibleRanges(({ textEditor }) => {
        if (!isSame(textEditor.document.uri, this.#table) || !this.#shown) return;
        this.#scrolling.look(textEditor);
      }),
    ];
    panel.onDidDispose(() => {
      this.#isOver = true;
      this.#shown = undefined;
      Disposable.from(...this.#own).dispose();
      this.#server.close();
    });
    this.#begin();
  }

  get table(): Uri {
    return this.#table;
  }

  get state(): PageState {
    return this.#state;
  }

  /** Shows another table, in the same view. */
  show(table: Uri): void {
    if (isSame(table, this.#table)) return;
    this.#table = table;
    this.#state = { ...newState(table, this.#state.isLocked), view: this.#state.view };
    this.#begin();
  }

  /** Somebody turns to a table. Who was led there by the page did not turn away from what it shows. */
  follow(table: Uri): void {
    if (this.#ledTo && isSame(table, this.#ledTo)) return;
    this.#ledTo = undefined;
    this.show(table);
  }

  /** The file of the table has another name or place. */
  moveTo(table: Uri): void {
    this.#table = table;
    this.#state = { ...this.#state, uri: table.toString() };
    this.#begin();
  }

  lock(isLocked: boolean): void {
    this.#state = { ...this.#state, isLocked };
    this.#entitle();
    void this.#post({ type: 'locked', isLocked });
  }

  /** Shows all of it anew. */
  refresh(): void {
    this.#isLost = false;
    this.#known = 0;
    void this.#updating.again();
  }

  /** The file of the table was deleted; VS Code may still have its text for a while. */
  lose(): void {
    this.#isLost = true;
    void this.#updating.again();
  }

  /** Has the page put the table on the clipboard: only a page can do so in more than one form. */
  async copyForExcel(): Promise<void> {
    if (!(await openTable(this.#table))) return;
    const textDocument = { uri: this.#client.code2ProtocolConverter.asUri(this.#table) };
    this.#cells = await cellsOf(this.#client, { textDocument });
    if (this.#cells) await this.#post({ type: 'cells', ...this.#cells });
  }

  /** Where the page cannot, the text must do. */
  async #copied(isDone: boolean): Promise<void> {
    const cells = this.#cells;
    this.#cells = undefined;
    if (!isDone && cells) await env.clipboard.writeText(cells.tsv);
    tellCopied();
  }

  #begin(): void {
    const editor = editorOf(this.#table);
    this.#cursor = editor?.selection.active;
    this.#scrolling.know(editor);
    this.#shown = undefined;
    this.#isLost = false;
    this.#entitle();
    this.panel.webview.html = webviewHtml(this.panel.webview, this.#extension, this.#state);
  }

  #entitle(): void {
    const name = nameOf(this.#table);
    this.panel.title = this.#state.isLocked ? l10n.t('[Preview] {0}', name) : l10n.t('Preview {0}', name);
  }

  async #hear(message: FromPage): Promise<void> {
    switch (message.type) {
      case 'ready':
        this.#known = 0;
        return;
      case 'show':
        this.#state = { ...this.#state, view: message.view, query: message.query };
        this.#shown = message.shown;
        return this.#updating.again();
      case 'scrolled':
        return this.#scrollEditor(message.line);
      case 'reveal':
        return this.#reveal(message);
      case 'explain': {
        const { row, findings } = message;
        return this.#post({ type: 'explained', row, findings: await this.#server.findings(row, findings) });
      }
      case 'fix':
        return this.#fix(message);
      case 'rule':
        await commands.executeCommand(SHOW_RULE_COMMAND, message.id);
        return;
      case 'export':
        await commands.executeCommand('jxmb.export', this.#table);
        return;
      case 'copy':
        return this.copyForExcel();
      case 'copied':
        return this.#copied(message.isDone);
    }
  }

  async #post(message: ToPage): Promise<void> {
    if (!this.#isOver) await this.panel.webview.postMessage(message);
  }

  /** Asks for what the page lacks. Where that cannot be told just now, it will be heard when it is worth asking again. */
  async #update(): Promise<void> {
    const { table } = this;
    const isThere = await openTable(table);
    const shown = this.#shown;
    if (!shown || table !== this.#table) return;
    if (!isThere || this.#isLost) return this.#post({ type: 'gone' });
    const { view, query } = this.#state;
    const known = this.#known;
    const cursor = this.#cursor && { line: this.#cursor.line, character: this.#cursor.character };
    const update = await this.#server.update(table, { known, view, query, shown, ...(cursor && { cursor }) });
    // Another page may have begun meanwhile: it has nothing of this.
    if (!update || !this.#shown || this.#known !== known || table !== this.#table) return;
    this.#known = update.state;
    await this.#post({ type: 'update', update, followsCursor: this.#followsEditor });
    if (known === 0) this.#tellLine();
  }

  /** Has the page follow the editor, if that has been scrolled since. */
  #tellLine(): void {
    const editor = editorOf(this.#table);
    const line = editor && this.#scrolling.news(editor);
    if (line === undefined || !this.#followsEditor) return;
    this.#state = { ...this.#state, line };
    void this.#post({ type: 'scroll', line });
  }

  /** Whether the page is scrolled with the editor. */
  get #followsEditor(): boolean {
    return previewSettings(this.#table).get('scrollPreviewWithEditor', true);
  }

  #scrollEditor(line: number): void {
    this.#state = { ...this.#state, line };
    const editor = editorOf(this.#table);
    if (editor && previewSettings(this.#table).get('scrollEditorWithPreview', true)) {
      this.#scrolling.toLine(editor, line);
    }
  }

  async #reveal(piece: Extract<FromPage, { type: 'reveal' }>): Promise<void> {
    const { row, start, end } = piece;
    const place = await this.#server.placeOf({ row, start, end });
    if (!place) return;
    this.#ledTo = isSame(place.uri, this.#table) ? undefined : place.uri;
    const editor = await showPlace(place.uri, place.range, { table: this.#table, column: this.panel.viewColumn });
    this.#scrolling.intoSight(editor, place.range.start.line);
  }

  async #fix({ row, finding, fix }: Extract<FromPage, { type: 'fix' }>): Promise<void> {
    const edit = await this.#server.fix({ row, finding, fix });
    if (edit && (await workspace.applyEdit(edit))) return;
    void window.showInformationMessage(l10n.t('The table has changed meanwhile. Nothing was mended.'));
    this.refresh();
  }
}

function previewSettings(table: Uri): WorkspaceConfiguration {
  return workspace.getConfiguration('jxmb.preview', table);
}

/** What the page of a table begins with, as the settings have it. */
export function newState(table: Uri, isLocked = false): PageState {
  const view = previewSettings(table).get<ViewId>('view', 'list');
  const editor = editorOf(table);
  return { uri: table.toString(), view, query: EVERYTHING, line: editor ? lineLookedAt(editor) : 0, isLocked };
}
