import type { Bilingual } from '../profile/profile.ts';
import type { Language } from '../rules/rule.ts';
import type { Field } from '../syntax/nodes.ts';
import { lineText } from '../syntax/text.ts';
import type { TableDocument } from '../workspace/tableDocument.ts';
import { type Html, html } from './html.ts';
import { Pieces } from './pieces.ts';

type Role = 'department' | 'year' | 'moneyUnit';

const WORDS: Readonly<Record<Role, Bilingual>> = {
  department: { zh: '部门名称', en: 'Department' },
  year: { zh: '年度', en: 'Year' },
  moneyUnit: { zh: '单位', en: 'Unit' },
};

/**
 * What stands above a table: its title, whose it is, its year, its money unit. Where it has no title, the profile's name
 * is one; a money unit is always told, for amounts mean nothing without it.
 */
export function caption(table: TableDocument, language: Language): Html {
  const first = table.sequence.first();
  const text = first?.kind === 'head' ? first.text : '';
  const parts = first?.kind === 'head' ? table.row(first).tree.parts : [];
  const findings = first?.kind === 'head' ? table.checker.findingsByBlock().get(first) : undefined;
  const pieces = new Pieces(text, findings ?? []);
  const { vocabulary, moneyUnit } = table.context;
  const line = (role: Role, shown: string) => {
    const written = parts.find((part): part is Field => part.type === 'field' && part.role === role);
    const content = `${WORDS[role][language]}: ${shown}`;
    return written
      ? pieces.piece('span', written, content, { classes: role, isLine: true })
      : html`<span class="${role}">${content}</span>`;
  };
  const { department, hasDepartment, year } = table.head;
  const lines = [
    hasDepartment && line('department', department),
    year !== undefined && line('year', String(year)),
    line('moneyUnit', moneyUnit.name),
  ];
  const title = parts.find(({ type }) => type === 'title');
  const name = title ? lineText(text, title) : vocabulary.profile.name.zh;
  return html`<h1>${pieces.main('span', title ?? { start: 0, end: 0 }, name)}</h1><p class="about">${lines}</p>`;
}
