import { commands, type Disposable, Range, Selection, window } from 'vscode';
import { SELECT_REASON_COMMAND } from '../../../server/src/workspace/ourClient.ts';

/** Once a comment that turns a rule off is written, its author types the reason over the text that stands for it. */
export function registerSelectReason(): Disposable {
  return commands.registerCommand(SELECT_REASON_COMMAND, (reason: unknown) => {
    const editor = window.activeTextEditor;
    if (!editor || typeof reason !== 'string') return;
    const { document, selection } = editor;
    for (let line = selection.active.line; line >= 0; line--) {
      const at = document.lineAt(line).text.indexOf(reason);
      if (at < 0) continue;
      const range = new Range(line, at, line, at + reason.length);
      editor.selection = new Selection(range.start, range.end);
      editor.revealRange(range);
      return;
    }
  });
}
