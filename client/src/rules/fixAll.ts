import { type CodeAction, commands, type Disposable, Range, window, workspace } from 'vscode';

const KIND = 'source.fixAll.jxmb';

/** Mends what needs nobody to look in the table of the active editor, as saving does where somebody wants that. */
export function registerFixAll(): Disposable {
  return commands.registerCommand('jxmb.fixAll', async () => {
    const document = window.activeTextEditor?.document;
    if (!document) return;
    const whole = new Range(0, 0, document.lineCount, 0);
    const actions = await commands.executeCommand<CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      whole,
      KIND,
    );
    const edit = actions.find(({ kind }) => kind?.value === KIND)?.edit;
    if (edit) await workspace.applyEdit(edit);
  });
}
