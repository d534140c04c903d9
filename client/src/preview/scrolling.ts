import { Range, type TextEditor, TextEditorRevealType, workspace } from 'vscode';
import { placeLookedAt, scrollTopFor, type View } from './page/mapping.ts';

/** An editor that was asked to show a line at its top. */
interface Asked {
  readonly editor: TextEditor;
  /** The line, and the one that may be at the top instead because others stick over it. */
  readonly lowest: number;
  readonly highest: number;
  /** The lines that may be at the top on the way. */
  readonly from: number;
  readonly to: number;
}

/**
 * Scrolling on the editor's side, by the line that is looked at: it means the same as in the page. What was asked for from
 * here is no person's scrolling; that is known by comparing lines, for how long VS Code takes nobody knows.
 */
export class EditorScrolling {
  #asked: Asked | undefined;

  toLine(editor: TextEditor, line: number): void {
    this.#toTop(editor, Math.round(scrollTopFor(line, viewOf(editor))));
  }

  /** Brings a line into the middle of what is in sight, where it is out of sight. */
  intoSight(editor: TextEditor, line: number): void {
    if (editor.visibleRanges.some(({ start, end }) => start.line < line && line < end.line)) return;
    this.#toTop(editor, Math.max(0, line - Math.floor(viewOf(editor).sight / 2)));
  }

  /** Whether it was somebody who scrolled an editor to where it is now. */
  isOfPerson(editor: TextEditor): boolean {
    const top = topOf(editor);
    const asked = this.#asked;
    if (asked?.editor !== editor) return true;
    if (top < asked.from || top > asked.to) {
      this.#asked = undefined;
      return true;
    }
    const { highest, lowest } = asked;
    const isThere = top >= highest && top <= lowest;
    this.#asked = { ...asked, from: isThere ? top : Math.min(top, highest), to: isThere ? top : Math.max(top, lowest) };
    return false;
  }

  #toTop(editor: TextEditor, lowest: number): void {
    const last = this.#asked?.editor === editor ? this.#asked : undefined;
    const now = topOf(editor);
    if (lowest === (last?.lowest ?? now)) return;
    const highest = lowest - stickyLines(editor);
    const passed = [now, highest, lowest, ...(last ? [last.from, last.to] : [])];
    this.#asked = { editor, highest, lowest, from: Math.min(...passed), to: Math.max(...passed) };
    editor.revealRange(new Range(lowest, 0, lowest, 0), TextEditorRevealType.AtTop);
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

/** What is seen of an editor, in lines. */
function viewOf(editor: TextEditor): View {
  const { visibleRanges, document } = editor;
  const bottom = visibleRanges.at(-1)?.end.line ?? 0;
  return { height: document.lineCount, sight: bottom - topOf(editor) + 1 };
}
