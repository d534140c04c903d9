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

describe('import', () => {
  afterEach(closeAll);

  it('shows what was recognised, and makes a new document of it', async () => {
    await pressing(ACCEPT, run('import', await fileOf('gz-list.xlsx')));
    const document = active();
    assert.ok(document?.isUntitled);
    assert.equal(document.languageId, 'jxmb');
    assert.equal(document.getText().match(/^项目名称: /gm)?.length, 3);
  });

  it('takes several files at once, as the explorer selects them', async () => {
    const files = [await fileOf('gs-form.xlsx'), await fileOf('jx-form.docx')];
    await pressing(ACCEPT, run('import', files[0], files));
    assert.equal(
      active()
        ?.getText()
        .match(/^项目名称: /gm)?.length,
      2,
    );
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
      assert.equal(active()?.getText(), soundTable);
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

describe('paste', () => {
  afterEach(closeAll);

  const CELLS = '1、1-产出指标; 11-数量指标; 会议次数; 5次。2、2-效益指标; 22-社会效益; 到会人数; 50人。';
  const START = '项目名称: 甲\n绩效指标:\n  ';

  async function pasted(text: string): Promise<string> {
    const document = await openTable(START);
    const editor = vscode.window.activeTextEditor as vscode.TextEditor;
    const end = document.positionAt(START.length);
    editor.selection = new vscode.Selection(end, end);
    await vscode.env.clipboard.writeText(text);
    await vscode.commands.executeCommand('editor.action.clipboardPasteAction');
    await happened(
      () => `a text after ${JSON.stringify(document.getText())}`,
      () => document.getText() !== START,
      vscode.workspace.onDidChangeTextDocument,
    );
    return document.getText().slice(START.length);
  }

  it('makes of a cell in which indicators run together one indicator a line', async () => {
    assert.equal((await pasted(CELLS)).split('\n').length, 2);
  });

  it('leaves what are no cells as it is', async () => {
    assert.equal(await pasted('建设信息平台\n第二行'), '建设信息平台\n第二行');
  });

  it('leaves cells as they are where that is wanted', async () => {
    const settings = vscode.workspace.getConfiguration('jxmb');
    await settings.update('paste.cells', false, vscode.ConfigurationTarget.Global);
    try {
      assert.equal(await pasted(CELLS), CELLS);
    } finally {
      await settings.update('paste.cells', undefined, vscode.ConfigurationTarget.Global);
    }
  });
});
