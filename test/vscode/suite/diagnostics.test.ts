import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, endOf, findings, openTable, openUntitledTable, ruleOf, soundTable } from './helpers.ts';

const wrongTotal = soundTable.replace('科技金融专项\n总计: 120.00', '科技金融专项\n总计: 110.00');

describe('findings', () => {
  afterEach(closeAll);

  it('stand at a total that does not add up', async () => {
    const document = await openTable(wrongTotal);
    const found = await findings(document, (rules) => rules.includes('total-mismatch'));
    const [mismatch] = found.filter((finding) => ruleOf(finding) === 'total-mismatch');
    assert.ok(mismatch);
    assert.equal(mismatch.source, 'jxmb');
    assert.equal(mismatch.severity, vscode.DiagnosticSeverity.Error);
    assert.equal(mismatch.range.start.line, endOf(document, '科技金融专项\n').line);
  });

  it('go away while the table is put right', async () => {
    const document = await openTable(wrongTotal);
    await findings(document, (rules) => rules.includes('total-mismatch'));
    const edit = new vscode.WorkspaceEdit();
    const end = endOf(document, '科技金融专项\n总计: 110.00');
    edit.replace(document.uri, new vscode.Range(end.translate(0, -6), end), '120.00');
    assert.ok(await vscode.workspace.applyEdit(edit));
    await findings(document, (rules) => rules.length === 0);
  });

  it('come again from a server that has been started anew', async () => {
    const document = await openTable(wrongTotal);
    await findings(document, (rules) => rules.includes('total-mismatch'));
    await vscode.commands.executeCommand('jxmb.restartServer');
    const end = endOf(document, '科技金融专项\n总计: 110.00');
    const type = async (total: string) => {
      const edit = new vscode.WorkspaceEdit();
      edit.replace(document.uri, new vscode.Range(end.translate(0, -6), end), total);
      assert.ok(await vscode.workspace.applyEdit(edit));
    };
    await type('120.00');
    await findings(document, (rules) => rules.length === 0);
    await type('110.00');
    await findings(document, (rules) => rules.includes('total-mismatch'));
  });

  it('come for a file by its ending, and for no other language', async () => {
    const document = await openTable(wrongTotal, '总计有误.jxmb');
    assert.equal(document.languageId, 'jxmb');
    await findings(document, (rules) => rules.includes('total-mismatch'));
    const note = await openTable(wrongTotal, '总计有误.txt');
    assert.equal(note.languageId, 'plaintext');
    assert.deepEqual(vscode.languages.getDiagnostics(note.uri), []);
  });

  it('come before there is a file', async () => {
    const document = await openUntitledTable(wrongTotal);
    await findings(document, (rules) => rules.includes('total-mismatch'));
  });
});

describe('quick fixes', () => {
  afterEach(closeAll);

  it('take a finding away', async () => {
    const document = await openTable(wrongTotal);
    const found = await findings(document, (rules) => rules.includes('total-mismatch'));
    const mismatch = found.find((finding) => ruleOf(finding) === 'total-mismatch');
    assert.ok(mismatch);
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      mismatch.range,
      vscode.CodeActionKind.QuickFix.value,
      20,
    );
    const fix = actions.find(({ isPreferred }) => isPreferred) ?? actions[0];
    assert.ok(fix?.edit, `a fix with an edit among ${actions.map(({ title }) => title).join(', ')}`);
    assert.ok(await vscode.workspace.applyEdit(fix.edit));
    await findings(document, (rules) => !rules.includes('total-mismatch'));
    assert.equal(document.getText(), soundTable);
  });
});
