import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { answered, closeAll, findings, openTable, ruleOf, soundTable } from './helpers.ts';

const wrongTotal = soundTable.replace('科技金融专项\n总计: 120.00', '科技金融专项\n总计: 110.00');
const isWrong = (rules: string[]) => rules.includes('total-mismatch');

async function mismatchIn(document: vscode.TextDocument): Promise<vscode.Diagnostic> {
  const found = (await findings(document, isWrong)).find((finding) => ruleOf(finding) === 'total-mismatch');
  assert.ok(found);
  return found;
}

/** What kind of editor the active tab shows, and of which address. */
function activeTab(): { readonly view: string; readonly uri: string } {
  const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
  if (input instanceof vscode.TabInputCustom) return { view: input.viewType, uri: input.uri.toString() };
  if (input instanceof vscode.TabInputText) return { view: 'text', uri: input.uri.toString() };
  return { view: input instanceof vscode.TabInputWebview ? input.viewType : 'none', uri: '' };
}

describe('the page of a rule', () => {
  afterEach(closeAll);

  it('opens as a preview from the code of a finding, in the language of VS Code', async () => {
    const { code } = await mismatchIn(await openTable(wrongTotal));
    assert.ok(typeof code === 'object' && code.target.scheme === 'jxmb-rule');
    const page = await vscode.workspace.openTextDocument(code.target);
    const title = vscode.env.language.startsWith('zh') ? /^# 总计与资金来源之和不符\n/ : /^# The total is not the sum/;
    assert.match(page.getText(), title);
    await vscode.commands.executeCommand('vscode.open', code.target);
    await answered(
      'a preview',
      async () => activeTab(),
      ({ view }) => view === 'vscode.markdown.preview.editor',
    );
    assert.equal(activeTab().uri, code.target.toString());
  });

  it('opens from the lamp', async () => {
    const document = await openTable(wrongTotal);
    const { range } = await mismatchIn(document);
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      range,
    );
    const show = actions.find(({ command }) => command?.command === 'jxmb.showRule')?.command;
    assert.ok(show, actions.map(({ title }) => title).join(', '));
    await vscode.commands.executeCommand(show.command, ...(show.arguments ?? []));
    await answered(
      'a preview',
      async () => activeTab(),
      ({ view }) => view.includes('markdown.preview'),
    );
  });
});

describe('turning a rule off for a line', () => {
  afterEach(closeAll);

  it('writes a comment and has its author type the reason', async () => {
    const document = await openTable(wrongTotal);
    const { range } = await mismatchIn(document);
    const editor = vscode.window.activeTextEditor;
    assert.ok(editor);
    editor.selection = new vscode.Selection(range.start, range.start);
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      range,
    );
    const action = actions.find(({ edit, command }) => edit && command?.command === 'jxmb.selectReason');
    assert.ok(action?.edit && action.command, actions.map(({ title }) => title).join(', '));
    assert.ok(await vscode.workspace.applyEdit(action.edit));
    await vscode.commands.executeCommand(action.command.command, ...(action.command.arguments ?? []));
    assert.equal(document.getText(editor.selection), '请注明理由');
    await findings(document, (rules) => !rules.includes('total-mismatch'));
  });
});

describe('settings of rules', () => {
  const rules = () => vscode.workspace.getConfiguration('jxmb.rules');
  afterEach(async () => {
    await rules().update('total-mismatch', undefined, vscode.ConfigurationTarget.Global);
    await closeAll();
  });

  it('change a severity and turn a rule off while the table is open', async () => {
    const document = await openTable(wrongTotal);
    assert.equal((await mismatchIn(document)).severity, vscode.DiagnosticSeverity.Error);
    const severity = () =>
      vscode.languages.getDiagnostics(document.uri).find((finding) => ruleOf(finding) === 'total-mismatch')?.severity;
    await rules().update('total-mismatch', 'info', vscode.ConfigurationTarget.Global);
    await findings(document, () => severity() === vscode.DiagnosticSeverity.Information);
    await rules().update('total-mismatch', 'off', vscode.ConfigurationTarget.Global);
    await findings(document, (found) => !isWrong(found));
  });
});

describe('all of one kind', () => {
  afterEach(closeAll);

  it('is mended by the lamp, whose edit is made when it is chosen', async () => {
    const doubled = soundTable
      .replace('年度指标值:50家。', '年度指标值:50家; 年度指标值:50家。')
      .replace('年度指标值:≥5%。', '年度指标值:≥5%; 年度指标值:≥5%。');
    const document = await openTable(doubled);
    const isDouble = (finding: vscode.Diagnostic) => ruleOf(finding) === 'duplicate-value';
    const [double] = (await findings(document, (found) => found.includes('duplicate-value'))).filter(isDouble);
    assert.ok(double);
    const ask = (resolved: number) =>
      vscode.commands.executeCommand<vscode.CodeAction[]>(
        'vscode.executeCodeActionProvider',
        document.uri,
        double.range,
        vscode.CodeActionKind.QuickFix.value,
        resolved,
      );
    const isAll = ({ title }: vscode.CodeAction) => /^(改好本文件所有同类问题|Mend all of this kind)/.test(title);
    assert.equal((await ask(0)).find(isAll)?.edit, undefined);
    const all = (await ask(20)).find(isAll);
    assert.ok(all?.edit);
    assert.ok(await vscode.workspace.applyEdit(all.edit));
    assert.equal(document.getText(), soundTable);
  });
});

describe('everything at once', () => {
  afterEach(closeAll);

  it('is mended on save where somebody wants it', async () => {
    const doubled = soundTable.replace('年度指标值:50家。', '年度指标值:50家; 年度指标值:50家。');
    const document = await openTable(doubled);
    await findings(document, (found) => found.includes('duplicate-value'));
    const editor = vscode.workspace.getConfiguration('editor', { languageId: 'jxmb', uri: document.uri });
    await editor.update(
      'codeActionsOnSave',
      { 'source.fixAll.jxmb': 'explicit' },
      vscode.ConfigurationTarget.Global,
      true,
    );
    try {
      const edit = new vscode.WorkspaceEdit();
      edit.insert(document.uri, document.positionAt(document.getText().length), '\n');
      assert.ok(await vscode.workspace.applyEdit(edit));
      assert.ok(await document.save());
      assert.equal(document.getText(), `${soundTable}\n`);
    } finally {
      await editor.update('codeActionsOnSave', undefined, vscode.ConfigurationTarget.Global, true);
    }
  });

  it('is mended by a command', async () => {
    const document = await openTable(soundTable.replace('年度指标值:50家。', '年度指标值:50家; 年度指标值:50家。'));
    await findings(document, (found) => found.includes('duplicate-value'));
    await vscode.commands.executeCommand('jxmb.fixAll');
    await findings(document, (found) => !found.includes('duplicate-value'));
    assert.equal(document.getText(), soundTable);
  });
});
