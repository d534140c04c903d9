import type { Bilingual } from '../../profile/profile.ts';
import { type Language, SEVERITIES, type Severity } from '../../rules/rule.ts';
import type { Block } from '../../syntax/blocks.ts';
import type { TableDocument } from '../../workspace/tableDocument.ts';
import { SEVERITY_WORDS } from '../rulePage.ts';
import { enumerated, say } from './markdown.ts';

const MESSAGES = {
  none: { zh: '没有发现问题', en: 'No findings' },
  found: { zh: '{count} 个问题: {severities}', en: 'Findings: {count} ({severities})' },
} satisfies Record<string, Bilingual>;

/** How much is found in the whole table, by how grave it is. */
export function findingsOfTable(document: TableDocument, language: Language): string {
  return severitiesText(
    document.findings().map(({ finding }) => finding),
    language,
  );
}

/** How much is found in a row; of a unit, in its projects too. Looks at all rows in which something is found. */
export function findingsOfRow(row: Block, { checker }: TableDocument, language: Language): string {
  const found = [];
  for (const [block, findings] of checker.findingsByBlock()) {
    if (block === row || checker.unitOf(block) === row) found.push(...findings);
  }
  return severitiesText(found, language);
}

function severitiesText(found: readonly { readonly severity: Severity }[], language: Language): string {
  if (found.length === 0) return say(MESSAGES.none, language);
  const counts = SEVERITIES.flatMap((severity) => {
    const count = found.filter((finding) => finding.severity === severity).length;
    return count > 0 ? [`${SEVERITY_WORDS[severity][language]} ${count}`] : [];
  });
  return say(MESSAGES.found, language, { count: String(found.length), severities: enumerated(counts, language) });
}
