/** Other libraries see the same cells and merges in the same files. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as sheetjs from '@e965/xlsx';
import mammoth from 'mammoth';
import type { Grid } from '../../../server/src/exchange/grid.ts';
import { fixture } from './hostile/samples.ts';
import { read, say } from './say.ts';

/** Cells with texts and numbers by their places; how dates and formats are shown is each reader's own. */
function valuesOf(grid: Grid): Record<string, string> {
  const cells = grid.rows.flatMap(({ number, cells: own }) =>
    own.map((cell) => [`${number}/${cell.column}`, cell] as const),
  );
  return Object.fromEntries(cells.map(([place, { text }]) => [place, text]));
}

test('SheetJS reads the same workbook', async () => {
  const workbook = sheetjs.read(fixture('list.xlsx'));
  const grids = await read('list.xlsx', fixture('list.xlsx'));
  assert.deepEqual(
    grids.map(({ name }) => name),
    workbook.SheetNames,
  );
  for (const grid of grids) {
    const sheet = workbook.Sheets[grid.name ?? ''] as sheetjs.WorkSheet;
    const values = valuesOf(grid);
    for (const [name, cell] of Object.entries(sheet) as [string, sheetjs.CellObject][]) {
      if (name.startsWith('!') || cell.t === 'z') continue;
      const { r, c } = sheetjs.utils.decode_cell(name);
      const text = values[`${r + 1}/${c}`] ?? '';
      if (cell.t === 's') assert.equal(text, cell.v, name);
      else if (cell.t === 'n' && /^-?[\d.]+%?$/.test(text)) {
        const number = text.endsWith('%') ? Number(text.slice(0, -1)) / 100 : Number(text);
        assert.ok(Math.abs(number - Number(cell.v)) < 1e-9, name);
      } else assert.notEqual(text, '', name);
    }
    const merges = grid.rows.flatMap(({ number, cells }) =>
      cells.flatMap(({ column, columns = 1, rows = 1 }) =>
        columns > 1 || rows > 1
          ? [
              sheetjs.utils.encode_range(
                { r: number - 1, c: column },
                { r: number + rows - 2, c: column + columns - 1 },
              ),
            ]
          : [],
      ),
    );
    assert.deepEqual(merges.sort(), (sheet['!merges'] ?? []).map((range) => sheetjs.utils.encode_range(range)).sort());
  }
});

test('mammoth reads the same document', async () => {
  const { value } = await mammoth.convertToHtml({ buffer: Buffer.from(fixture('form.docx')) });
  // It makes items of lists without the numbers that Word shows.
  const plain = (lines: readonly string[]) =>
    lines.map((line) => line.replace(/(?:\d[.、] ?|\([一二]\))(?=[举编按不])/g, ''));
  assert.deepEqual(plain(say(await read('a.html', value))), plain(say(await read('form.docx', fixture('form.docx')))));
});
