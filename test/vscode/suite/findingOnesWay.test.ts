import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { answered, closeAll, openTable, soundTable, startOf } from './helpers.ts';

/** Asks VS Code by one of its commands until there is an answer. */
function ask<T>(command: string, ...args: readonly unknown[]): Promise<readonly T[]> {
  return answered(
    command,
    () => vscode.commands.executeCommand<T[] | undefined>(command, ...args).then((answer) => answer ?? []),
    (answer) => answer.length > 0,
  );
}

const NAME = '服务企业数量';

/** The sound table with a second project that has an indicator of the same name. */
const twoProjects = `${soundTable}
项目名称: 企业帮扶经费
总计: 0.00
绩效目标: 帮扶企业,全年服务企业20家,由示范市科技局本级实施。
绩效指标:
  1、1-产出指标; 11-数量指标; ${NAME}; 实施周期指标值:20家; 年度指标值:20家。
`;

describe('finding one’s way', () => {
  afterEach(closeAll);

  it('goes from a class to where the profile defines it, in a read-only document', async () => {
    const document = await openTable(twoProjects);
    const [link] = await ask<vscode.LocationLink>(
      'vscode.executeDefinitionProvider',
      document.uri,
      startOf(document, '11-数量指标'),
    );
    assert.equal(link?.targetUri.toString(), 'jxmb-profile:/guangzhou.json');
    const page = await vscode.workspace.openTextDocument(link.targetUri);
    assert.equal(page.getText(link.targetSelectionRange), '"数量指标"');
    assert.equal(page.languageId, 'json');
    assert.equal(JSON.parse(page.getText()).id, 'guangzhou');
  });

  it('goes from a unit named in a goal to the unit, and from 引用 to the file', async () => {
    const taken = await openTable('资金使用单位: 科协\n', '科协.jxmb');
    const document = await openTable(`${twoProjects}\n引用: 科协.jxmb\n`);
    const [unit] = await ask<vscode.LocationLink>(
      'vscode.executeDefinitionProvider',
      document.uri,
      startOf(document, '本级实施'),
    );
    assert.deepEqual(unit?.targetSelectionRange?.start, startOf(document, '示范市科技局本级'));
    const [file] = await ask<vscode.LocationLink>(
      'vscode.executeDefinitionProvider',
      document.uri,
      startOf(document, '科协.jxmb'),
    );
    assert.equal(file?.targetUri.toString(), taken.uri.toString());
    const [link] = await ask<vscode.DocumentLink>('vscode.executeLinkProvider', document.uri);
    assert.equal(link?.target?.toString(), taken.uri.toString());
    assert.equal(link?.range.start.line, startOf(document, '科协.jxmb').line);
  });

  it('shows the uses of a name, and marks them in the document', async () => {
    const document = await openTable(twoProjects);
    const position = startOf(document, NAME);
    for (const command of ['vscode.executeReferenceProvider', 'vscode.executeDocumentHighlights']) {
      // While the server is starting, VS Code marks the word by itself.
      await answered(
        command,
        async () => {
          const found = await ask<vscode.Location | vscode.DocumentHighlight>(command, document.uri, position);
          return found.map(({ range }) => document.getText(range));
        },
        (texts) => texts.length === 2 && texts.every((text) => text === NAME),
      );
    }
  });

  it('marks an amount and those that it is the sum of', async () => {
    const document = await openTable(soundTable);
    const project = startOf(document, '项目名称: 科技金融专项').line;
    const highlights = await ask<vscode.DocumentHighlight>(
      'vscode.executeDocumentHighlights',
      document.uri,
      new vscode.Position(project + 1, '总计: '.length),
    );
    assert.deepEqual(
      highlights.map(({ range, kind }) => [document.getText(range), kind]),
      [
        ['120.00', vscode.DocumentHighlightKind.Write],
        ['100.00', vscode.DocumentHighlightKind.Read],
        ['20.00', vscode.DocumentHighlightKind.Read],
      ],
    );
  });

  it('renames an indicator everywhere in the table, escaped where need be', async () => {
    const document = await openTable(twoProjects);
    const position = startOf(document, NAME);
    const prepared = await answered(
      'a place to rename',
      () =>
        vscode.commands.executeCommand<{ range: vscode.Range; placeholder: string }>(
          'vscode.prepareRename',
          document.uri,
          position,
        ),
      (answer) => answer?.placeholder === NAME,
    );
    assert.equal(document.getText(prepared.range), NAME);
    const edit = await vscode.commands.executeCommand<vscode.WorkspaceEdit>(
      'vscode.executeDocumentRenameProvider',
      document.uri,
      position,
      '年度指标值:企业数',
    );
    assert.equal(edit.entries().length, 1);
    assert.ok(await vscode.workspace.applyEdit(edit));
    assert.equal(document.getText(), twoProjects.replaceAll(`; ${NAME};`, '; \\年度指标值:企业数;'));
    await assert.rejects(
      Promise.resolve(
        vscode.commands.executeCommand('vscode.executeDocumentRenameProvider', document.uri, position, ' '),
      ),
      /名称不能为空|cannot be empty/,
    );
  });

  it('selects more and more around the cursor', async () => {
    const document = await openTable(soundTable);
    const [first] = await ask<vscode.SelectionRange>('vscode.executeSelectionRangeProvider', document.uri, [
      startOf(document, '90%'),
    ]);
    const texts: string[] = [];
    for (let at = first; at; at = at.parent) texts.push(document.getText(at.range));
    assert.deepEqual(texts.slice(0, 2), ['90', '≥90%']);
    const wanted = ['实施周期指标值:≥90%', '3、3-满意度指标', '绩效指标:', '项目名称: 科技金融专项', '资金使用单位:'];
    const starts = wanted.map((start) => texts.findIndex((text) => text.startsWith(start)));
    assert.ok(
      starts.every((index, i) => index > (starts[i - 1] ?? 1)),
      `${starts} in ${JSON.stringify(texts)}`,
    );
    assert.equal(texts.at(-1), document.getText());
  });

  it('finds projects of all open tables by name', async () => {
    await openTable(twoProjects);
    const symbols = await ask<vscode.SymbolInformation>('vscode.executeWorkspaceSymbolProvider', '企业帮扶');
    const found = symbols.find(({ name }) => name === '企业帮扶经费');
    assert.equal(found?.containerName, '示范市科技局本级');
    assert.equal(found?.kind, vscode.SymbolKind.Class);
  });

  it('finds a project by its initials in a list of its own, and goes there', async () => {
    const document = await openTable(twoProjects);
    assert.equal(vscode.window.activeTextEditor?.document, document);
    await vscode.commands.executeCommand('jxmb.findProject', 'qybf');
    await answered(
      'the project',
      async () => {
        await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
        const { activeTextEditor: editor } = vscode.window;
        return editor ? editor.document.getText(editor.selection) : '';
      },
      (text) => text === '企业帮扶经费',
    );
  });

  it('has the department on top of the outline, and indicators by class', async () => {
    const document = await openTable(soundTable);
    const symbols = await ask<vscode.DocumentSymbol>('vscode.executeDocumentSymbolProvider', document.uri);
    const path: string[] = [];
    let level: readonly vscode.DocumentSymbol[] = symbols;
    const position = startOf(document, '服务对象满意度; 实');
    for (let at = level.find(({ range }) => range.contains(position)); at; ) {
      path.push(at.name);
      level = at.children;
      at = level.find(({ range }) => range.contains(position));
    }
    assert.deepEqual(path, [
      '示范市科技局',
      '示范市科技局本级',
      '科技金融专项',
      '绩效指标',
      '3-满意度指标',
      '3 服务对象满意度',
    ]);
  });
});
