import { Range, type TextEditor, TextEditorRevealType, workspace } from 'vscode';
import { placeLookedAt, scrollTopFor, type View } from './page/mapping.ts';

/** VS Code tells of each line that it passes, also where it only makes room for a lens; where it rests counts. In ms. */
const PAUSE = 30;

/** An editor that was asked to show a line. */
interface Asked {
  readonly editor: TextEditor;
  readonly line: number;
  /** The lines that may be at its top on the way. */
  readonly from: number;
  readonly to: number;
  readonly isThere: () => boolean;
}

/**
 * Scrolling on the editor's side, by the line that is looked at: it means the same as in the page. What was asked for from
 * here is no person's scrolling; that is known by comparing lines, for how long VS Code takes nobody knows.
 */
export class EditorScrolling {
  readonly #heard: () => void;
  #asked: Asked | undefined;
  /** The line of the editor that the page knows of. */
  #known: number | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** @param heard is called when somebody has scrolled */
  constructor(heard: () => void) {
    this.#heard = heard;
  }

  /** VS Code tells that an editor shows other lines. */
  look(editor: TextEditor): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      if (this.#isOfPerson(editor)) this.#heard();
      else this.know(editor);
    }, PAUSE);
  }

  /** The page knows where an editor is. */
  know(editor: TextEditor | undefined): void {
    this.#known = editor && lineLookedAt(editor);
  }

  /** The line of an editor that the page does not know of yet. */
  news(editor: TextEditor): number | undefined {
    const before = this.#known;
    this.know(editor);
    return this.#known === before ? undefined : this.#known;
  }

  dispose(): void {
    clearTimeout(this.#timer);
  }

  toLine(editor: TextEditor, line: number): void {
    const last = editor.document.lineCount - 1;
    if (Math.round(line) < last) this.#toTop(editor, Math.round(scrollTopFor(line, viewOf(editor))));
    else this.#ask({ editor, line: last, from: last, to: last, isThere: () => bottomOf(editor) === last });
  }

  /** Brings a line into the middle of what is in sight, where it is out of sight. */
  intoSight(editor: TextEditor, line: number): void {
    if (editor.visibleRanges.some(({ start, end }) => start.line < line && line < end.line)) return;
    this.#toTop(editor, Math.max(0, line - Math.floor(viewOf(editor).sight / 2)));
  }

  /** Whether it was somebody who scrolled an editor to where it is now. */
  #isOfPerson(editor: TextEditor): boolean {
    const top = topOf(editor);
    const asked = this.#asked;
    if (asked?.editor !== editor) return true;
    if (top < asked.from || top > asked.to) {
      this.#asked = undefined;
      return true;
    }
    if (asked.isThere()) this.#asked = { ...asked, from: top, to: top };
    return false;
  }

  #toTop(editor: TextEditor, line: number): void {
    // Lines may stick over the one that is asked for: then VS Code puts it below them.
    const highest = line - stickyLines(editor);
    const isThere = () => topOf(editor) >= highest && topOf(editor) <= line;
    this.#ask({ editor, line, from: highest, to: line, isThere }, TextEditorRevealType.AtTop);
  }

  #ask(asked: Asked, how?: TextEditorRevealType): void {
    const { editor, line, from, to } = asked;
    const before = this.#asked?.editor === editor ? this.#asked : undefined;
    const now = topOf(editor);
    if (before ? before.line === line : asked.isThere()) return;
    const passed = [now, from, to, ...(before ? [before.from, before.to] : [])];
    this.#asked = { ...asked, from: Math.min(...passed), to: Math.max(...passed) };
    editor.revealRange(new Range(line, 0, line, 0), how);
  }
}

/** The line of the text that is looked at in an editor. */
export function lineLookedAt(editor: TextEditor): number {
  const view = viewOf(editor);
  // Editors scroll beyond the last line.
  return placeLookedAt(Math.min(topOf(editor), Math.max(0, view.height - view.sight)), view);
}

/** How many lines may stand over those at the top, for VS Code does not put a line under them that it is asked to show. */
function stickyLines(editor: TextEditor): number {
  const sticky = workspace.getConfiguration('editor.stickyScroll', editor.document);
  return sticky.get('enabled') ? sticky.get('maxLineCount', 0) : 0;
}

function topOf(editor: TextEditor): number {
  return editor.visibleRanges[0]?.start.line ?? 0;
}

function bottomOf(editor: TextEditor): number {
  return editor.visibleRanges.at(-1)?.end.line ?? 0;
}

/** What is seen of an editor, in lines. */
function viewOf(editor: TextEditor): View {
  return { height: editor.document.lineCount, sight: bottomOf(editor) - topOf(editor) + 1 };
}
