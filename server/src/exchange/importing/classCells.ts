import { squeeze } from '../../syntax/characters.ts';
import { classNamed, readUnknownClass } from '../../syntax/classes.ts';
import type { Vocabulary } from '../../syntax/vocabulary.ts';
import { joinedCell, type NamedCell, withoutBrackets, wordOf } from './cellText.ts';
import { MESSAGES } from './messages.ts';
import type { ImportItem } from './report.ts';

/** The classes of an indicator as they are written into a document; empty where there is none. */
export interface ClassTexts {
  readonly class1: string;
  readonly class2: string;
  readonly items: readonly ImportItem[];
}

/**
 * The classes that two cells mean: by their name or one of its other words, whatever stands in brackets behind it
 * (`(必填)`, `(50分)`). What the profile does not know stays as it is; a level 1 of older forms (投入) gives way to the
 * class that level 2 belongs to.
 */
export function classTexts(
  level1: NamedCell | undefined,
  level2: NamedCell | undefined,
  vocabulary: Vocabulary,
): ClassTexts {
  const word1 = classWord(level1?.text ?? '');
  const word2 = classWord(level2?.text ?? '');
  const one = classNamed(word1, 1, vocabulary);
  let two = classNamed(word2, 2, vocabulary);
  const [onlyChild, ...others] = one?.level === 1 ? one.class.children : [];
  if (!two && word2 === '' && onlyChild && others.length === 0) two = classNamed(onlyChild.name, 2, vocabulary);
  const parent = two?.level === 2 ? two.parent : undefined;
  const own = one?.class ?? parent;
  const class1 = own ? `${own.code}-${own.name}` : joinedCell(level1?.text ?? '');
  const class2 = two ? `${two.class.code}-${two.class.name}` : unknownClass(joinedCell(level2?.text ?? ''));
  const items: ImportItem[] = [];
  if (level1 && word1 !== '') said(level1, class1, one ? 'mended' : 'assumed', items);
  if (level2 && word2 !== '') said(level2, class2, 'mended', items);
  if (word2 === '' && two && level1)
    items.push({
      kind: 'assumed',
      ...level1.place,
      column: level1.column,
      before: joinedCell(level1.text),
      after: class2,
      message: MESSAGES.onlyClass,
    });
  return { class1, class2, items };
}

/** A class of level 2 that the profile has not, as the language reads such a one: 其他(选填) is 其他指标; with a code, as it is. */
function unknownClass(text: string): string {
  const word = classWord(text);
  const meant = word === '' || word.endsWith('指标') ? word : `${word}指标`;
  return !/^\d/.test(squeeze(text)) && readUnknownClass(meant, 0, meant.length) ? meant : text;
}

/** A class's word: `11-数量指标(必填)` → `数量指标`. */
export function classWord(text: string): string {
  return withoutBrackets(wordOf(text)).replace(/^\d{1,2}-/, '');
}

/** Whether a text is the word of a class, or of one that the profile does not know: 安全效益指标. */
export function isClassWord(text: string, vocabulary: Vocabulary): boolean {
  const word = classWord(text);
  return (
    ([1, 2] as const).some((level) => classNamed(word, level, vocabulary)) || /^\p{Script=Han}{2,10}指标$/u.test(word)
  );
}

function said(cell: NamedCell, after: string, kind: 'mended' | 'assumed', items: ImportItem[]): void {
  if (squeeze(after).includes(squeeze(cell.text))) return;
  const { place, column } = cell;
  items.push({ kind, ...place, column, before: joinedCell(cell.text), after, message: MESSAGES.className });
}
