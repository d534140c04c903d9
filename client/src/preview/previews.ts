import { type Uri, ViewColumn, type WebviewPanel, type WebviewPanelSerializer, window } from 'vscode';
import type { PageState } from './messages.ts';
import { newState, Preview, type Surroundings } from './preview.ts';
import { isSame } from './tables.ts';

/** The kind of panel that VS Code knows previews by. */
export const PREVIEW = 'jxmb.preview';

/** How a preview is opened. */
export interface Opening {
  readonly isLocked: boolean;
  /** Not in the column of the editor, but in the next. */
  readonly isBeside: boolean;
}

/** All previews of the window: at most one follows the active editor, others are locked to their tables. */
export class Previews implements WebviewPanelSerializer<PageState> {
  readonly #surroundings: Surroundings;
  readonly #all = new Set<Preview>();

  constructor(surroundings: Surroundings) {
    this.#surroundings = surroundings;
  }

  get active(): Preview | undefined {
    return [...this.#all].find(({ panel }) => panel.active);
  }

  /** Shows a table in the preview that follows, or in one that is locked to it; makes that where there is none. */
  open(table: Uri, { isLocked, isBeside }: Opening): void {
    const known = isLocked ? this.#lockedTo(table) : this.#following;
    const column = isBeside ? ViewColumn.Beside : ViewColumn.Active;
    if (known) {
      known.show(table);
      known.panel.reveal(isBeside && known.panel.visible ? known.panel.viewColumn : column);
      return;
    }
    const panel = window.createWebviewPanel(PREVIEW, '', column);
    this.#add(panel, newState(table, isLocked));
  }

  /** The preview that follows shows the table that somebody turns to. */
  follow(table: Uri): void {
    this.#following?.follow(table);
  }

  /** Locks a preview, or has it follow; then no other does. */
  toggleLock(preview: Preview): void {
    if (preview.state.isLocked) this.#following?.panel.dispose();
    preview.lock(!preview.state.isLocked);
  }

  forEach(act: (preview: Preview) => void): void {
    for (const preview of this.#all) act(preview);
  }

  async deserializeWebviewPanel(panel: WebviewPanel, state: PageState | undefined): Promise<void> {
    // VS Code may have been closed before the page began.
    if (state?.uri) this.#add(panel, state);
    else panel.dispose();
  }

  get #following(): Preview | undefined {
    return [...this.#all].find(({ state }) => !state.isLocked);
  }

  #lockedTo(table: Uri): Preview | undefined {
    return [...this.#all].find((preview) => preview.state.isLocked && isSame(preview.table, table));
  }

  #add(panel: WebviewPanel, state: PageState): void {
    const preview = new Preview(panel, state, this.#surroundings);
    this.#all.add(preview);
    panel.onDidDispose(() => this.#all.delete(preview));
  }
}
