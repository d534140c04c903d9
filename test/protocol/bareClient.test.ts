/**
 * A client without settings, registrations, snippets or any other ability works on the example, with the server in a
 * process of its own: everything that is offered is used once, and nothing comes that such a client would not know.
 */
import assert from 'node:assert/strict';
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import {
  type CodeAction,
  type CodeLens,
  CompletionItemKind,
  type CompletionList,
  type Diagnostic,
  DiagnosticSeverity,
  type DocumentDiagnosticReport,
  type DocumentHighlight,
  type DocumentLink,
  type FoldingRange,
  type Hover,
  type InitializeResult,
  type InlayHint,
  type Location,
  type Position,
  type Range,
  type SelectionRange,
  type SemanticTokens,
  type SemanticTokensDelta,
  type SymbolInformation,
  SymbolKind,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver-protocol/node';
import { everywhere, tokensIn } from '../features/shown.ts';
import { BareClient } from './process.ts';

const NAME = '示范区科工商信局-2025.jxmb';
const example = path.join(import.meta.dirname, '../../examples', NAME);
const EXAMPLE = readFileSync(example, 'utf8');
const options = { tabSize: 2, insertSpaces: true };

/** The place of a text that stands in another one once. */
function at(part: string, text = EXAMPLE, more = 0): Position {
  const index = text.indexOf(part);
  assert.ok(index >= 0 && index === text.lastIndexOf(part), `${part} is to be there once`);
  const lines = text.slice(0, index + more).split('\n');
  return { line: lines.length - 1, character: (lines.at(-1) as string).length };
}

const rangeOf = (part: string, text = EXAMPLE): Range => ({ start: at(part, text), end: at(part, text, part.length) });

function textIn({ start, end }: Range, text = EXAMPLE): string {
  const lines = text.split('\n');
  const inside = lines.slice(start.line, end.line + 1);
  inside[inside.length - 1] = (inside.at(-1) as string).slice(0, end.character);
  inside[0] = (inside[0] as string).slice(start.character);
  return inside.join('\n');
}

/** The text after some edits, as the protocol has them: all places are those of the text before. */
function edited(text: string, edits: readonly TextEdit[]): string {
  const lines = text.split('\n');
  const starts = lines.map((_, line) => lines.slice(0, line).join('\n').length + (line > 0 ? 1 : 0));
  const offset = ({ line, character }: Position) => (starts[line] ?? text.length) + character;
  return edits
    .toSorted((a, b) => offset(b.range.start) - offset(a.range.start))
    .reduce(
      (now, { range, newText }) => now.slice(0, offset(range.start)) + newText + now.slice(offset(range.end)),
      text,
    );
}

const ruleOf = ({ code }: Diagnostic) => String(code);
const has = (rule: string) => (params: { diagnostics: Diagnostic[] }) => params.diagnostics.map(ruleOf).includes(rule);
const hasNot = (rule: string) => (params: { diagnostics: Diagnostic[] }) => !has(rule)(params);

/** Where something does not come, the test says so instead of waiting for ever. */
const limits = { timeout: 60_000 };

describe('on the example', limits, () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'jxmb-bare-'));
  const uriOf = (name: string) => pathToFileURL(path.join(folder, name)).href;
  const uri = uriOf(NAME);
  const textDocument = { uri };
  let client: BareClient & { readonly answer: InitializeResult };

  before(async () => {
    copyFileSync(example, path.join(folder, NAME));
    client = await BareClient.start({ rootUri: pathToFileURL(folder).href, workspaceFolders: null });
    client.open(uri, EXAMPLE);
  });
  after(async () => {
    assert.deepEqual(client.asked, [], 'nobody said that requests would be answered');
    assert.deepEqual(client.told, [], 'nothing went wrong, and nothing came that only others know');
    assert.equal(await client.end(), 0);
    rmSync(folder, { recursive: true, force: true });
  });

  test('what is offered needs no abilities', () => {
    const { capabilities } = client.answer;
    assert.equal(capabilities.positionEncoding ?? 'utf-16', 'utf-16');
    assert.equal(capabilities.diagnosticProvider, undefined);
    // What these may say besides is for clients that declare that they know it.
    assert.equal(capabilities.codeActionProvider, true);
    assert.equal(capabilities.renameProvider, true);
    assert.equal(capabilities.completionProvider?.resolveProvider, false);
    assert.equal(capabilities.workspace?.fileOperations, undefined);
  });

  test('findings are pushed when the table is opened, and again after an edit', async () => {
    const first = await client.published(uri);
    assert.deepEqual(
      first.diagnostics.map((finding) => [ruleOf(finding), textIn(finding.range), finding.severity]),
      [
        ['total-mismatch', '72,239.50', DiagnosticSeverity.Error],
        ['duplicate-value', '年度指标值:2场', DiagnosticSeverity.Warning],
        ['class-parent', '2-效益指标', DiagnosticSeverity.Error],
        ['conflicting-value', '年度指标值:不少于3次', DiagnosticSeverity.Error],
        ['duplicate-indicator', '补偿款按时支付率', DiagnosticSeverity.Error],
        ['unknown-class', '18', DiagnosticSeverity.Error],
      ],
    );
    for (const finding of first.diagnostics) {
      const { range: _, severity, message, ...others } = finding;
      assert.ok(severity !== undefined && /\p{Script=Han}/u.test(String(message)));
      assert.deepEqual(Object.keys(others).sort(), ['code', 'source'], 'nothing that must be declared first');
    }
    client.type(uri, 2, EXAMPLE.replace('财政专户拨款: 15.00\n其他资金:\n', '财政专户拨款: 15.00\n其他资金: 110.00\n'));
    const second = await client.published(uri, hasNot('total-mismatch'));
    assert.equal(second.diagnostics.length, 5);
    assert.equal(second.version, 2);
    client.type(uri, 3, EXAMPLE);
    await client.published(uri, has('total-mismatch'));
  });

  test('findings are also to be had by asking', async () => {
    const report = await client.request<DocumentDiagnosticReport>('textDocument/diagnostic', { textDocument });
    assert.equal(report.kind === 'full' && report.items.length, 6);
  });

  test('completions are plain text, one edit each, of kinds that every client knows', async () => {
    const start = '\n  10、1-产出指标; 11-数量指标; 培训';
    const text = EXAMPLE.replace('年度指标值:≥95%。\n', (line) => `${line.slice(0, -1)}${start}\n`);
    for (const [position, wanted] of [
      [at(start, text, start.length), /^培训.*; 实施周期指标值:/],
      [{ line: at('资金使用单位: 示范区科学技术协会', text).line - 1, character: 0 }, /^项目名称: \n总计: \n/],
    ] as const) {
      client.type(uri, 4, text);
      const { items } = await client.request<CompletionList>('textDocument/completion', { textDocument, position });
      assert.ok(
        items.some(({ textEdit }) => wanted.test(textEdit?.newText ?? '')),
        items.map(({ textEdit }) => textEdit?.newText).join('\n'),
      );
      for (const { textEdit, insertTextFormat, kind, command, additionalTextEdits, data } of items) {
        assert.ok(textEdit && 'range' in textEdit);
        assert.deepEqual(textEdit.range.end, position);
        assert.doesNotMatch(textEdit.newText, /\$/);
        assert.equal(insertTextFormat ?? 1, 1);
        assert.ok(kind === undefined || kind <= CompletionItemKind.Reference, `kind ${kind}`);
        assert.deepEqual([command, additionalTextEdits, data], [undefined, undefined, undefined]);
      }
    }
    client.type(uri, 5, EXAMPLE);
  });

  test('hovers say what an amount is, and what is wrong with it', async () => {
    const position = at('72,239.50');
    const hover = await client.request<Hover>('textDocument/hover', { textDocument, position });
    assert.equal(textIn(hover.range as Range), '72,239.50');
    assert.match(JSON.stringify(hover.contents), /110\.00.*总计与资金来源之和不符/);
  });

  test('fixes come with their edits, and mend what they say', async () => {
    const mended: readonly (readonly [string, string, string])[] = [
      ['72,239.50', '把差额 110.00 填入其他资金', '其他资金: 110.00'],
      ['18-时放指标; 合同支付及时率', '改为 13-时效指标', '6、1-产出指标; 13-时效指标; 合同支付及时率'],
    ];
    for (const [part, title, result] of mended) {
      const range = rangeOf(part);
      const actions = await client.request<CodeAction[]>('textDocument/codeAction', {
        textDocument,
        range,
        context: { diagnostics: [] },
      });
      for (const action of actions) {
        assert.equal(action.command, undefined, 'a command of ours would do nothing');
        assert.equal(action.data, undefined, 'nothing is left to be asked for');
        assert.deepEqual(Object.keys(action.edit ?? {}), ['changes'], action.title);
        assert.deepEqual(Object.keys(action.edit?.changes ?? {}), [uri]);
      }
      const fix = actions.find((action) => action.title === title);
      assert.ok(fix, actions.map((action) => action.title).join(' | '));
      assert.ok(edited(EXAMPLE, fix.edit?.changes?.[uri] ?? []).includes(result));
    }
    const [all] = await client.request<CodeAction[]>('textDocument/codeAction', {
      textDocument,
      range: everywhere,
      context: { diagnostics: [], only: ['source.fixAll'] },
    });
    client.type(uri, 6, edited(EXAMPLE, all?.edit?.changes?.[uri] ?? []));
    const { diagnostics } = await client.published(uri, ({ version }) => version === 6);
    assert.deepEqual(diagnostics.map(ruleOf), ['total-mismatch', 'conflicting-value', 'unknown-class']);
    client.type(uri, 7, EXAMPLE);
  });

  test('formatting of all, of lines and of a line just begun', async () => {
    const loose = EXAMPLE.replace('总计: 137.00\n', '总计：137\n').replace('总计: 252.00\n', '总计：252\n');
    client.type(uri, 8, loose);
    const all = await client.request<TextEdit[]>('textDocument/formatting', { textDocument, options });
    assert.equal(edited(loose, all), EXAMPLE);
    const some = await client.request<TextEdit[]>('textDocument/rangeFormatting', {
      textDocument,
      range: rangeOf('总计：137', loose),
      options,
    });
    assert.equal(edited(loose, some), loose.replace('总计：137\n', '总计: 137.00\n'));
    const line = '实施周期指标值:12场; 年度指标值:12场。\n';
    const begun = EXAMPLE.replace(line, `${line}\n`);
    client.type(uri, 9, begun);
    const position = { line: at(line, begun).line + 1, character: 0 };
    const typed = await client.request<TextEdit[]>('textDocument/onTypeFormatting', {
      textDocument,
      position,
      ch: '\n',
      options,
    });
    assert.equal(edited(begun, typed), EXAMPLE.replace(line, `${line}  \n`));
    client.type(uri, 10, EXAMPLE);
  });

  test('the outline is a list of kinds that every client knows', async () => {
    const symbols = await client.request<SymbolInformation[]>('textDocument/documentSymbol', { textDocument });
    const project = symbols.find(({ name }) => name === '科协经费');
    assert.equal(project?.containerName, '示范区科学技术协会');
    assert.deepEqual(project?.location.range.start, { line: at('项目名称: 科协经费').line, character: 0 });
    for (const { kind, location } of symbols) {
      assert.ok(kind <= SymbolKind.Array);
      assert.equal(location.uri, uri);
    }
  });

  test('units and projects of the folder are found by Han and by pinyin', async () => {
    for (const query of ['科协业务', 'kxyw']) {
      const found = await client.request<SymbolInformation[]>('workspace/symbol', { query });
      assert.deepEqual(
        found.map(({ name, location }) => [name, location.uri, textIn(location.range)]),
        [['科协业务工作经费', uri, '科协业务工作经费']],
      );
    }
  });

  test('definition, references and highlights of a name', async () => {
    const name = '公民科学素质';
    const position = at(name);
    const own: Location = { uri, range: rangeOf(name) };
    const ask = <T>(method: string, more: object = {}) =>
      client.request<T>(method, { textDocument, position, ...more });
    assert.deepEqual(await ask<Location[]>('textDocument/definition'), [own]);
    const context = { includeDeclaration: true };
    assert.deepEqual(await ask<Location[]>('textDocument/references', { context }), [own]);
    const highlights = await ask<DocumentHighlight[]>('textDocument/documentHighlight');
    assert.deepEqual(
      highlights.map(({ range }) => range),
      [own.range],
    );
  });

  test('a class leads nowhere, for its page could not be opened', async () => {
    const position = at('18-时放指标; 合同支付及时率', EXAMPLE, -3);
    assert.deepEqual(await client.request('textDocument/definition', { textDocument, position }), []);
  });

  test('a unit is renamed in its table, as plain edits by file', async () => {
    const position = at('资金使用单位: 示范区科学技术协会', EXAMPLE, 8);
    const prepared = await client.request<{ range: Range; placeholder: string }>('textDocument/prepareRename', {
      textDocument,
      position,
    });
    assert.equal(prepared.placeholder, '示范区科学技术协会');
    const edit = await client.request<WorkspaceEdit>('textDocument/rename', {
      textDocument,
      position,
      newName: '示范区科协',
    });
    assert.deepEqual(edit, { changes: { [uri]: [{ range: prepared.range, newText: '示范区科协' }] } });
    const refused = client.request('textDocument/rename', { textDocument, position, newName: '' });
    await assert.rejects(refused, { code: -32803, message: '名称不能为空。' });
  });

  test('selection grows from a number to the document', async () => {
    const positions = [at('30.189亩; 年度')];
    const [first] = await client.request<SelectionRange[]>('textDocument/selectionRange', { textDocument, positions });
    const texts: string[] = [];
    for (let range = first; range; range = range.parent) texts.push(textIn(range.range));
    assert.equal(texts[0], '30.189');
    assert.equal(texts.at(-1), EXAMPLE);
    assert.ok(texts.every((text, i) => text.includes(texts[i - 1] ?? '')));
  });

  test('folding is by whole lines', async () => {
    const ranges = await client.request<FoldingRange[]>('textDocument/foldingRange', { textDocument });
    const start = at('项目名称: 科协经费').line;
    const project = ranges.find(({ startLine }) => startLine === start);
    assert.equal(
      textIn({
        start: { line: project?.endLine ?? 0, character: 2 },
        end: { line: project?.endLine ?? 0, character: 4 },
      }),
      '8、',
    );
    for (const range of ranges) assert.deepEqual([range.startCharacter, range.endCharacter], [undefined, undefined]);
  });

  test('tokens are within their lines and lie over no other', async () => {
    const ask = <T>(method: string, more: object = {}) => client.request<T>(method, { textDocument, ...more });
    const { data, resultId } = await ask<SemanticTokens>('textDocument/semanticTokens/full');
    const lines = EXAMPLE.split('\n');
    let [line, end] = [0, 0];
    for (let start = 0, i = 0; i < data.length; i += 5) {
      const [deltaLine = 0, deltaStart = 0, length = 0] = data.slice(i, i + 3);
      start = deltaLine > 0 ? deltaStart : start + deltaStart;
      line += deltaLine;
      assert.ok(deltaLine > 0 || start >= end, `line ${line}`);
      end = start + length;
      assert.ok(length > 0 && end <= (lines[line] as string).length, `line ${line}`);
    }
    assert.ok(tokensIn(EXAMPLE, data).includes('总计:variable 72,239.50:number.mismatch'));
    const delta = await ask<SemanticTokensDelta>('textDocument/semanticTokens/full/delta', {
      previousResultId: resultId,
    });
    assert.deepEqual(delta.edits, []);
    const some = await ask<SemanticTokens>('textDocument/semanticTokens/range', { range: rangeOf('总计: 72,239.50') });
    assert.ok(tokensIn(EXAMPLE, some.data).includes('总计:variable 72,239.50:number.mismatch'));
  });

  test('hints and lenses are text alone', async () => {
    const hints = await client.request<InlayHint[]>('textDocument/inlayHint', {
      textDocument,
      range: rangeOf('总计: 72,239.50'),
    });
    assert.deepEqual(
      hints.map(({ label }) => label),
      ['比来源多 110.00'],
    );
    const lenses = await client.request<CodeLens[]>('textDocument/codeLens', { textDocument });
    const line = at('资金使用单位: 示范区科学技术协会').line;
    assert.match(
      lenses.find(({ range }) => range.start.line === line)?.command?.title ?? '',
      /^5 个项目 · 相加 252\.00 万元/,
    );
    assert.ok(
      lenses.every(({ command }) => command?.command === ''),
      'a command of ours would do nothing',
    );
  });

  test('tables that are taken in: links, findings, and files that change unseen', async () => {
    const unit = (money: string) =>
      `资金使用单位: 科协\n总计: ${money}\n\n项目名称: 科普\n总计: ${money}\n绩效目标: 办好科普。\n`;
    const whole = `单位: 万元\n\n合计\n总计: 10.00\n\n引用: 科协.jxmb\n`;
    writeFileSync(path.join(folder, '科协.jxmb'), unit('9.00'));
    const own = uriOf('部门.jxmb');
    client.open(own, whole);
    const { diagnostics } = await client.published(own);
    assert.deepEqual(diagnostics.map(ruleOf), ['sum-mismatch']);
    const links = await client.request<DocumentLink[]>('textDocument/documentLink', { textDocument: { uri: own } });
    assert.deepEqual(
      links.map(({ range, target }) => [textIn(range, whole), target]),
      [['科协.jxmb', uriOf('科协.jxmb')]],
    );
    // Mended by another program, of which nobody tells: whatever is asked next has the file looked at.
    writeFileSync(path.join(folder, '科协.jxmb'), unit('10.000'));
    await client.request('textDocument/foldingRange', { textDocument: { uri: own } });
    await client.published(own, hasNot('sum-mismatch'));
    rmSync(path.join(folder, '科协.jxmb'));
    client.type(own, 2, `${whole}\n`);
    await client.published(own, has('include'));
    client.notify('textDocument/didClose', { textDocument: { uri: own } });
    await client.published(own, (params) => params.diagnostics.length === 0);
  });

  test('places count in UTF-16, whatever the characters and the line ends', async () => {
    const text = ['单位: 万元', '项目名称: 𠮷祥𪚥龙🎉\t购置', '总计: 𝟏2', '绩效目标: 好。', '// 🎉', '总计: 3'].join(
      '\r\n',
    );
    const own = uriOf('生僻字.jxmb');
    client.open(own, text);
    const { diagnostics } = await client.published(own);
    const shown = (range: Range) =>
      text.split('\r\n')[range.start.line]?.slice(range.start.character, range.end.character);
    const invalid = diagnostics.find((finding) => ruleOf(finding) === 'amount-invalid');
    assert.equal(invalid && shown(invalid.range), '𝟏2');
    const again = diagnostics.find((finding) => ruleOf(finding) === 'duplicate-field');
    assert.equal(again?.range.start.line, 5);
    const prepared = await client.request<{ range: Range }>('textDocument/prepareRename', {
      textDocument: { uri: own },
      position: { line: 1, character: 12 },
    });
    assert.equal(shown(prepared.range), '𠮷祥𪚥龙🎉\t购置');
    // Behind the emoji of the comment's line, by the place that a client counts in UTF-16.
    client.notify('textDocument/didChange', {
      textDocument: { uri: own, version: 2 },
      contentChanges: [
        { range: { start: { line: 4, character: 5 }, end: { line: 5, character: 5 } }, text: '\r\n财政拨款: ' },
      ],
    });
    await client.published(own, hasNot('duplicate-field'));
    client.notify('textDocument/didClose', { textDocument: { uri: own } });
  });
});
