/** What is exported and read again is the same table. Two tables are the same when they say the same as data. */
import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { type ExportLayout, exportTable } from '../../server/src/exchange/exporting/exportTable.ts';
import { tableData } from '../../server/src/exchange/exporting/tableData.ts';
import { MESSAGES } from '../../server/src/exchange/importing/messages.ts';
import type { ImportItem } from '../../server/src/exchange/importing/report.ts';
import { readTableJson } from '../../server/src/exchange/tableJson/readTableJson.ts';
import type { CommentData, IndicatorData, TableData } from '../../server/src/exchange/tableJson/tableData.ts';
import { tableText } from '../../server/src/exchange/tableJson/tableText.ts';
import { vocabularyOf } from '../../server/src/syntax/vocabulary.ts';
import type { TableDocument } from '../../server/src/workspace/tableDocument.ts';
import { openTable, profile, settings } from '../tables.ts';
import { text as anyText } from '../workspace/generated.ts';
import { soundTable } from './exporting/generatedData.ts';
import { roughTable } from './exporting/roughData.ts';
import { FILE_FORMATS, type FileFormat, throughFile } from './throughFile.ts';

const examples = globSync('*.jxmb', { cwd: path.join(import.meta.dirname, '../../examples') }).map((file) => ({
  file,
  table: openTable(readFileSync(path.join(import.meta.dirname, '../../examples', file), 'utf8')),
}));

function openData(data: TableData): TableDocument {
  return openTable(tableText(data, vocabularyOf(profile), profile.id));
}

function throughJson(table: TableDocument): TableDocument {
  const exported = exportTable(table, 'json', { language: 'zh' });
  assert.ok(exported.kind === 'text');
  const read = readTableJson(exported.text, settings.profiles, profile);
  assert.ok('document' in read, JSON.stringify(read));
  return openTable(read.document);
}

/** Comments stand before the same; what comes first of a table may be another. */
function inOrder<T extends { readonly comments?: readonly CommentData[] }>(said: T): T {
  const { comments } = said;
  return comments ? { ...said, comments: comments.map((one) => JSON.stringify(one)).sort() } : said;
}

function saidBy(table: TableDocument) {
  const data = tableData(table);
  return { ...inOrder(data), rows: data.rows.map(inOrder) };
}

describe('JSON', () => {
  for (const { file, table } of examples) {
    test(file, () => assert.deepEqual(tableData(throughJson(table)), tableData(table)));
  }

  test('any sound table, and its text says what it was made of', () => {
    fc.assert(
      fc.property(soundTable, (data) => {
        const table = openData(data);
        assert.deepEqual(tableData(table), data);
        assert.deepEqual(tableData(throughJson(table)), data);
      }),
      { numRuns: 200 },
    );
  });

  test('a comment within a goal that stands above all rows', () => {
    const { comments } = tableData(openTable('绩效目标: 办好培训\n// 待核实\n让人人学会\n'));
    assert.deepEqual(comments, [{ text: '待核实', before: '其他' }]);
  });

  // Without a title, the first line that belongs to nothing would be one.
  test('any table at all that has a title', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const table = openTable(`绩效目标表\n${text}`);
        assert.deepEqual(saidBy(throughJson(table)), saidBy(table));
      }),
      { numRuns: 500 },
    );
  });
});

/**
 * What a file has of a table: comments only where it has a sheet for them; what the table leaves out is filled in. In rows
 * of indicators a number is the row's place, and a value that was given twice is one text.
 */
function filedBy(table: TableDocument, format: FileFormat, layout: ExportLayout) {
  const { rows, title = table.context.vocabulary.profile.name.zh, ...data } = tableData(table);
  return {
    ...commented(data, format),
    title,
    moneyUnit: data.moneyUnit ?? table.context.moneyUnit.name,
    rows: rows.map(({ indicators, ...row }) => ({
      ...commented(row, format),
      ...(indicators && { indicators: layout === 'structured' ? indicators.map(inRow) : indicators }),
    })),
  };
}

function commented<T extends { readonly comments?: readonly CommentData[] }>(said: T, format: FileFormat): T {
  if (format === 'xlsx') return inOrder(said);
  const { comments: _, ...others } = said;
  return others as T;
}

function inRow({ number: _, values = {}, ...indicator }: IndicatorData) {
  const texts = Object.entries(values).map(([label, own]) => [label, [own].flat().join('').replaceAll(' ', '')]);
  return { ...indicator, values: Object.fromEntries(texts) };
}

function isGuess({ kind, message }: ImportItem): boolean {
  return ['assumed', 'unplaced', 'stray', 'cut'].includes(kind) && message !== MESSAGES.noName;
}

for (const format of FILE_FORMATS) {
  for (const layout of ['published', 'structured'] as const) {
    describe(`${format}, ${layout}`, () => {
      for (const { file, table } of examples) {
        test(file, async () => {
          const back = await throughFile(table, format, layout);
          assert.deepEqual(filedBy(back.table, format, layout), filedBy(table, format, layout));
        });
      }

      test('any sound table', async () => {
        await fc.assert(
          fc.asyncProperty(soundTable, async (data) => {
            const table = openData(data);
            const back = await throughFile(table, format, layout);
            assert.deepEqual(filedBy(back.table, format, layout), filedBy(table, format, layout));
          }),
          { numRuns: 25 },
        );
      });

      test('any rows at all, whatever they are called and come to', async () => {
        await fc.assert(
          fc.asyncProperty(roughTable, async (data) => {
            const table = openData(data);
            const back = await throughFile(table, format, layout);
            assert.deepEqual(filedBy(back.table, format, layout), filedBy(table, format, layout), back.document);
            // Nothing was guessed.
            assert.deepEqual(back.report.items.filter(isGuess), []);
          }),
          { numRuns: 25 },
        );
      });
    });
  }
}
