/** Markup is made of texts without any of them becoming markup. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { html } from '../../server/src/render/html.ts';
import { Pieces } from '../../server/src/render/pieces.ts';

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };

/** What a browser reads of escaped text. */
function read(markup: string): string {
  return markup.replace(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => NAMED[name] as string);
}

const texts = fc.string({
  unit: fc.constantFrom('<', '>', '&', '"', "'", '/', '=', '-', '!', '`', ';', '#', ' ', '\n', 'a', 'lt', '39', '甲'),
  maxLength: 30,
});

test('a text that is put in is read as it was, and holds no mark of markup', () => {
  fc.assert(
    fc.property(texts, texts, (text, name) => {
      const { markup } = html`<p title="${name}">${text}</p>`;
      const parts = /^<p title="([^<>"']*)">([^<>"']*)<\/p>$/.exec(markup);
      assert.ok(parts, markup);
      assert.deepEqual(
        [parts[1], parts[2]].map((part) => read(part as string)),
        [name, text],
      );
    }),
  );
});

test('markup that is put in stays markup, and is escaped once', () => {
  fc.assert(
    fc.property(fc.array(texts), (items) => {
      const list = html`<ul>${items.map((item) => html`<li>${item}</li>`)}</ul>`;
      const shown = [...list.markup.matchAll(/<li>([^<>]*)<\/li>/g)].map(([, item]) => read(item as string));
      assert.deepEqual(shown, items);
    }),
  );
});

test('pieces hold any text, in a page beside the text and in one that stands for itself', () => {
  fc.assert(
    fc.property(texts, texts, fc.boolean(), (text, classes, isAlone) => {
      const pieces = new Pieces({ block: { text }, findings: [], isAlone });
      const { markup } = pieces.piece('td', { start: 0, end: text.length }, text, { classes, rowSpan: 2 });
      const parts = /^<td((?: [a-z-]+="[^<>"]*")*)>([^<>"']*)<\/td>$/.exec(markup);
      assert.ok(parts, markup);
      assert.equal(read(parts[2] as string), text);
      assert.equal(/ data-/.test(parts[1] as string), !isAlone);
      assert.equal(/ rowspan="2"/.test(parts[1] as string), true);
      const written = / class="([^"]*)"/.exec(parts[1] as string)?.[1] ?? '';
      assert.equal(read(written), classes);
    }),
  );
});
