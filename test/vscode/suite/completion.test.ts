import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { answered, closeAll, endOf, openTable, soundTable } from './helpers.ts';

function textOf({ insertText, label }: vscode.CompletionItem): string {
  if (insertText === undefined) return typeof label === 'string' ? label : label.label;
  return typeof insertText === 'string' ? insertText : insertText.value;
}

/** The item offered at a place that would insert a text which begins so. */
async function offered(
  document: vscode.TextDocument,
  position: vscode.Position,
  start: string,
): Promise<vscode.CompletionItem> {
  const isWanted = (item: vscode.CompletionItem) => textOf(item).startsWith(start);
  const { items } = await answered(
    `an item ${start}…`,
    () =>
      vscode.commands.executeCommand<vscode.CompletionList>(
        'vscode.executeCompletionItemProvider',
        document.uri,
        position,
      ),
    (list) => list.items.some(isWanted),
    (list) => list.items.map(textOf).join(' | '),
  );
  const item = items.find(isWanted);
  assert.ok(item);
  return item;
}

/** Takes an item as Enter does. */
async function take(item: vscode.CompletionItem, position: vscode.Position): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  assert.ok(editor && item.range);
  const range = item.range instanceof vscode.Range ? item.range : item.range.replacing;
  assert.ok(range.contains(position), 'the item replaces what was typed');
  const snippet =
    item.insertText instanceof vscode.SnippetString
      ? item.insertText
      : new vscode.SnippetString().appendText(textOf(item));
  assert.ok(await editor.insertSnippet(snippet, range));
}

describe('completion', () => {
  afterEach(closeAll);

  for (const typed of ['sl', '数', '11', '1']) {
    it(`offers the class in one go where an indicator begins, for ${typed}`, async () => {
      const document = await openTable(`${soundTable}  4、${typed}\n`);
      const position = endOf(document, `  4、${typed}`);
      const quantity = await offered(document, position, '1-产出指标; 11-数量指标; ');
      await take(quantity, position);
      assert.equal(document.lineAt(position.line).text, '  4、1-产出指标; 11-数量指标; ');
    });
  }

  it('writes a whole project with a place for each value', async () => {
    const document = await openTable(`${soundTable}\n\n`);
    const position = new vscode.Position(document.lineCount - 2, 0);
    const whole = await offered(document, position, `项目名称: $\{1}\n总计: $\{2}\n`);
    await take(whole, position);
    await vscode.commands.executeCommand('type', { text: '科技培训' });
    const lines = document.getText().split('\n').slice(position.line);
    assert.equal(lines[0], '项目名称: 科技培训');
    assert.equal(lines[6], '  2、2-效益指标; 21-经济效益; ; 实施周期指标值:; 年度指标值:。');
  });

  it('says what a standard indicator is when somebody looks', async () => {
    const start = '  4、3-满意度指标; 31-服务对象满意度; 服务';
    const document = await openTable(`${soundTable}${start}\n`);
    const position = endOf(document, start);
    await offered(document, position, '服务对象满意度;');
    const { items } = await vscode.commands.executeCommand<vscode.CompletionList>(
      'vscode.executeCompletionItemProvider',
      document.uri,
      position,
      undefined,
      10,
    );
    const item = items.find((one) => textOf(one).startsWith('服务对象满意度;'));
    assert.ok(item?.documentation instanceof vscode.MarkdownString);
    assert.match(item.documentation.value, /计算公式|Formula/);
  });

  it('offers names of the class with values after it', async () => {
    const start = '  4、3-满意度指标; 31-服务对象满意度; 服务';
    const document = await openTable(`${soundTable}${start}\n`);
    const position = endOf(document, start);
    const name = await offered(document, position, '服务对象满意度;');
    await take(name, position);
    assert.match(document.lineAt(position.line).text, /; 服务对象满意度; 实施周期指标值:[^;]+; 年度指标值:[^;]+。$/);
  });
});
