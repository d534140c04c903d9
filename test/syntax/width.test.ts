import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { fold, isBlankCode, isDigit, isHan, isLineEnd, isSpace, squeeze } from '../../server/src/syntax/characters.ts';
import { outline } from './outline.ts';
import { damagedExample, indicatorsText, languageText } from './texts.ts';

/** The text in full width, but for what the language has in half width only: escapes and conflict markers. */
function fullWidth(text: string): string {
  return text.replace(/[!-~ ]/g, (found) => {
    if ('\\<>|='.includes(found)) return found;
    return found === ' ' ? '\u3000' : String.fromCharCode(found.charCodeAt(0) + 0xfee0);
  });
}

/** An outline for comparison: lines stay, the width of what is in them does not. */
function loose(text: string): string[] {
  return outline(text).split('\n').map(squeeze);
}

test('full width and half width are equal', () => {
  for (const texts of [languageText, indicatorsText, damagedExample]) {
    fc.assert(
      fc.property(texts, (text) => {
        // A space after the marker's sign is a half-width one.
        fc.pre(!/^(?:<{7}|>{7}|\|{7}) /m.test(text.replaceAll('\r', '\n')));
        assert.deepEqual(loose(fullWidth(text)), loose(text));
      }),
      { numRuns: 3000 },
    );
  }
});

test('every character of the format has its half-width form', () => {
  const pairs = '：: ；; ，, （( ）) ％% ０0 ９9 ．. －- –- —- ―- ＝= ＜< ＞> “" ”" ／/ Ａa ｚz'.split(' ');
  for (const pair of pairs) {
    const [full, half] = [...pair] as [string, string];
    assert.equal(String.fromCharCode(fold(full.charCodeAt(0))).toLowerCase(), half, full);
  }
  for (const same of '、。《》〔〕·值甲') assert.equal(fold(same.charCodeAt(0)), same.charCodeAt(0), same);
});

test('spaces, line ends, digits and Han', () => {
  for (const space of ' \t\v\f\u00a0\u200b\u3000\ufeff')
    assert.ok(isSpace(space.charCodeAt(0)) && isBlankCode(space.charCodeAt(0)));
  for (const end of '\n\r')
    assert.ok(isLineEnd(end.charCodeAt(0)) && isBlankCode(end.charCodeAt(0)) && !isSpace(end.charCodeAt(0)));
  for (const other of 'a甲0:\u0000\u2028\u0085') assert.ok(!isBlankCode(other.charCodeAt(0)));
  for (const digit of '09０９') assert.ok(isDigit(digit.charCodeAt(0)));
  for (const other of '①一a²') assert.ok(!isDigit(other.charCodeAt(0)));
  for (const han of ['甲', '々', '〇', '𠮷']) assert.ok(isHan(han), han);
  for (const other of ['a', '、', '1', 'ア', '']) assert.ok(!isHan(other), other);
  assert.ok(!isSpace(Number.NaN) && !isDigit(Number.NaN), 'behind the end of a text');
});

test('every code unit is what its half-width form is', () => {
  for (let code = 0; code < 0x10000; code++) {
    const folded = fold(code);
    const squeezed = folded === 0x20 || isBlankCode(code) ? '' : String.fromCharCode(folded);
    assert.equal(squeeze(String.fromCharCode(code)), squeezed, code.toString(16));
    assert.equal(isDigit(code), folded >= 0x30 && folded <= 0x39, code.toString(16));
  }
});

test('a squeezed word is half-width and without spaces', () =>
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'binary' }), languageText), (text) => {
      const squeezed = squeeze(text);
      assert.equal(squeeze(squeezed), squeezed);
      const plain = [...Array(text.length).keys()].map((i) => text.charCodeAt(i)).filter((code) => !isBlankCode(code));
      assert.equal(squeezed, plain.map((code) => String.fromCharCode(fold(code))).join(''));
    }),
  ));
