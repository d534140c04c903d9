import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { answered, closeAll, findings, openTable, ruleOf } from './helpers.ts';

const department = (file: string) => `表
部门名称: 局
年度: 2025
单位: 万元

合计
总计: 10.00
财政拨款: 10.00

引用: ${file}
`;

const unit = (money: string) => `表
部门名称: 科协
年度: 2025
单位: 万元

资金使用单位: 科协
总计: ${money}
财政拨款: ${money}

项目名称: 科普活动
总计: ${money}
财政拨款: ${money}
`;

function at(name: string): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  assert.ok(folder);
  return vscode.Uri.joinPath(folder, name);
}

const write = (name: string, text: string) => vscode.workspace.fs.writeFile(at(name), new TextEncoder().encode(text));
const hasMismatch = (rules: string[]) => rules.includes('sum-mismatch');
const hasNone = (rules: string[]) => !hasMismatch(rules);

/** Puts another text in a document's place, as somebody types it. */
async function type(document: vscode.TextDocument, text: string): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  const end = document.positionAt(document.getText().length);
  edit.replace(document.uri, new vscode.Range(new vscode.Position(0, 0), end), text);
  assert.ok(await vscode.workspace.applyEdit(edit));
}

describe('a department’s table', () => {
  afterEach(closeAll);

  it('is right again once the unit’s table is mended, saved or not', async function () {
    // Two editors, and VS Code saves: on a busy machine that takes its time.
    this.timeout(60_000);
    await write('单位甲.jxmb', unit('9.00'));
    const whole = await openTable(department('单位甲.jxmb'), '部门甲.jxmb');
    const found = await findings(whole, hasMismatch);
    const [mismatch] = found.filter((finding) => ruleOf(finding) === 'sum-mismatch');
    assert.equal(mismatch?.relatedInformation?.[0]?.location.uri.toString(), at('单位甲.jxmb').toString());

    const part = await vscode.workspace.openTextDocument(at('单位甲.jxmb'));
    await vscode.window.showTextDocument(part, vscode.ViewColumn.Beside);
    await type(part, unit('10.00'));
    await findings(whole, hasNone);
    await type(part, unit('8.00'));
    await findings(whole, hasMismatch);
    await type(part, unit('10.00'));
    assert.ok(await part.save());
    await findings(whole, hasNone);
  });

  it('follows the files of its units on the disk: changed, deleted, made again', async () => {
    await write('单位乙.jxmb', unit('10.00'));
    const whole = await openTable(department('单位乙.jxmb'), '部门乙.jxmb');
    await findings(whole, (rules) => rules.length === 0);
    await write('单位乙.jxmb', unit('9.00'));
    await findings(whole, hasMismatch);
    await vscode.workspace.fs.delete(at('单位乙.jxmb'));
    await findings(whole, (rules) => rules.includes('include'));
    await write('单位乙.jxmb', unit('10.00'));
    await findings(whole, (rules) => rules.length === 0);
  });
});

describe('a unit’s file that is renamed', () => {
  afterEach(closeAll);

  it('is still taken in, by the table that is open and by one that is not', async function () {
    // VS Code saves what it edits: on a busy machine that takes its time.
    this.timeout(60_000);
    await write('单位丙.jxmb', unit('9.00'));
    const closed = (file: string) => `项目名称: 尚未打开的项目\n\n引用: ${file}\n`;
    await write('部门丙二.jxmb', closed('单位丙.jxmb'));
    const whole = await openTable(department('单位丙.jxmb'), '部门丙.jxmb');
    // The server knows of both.
    await findings(whole, hasMismatch);
    await answered(
      'the project of the table that is not open',
      () => vscode.commands.executeCommand<unknown[]>('vscode.executeWorkspaceSymbolProvider', '尚未打开'),
      ({ length }) => length > 0,
    );
    const renaming = new vscode.WorkspaceEdit();
    renaming.renameFile(at('单位丙.jxmb'), at('单位丙新.jxmb'));
    assert.ok(await vscode.workspace.applyEdit(renaming));
    assert.equal(whole.getText(), department('单位丙新.jxmb'));
    const other = await vscode.workspace.openTextDocument(at('部门丙二.jxmb'));
    assert.equal(other.getText(), closed('单位丙新.jxmb'));
    await write('单位丙新.jxmb', unit('10.00'));
    await findings(whole, (rules) => rules.length === 0);
  });
});

describe('all tables of the workspace', () => {
  const settings = () => vscode.workspace.getConfiguration('jxmb');
  afterEach(async () => {
    await settings().update('workspaceDiagnostics', undefined, vscode.ConfigurationTarget.Global);
    await closeAll();
  });

  it('are checked where somebody wants it', async () => {
    await write('没有打开.jxmb', unit('10.00').replace('总计: 10.00', '总计: 11.00'));
    await openTable(unit('10.00'), '打开的.jxmb');
    const document = await vscode.workspace.openTextDocument(at('打开的.jxmb'));
    await findings(document, (rules) => !rules.includes('total-mismatch'));
    const other = { uri: at('没有打开.jxmb') } as vscode.TextDocument;
    assert.deepEqual(vscode.languages.getDiagnostics(other.uri), []);
    await settings().update('workspaceDiagnostics', true, vscode.ConfigurationTarget.Global);
    await findings(other, (rules) => rules.includes('total-mismatch'));
    await vscode.workspace.fs.delete(other.uri);
    await findings(other, (rules) => rules.length === 0);
  });
});

describe('a profile of one’s own', () => {
  const settings = () => vscode.workspace.getConfiguration('jxmb');
  afterEach(async () => {
    await settings().update('profiles', undefined, vscode.ConfigurationTarget.Workspace);
    await closeAll();
  });

  it('takes effect, and again when it is edited', async () => {
    const extension = vscode.extensions.all.find(({ packageJSON }) => packageJSON.name === 'jxmb');
    assert.ok(extension);
    const builtIn = vscode.Uri.joinPath(extension.extensionUri, 'server/src/profile/guangzhou.json');
    const guangzhou = JSON.parse(new TextDecoder().decode(await vscode.workspace.fs.readFile(builtIn)));
    const profile = (column: string) =>
      JSON.stringify({
        ...guangzhou,
        id: '本市',
        columns: [
          { ...guangzhou.columns[0], sumOf: [column] },
          { ...guangzhou.columns[1], name: column },
        ],
      });
    await write('本市.jxmb-profile.json', profile('市级资金'));
    const table = '表\n版式: 本市\n单位: 万元\n\n项目名称: 甲\n总计: 2.00\n市级资金: 1.00\n';
    const document = await openTable(table, '本市的表.jxmb');
    await findings(document, (rules) => rules.includes('unknown-profile'));
    await settings().update('profiles', ['本市.jxmb-profile.json'], vscode.ConfigurationTarget.Workspace);
    await findings(document, (rules) => rules.includes('total-mismatch') && !rules.includes('unknown-profile'));
    await write('本市.jxmb-profile.json', profile('区级资金'));
    await findings(document, (rules) => rules.includes('unknown-label'));
    await write('本市.jxmb-profile.json', profile('市级资金').replace('"sumOf":["市级资金"]', '"sumOf":["省级资金"]'));
    await findings(document, (rules) => rules.includes('unknown-profile'));
    const file = { uri: at('本市.jxmb-profile.json') } as vscode.TextDocument;
    assert.equal((await findings(file, (rules) => rules.length > 0))[0]?.source, 'jxmb');
  });
});
