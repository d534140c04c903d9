import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { answered, closeAll, openTable, soundTable, startOf } from './helpers.ts';

/** The sound table, written carelessly. */
const loose = soundTable
  .replace('合计\n', '合计：\n\n')
  .replaceAll('120.00', '120')
  .replaceAll('; 年度指标值:', '；年度指标值：')
  .replace('绩效指标:\n  ', '绩效指标:');

/** Waits until the server answers; asked through the API, nothing is edited. */
function editsOf(document: vscode.TextDocument): Promise<vscode.TextEdit[] | undefined> {
  return answered(
    'formatting edits',
    () =>
      vscode.commands.executeCommand<vscode.TextEdit[] | undefined>(
        'vscode.executeFormatDocumentProvider',
        document.uri,
        {
          tabSize: 2,
          insertSpaces: true,
        },
      ),
    (edits) => (edits?.length ?? 0) > 0,
  );
}

describe('formatting', () => {
  afterEach(closeAll);

  it('of the document, by the command; the cursor stays where it was in the text', async () => {
    const document = await openTable(loose);
    await editsOf(document);
    const editor = vscode.window.activeTextEditor;
    assert.ok(editor);
    const cursor = startOf(document, '服务对象满意度; 实施周期');
    editor.selection = new vscode.Selection(cursor, cursor);
    await vscode.commands.executeCommand('editor.action.formatDocument');
    assert.equal(document.getText(), soundTable);
    assert.ok(editor.selection.active.isEqual(startOf(document, '服务对象满意度; 实施周期')));
    await vscode.commands.executeCommand('editor.action.formatDocument');
    assert.equal(document.getText(), soundTable);
  });

  it('of a selection', async () => {
    const document = await openTable(loose);
    await editsOf(document);
    const editor = vscode.window.activeTextEditor;
    assert.ok(editor);
    const { line } = startOf(document, '合计：');
    editor.selection = new vscode.Selection(line, 0, line, 3);
    await vscode.commands.executeCommand('editor.action.formatSelection');
    assert.equal(document.getText(), loose.replace('合计：', '合计'));
  });

  it('of several selections at once', async () => {
    const document = await openTable(loose);
    await editsOf(document);
    const editor = vscode.window.activeTextEditor;
    assert.ok(editor);
    const lines = ['合计：', '项目名称: 科技金融专项\n总计: 120\n'].map((text) => startOf(document, text).line);
    editor.selections = lines.map((line) => new vscode.Selection(line, 0, line + 1, 2));
    await vscode.commands.executeCommand('editor.action.formatSelection');
    assert.equal(
      document.getText(),
      loose.replace('合计：\n', '合计\n').replace('科技金融专项\n总计: 120\n', '科技金融专项\n总计: 120.00\n'),
    );
  });

  it('indents a line begun below an indicator like the one above', async () => {
    const line = '≥90%; 年度指标值:≥90%。\n';
    const document = await openTable(soundTable.replace(line, `${line}\n`));
    const edits = await answered(
      'an indent',
      () =>
        vscode.commands.executeCommand<vscode.TextEdit[] | undefined>(
          'vscode.executeFormatOnTypeProvider',
          document.uri,
          new vscode.Position(startOf(document, line).line + 1, 0),
          '\n',
          { tabSize: 2, insertSpaces: true },
        ),
      (edits) => (edits?.length ?? 0) > 0,
    );
    assert.deepEqual(
      edits?.map(({ newText }) => newText),
      ['  '],
    );
  });

  it('numbers the indicators of a project anew', async () => {
    const document = await openTable(soundTable.replace('  3、3-', '  7、3-'));
    const place = startOf(document, '科技金融专项');
    const actions = await answered(
      'the action',
      () =>
        vscode.commands.executeCommand<vscode.CodeAction[]>(
          'vscode.executeCodeActionProvider',
          document.uri,
          new vscode.Range(place, place),
          vscode.CodeActionKind.RefactorRewrite.value,
        ),
      ({ length }) => length > 0,
    );
    const [action] = actions;
    assert.ok(action?.edit);
    assert.ok(await vscode.workspace.applyEdit(action.edit));
    assert.equal(document.getText(), soundTable);
  });
});
