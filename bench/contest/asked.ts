import type { Position, Range } from 'vscode-languageserver-protocol';

/** Something that an editor asks about the document. */
export interface Asked {
  readonly name: string;
  readonly method: string;
  readonly params: object;
  /** There is nothing to answer: to see that is what costs. */
  readonly isNothing?: boolean;
}

/**
 * Everything that is asked of a server, at places in the middle of a generated table.
 * @param found where something is found
 */
export function everything(text: string, found: Range): readonly Asked[] {
  const lines = text.split('\n');
  const middle = Math.floor(lines.length / 2);
  /** Behind a piece of the first line from the middle on that has it. */
  const behind = (piece: string): Position => {
    const line = lines.findIndex((own, i) => i >= middle && own.includes(piece));
    return { line, character: (lines[line] as string).indexOf(piece) + piece.length };
  };
  const start = (line: number) => ({ line, character: 0 });
  const project = behind('项目名称: ');
  const indicator = behind('11-数量指标; ');
  const value = behind('年度指标值:');
  const amount = behind('财政拨款: ');
  const inProject = { range: { start: project, end: start(project.line + 10) } };
  const screen = { range: { start: start(middle), end: start(middle + 60) } };
  const options = { tabSize: 2, insertSpaces: true };
  const at = (position: Position) => ({ position });
  return [
    { name: 'completion: amount', method: 'textDocument/completion', params: at(behind('总计: ')) },
    { name: 'completion: class', method: 'textDocument/completion', params: at(behind('  2、')) },
    { name: 'completion: name', method: 'textDocument/completion', params: at(indicator) },
    { name: 'completion: value', method: 'textDocument/completion', params: at(value) },
    { name: 'hover: label', method: 'textDocument/hover', params: at(start(amount.line)) },
    { name: 'hover: amount', method: 'textDocument/hover', params: at(amount) },
    { name: 'hover: value', method: 'textDocument/hover', params: at(value) },
    { name: 'hover: project', method: 'textDocument/hover', params: at(project) },
    { name: 'findings', method: 'textDocument/diagnostic', params: {} },
    { name: 'code actions', method: 'textDocument/codeAction', params: { range: found, context: { diagnostics: [] } } },
    { name: 'outline', method: 'textDocument/documentSymbol', params: {} },
    { name: 'folding', method: 'textDocument/foldingRange', params: {} },
    { name: 'lenses', method: 'textDocument/codeLens', params: {} },
    { name: 'hints of a screen', method: 'textDocument/inlayHint', params: screen },
    { name: 'tokens of a screen', method: 'textDocument/semanticTokens/range', params: screen },
    { name: 'tokens', method: 'textDocument/semanticTokens/full', params: {} },
    { name: 'highlights', method: 'textDocument/documentHighlight', params: at(indicator) },
    { name: 'selection', method: 'textDocument/selectionRange', params: { positions: [value] } },
    { name: 'definition', method: 'textDocument/definition', params: at(behind('11-数')) },
    {
      name: 'references: project',
      method: 'textDocument/references',
      params: { ...at(project), context: { includeDeclaration: true } },
    },
    {
      name: 'references: name',
      method: 'textDocument/references',
      params: { ...at(indicator), context: { includeDeclaration: true } },
    },
    { name: 'prepare rename', method: 'textDocument/prepareRename', params: at(project) },
    { name: 'rename', method: 'textDocument/rename', params: { ...at(project), newName: '改名后的项目' } },
    { name: 'format', method: 'textDocument/formatting', params: { options } },
    { name: 'format a project', method: 'textDocument/rangeFormatting', params: { ...inProject, options } },
    {
      name: 'format on type',
      method: 'textDocument/onTypeFormatting',
      params: { ...at(start(indicator.line + 1)), ch: '\n', options },
      isNothing: true,
    },
    { name: 'symbols', method: 'workspace/symbol', params: { query: '科技金融' } },
    { name: 'symbols by pinyin', method: 'jxmb/symbols', params: { query: 'kjjr' } },
    { name: 'status', method: 'jxmb/status', params: {} },
  ];
}
