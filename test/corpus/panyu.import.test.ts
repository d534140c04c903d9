import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { before, describe, test } from 'node:test';
import type { ImportItem, ImportReport } from '../../server/src/exchange/importing/report.ts';
import { squeeze } from '../../server/src/syntax/characters.ts';
import { withoutEscapes } from '../../server/src/syntax/text.ts';
import { compareSum } from '../../server/src/table/comparison.ts';
import { amountText, commentsOf, importText, type ReadRow, rowsOf } from '../exchange/reading.ts';
import { itemsAt as itemsIn, mended as mendedIn, sourceRows } from './sourceCells.ts';

const corpus = new URL('../../../shared/corpus/panyu-2025.txt', import.meta.url);
const skip = existsSync(corpus) ? false : 'the published table is not at hand (../shared/corpus/panyu-2025.txt)';

/** Indicators of each project by the code of their class, by line of the source; fragments at a cell's head are not counted. */
const CLASSES: Readonly<Record<number, string>> = {
  11: '11×4, 22×2, 31×1',
  12: '11×3, 22×3, 31×1',
  13: '11×2, 12×1, 21×1, 22×1',
  15: '11×2, 13×1, 21×2, 22×1, 31×1',
  16: '11×3, 22×2, 31×1',
  17: '11×3, 21×1, 22×1, 31×1',
  18: '11×2, 12×1, 13×1, 21×2, 22×2, 31×1',
  20: '11×2, 21×3, 31×1',
  21: '21×1',
  22: '11×3, 22×2, 31×1',
  23: '11×3, 12×1, 22×2, 31×1',
  25: '11×3, 13×1, 22×1, 31×1',
  26: '11×3, 12×1, 13×1, 22×3, 31×1',
  27: '11×2, 22×4, 31×1',
  28: '11×4, 12×1, 22×1, 31×1',
  30: '11×4, 22×1, 31×1',
  31: '11×4, 22×1, 31×1',
  32: '11×1, 12×1, 13×1, 21×1, 22×1, 31×1',
  33: '11×4, 22×2',
  34: '11×2, 21×3, 31×1',
  36: '11×3, 12×1, 13×1, 21×2, 22×1, 31×1',
  37: '11×2, 12×1, 21×1, 22×2, 31×1',
  38: '11×1, 12×1, 22×3, 31×1',
  39: '11×2, 12×1, 21×1, 22×2, 31×1',
  41: '11×2, 13×1, 21×2, 22×1, 41×1',
  42: '11×1, 12×1, 13×1, 21×1, 22×2, 31×1',
  43: '11×1, 13×2, 21×2, 22×1',
  44: '11×1, 12×1, 13×2, 21×2, 22×1',
  46: '21×2, 22×1',
  47: '21×2, 22×1',
  48: '11×3, 22×3',
  49: '',
  51: '11×2, 12×1, 13×2, 21×1, 22×2',
  52: '12×1, 13×1, 21×1, 22×2, 31×1',
  53: '11×2, 12×1, 21×1, 22×1, 31×1',
  55: '11×2',
  57: '11×1, 13×1, 22×3, 31×1',
  58: '11×2, 13×1, 22×3, 31×1',
  59: '12×1, 13×1',
  60: '12×2, 22×3, 31×1',
  63: '11×2, 12×2, 22×2',
  64: '12×2, 22×3, 31×1',
  65: '11×2, 12×2, 22×2, 31×1',
  68: '11×4, 12×2, 22×2, 31×1',
  69: '11×1, 12×2, 13×1, 22×3, 31×1',
};

describe('the published table of Panyu 2025 becomes a document', { skip }, () => {
  let document: string;
  let report: ImportReport;
  /** The rows of the document, each with the cells of the source it comes from. */
  let rows: { line: number; cells: readonly string[]; row: ReadRow }[];

  before(() => {
    const source = readFileSync(corpus, 'utf8');
    ({ document, report } = importText(source));
    const data = sourceRows(source);
    const [head, ...blocks] = rowsOf(document);
    assert.equal(head?.kind, 'head');
    assert.equal(blocks.length, data.length);
    rows = data.map((entry, i) => ({ ...entry, row: blocks[i] as ReadRow }));
  });

  const itemsAt = (line: number, ...columns: string[]) => itemsIn(report, line, ...columns);
  const mended = (cell: string, line: number, ...columns: string[]) => mendedIn(report, cell, line, ...columns);

  test('1 total, 4 units, 45 projects', () => {
    assert.deepEqual({ ...report.counts }, { totals: 1, units: 4, projects: 45, indicators: 279 });
    const linesOf = (kind: string) => rows.filter(({ row }) => row.kind === kind).map(({ line }) => line);
    assert.deepEqual(linesOf('total'), [9]);
    assert.deepEqual(linesOf('unit'), [10, 54, 62, 67]);
    assert.equal(linesOf('project').length, 45);
  });

  test('the head has its title, department and money unit, and the glyph of line 7 as a comment', () => {
    const [head] = rowsOf(document);
    const lines = head?.text.trimEnd().split('\n') ?? [];
    const source = readFileSync(corpus, 'utf8').split('\n');
    assert.equal(lines[0], source[0]);
    assert.equal(lines[1]?.replace(': ', ':'), source[2]);
    assert.equal(lines[2], '单位: 万元');
    assert.deepEqual(lines.slice(3), ['// 原表 F7 绩效目标: •']);
  });

  test('every part of the tree has its place', () => {
    for (const { row } of rows) {
      for (const part of row.tree.parts) {
        assert.notEqual(part.type, 'stray');
        assert.notEqual(part.type, 'marker');
        if (part.type === 'indicators') {
          for (const item of part.items) assert.equal(item.type, 'indicator');
        }
      }
    }
  });

  test('every amount is the cell without its spaces', () => {
    for (const { line, cells, row } of rows) {
      for (const [i, column] of ['总计', '财政拨款'].entries()) {
        const cell = cells[i + 1] as string;
        assert.equal(amountText(row, column), cell.replaceAll(' ', ''));
        assert.equal(amountText(row, column), mended(cell, line, column));
      }
      assert.equal(row.amounts.length, 2);
      assert.ok(row.amounts.every((amount) => amount.reading.value));
    }
    assert.equal(report.items.filter((item) => /^[\d, .]+$/.test(item.before) && item.kind === 'mended').length, 90);
  });

  test('every cell is found again, character for character', () => {
    for (const { line, cells, row } of rows) {
      const [name = ''] = cells;
      assert.equal(row.name, mended(name, line, '项目名称', '资金使用单位'));

      const [goal = '', indicators = ''] = cells.slice(-2);
      const strays = itemsAt(line, '财政专户拨款', '其他资金', '绩效目标').filter((item) => item.kind === 'stray');
      assert.deepEqual(
        commentsOf(row),
        strays.map((item) => `原表 ${item.cell} ${item.column}: ${item.before}`),
      );
      for (const cell of [...cells.slice(3, -2), goal]) {
        if (cell === '') continue;
        if (cell === goal && row.goals.length > 0) assert.equal(row.goals[0]?.text, mended(goal, line, '绩效目标'));
        else assert.ok(strays.some((item) => item.before === cell));
      }

      const part = row.tree.parts.find((part) => part.type === 'indicators');
      const lines = part
        ? row.text
            .slice(part.label.colon + 1, part.end)
            .split('\n')
            .slice(1)
        : [];
      const cell = mended(indicators, line, '绩效指标');
      let at = 0;
      for (const own of lines) {
        while (cell[at] === ' ') at++;
        const text = withoutEscapes(own.trim());
        assert.equal(cell.slice(at, at + text.length), text);
        at += text.length;
      }
      assert.equal(cell.slice(at).trim(), '');
    }
  });

  test('no escape was needed', () => {
    assert.equal(document.includes('\\'), false);
  });

  test('every project has its indicators by class', () => {
    const projects = rows.filter(({ row }) => row.kind === 'project');
    assert.deepEqual(
      projects.map(({ line }) => line),
      Object.keys(CLASSES).map(Number),
    );
    for (const { line, row } of projects) {
      const counts = new Map<string, number>();
      for (const { class2 } of row.indicators.filter((indicator, i) => i > 0 || indicator.number)) {
        if (class2?.code) counts.set(class2.code, (counts.get(class2.code) ?? 0) + 1);
      }
      const text = [...counts.keys()].sort().map((code) => `${code}×${counts.get(code)}`);
      assert.equal(text.join(', '), CLASSES[line], `line ${line}`);
    }
  });

  test('273 indicators with number and class, 5 fragments at a head, a bare number', () => {
    const all = rows.flatMap(({ line, row }) => row.indicators.map((indicator, i) => ({ line, i, indicator })));
    const bare = all.filter(({ indicator }) => !indicator.class2 && indicator.number);
    assert.deepEqual(
      bare.map(({ line, indicator }) => [line, indicator.number, indicator.name]),
      [[55, '5', '']],
    );
    const unnumbered = all.filter(({ indicator }) => !indicator.number);
    // The sixth of 28 lost its number in the middle of the cell; it has its class.
    assert.deepEqual(
      unnumbered.map(({ line, i }) => [line, i]),
      [
        [21, 0],
        [28, 5],
        [46, 0],
        [47, 0],
        [55, 0],
        [59, 0],
      ],
    );
    const fragments = unnumbered.filter(({ i }) => i === 0);
    assert.equal(all.length - bare.length - fragments.length, 273);
    assert.deepEqual(
      fragments.map(({ indicator }) => indicator.class2?.code ?? null),
      [null, '13', '', null, null],
    );
    const cut = all.filter(({ line }) => line === 21).at(-1)?.indicator;
    assert.deepEqual([cut?.name, cut?.values.map((value) => value.text)], ['对经济发展促进作用', ['实']]);
  });

  test('goals are empty where the table has none', () => {
    const empty = rows.filter(({ row }) => row.kind === 'project' && row.goals.length === 0);
    assert.deepEqual(
      empty.map(({ line }) => line),
      [15, 30, 32, 33, 41],
    );
    const withoutIndicators = rows.filter(({ row }) => row.kind === 'project' && row.indicators.length === 0);
    assert.deepEqual(
      withoutIndicators.map(({ line }) => line),
      [49],
    );
  });

  test('projects stand under the units they add up to', () => {
    rows.forEach(({ row }, i) => {
      if (row.kind !== 'unit') return;
      const after = rows.slice(i + 1).findIndex((other) => other.row.kind !== 'project');
      const projects = rows.slice(i + 1, after < 0 ? undefined : i + 1 + after);
      const sum = projects.map((project) => project.row.amounts[0]?.reading.value).reduce((a, b) => b && a?.plus(b));
      const stated = row.amounts[0]?.reading.value;
      assert.ok(stated && sum);
      assert.notEqual(compareSum(stated, sum, projects.length), 'mismatch');
    });
  });

  test('the report says what was mended, kept aside and cut', () => {
    const of = (kind: string, ...columns: string[]) =>
      report.items.filter((item) => item.kind === kind && (columns.length === 0 || columns.includes(item.column)));
    assert.deepEqual(
      of('stray').map(({ cell, column, before }) => [cell, column, before]),
      [
        ['F7', '绩效目标', '•'],
        ['D31', '财政专户拨款', 'ļ'],
        ['D32', '财政专户拨款', '1'],
        ['E32', '绩效目标', '與'],
        ['D34', '财政专户拨款', '-'],
      ],
    );
    const lines = (items: readonly ImportItem[]) => [...new Set(items.map((item) => item.line))];
    const names = of('mended', '项目名称', '资金使用单位');
    assert.deepEqual(lines(names), [10, 21, 32, 34, 37, 38, 39, 41, 42, 43, 44, 47, 48, 49, 51, 52, 53, 63, 67, 69]);
    // 59 is not among them: one of its spaces stands in a document's title, the other beside a number.
    assert.deepEqual(lines(of('mended', '绩效目标')), [23, 34, 42, 48, 52, 58, 68, 69]);
    assert.deepEqual(lines(of('mended', '绩效指标')), [23, 36, 55, 65]);
    assert.ok(names.every((item) => item.after !== undefined && squeeze(item.before) === squeeze(item.after)));

    const cut = (column: string, end: 'head' | 'tail') =>
      of('cut', column)
        .filter((item) => (item.at === 0) === (end === 'head'))
        .map((item) => item.line);
    assert.deepEqual(cut('绩效目标', 'head'), [17, 21, 31, 48]);
    assert.deepEqual(cut('绩效目标', 'tail'), [17, 21, 28, 34, 48]);
    assert.deepEqual(cut('绩效指标', 'head'), [21, 46, 47, 55, 59]);
    assert.deepEqual(cut('绩效指标', 'tail'), [21, 55, 59]);
    assert.equal(report.items.length, 5 + 90 + 20 + 14 + 4 + 17 + 1);
    assert.deepEqual(lines(of('heading')), [8]);
  });
});
