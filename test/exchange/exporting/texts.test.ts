/** Exports that are texts, what goes to the clipboard, and what is told with an export. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import Papa from 'papaparse';
import { clipboardOf } from '../../../server/src/exchange/exporting/clipboard.ts';
import {
  EXPORT_FORMATS,
  type ExportFormat,
  type ExportOptions,
  exportTable,
} from '../../../server/src/exchange/exporting/exportTable.ts';
import { unguarded } from '../../../server/src/exchange/formulaGuard.ts';
import type { TableDocument } from '../../../server/src/workspace/tableDocument.ts';
import { openTable } from '../../tables.ts';
import { HOSTILE, openExample } from './books.ts';

const hostile = openTable(HOSTILE);

function textOf(table: TableDocument, format: ExportFormat, options: Partial<ExportOptions> = {}): string {
  const exported = exportTable(table, format, { language: 'zh', ...options });
  assert.ok(exported.kind === 'text');
  return exported.text;
}

describe('CSV', () => {
  const text = textOf(hostile, 'csv');
  const rows = Papa.parse<string[]>(text.slice(1)).data;

  test('begins with a byte order mark, and holds the head and every row', () => {
    assert.ok(text.startsWith('\ufeff项目支出绩效目标表\r\n'));
    assert.deepEqual(rows[3]?.slice(0, 4), ['行类别', '项目名称(资金使用单位)', '总计', '财政拨款']);
    assert.deepEqual(rows[5], ['资金使用单位', "'+86", '0.30', '0.10', '', '0.20', '', '', '']);
  });

  test('no cell is a formula, and what was put before them can be taken away', () => {
    for (const cell of rows.flat()) assert.doesNotMatch(cell, /^[=+\-@\t\r]/);
    assert.equal(unguarded(rows[6]?.[1] as string), '=1+1');
    assert.equal(unguarded("'撇号"), "'撇号");
    assert.equal(unguarded("''撇号"), "'撇号");
  });

  test('structured: a row an indicator, what is above not said again', () => {
    const lines = Papa.parse<string[]>(textOf(openExample('入门.jxmb'), 'csv', { layout: 'structured' }).slice(1)).data;
    const [, , , , , , , first, second] = lines;
    assert.deepEqual(first?.slice(7, 10), ['1-产出指标', '11-数量指标', '购置图书数量']);
    assert.deepEqual(second?.slice(0, 10), ['', '', '', '', '', '', '', '', '12-质量指标', '图书验收合格率']);
  });
});

describe('Markdown', () => {
  test('a table of pipes in which texts are nothing but texts', () => {
    const lines = textOf(hostile, 'markdown').split('\n');
    assert.equal(lines[0], '# 项目支出绩效目标表');
    const project = lines.find((line) => line.includes('=1+1')) as string;
    assert.match(project, /<br>\\_x0041\\_ 和 {3}控制字符<br>\\<b\\>\\&amp;\\<\/b\\> \\\|竖线\\\| "引号" \|/);
    // Every row has as many cells as the head.
    const bars = lines
      .filter((line) => line.startsWith('|'))
      .map((line) => line.replaceAll('\\|', '').split('|').length);
    assert.equal(new Set(bars).size, 1);
  });
});

describe('the clipboard', () => {
  test('HTML: amounts are numbers, texts are texts, breaks stay in their cell', () => {
    const { html } = clipboardOf(hostile);
    assert.match(html, /<td class="amount">0\.30<\/td>/);
    assert.match(html, /mso-number-format: "\\@"/);
    assert.match(html, /<td>=1\+1<\/td>/);
    assert.match(
      html,
      /<br style="mso-data-placement:same-cell">&lt;b&gt;&amp;amp;&lt;\/b&gt; \|竖线\| &quot;引号&quot;/,
    );
    // More digits than a spreadsheet has.
    assert.match(html, /<td>12,345,678,901,234,567\.89<\/td>/);
  });

  test('text: cells parted by tabs, in quotes where they need them', () => {
    const { tsv } = clipboardOf(hostile);
    const rows = Papa.parse<string[]>(tsv, { delimiter: '\t' }).data;
    assert.deepEqual(rows[0]?.slice(0, 2), ['项目名称(资金使用单位)', '总计']);
    assert.deepEqual(rows[2]?.slice(0, 3), ["'+86", '0.30', '0.10']);
    assert.match(rows[3]?.[5] as string, /\|竖线\| "引号"$/);
  });

  test('only the rows of some lines', () => {
    const table = openTable('项目名称: 甲\n总计: 1.00\n项目名称: 乙\n总计: 2.00\n项目名称: 丙\n总计: 3.00\n');
    const names = (startLine: number, endLine: number) =>
      Papa.parse<string[]>(clipboardOf(table, { startLine, endLine }).tsv.trimEnd(), { delimiter: '\t' })
        .data.slice(1)
        .map(([name]) => name);
    assert.deepEqual(names(2, 2), ['乙']);
    assert.deepEqual(names(3, 4), ['乙', '丙']);
    assert.deepEqual(names(0, 5), ['甲', '乙', '丙']);
  });
});

describe('what is told', () => {
  const notes = (table: TableDocument, format: ExportFormat, options: Partial<ExportOptions> = {}) =>
    exportTable(table, format, { language: 'zh', ...options }).notes;

  test('where comments are', () => {
    const table = openTable('项目名称: 甲\n// 待核实\n总计: 1.00\n');
    assert.deepEqual(notes(table, 'xlsx'), ['1 条注释在"注释"页，报送前可删去该页']);
    assert.deepEqual(notes(table, 'xlsx', { comments: false }), ['1 条注释不在内']);
    assert.deepEqual(notes(table, 'csv', { language: 'en' }), ['1 comments are not in it']);
    assert.deepEqual(notes(table, 'json'), []);
  });

  test('that tables which are taken in are part of it, and which are not', () => {
    const readTable = (uri: string) =>
      uri.endsWith(encodeURIComponent('科学馆.jxmb'))
        ? '资金使用单位: 科学馆\n总计: 2.00\n项目名称: 讲座\n总计: 2.00\n'
        : undefined;
    const text = '资金使用单位: 本级\n引用: 科学馆.jxmb\n项目名称: 甲\n总计: 1.00\n引用: 没有.jxmb\n';
    const table = openTable(text, { readTable }, 'file:///t/a.jxmb');
    assert.deepEqual(notes(table, 'json'), ['引用的表已并入，共 2 行', '引用的表读不到，其中各行不在内: 没有.jxmb']);
    // A project behind the included table still stands below its own unit.
    const { rows } = JSON.parse(textOf(table, 'json')) as { rows: { kind: string; name: string }[] };
    assert.deepEqual(
      rows.map(({ kind, name }) => [kind, name]),
      [
        ['unit', '本级'],
        ['project', '甲'],
        ['include', '没有.jxmb'],
        ['unit', '科学馆'],
        ['project', '讲座'],
      ],
    );
  });
});

test('every format takes an empty table', () => {
  for (const format of EXPORT_FORMATS) assert.ok(exportTable(openTable(''), format, { language: 'en' }));
});
