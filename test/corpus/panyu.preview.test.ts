/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
/**
 * The published table, imported and shown: every cell of the source is in the page, character for character but for what
 * the import says it mended.
 */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { before, describe, test } from 'node:test';
import type { ImportReport } from '../../server/src/exchange/importing/report.ts';
import { importText } from '../exchange/reading.ts';
import { openBrowser, pageOf, type ReadPage, readPage } from '../render/readPage.ts';
import { openTable } from '../tables.ts';
import { itemsAt, mended, type SourceRow, sourceRows } from './sourceCells.ts';

const corpus = new URL('../../../shared/corpus/panyu-2025.txt', import.meta.url);
const skip = existsSync(corpus) ? false : 'the published table is not at hand (../shared/corpus/panyu-2025.txt)';

/** Value labels as the scan has them, with a letter wrong or a part cut off among them. */
const PERIOD = /实施周期指标值/;
const YEAR = /([年车在任]度)?指标值|任度/;

/** An indicator that is cut in the middle of a label: what is left is the value of all labels. */
const UNLABELLED = { line: 21, number: '6' };

/** Goes along a cell: what is found must stand there, with nothing but marks before it. */
class Walk {
  readonly #cell: string;
  #at = 0;

  constructor(cell: string) {
    this.#cell = cell.replaceAll(' ', '');
  }

  /** @param label what may, and must, stand between marks before the text */
  find(text: string, label?: RegExp): void {
    assert.ok(this.has(text, label), `${text} behind ${this.#cell.slice(this.#at, this.#at + 40)}`);
  }

  /** The same, where it may be missing. */
  has(text: string, label?: RegExp): boolean {
    const wanted = text.replaceAll(' ', '');
    const at = this.#placeOf(wanted, label);
    if (at >= 0) this.#at = at + wanted.length;
    return at >= 0;
  }

  end(): void {
    assert.match(this.#cell.slice(this.#at), MARKS);
  }

  #placeOf(wanted: string, label: RegExp | undefined): number {
    for (let at = this.#cell.indexOf(wanted, this.#at); at >= 0; at = this.#cell.indexOf(wanted, at + 1)) {
      const gap = this.#cell.slice(this.#at, at);
      if (!label ? MARKS.test(gap) : label.test(gap) && MARKS.test(gap.replace(label, ''))) return at;
    }
    return -1;
  }
}

const MARKS = /^[;:。、,]*$/;

describe('the published table of Panyu 2025 in the page', { skip }, () => {
  let report: ImportReport;
  let source: SourceRow[];
  let lines: string[];
  let imported: string;

  before(() => {
    const text = readFileSync(corpus, 'utf8');
    lines = text.split('\n');
    source = sourceRows(text);
    ({ document: imported, report } = importText(text));
  });

  const cellOf = (cell: string | undefined, line: number, ...columns: string[]) =>
    mended(report, cell ?? '', line, ...columns);

  /** Compares all but the indicators; gives the cells of these, and each row's line and cell in the source. */
  function compareCells({ head, rows, caption, title }: ReadPage) {
    const columns = (lines[7] as string).split('\t');
    assert.deepEqual(head.slice(0, 6), columns.slice(0, 6));
    const [name, department, unit] = [lines[0], lines[2], lines[4]].map((line) => line?.replace(':', ': ')) as string[];
    assert.equal(caption, `${name}\n${department} ${unit}`);
    assert.equal(title, `${name} - ${department?.replace('部门名称: ', '')}`);
    assert.equal(rows.length, source.length);
    return rows.map(({ grid }, i) => {
      const { line, cells } = source[i] as SourceRow;
      const shown = grid[0]?.map(({ text }) => text) ?? [];
      assert.equal(shown[0], cellOf(cells[0], line, '项目名称', '资金使用单位'));
      assert.equal(shown[1], cells[1]?.replaceAll(' ', ''));
      assert.equal(shown[2], cells[2]?.replaceAll(' ', ''));
      const strays = itemsAt(report, line, '财政专户拨款', '其他资金', '绩效目标').filter(
        ({ kind }) => kind === 'stray',
      );
      const isStray = (cell: string) => cell === '' || strays.some((item) => item.before === cell);
      assert.deepEqual(shown.slice(3, 5), ['', '']);
      assert.ok(cells.slice(3, -2).every(isStray));
      const [goal = '', indicators = ''] = cells.slice(-2);
      if (shown[5] === '') assert.ok(isStray(goal));
      else assert.equal(shown[5], cellOf(goal, line, '绩效目标'));
      return { grid, line, cell: cellOf(indicators, line, '绩效指标') };
    });
  }

  test('as it was published', async () => {
    const rows = compareCells(await readPage(openTable(imported), 'list'));
    const page = await (await openBrowser()).newPage();
    await page.setContent(pageOf(openTable(imported), 'list'));
    // Of each row the parts of its indicators, each by its class; a value's label and what stands behind it.
    const shown = await page.evaluate(() =>
      [...document.querySelectorAll('tbody tr')].map((row) =>
        [...row.querySelectorAll('.indicators span')].map((part) => {
          const value = part.querySelector('b');
          const label = value?.previousSibling?.textContent?.replace(/:$/, '') ?? '';
          return { kind: part.className, label, text: (value ?? part).textContent ?? '' };
        }),
      ),
    );
    await page.close();
    const counts = { number: 0, class: 0, name: 0, value: 0 };
    rows.forEach(({ cell }, i) => {
      const walk = new Walk(cell);
      for (const { kind, label, text } of shown[i] ?? []) {
        if (label) walk.find(label);
        walk.find(kind === 'number' ? text.replace('、', '') : text);
        counts[kind as keyof typeof counts]++;
      }
      walk.end();
    });
    assert.deepEqual(counts, { number: 273, class: 549, name: 277, value: 552 });
  });

  test('as forms have it: every class, name and value in its column', async () => {
    const page = await readPage(openTable(imported), 'structured');
    assert.deepEqual(page.head.slice(6), ['一级指标', '二级指标', '三级指标', '实施周期指标值', '年度指标值']);
    // Classes whose code is cut off at a cell's head: the page has it, for it follows.
    const completed: string[] = [];
    for (const { grid, cell, line: source } of compareCells(page)) {
      const walk = new Walk(cell);
      for (const line of grid) {
        const [one = '', two = '', name = '', period = '', year = ''] = line.slice(6).map(({ text }) => text);
        const [, number = '', rest = ''] = /^(?:(\d+)、)?(.*)$/.exec(name) ?? [];
        if (number) walk.find(number);
        for (const text of [one, two]) {
          if (!text || walk.has(text)) continue;
          completed.push(`${source}#${number} ${text}`);
          const [, code = '', name = ''] = /^(\d+)-(.*)$/.exec(text) ?? [];
          if (!walk.has(name)) walk.has(code);
        }
        if (rest) walk.find(rest);
        if (source === UNLABELLED.line && number === UNLABELLED.number) {
          assert.equal(year, period);
          walk.find(period);
          continue;
        }
        for (const text of period.split('\n')) if (text) walk.find(text, PERIOD);
        for (const text of year.split('\n')) if (text) walk.find(text, YEAR);
      }
      walk.end();
    }
    assert.deepEqual(completed, ['46# 1-产出指标', '47# 1-产出指标', '47# 13-时效指标']);
  });
});
