import type { Bilingual } from '../profile/profile.ts';
import type { Language } from '../rules/rule.ts';
import type { Block } from '../syntax/blocks.ts';
import type { Part } from '../syntax/nodes.ts';
import { lineText } from '../syntax/text.ts';
import type { TableDocument } from '../workspace/tableDocument.ts';
import { type Html, html } from './html.ts';
import { otherText } from './otherText.ts';
import { Pieces } from './pieces.ts';

type Role = 'department' | 'year' | 'moneyUnit';

const WORDS: Readonly<Record<Role, Bilingual>> = {
  department: { zh: '部门名称', en: 'Department' },
  year: { zh: '年度', en: 'Year' },
  moneyUnit: { zh: '单位', en: 'Unit' },
};

/**
 * What stands above a table: its title, whose it is, its year, its money unit, and whatever else is written there. Where
 * it has no title, the profile's name is one; a money unit is always told, for amounts mean nothing without it.
 */
export function caption(table: TableDocument, language: Language, isAlone = false): Html {
  const { block, text, parts } = headOf(table);
  const findings = (block && !isAlone && table.checker.findingsByBlock().get(block)) || [];
  const pieces = new Pieces({ block: { text }, findings, isAlone });
  const shown = new Set<Part>(parts.filter((part) => part.type === 'field' && part.role === 'profile'));
  const lines = (role: Role, otherwise?: string) => {
    const written = parts.flatMap((part) => {
      const own = textOf(part, role, text);
      return own === '' ? [] : [{ part, own }];
    });
    for (const { part } of written) shown.add(part);
    if (written.length === 0) {
      return otherwise === undefined ? [] : [html`<span class="${role}">${WORDS[role][language]}: ${otherwise}</span>`];
    }
    return written.map(({ part, own }) =>
      pieces.piece('span', part, [WORDS[role][language], ': ', own], { classes: role, isLine: true }),
    );
  };
  const about = [lines('department'), lines('year'), lines('moneyUnit', table.context.moneyUnit.name)];
  const title = parts.find(({ type }) => type === 'title');
  const others = otherText(
    text,
    parts.filter((part) => part !== title && !shown.has(part) && !isEmptyField(part)),
    pieces,
  );
  const name = pieces.main('span', title ?? { start: 0, end: 0 }, titleOf(table));
  // Whoever reads the page as text sees them apart, too.
  const apart = about.flat().map((one, i) => html`${i > 0 && ' '}${one}`);
  return html`<h1>${name}</h1>${others}<p class="about">${apart}</p>`;
}

/** The title of a table; the profile's name where it has none. */
export function titleOf(table: TableDocument): string {
  const { text, parts } = headOf(table);
  const title = parts.find(({ type }) => type === 'title');
  return title ? lineText(text, title) : table.context.vocabulary.profile.name.zh;
}

interface HeadBlock {
  readonly block?: Block;
  readonly text: string;
  readonly parts: readonly Part[];
}

function headOf(table: TableDocument): HeadBlock {
  const block = table.sequence.first();
  if (block?.kind !== 'head') return { text: '', parts: [] };
  return { block, text: block.text, parts: table.row(block).tree.parts };
}

/** What a part of the head says of the table as it is written; empty where it says nothing of that. */
function textOf(part: Part, role: Role, text: string): string {
  if (part.type === 'year') return role === 'year' ? lineText(text, part) : '';
  return part.type === 'field' && part.role === role ? lineText(text, part.text) : '';
}

/** A label of the head behind which nothing is written. */
function isEmptyField(part: Part): boolean {
  return part.type === 'field' && part.text.start >= part.text.end;
}
