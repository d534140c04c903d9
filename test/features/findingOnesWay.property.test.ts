/** What holds of any text, damaged or not: requests on a place never fail, and answer with ranges of the text. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Range, SelectionRange, TextEdit } from 'vscode-languageserver-types';
import { prepareRename } from '../../server/src/features/rename.ts';
import { CannotRename, createLanguageService } from '../../server/src/languageService.ts';
import { nodeHost } from '../../server/src/nodeHost.ts';
import { squeeze } from '../../server/src/syntax/characters.ts';
import { trimmed } from '../../server/src/syntax/text.ts';
import type { TableDocument } from '../../server/src/workspace/tableDocument.ts';
import { Workspace } from '../../server/src/workspace/workspace.ts';
import { client } from '../tables.ts';
import { text as table } from '../workspace/generated.ts';

const open = (text: string) => {
  const service = createLanguageService({ ...nodeHost, language: 'zh', client, workspace: new Workspace() });
  return { service, document: service.open('file:///a.jxmb', 'jxmb', 1, text) };
};

function assertRange({ start, end }: Range, document: TableDocument): void {
  for (const position of [start, end]) assert.deepEqual(document.positionAt(document.offsetAt(position)), position);
  assert.ok(document.offsetAt(start) <= document.offsetAt(end));
}

const holds = (document: TableDocument, outer: Range, inner: Range) =>
  document.offsetAt(outer.start) <= document.offsetAt(inner.start) &&
  document.offsetAt(inner.end) <= document.offsetAt(outer.end);

const mark = fc.constantFrom('、', ';', ':', '。', '\\', '//', ' ', '11-', '总计:', '项目名称:', '\n', '\r', '\u3000');
const damaged = fc
  .tuple(table, fc.array(fc.tuple(fc.nat(), mark), { maxLength: 8 }))
  .map(([text, marks]) =>
    marks.reduce(
      (out, [at, one]) => `${out.slice(0, at % (out.length + 1))}${one}${out.slice(at % (out.length + 1))}`,
      text,
    ),
  );

test('every request answers at every place, with ranges of the text', () =>
  fc.assert(
    fc.asyncProperty(damaged, fc.nat(), async (text, at) => {
      const { service, document } = open(text);
      const position = document.positionAt(at % (text.length + 1));
      const here = { start: position, end: position };
      const highlights = await service.documentHighlights(document, position);
      for (const { range } of highlights) assertRange(range, document);
      const spans = highlights.map(({ range }) => JSON.stringify(range));
      assert.equal(new Set(spans).size, spans.length, 'nothing is highlighted twice');
      for (const { range } of await service.references(document, position, true)) assertRange(range, document);
      for (const { range } of await service.documentLinks(document)) assertRange(range, document);
      const links = await service.definition(document, position);
      for (const { originSelectionRange, targetUri, targetSelectionRange } of links) {
        assert.ok(originSelectionRange && holds(document, originSelectionRange, here));
        if (targetUri === document.uri) assertRange(targetSelectionRange, document);
      }
      let [selection] = (await service.selectionRanges(document, [position])) as (SelectionRange | undefined)[];
      let inner: Range = here;
      for (; selection; selection = selection.parent) {
        assertRange(selection.range, document);
        assert.ok(holds(document, selection.range, inner), 'each lies in the next');
        if (inner !== here) assert.notDeepEqual(selection.range, inner);
        inner = selection.range;
      }
      assert.deepEqual(inner, { start: { line: 0, character: 0 }, end: document.positionAt(text.length) });
    }),
    { numRuns: 1500 },
  ));

const newName = fc.oneof(
  fc.string({
    unit: fc.constantFrom(
      '甲',
      '1',
      '、',
      ';',
      ':',
      '。',
      '\\',
      '/',
      ' ',
      '-',
      ',',
      '年度指标值',
      '总计',
      '合计',
      '数量指标',
      '元',
    ),
  }),
  fc.string({ unit: 'grapheme' }),
);

test('a rename is refused, or the new name reads where the old one did and all else as before', () =>
  fc.assert(
    fc.asyncProperty(damaged, fc.nat(), newName, async (text, at, name) => {
      const { service, document } = open(text);
      const positions = [...text].map((_, i) => document.positionAt((at + i) % (text.length + 1)));
      const position = positions.find((one) => prepareRename(document, one));
      if (!position) return;
      let edits: TextEdit[];
      try {
        const [change] = (await service.rename(document, position, name))?.documentChanges ?? [];
        assert.ok(change && 'edits' in change);
        edits = change.edits as TextEdit[];
      } catch (error) {
        assert.ok(error instanceof CannotRename);
        return;
      }
      const old = squeeze(prepareRename(document, position)?.placeholder ?? '');
      const before = rows(document);
      for (const { range, newText } of [...edits].reverse()) {
        document.edit(document.offsetAt(range.start), document.offsetAt(range.end), newText);
      }
      const after = rows(document);
      assert.equal(after.length, before.length);
      const changed = before.flatMap((one, i) => (one === after[i] ? [] : [[one, after[i]]]));
      for (const [one, other] of changed) {
        assert.equal(squeeze(String(one)), `name:${old}`);
        assert.equal(other, `name: ${trimmed(name)}`);
      }
    }),
    { numRuns: 1500 },
  ));

/** What a table says, a line for each thing. */
function rows(document: TableDocument): string[] {
  return [...document.sequence].flatMap((block) => {
    const row = document.row(block);
    return [
      block.kind,
      `name: ${row.name}`,
      ...row.amounts.map(({ column, reading }) => `${column} ${reading.value?.toAmount()}`),
      ...row.goals.map(({ text }) => text),
      ...row.indicators.flatMap(({ number, level2, name, values }) => [
        `${number} ${level2?.code}`,
        `name: ${name}`,
        ...values.map(({ text }) => text),
      ]),
    ];
  });
}
