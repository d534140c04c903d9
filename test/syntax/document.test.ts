import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type Block, splitBlocks } from '../../server/src/syntax/blocks.ts';
import { BlockDocument, type LineAndCharacter, positionIn } from '../../server/src/syntax/document.ts';
import { vocabulary } from './outline.ts';
import { apply, damagedExample, type Edit, editOf, languageText } from './texts.ts';

/** What of a block an edit must leave as a fresh read finds it. */
function shown({ kind, text, soft, endsIn, lineEnds }: Block): unknown {
  return { kind, text, soft, endsIn, lineEnds };
}

function assertSameAsFresh(document: BlockDocument, text: string): void {
  assert.deepEqual([...document.blocks].map(shown), splitBlocks(text, vocabulary).map(shown));
  assert.equal(document.length, text.length);
}

/** The blocks after a change, from those before it and what the change says. */
function replaced(
  before: readonly Block[],
  { removed, added }: { removed: readonly Block[]; added: readonly Block[] },
): Block[] {
  const at = removed[0] ? before.indexOf(removed[0]) : 0;
  assert.deepEqual(before.slice(at, at + removed.length), removed);
  return [...before.slice(0, at), ...added, ...before.slice(at + removed.length)];
}

function assertEdits(text: string, edits: readonly Edit[]): void {
  const document = new BlockDocument(text, vocabulary);
  let now = text;
  for (const edit of edits) {
    const start = Math.min(edit.start, now.length);
    const end = Math.max(start, Math.min(edit.end, now.length));
    const before = [...document.blocks];
    const change = document.edit(start, end, edit.text);
    now = apply(now, { start, end, text: edit.text });
    assertSameAsFresh(document, now);
    const after = [...document.blocks];
    assert.deepEqual(after, replaced(before, change));
    const at = change.added[0] ? after.indexOf(change.added[0]) : after.indexOf(change.after as Block);
    if (change.removed.length > 0) {
      assert.equal(change.before, at > 0 ? after[at - 1] : at === 0 ? undefined : after.at(-1));
      assert.equal(change.after, at < 0 ? undefined : after[at + change.added.length]);
    }
  }
}

const textAndEdits = fc
  .oneof(languageText, damagedExample)
  .chain((text) => fc.tuple(fc.constant(text), fc.array(editOf(text.length + 20), { maxLength: 12 })));

test('after any edits the blocks are those of a fresh read', () =>
  fc.assert(
    fc.property(textAndEdits, ([text, edits]) => assertEdits(text, edits)),
    { numRuns: 6000 },
  ));

test('characters typed one after the other, and taken back', () => {
  const text = '甲\n单位: 某局\r\n绩效目标: 好\n引用: 乙\n合计\n\r项目名称: 丙\n总计: 5\n单位: 丁局\n';
  const document = new BlockDocument('', vocabulary);
  for (let i = 0; i < text.length; i++) {
    document.edit(i, i, text.charAt(i));
    assertSameAsFresh(document, text.slice(0, i + 1));
  }
  for (let i = 0; i < text.length; i++) {
    document.edit(0, 1, '');
    assertSameAsFresh(document, text.slice(i + 1));
  }
});

const PROJECTS = '项目名称: 甲\n总计: 1\n绩效目标: 好\n绩效指标: 1、乙\n'.repeat(600);

test('an edit reads the blocks it touches and nothing else', () => {
  const document = new BlockDocument(PROJECTS, vocabulary);
  const inGoal = PROJECTS.indexOf('好', PROJECTS.length / 2);
  const { removed, added } = document.edit(inGoal, inGoal, '更');
  assert.deepEqual([removed.length, added.length], [1, 1]);
  const { removed: two, added: joined } = document.edit(
    PROJECTS.indexOf('项目', 1) - 1,
    PROJECTS.indexOf('项目', 1) + 2,
    '',
  );
  assert.deepEqual([two.length, joined.length], [2, 1]);
});

test('a change of a soft start stays with it, however many stand side by side', () => {
  const text = '引用: 甲.jxmb\n'.repeat(1000);
  const document = new BlockDocument(text, vocabulary);
  const middle = text.indexOf('甲', text.length / 2);
  assert.deepEqual(document.edit(middle, middle + 1, '乙').removed.length, 1);
  const start = text.indexOf('引', text.length / 2);
  const opened = document.edit(start, start, '绩效目标:\n');
  assert.ok(opened.removed.length > 400, 'a goal takes in all soft starts behind it');
  assert.ok(document.edit(start, start + 6, '').added.length > 400, 'and gives them back');
  assertSameAsFresh(
    document,
    text.replace('甲', '甲').replace(/甲/g, (found, at) => (at === middle ? '乙' : found)),
  );
});

test('the whole text at once, at any size', () => {
  const document = new BlockDocument('甲', vocabulary);
  const text = '引用:\n'.repeat(200_000);
  assert.equal(document.edit(0, 1, text).added.length, 200_000);
  assert.equal(document.blocks.count, 200_000);
  assert.equal(document.edit(0, document.length, '合计').removed.length, 200_000);
  assert.equal(document.text, '合计');
});

test('blocks that come out the same stay, in a large document too', () => {
  const text = '项目名称: 甲\n总计: 1\n'.repeat(100_000);
  const document = new BlockDocument(text, vocabulary);
  const blocks = [...document.blocks];
  const middle = text.indexOf('1', text.length / 2);
  const { removed, added } = document.edit(0, text.length, `${text.slice(0, middle)}2${text.slice(middle + 1)}`);
  assert.deepEqual([removed.length, added.length], [1, 1]);
  assert.equal(document.blocks.first(), blocks[0]);
  assert.equal(document.blocks.last(), blocks.at(-1));
  assert.equal(document.edit(0, text.length, document.text).removed.length, 1);
});

test('offsets beyond the text are clipped, turned ones turned back', () => {
  const document = new BlockDocument('甲乙丙', vocabulary);
  document.edit(-5, 1, 'a');
  document.edit(2, 99, 'c');
  document.edit(2, 1, 'b');
  assert.equal(document.text, 'abc');
  document.edit(99, 120, 'd');
  assert.equal(document.text, 'abcd');
});

/** Lines and offsets found the plain way. */
class PlainText {
  readonly text: string;
  /** Where each line starts, and where it ends before its line end. */
  readonly lines: { start: number; end: number }[] = [];

  constructor(text: string) {
    this.text = text;
    let start = 0;
    for (const [lineEnd] of text.matchAll(/\r\n|\r|\n/g)) {
      const end = text.slice(start).search(/\r|\n/) + start;
      this.lines.push({ start, end });
      start = end + lineEnd.length;
    }
    this.lines.push({ start, end: text.length });
  }

  offsetAt({ line, character }: LineAndCharacter): number {
    if (line < 0) return 0;
    const found = this.lines[line];
    return found ? Math.min(found.start + Math.max(0, character), found.end) : this.text.length;
  }

  positionAt(offset: number): LineAndCharacter {
    const clipped = Math.max(0, Math.min(offset, this.text.length));
    const line = this.lines.findLastIndex(({ start }) => start <= clipped);
    const { start, end } = this.lines[line] as { start: number; end: number };
    return { line, character: Math.min(clipped, end) - start };
  }
}

test('lines and offsets are those found the plain way', () =>
  fc.assert(
    fc.property(textAndEdits, ([text, edits]) => {
      const document = new BlockDocument(text, vocabulary);
      let now = text;
      for (const edit of edits.slice(0, 3)) {
        const valid = { ...edit, start: Math.min(edit.start, now.length), end: Math.max(edit.start, edit.end) };
        document.edit(valid.start, valid.end, edit.text);
        now = apply(now, valid);
      }
      const plain = new PlainText(now);
      assert.equal(document.text, now);
      assert.equal(document.lineCount, plain.lines.length);
      const step = Math.max(1, Math.floor(now.length / 50));
      for (let offset = -2; offset <= now.length + 2; offset += offset < 20 ? 1 : step) {
        const position = plain.positionAt(offset);
        assert.deepEqual(document.positionAt(offset), position);
        assert.deepEqual(positionIn(now, Math.max(0, offset)), plain.positionAt(Math.max(0, offset)));
        assert.equal(document.offsetAt(position), plain.offsetAt(position));
        assert.equal(document.slice(offset, offset + 40), now.slice(Math.max(0, offset), Math.max(0, offset + 40)));
      }
      for (let line = -1; line <= Math.min(60, plain.lines.length + 1); line++) {
        for (const character of [-1, 0, 1, 5, 1000]) {
          assert.equal(document.offsetAt({ line, character }), plain.offsetAt({ line, character }));
        }
      }
    }),
    { numRuns: 1000 },
  ));

test('the positions of a text with all line ends', () => {
  const document = new BlockDocument('甲\r\n乙\r丙\n\n', vocabulary);
  assert.deepEqual(
    [0, 1, 2, 3, 4, 5, 6, 7, 8].map((offset) => document.positionAt(offset)),
    [
      { line: 0, character: 0 },
      { line: 0, character: 1 },
      { line: 0, character: 1 },
      { line: 1, character: 0 },
      { line: 1, character: 1 },
      { line: 2, character: 0 },
      { line: 2, character: 1 },
      { line: 3, character: 0 },
      { line: 4, character: 0 },
    ],
  );
});
