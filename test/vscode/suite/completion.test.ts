import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { answered, closeAll, endOf, openTable, soundTable } from './helpers.ts';

/** The items offered at a place, as the suggestion list asks for them. */
function offered(document: vscode.TextDocument, position: vscode.Position): Promise<vscode.CompletionItem[]> {
  return answered(
    () =>
      vscode.commands
        .executeCommand<vscode.CompletionList>('vscode.executeCompletionItemProvider', document.uri, position)
        .then(({ items }) => items),
    (items) => items.length > 0,
  );
}

function textOf({ insertText, label }: vscode.CompletionItem): string {
  if (insertText === undefined) return typeof label === 'string' ? label : label.label;
  return typeof insertText === 'string' ? insertText : insertText.value;
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
      const items = await offered(document, position);
      const quantity = items.find((item) => textOf(item).startsWith('1-产出指标; 11-数量指标; '));
      assert.ok(quantity, `among ${items.map(textOf).join(' | ')}`);
      await take(quantity, position);
      assert.equal(document.lineAt(position.line).text, '  4、1-产出指标; 11-数量指标; ');
    });
  }

  it('offers names of the class with values after it', async () => {
    const start = '  4、3-满意度指标; 31-服务对象满意度; 服务';
    const document = await openTable(`${soundTable}${start}\n`);
    const position = endOf(document, start);
    const items = await offered(document, position);
    const name = items.find((item) => textOf(item).startsWith('服务对象满意度;'));
    assert.ok(name, `among ${items.map(textOf).join(' | ')}`);
    await take(name, position);
    assert.match(document.lineAt(position.line).text, /; 服务对象满意度; 实施周期指标值:[^;]+; 年度指标值:[^;]+。$/);
  });
});
