import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { answered, closeAll, endOf, openTable, soundTable, startOf } from './helpers.ts';

async function hoverAt(document: vscode.TextDocument, position: vscode.Position): Promise<string> {
  const hovers = await answered(
    'a hover',
    () => vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', document.uri, position),
    (answer) => answer.length > 0,
  );
  return hovers
    .flatMap(({ contents }) => contents)
    .map((content) => (typeof content === 'string' ? content : content.value))
    .join('\n');
}

describe('reading a table', () => {
  afterEach(closeAll);

  it('shows what a class is', async () => {
    const document = await openTable(soundTable);
    assert.match(await hoverAt(document, startOf(document, '数量指标')), /数量指标/);
  });

  it('shows an amount in other words', async () => {
    const document = await openTable(soundTable);
    const text = await hoverAt(document, endOf(document, '科技金融专项\n总计: 1'));
    assert.match(text, /1,?200,?000|壹佰贰拾万|120/);
  });

  it('has an outline of units and projects', async () => {
    const document = await openTable(soundTable);
    const symbols = await answered(
      'an outline',
      () =>
        vscode.commands
          .executeCommand<vscode.DocumentSymbol[] | undefined>('vscode.executeDocumentSymbolProvider', document.uri)
          .then((answer) => answer ?? []),
      (answer) => answer.length > 0,
    );
    const names: string[] = [];
    const collect = (symbol: vscode.DocumentSymbol): void => {
      names.push(symbol.name);
      symbol.children.forEach(collect);
    };
    symbols.forEach(collect);
    for (const wanted of ['示范市科技局本级', '科技金融专项']) {
      assert.ok(
        names.some((name) => name.includes(wanted)),
        `${wanted} among ${names.join(', ')}`,
      );
    }
  });

  it('folds a project', async () => {
    const document = await openTable(soundTable);
    const line = startOf(document, '项目名称: 科技金融专项').line;
    const ranges = await answered(
      'folding',
      () =>
        vscode.commands
          .executeCommand<vscode.FoldingRange[] | undefined>('vscode.executeFoldingRangeProvider', document.uri)
          .then((answer) => answer ?? []),
      (answer) => answer.length > 0,
    );
    const project = ranges.find(({ start }) => start === line);
    assert.ok(project, `a range from line ${line} among ${JSON.stringify(ranges)}`);
    assert.ok(project.end >= startOf(document, '3、3-满意度指标').line);
  });
});
