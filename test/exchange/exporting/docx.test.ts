/** Documents for word processors, as another program reads them. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { strFromU8, unzipSync } from 'fflate';
import type { Book } from '../../../server/src/exchange/book.ts';
import { exportTable } from '../../../server/src/exchange/exporting/exportTable.ts';
import { writeBook } from '../../../server/src/exchange/exporting/writeBook.ts';
import { openTable } from '../../tables.ts';
import { bookOf, cellsOf, HOSTILE, openExample } from './books.ts';
import { convert, skipWithoutLibreOffice, TEXT } from './libreOffice.ts';

const books: Record<string, Book> = {
  example: bookOf(openExample('示范区科工商信局-2025.jxmb'), 'docx'),
  structured: bookOf(openExample('中央部门-2021.jxmb'), 'docx', { layout: 'structured', paper: 'A4' }),
  hostile: bookOf(openTable(HOSTILE), 'docx', { layout: 'both' }),
};
const files: Record<string, Uint8Array> = {};
for (const [name, book] of Object.entries(books)) files[`${name}.docx`] = await writeBook(book, 'docx');

function documentXml(name: string): string {
  return strFromU8(unzipSync(files[`${name}.docx`] as Uint8Array)['word/document.xml'] as Uint8Array);
}

test('the page lies across, the head is repeated, and short rows are not broken', () => {
  const xml = documentXml('example');
  assert.match(xml, /<w:pgSz w:w="23811" w:h="16838" w:orient="landscape"\/>/);
  assert.equal(xml.match(/<w:tblHeader\/>/g)?.length, 1);
  assert.ok((xml.match(/<w:cantSplit\/>/g)?.length ?? 0) > 40);
});

test('cells are merged over the indicators of a project', () => {
  const xml = documentXml('structured');
  assert.match(xml, /<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"\/>/);
  assert.match(xml, /<w:vMerge w:val="restart"\/>/);
  assert.match(xml, /<w:vMerge w:val="continue"\/>/);
});

test('a character that XML cannot hold is replaced, and somebody is told', () => {
  assert.match(documentXml('hostile'), /_x0041_ 和 \ufffd 控制字符/);
  const { notes } = exportTable(openTable(HOSTILE), 'docx', { language: 'en' });
  assert.ok(notes.some((note) => note.includes('Invisible control characters in 1 places')));
});

describe('LibreOffice', { skip: skipWithoutLibreOffice }, () => {
  test('opens every document, and has the text of every cell', async () => {
    const texts = await convert(files, TEXT);
    for (const [name, { sheets }] of Object.entries(books)) {
      const text = (texts.get(`${name}.txt`) ?? '').replace(/\s+/g, '');
      for (const sheet of sheets) {
        const all = [...sheet.above, ...cellsOf(sheet).map(({ cell }) => cell)];
        for (const { text: own } of all) {
          for (const line of own.split('\n')) {
            const squeezed = line.replaceAll('\u0001', '\ufffd').replace(/\s+/g, '');
            assert.ok(text.includes(squeezed), `${name}: ${line}`);
          }
        }
      }
    }
  });
});
