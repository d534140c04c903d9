import { squeeze } from '../syntax/characters.ts';
import { blockStart, matchLine } from '../syntax/labels.ts';
import { LineScanner, skipSpaces, trim } from '../syntax/lines.ts';
import type { BlockTree, Field, Span } from '../syntax/nodes.ts';
import { lineText, trimmed } from '../syntax/text.ts';
import type { Vocabulary } from '../syntax/vocabulary.ts';
import { type MoneyUnit, readMoneyUnit } from './moneyUnit.ts';

/** What a table's head says of the table as a whole, read in the profile that it names; the first that can be read of each. */
export interface Head {
  /** The department whose table it is; empty where none is named. */
  readonly department: string;
  readonly moneyUnit: MoneyUnit | undefined;
  readonly year: number | undefined;
  /** Whether it names the department (部门名称). */
  readonly hasDepartment: boolean;
}

/**
 * The name of a profile (版式) that a table's first block has, known or not; undefined where none is written. It is read
 * from the lines alone, up to the first that may begin a row: in which fields they stand, a goal that has no place there
 * among them, depends on the profile.
 */
export function profileNamedIn(text: string, vocabulary: Vocabulary): string | undefined {
  const lines = new LineScanner(text);
  while (lines.advance()) {
    const match = matchLine(text, skipSpaces(text, lines.start, lines.end), lines.end, vocabulary);
    if (!match) continue;
    if (blockStart(match, text, lines.end)) return undefined;
    if (match.meaning.role !== 'profile') continue;
    const name = squeeze(lineText(text, trim(text, match.after, lines.end)));
    return name === '' ? undefined : name;
  }
  return undefined;
}

/** Reads a head. */
export function readHead(text: string, tree: BlockTree): Head {
  const field = (role: Field['role']) =>
    tree.parts.flatMap((part) => (part.type === 'field' && part.role === role ? [lineText(text, part.text)] : []));
  const years = [
    ...field('year'),
    ...tree.parts.flatMap((part) => (part.type === 'year' ? [lineText(text, part as Span)] : [])),
  ];
  return {
    department:
      field('department')
        .map(trimmed)
        .find((name) => name !== '') ?? '',
    moneyUnit: first(field('moneyUnit'), readMoneyUnit),
    year: first(years, readYear),
    hasDepartment: field('department').some((name) => name !== ''),
  };
}

function first<T>(texts: readonly string[], read: (text: string) => T | undefined): T | undefined {
  for (const text of texts) {
    const found = read(text);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** `2025`, `2025年`, `2025年度`. */
export function readYear(text: string): number | undefined {
  const match = /^((?:19|20)\d\d)(?:年度?)?$/.exec(squeeze(text));
  return match ? Number(match[1]) : undefined;
}
