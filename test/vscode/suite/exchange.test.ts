/** Files of other programs in and out, by command. Pasting is tested at the keyboard: a command pastes past those who offer other ways. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import * as vscode from 'vscode';
import { answered, closeAll, happened, openTable, soundTable } from './helpers.ts';

/** The project's folder, which is the extension's. */
const root = vscode.extensions.all.find(({ packageJSON }) => packageJSON.name === 'jxmb')?.extensionPath ?? '';
/** Files made by LibreOffice. */
const LAYOUTS = path.join(root, 'test/exchange/fixtures/layouts');
const ACCEPT = 'workbench.action.acceptSelectedQuickOpenItem';
const CLOSE = 'workbench.action.closeQuickOpen';

const run = (command: string, ...args: unknown[]) => vscode.commands.executeCommand(`jxmb.${command}`, ...args);
const folder = () => vscode.workspace.workspaceFolders?.[0]?.uri as vscode.Uri;

/** A file of another program in the workspace. */
async function fileOf(source: string, name = source): Promise<vscode.Uri> {
  const uri = vscode.Uri.joinPath(folder(), name);
  await vscode.workspace.fs.writeFile(uri, readFileSync(path.join(LAYOUTS, source)));
  return uri;
}

/** Runs a command and presses a key until it is done: nothing tells an extension that a list is shown. */
async function pressing(key: string, command: Thenable<unknown>): Promise<void> {
  let isDone = false;
  const done = command.then(() => {
    isDone = true;
  });
  await answered(
    'an end',
    () => vscode.commands.executeCommand(key),
    () => isDone,
  );
  await done;
}

const active = () => vscode.window.activeTextEditor?.document;

/** Waits until the active editor shows a new document that is as wanted: VS Code gives the name of one that was closed again. */
async function made(isWanted: (text: string) => boolean): Promise<vscode.TextDocument> {
  await happened(
    () => `another document than ${JSON.stringify(active()?.getText())}`,
    () => active()?.isUntitled === true && isWanted(active()?.getText() ?? ''),
    vscode.window.onDidChangeActiveTextEditor,
    vscode.workspace.onDidOpenTextDocument,
    vscode.workspace.onDidChangeTextDocument,
  );
  return active() as vscode.TextDocument;
}

const projectsIn = (text: string) => text.match(/^项目名称: /gm)?.length;

describe('import', () => {
  afterEach(closeAll);

  it('shows what was recognised, and makes a new document of it', async () => {
    await pressing(ACCEPT, run('import', await fileOf('gz-list.xlsx')));
    const document = await made((text) => projectsIn(text) === 3);
    assert.equal(document.languageId, 'jxmb');
  });

  it('is new although the one before was thrown away just now', async () => {
    await pressing(ACCEPT, run('import', await fileOf('gz-list.xlsx')));
    await closeAll();
    await pressing(ACCEPT, run('import', await fileOf('gs-form.xlsx')));
    await made((text) => projectsIn(text) === 1);
  });

  it('takes several files at once, as the explorer selects them', async () => {
    const files = [await fileOf('gs-form.xlsx'), await fileOf('jx-form.docx')];
    await pressing(ACCEPT, run('import', files[0], files));
    await made((text) => projectsIn(text) === 2);
  });

  it('reads the text of a PDF', async () => {
    await pressing(ACCEPT, run('import', await fileOf('gz-list.pdf')));
    await made((text) => projectsIn(text) === 3);
  });

  it('writes nothing where Escape closes the list', async () => {
    await pressing(CLOSE, run('import', await fileOf('gz-list.xlsx')));
    assert.equal(active(), undefined);
  });
});

/** Turns save dialogs into lists that keys reach, which some windows have anyway. */
async function withSimpleDialogs(work: () => Promise<void>): Promise<void> {
  const files = vscode.workspace.getConfiguration('files');
  await files.update('simpleDialog.enable', true, vscode.ConfigurationTarget.Global);
  try {
    await work();
  } finally {
    await files.update('simpleDialog.enable', undefined, vscode.ConfigurationTarget.Global);
  }
}

async function namesIn(uri: vscode.Uri): Promise<string[]> {
  return (await vscode.workspace.fs.readDirectory(uri)).map(([name]) => name);
}

describe('export', () => {
  afterEach(closeAll);

  it('writes a workbook beside the table, from which the same table is imported again', async () => {
    await withSimpleDialogs(async () => {
      const { uri } = await openTable(soundTable, '出口.jxmb');
      await pressing(ACCEPT, run('export', uri));
      const names = await namesIn(folder());
      assert.ok(names.includes('出口.xlsx'));
      assert.deepEqual(
        names.filter((name) => name.endsWith('.tmp')),
        [],
      );
      await closeAll();
      await pressing(ACCEPT, run('import', vscode.Uri.joinPath(folder(), '出口.xlsx')));
      await made((text) => text === soundTable);
    });
  });

  it('writes nothing where Escape closes the list', async () => {
    const { uri } = await openTable(soundTable, '不出口.jxmb');
    await pressing(CLOSE, run('export', uri));
    assert.deepEqual(
      (await namesIn(folder())).filter((name) => name.startsWith('不出口')),
      ['不出口.jxmb'],
    );
  });
});

describe('copy for Excel', () => {
  afterEach(closeAll);

  it('copies the whole table, or the rows that are selected', async () => {
    const document = await openTable(soundTable);
    await run('copyForExcel');
    const all = await vscode.env.clipboard.readText();
    assert.match(all, /^项目名称.*\t总计\t/);
    assert.match(all, /^合计\t120\.00\t/m);
    assert.match(all, /^科技金融专项\t120\.00\t100\.00\t/m);
    const editor = vscode.window.activeTextEditor as vscode.TextEditor;
    const at = document.positionAt(document.getText().indexOf('项目名称'));
    editor.selection = new vscode.Selection(at, at.translate(1));
    await run('copyForExcel');
    const some = await vscode.env.clipboard.readText();
    assert.doesNotMatch(some, /^合计/m);
    assert.match(some, /^科技金融专项\t/m);
  });
});
