import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, happened, openTable, soundTable } from './helpers.ts';

interface Shown {
  readonly label: string;
  readonly column: vscode.ViewColumn;
  readonly isActive: boolean;
}

/** The previews of the window, as their tabs tell. */
function previews(): Shown[] {
  return vscode.window.tabGroups.all.flatMap(({ tabs, viewColumn }) =>
    tabs
      .filter(({ input }) => input instanceof vscode.TabInputWebview && input.viewType.endsWith('jxmb.preview'))
      .map(({ label, isActive }) => ({ label, column: viewColumn, isActive })),
  );
}

/** Waits until the previews are these, by their titles in both languages. */
async function shown(...titles: RegExp[]): Promise<Shown[]> {
  const isWanted = () => {
    const labels = previews().map(({ label }) => label);
    return labels.length === titles.length && titles.every((title, i) => title.test(labels[i] as string));
  };
  await happened(
    () => `previews ${titles.join(', ')}; there are ${JSON.stringify(previews())}`,
    isWanted,
    vscode.window.tabGroups.onDidChangeTabs,
    vscode.window.tabGroups.onDidChangeTabGroups,
  );
  return previews();
}

const following = (name: string) => new RegExp(`^(预览|Preview) ${name}$`);
const locked = (name: string) => new RegExp(`^\\[(预览|Preview)\\] ${name}$`);
const run = (command: string, ...args: unknown[]) => vscode.commands.executeCommand(`jxmb.${command}`, ...args);

describe('previews', () => {
  afterEach(closeAll);

  it('open in the column of the text, or beside it', async () => {
    await openTable(soundTable, '一.jxmb');
    await run('showPreview');
    assert.equal((await shown(following('一.jxmb')))[0]?.column, vscode.ViewColumn.One);
    await run('showSource');
    assert.match(vscode.window.activeTextEditor?.document.uri.path ?? '', /一\.jxmb$/);
    await closeAll();
    await openTable(soundTable, '一.jxmb');
    await run('showPreviewToSide');
    assert.equal((await shown(following('一.jxmb')))[0]?.column, vscode.ViewColumn.Two);
  });

  it('follow the active editor: there is one such', async () => {
    await openTable(soundTable, '一.jxmb');
    await run('showPreviewToSide');
    await shown(following('一.jxmb'));
    const other = await openTable(soundTable, '二.jxmb');
    await vscode.window.showTextDocument(other, vscode.ViewColumn.One);
    await shown(following('二.jxmb'));
    await run('showPreviewToSide');
    assert.equal((await shown(following('二.jxmb')))[0]?.column, vscode.ViewColumn.Two);
  });

  it('stay with their table once they are locked, beside others', async () => {
    await openTable(soundTable, '一.jxmb');
    await run('showLockedPreviewToSide');
    await shown(locked('一.jxmb'));
    const other = await openTable(soundTable, '二.jxmb');
    await vscode.window.showTextDocument(other, vscode.ViewColumn.One);
    await run('showPreviewToSide');
    await shown(locked('一.jxmb'), following('二.jxmb'));
    await run('togglePreviewLock');
    await shown(locked('一.jxmb'), locked('二.jxmb'));
    await run('togglePreviewLock');
    await shown(locked('一.jxmb'), following('二.jxmb'));
  });

  it('go with a file to its new name', async () => {
    const { uri } = await openTable(soundTable, '旧名.jxmb');
    await run('showLockedPreviewToSide');
    await shown(locked('旧名.jxmb'));
    const edit = new vscode.WorkspaceEdit();
    edit.renameFile(uri, vscode.Uri.joinPath(uri, '../新名.jxmb'), { overwrite: true });
    assert.ok(await vscode.workspace.applyEdit(edit));
    await shown(locked('新名.jxmb'));
  });

  it('open from the menu of a file that no editor shows', async () => {
    const { uri } = await openTable(soundTable, '一.jxmb');
    await closeAll();
    await run('showPreview', uri);
    await shown(following('一.jxmb'));
    assert.equal(vscode.window.activeTextEditor, undefined);
  });
});
