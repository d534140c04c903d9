import { squeeze } from '../syntax/characters.ts';
import type { BlockTree, Field, Span } from '../syntax/nodes.ts';
import { lineText } from '../syntax/text.ts';
import { type MoneyUnit, readMoneyUnit } from './moneyUnit.ts';

/** What a table's head says of the table as a whole; the first that can be read of each. */
export interface Head {
  readonly moneyUnit: MoneyUnit | undefined;
  readonly year: number | undefined;
  /** The name of a profile (版式), known or not; undefined where none is written. */
  readonly profile: string | undefined;
  /** Whether it names the department (部门名称). */
  readonly hasDepartment: boolean;
}

/** Reads a head; its labels are the language's own, so any profile reads it alike. */
export function readHead(text: string, tree: BlockTree): Head {
  const field = (role: Field['role']) =>
    tree.parts.flatMap((part) => (part.type === 'field' && part.role === role ? [lineText(text, part.text)] : []));
  const years = [
    ...field('year'),
    ...tree.parts.flatMap((part) => (part.type === 'year' ? [lineText(text, part as Span)] : [])),
  ];
  const [profile] = field('profile').map(squeeze);
  return {
    moneyUnit: first(field('moneyUnit'), readMoneyUnit),
    year: first(years, readYear),
    profile: profile === '' ? undefined : profile,
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
function readYear(text: string): number | undefined {
  const match = /^((?:19|20)\d\d)(?:年度?)?$/.exec(squeeze(text));
  return match ? Number(match[1]) : undefined;
}
