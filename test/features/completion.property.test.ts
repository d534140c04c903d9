import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { CompletionItem, CompletionList, InsertTextFormat } from 'vscode-languageserver-types';
import { createLanguageService } from '../../server/src/languageService.ts';
import { Workspace } from '../../server/src/workspace/workspace.ts';
import { client } from '../tables.ts';
import { text } from '../workspace/generated.ts';
import { EXAMPLE, environment } from './marks.ts';

/** What holds of completions wherever they are asked for, in a text of any kind. */

const typed = fc.constantFrom(
  ...[
    '',
    '1',
    '11',
    'sl',
    '≥',
    '>=',
    '》=',
    '<',
    '不',
    '5',
    '5人',
    '平台ys',
    '培训',
    '；',
    '：',
    '、',
    '; ',
    '//',
    '// jxmb-',
  ],
  ...[
    '项目',
    'xm',
    '资金使用单位: ',
    '项目名称: 科',
    '引用: ',
    '版式: central-2021\n',
    '版式: ',
    '年度: ',
    '总计: ',
    '权重:',
    '\\',
    '$',
    '}',
  ],
  ...['绩效指标:\n1、11; 培训人次; ', '年度指标值:', '指标解释:', '(1)', '①', '\r\n', '\r', '\u3000', '𠀀'],
);
const share = fc.double({ min: 0, max: 1, noNaN: true });
const abilities = fc.record({
  versionedEdits: fc.constant(true),
  snippets: fc.boolean(),
  replaceRanges: fc.boolean(),
  resolvesCompletions: fc.boolean(),
  listDefaults: fc.constant(false),
  laterKinds: fc.boolean(),
  relatedPlaces: fc.constant(true),
  unnecessaryTags: fc.constant(true),
  vscode: fc.boolean(),
  resolvesActions: fc.constant(true),
  markdownHovers: fc.constant(true),
  inlayHints: fc.constant(true),
});

test('completions stay on the line, around the cursor, and are filtered by what was typed', () =>
  fc.assert(
    fc.asyncProperty(fc.oneof(text, fc.constant(EXAMPLE)), share, typed, abilities, async (start, at, put, able) => {
      const service = createLanguageService({ ...environment, client: able, workspace: new Workspace() });
      const document = service.open('file:///w/a.jxmb', 'jxmb', 0, start);
      const offset = Math.round(at * start.length);
      document.edit(offset, offset, put);
      const position = document.positionAt(offset + put.length);
      const { isIncomplete, items } = await service.complete(document, position);
      assert.ok(isIncomplete);
      for (const { textEdit, filterText = '', insertTextFormat, documentation, data } of items) {
        assert.ok(textEdit);
        const ranges = 'range' in textEdit ? [textEdit.range] : [textEdit.insert, textEdit.replace];
        assert.ok(able.replaceRanges || 'range' in textEdit);
        for (const range of ranges) {
          assert.equal(range.start.line, position.line);
          assert.equal(range.end.line, position.line);
          assert.ok(range.start.character <= position.character && position.character <= range.end.character);
          assert.equal(document.getText({ start: range.start, end: position }), filterText);
        }
        if (!able.snippets) assert.equal(insertTextFormat, 1);
        assert.ok(able.resolvesCompletions || data === undefined || documentation);
      }
    }),
    { numRuns: 1500 },
  ));

/** A list in which each item says all by itself, as the protocol has it. */
function spread({ isIncomplete, itemDefaults, items }: CompletionList): CompletionList {
  const range = itemDefaults?.editRange;
  const whole = items.map(({ textEditText, data: own, ...item }): CompletionItem => {
    const newText = textEditText ?? item.label;
    const place = range && ('start' in range ? { range } : range);
    const data = { ...itemDefaults?.data, ...own };
    return {
      insertTextFormat: itemDefaults?.insertTextFormat as InsertTextFormat,
      ...(place && { textEdit: { ...place, newText } }),
      ...item,
      // What nothing is to be said of says so where others of its list have something.
      ...(data.about && { data }),
    };
  });
  return { isIncomplete, items: whole };
}

test('what a list says once is what each item says else', () =>
  fc.assert(
    fc.asyncProperty(fc.oneof(text, fc.constant(EXAMPLE)), share, typed, abilities, async (start, at, put, able) => {
      const list = async (listDefaults: boolean) => {
        const given = { ...environment, client: { ...able, listDefaults }, workspace: new Workspace() };
        const service = createLanguageService(given);
        const offset = Math.round(at * start.length);
        const document = service.open('file:///w/a.jxmb', 'jxmb', 0, start);
        document.edit(offset, offset, put);
        return service.complete(document, document.positionAt(offset + put.length));
      };
      assert.deepEqual(spread(await list(true)), await list(false));
    }),
    { numRuns: 300 },
  ));

test('a comment holds nothing but directives and rules', () =>
  fc.assert(
    fc.asyncProperty(typed, share, async (put, at) => {
      const lines = EXAMPLE.split('\n');
      lines.splice(Math.round(at * lines.length), 0, `// 说明 ${put.split(/[\r\n]/)[0]}`);
      const service = createLanguageService({ ...environment, client, workspace: new Workspace() });
      const document = service.open('file:///w/a.jxmb', 'jxmb', 0, lines.join('\n'));
      const line = lines.findIndex((one) => one.startsWith('// 说明'));
      const { items } = await service.complete(document, { line, character: (lines[line] as string).length });
      assert.deepEqual(items, []);
    }),
    { numRuns: 300 },
  ));
