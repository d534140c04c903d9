import { distance } from 'fastest-levenshtein';
import { squeeze } from '../../syntax/characters.ts';
import { linesOf } from '../../syntax/escape.ts';
import { INDICATORS_LABEL, type LabelMeaning, type Vocabulary } from '../../syntax/vocabulary.ts';
import { readMoneyUnit } from '../../table/moneyUnit.ts';
import { totalColumn } from '../../table/row.ts';
import { type ClassMeaning, classMeaning } from './classColumns.ts';
import { goalMeaning, NAME_MEANING, projectWord } from './projectWords.ts';

/** What a column of the printed table holds. `name` is what people are told. */
export type Meaning =
  | ClassMeaning
  | { readonly role: 'name' | 'unit' | 'indicators' | 'ordinal' | 'unknown'; readonly name: string }
  | { readonly role: 'column' | 'goal' | 'field'; readonly index: number; readonly name: string };

export const INDICATORS: Meaning = { role: 'indicators', name: INDICATORS_LABEL };

/** The column of the total. */
export function totalMeaning(vocabulary: Vocabulary): Meaning {
  const index = totalColumn(vocabulary);
  return { role: 'column', index, name: vocabulary.profile.columns[index]?.name ?? '' };
}

export function isSame(a: Meaning, b: Meaning | undefined): boolean {
  return a.role === b?.role && a.name === b.name;
}

/** A word that is broken over lines. */
export function oneLine(cell: string): string {
  return linesOf(cell).join(' ');
}

/** What the words of a heading's row mean; a word with one wrong letter is the one that no other cell is. */
export function meaningsOf(cells: readonly string[], vocabulary: Vocabulary, meaningOf = meaningOfWord): Meaning[] {
  const exact = cells.map((cell) => meaningOf(cell, vocabulary));
  return cells.map((cell, i) => {
    const near = () =>
      meaningsNear(cell, vocabulary).filter((meaning) => !exact.some((other) => other && isSame(other, meaning)));
    return exact[i] ?? (near().length === 1 ? (near()[0] as Meaning) : { role: 'unknown', name: oneLine(cell) });
  });
}

/** A heading's word without what stands in brackets. */
function bareWord(cell: string): string {
  return squeeze(cell).replace(/\([^()]*\)/g, '');
}

export function bracketsOf(cell: string): string[] {
  return [...squeeze(cell).matchAll(/\(([^()]*)\)/g)].map((match) => match[1] as string);
}

/** Whether the words of a bracket are the language's own: a label such as 资金使用单位, or a money unit. */
export function isKnown(word: string, vocabulary: Vocabulary): boolean {
  return vocabulary.labels.has(word) || readMoneyUnit(word) !== undefined;
}

export function meaningOfWord(cell: string, vocabulary: Vocabulary): Meaning | undefined {
  const word = bareWord(cell);
  return meaningOfLabel(vocabulary.fields.get(word) ?? vocabulary.labels.get(word));
}

/** The same for a word of which it is known that it stands in a heading: there the words of other tables are read, too. */
export function columnMeaning(cell: string, vocabulary: Vocabulary): Meaning | undefined {
  const own = meaningOfWord(cell, vocabulary);
  if (own) return own;
  const word = projectWord(cell, vocabulary);
  const { columns, fields } = vocabulary.profile;
  switch (word?.is) {
    case 'name':
    case 'unit':
      return NAME_MEANING;
    case 'ordinal':
      return { role: 'ordinal', name: squeeze(cell) };
    case 'column':
      return { role: 'column', index: word.index, name: columns[word.index]?.name ?? '' };
    case 'field':
      return { role: 'field', index: word.index, name: fields[word.index]?.name ?? '' };
    case 'goal':
      return goalMeaning(word.span, new Set([word.span]), vocabulary)?.meaning;
    default:
      return classMeaning(cell, vocabulary);
  }
}

/** The shortest word that a letter may be wrong in. */
const SHORTEST_NEAR = 4;

function meaningsNear(cell: string, vocabulary: Vocabulary): Meaning[] {
  const word = bareWord(cell);
  if (word.length < SHORTEST_NEAR || word.length > vocabulary.longestLabel + 1) return [];
  const meanings = [...vocabulary.labels]
    .filter(([label]) => label.length >= SHORTEST_NEAR && distance(label, word) === 1)
    .map(([, label]) => meaningOfLabel(label))
    .filter((meaning) => meaning !== undefined);
  return meanings.filter((meaning, i) => meanings.findIndex((other) => isSame(other, meaning)) === i);
}

export function isUnitWord(cell: string, vocabulary: Vocabulary): boolean {
  return vocabulary.labels.get(bareWord(cell))?.role === 'unit' || projectWord(cell, vocabulary)?.is === 'unit';
}

function meaningOfLabel(label: LabelMeaning | undefined): Meaning | undefined {
  switch (label?.role) {
    case 'project':
    case 'unit':
      return NAME_MEANING;
    case 'indicators':
      return INDICATORS;
    case 'column':
    case 'goal':
    case 'field':
      return { role: label.role, index: label.index, name: label.name };
    default:
      return undefined;
  }
}
