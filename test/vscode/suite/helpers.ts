import assert from 'node:assert/strict';
import * as vscode from 'vscode';

/** How long anything may take to come about; nothing here waits for a time to pass. */
const deadline = 10_000;

/** A sound table. The tests change one thing in it. */
export const soundTable = `项目支出绩效目标表
部门名称: 示范市科技局
年度: 2025
单位: 万元

合计
总计: 120.00
财政拨款: 100.00
其他资金: 20.00

资金使用单位: 示范市科技局本级
总计: 120.00
财政拨款: 100.00
其他资金: 20.00

项目名称: 科技金融专项
总计: 120.00
财政拨款: 100.00
其他资金: 20.00
绩效目标: 引导社会资金投向科技型企业,全年服务企业50家。
绩效指标:
  1、1-产出指标; 11-数量指标; 服务企业数量; 实施周期指标值:50家; 年度指标值:50家。
  2、2-效益指标; 22-社会效益; 企业融资便利度提高比率; 实施周期指标值:≥5%; 年度指标值:≥5%。
  3、3-满意度指标; 31-服务对象满意度; 服务对象满意度; 实施周期指标值:≥90%; 年度指标值:≥90%。
`;

/** The extension under test: the one that is loaded from this project's folder. */
async function activated(): Promise<void> {
  const extension = vscode.extensions.all.find(({ packageJSON }) => packageJSON.name === 'jxmb');
  assert.ok(extension, 'the extension is there');
  await extension.activate();
}

/** Each file of tests has this module to itself: VS Code may still know a table of that name by what another put into it. */
const suite = crypto.randomUUID().slice(0, 8);
let tables = 0;

/** Opens a table as a new file of the workspace, under a name of its own unless one is given. */
export async function openTable(text: string, name = `表${suite}-${++tables}.jxmb`): Promise<vscode.TextDocument> {
  await activated();
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  assert.ok(folder, 'the tests run in a folder');
  const uri = vscode.Uri.joinPath(folder, name);
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
  const document = await vscode.workspace.openTextDocument(uri);
  await vscode.window.showTextDocument(document);
  return document;
}

/** Opens a table as a document that no file has yet. VS Code uses its name again: once in the suite is enough. */
export async function openUntitledTable(text: string): Promise<vscode.TextDocument> {
  await activated();
  const document = await vscode.workspace.openTextDocument({ language: 'jxmb', content: text });
  await vscode.window.showTextDocument(document);
  return document;
}

export async function closeAll(): Promise<void> {
  await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
}

/** The id of the rule that a finding is of. */
export function ruleOf({ code }: vscode.Diagnostic): string {
  return String(typeof code === 'object' ? code.value : code);
}

/** The findings of a document once they are as wanted: now, or after one of the next changes. */
export async function findings(
  document: vscode.TextDocument,
  wanted: (rules: string[]) => boolean,
): Promise<vscode.Diagnostic[]> {
  const current = () => vscode.languages.getDiagnostics(document.uri);
  await happened(
    () =>
      `other findings than ${
        current()
          .map((one) => `${ruleOf(one)}: ${one.message}`)
          .join(' | ') || 'none'
      }`,
    () => wanted(current().map(ruleOf)),
    vscode.languages.onDidChangeDiagnostics,
  );
  return current();
}

/** The place in a document right before a text that stands in it once (or right after it). */
export function startOf(document: vscode.TextDocument, text: string): vscode.Position {
  const offset = document.getText().indexOf(text);
  assert.notEqual(offset, -1, `the document has no ${text}`);
  return document.positionAt(offset);
}

export function endOf(document: vscode.TextDocument, text: string): vscode.Position {
  return document.positionAt(document.offsetAt(startOf(document, text)) + text.length);
}

/**
 * Asks until the answer is as wanted. The extension's server may still be starting when a document has just been
 * opened; asking again as soon as VS Code has answered is bounded by the deadline, not by a number of tries.
 */
export async function answered<T>(
  what: string,
  ask: () => Thenable<T>,
  isWanted: (answer: T) => boolean,
  show: (answer: T) => string = (answer) => JSON.stringify(answer),
): Promise<T> {
  const end = Date.now() + deadline;
  for (;;) {
    const answer = await ask();
    if (isWanted(answer)) return answer;
    if (Date.now() > end) throw new Error(`${what} was awaited, the answer stayed: ${show(answer) || 'nothing'}`);
  }
}

/** Waits until something is so: now, or after one of these events. */
export function happened(what: () => string, isSo: () => boolean, ...events: vscode.Event<unknown>[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const end = () => {
      vscode.Disposable.from(...listeners).dispose();
      clearTimeout(limit);
    };
    const look = () => {
      if (!isSo()) return;
      end();
      resolve();
    };
    const listeners = events.map((event) => event(look));
    const limit = setTimeout(() => {
      end();
      reject(new Error(`awaited: ${what()}`));
    }, deadline);
    look();
  });
}
