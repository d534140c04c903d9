import type { DocumentLink } from 'vscode-languageserver-types';
import type { Bilingual } from '../profile/profile.ts';
import type { Environment } from '../workspace/environment.ts';
import { resolveInclude } from '../workspace/includes.ts';
import type { TableDocument } from '../workspace/tableDocument.ts';
import { rangeOf } from './ranges.ts';
import { placesIn } from './things/placesIn.ts';

const TOOLTIP: Bilingual = { zh: '打开引用的目标表', en: 'Open the table that is taken in' };

/** The paths of the tables that are taken in. */
export function documentLinks(document: TableDocument, { language }: Pick<Environment, 'language'>): DocumentLink[] {
  const links: DocumentLink[] = [];
  for (const place of placesIn(document)) {
    const { block } = place;
    if (block.kind !== 'include') continue;
    for (const part of document.row(block).tree.parts) {
      if (part.type !== 'field' || part.role !== 'include' || part.text.start === part.text.end) continue;
      const target = resolveInclude(document.uri, block.text.slice(part.text.start, part.text.end));
      if (target !== undefined) links.push({ range: rangeOf(place, part.text), target, tooltip: TOOLTIP[language] });
    }
  }
  return links;
}
