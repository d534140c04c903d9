import { readFileSync } from 'node:fs';
import { fixesOf } from '../../server/src/features/codeActions.ts';
import { applyFix } from '../rules/fixture.ts';
import { openTable } from '../tables.ts';

/** The text of an example with its slips mended: the comment of a slip says which fix is meant, else it is the first. */
export function soundExample(name: string): string {
  const text = readFileSync(new URL(`../../examples/${encodeURIComponent(name)}`, import.meta.url), 'utf8');
  const document = openTable(text);
  for (;;) {
    const slip = document.findings().find(({ place, finding }) => {
      const { line } = document.positionAt(place.offset + finding.span.start);
      return /^ *\/\/ 示例问题/.test(document.getText().split('\n')[line - 1] ?? '');
    });
    if (!slip) break;
    const fixes = fixesOf(slip, document);
    const fix = fixes.find(({ message }) => message === 'fillSource') ?? fixes[0];
    if (!fix) throw new Error(`${name}: a slip has no fix: ${slip.finding.rule.id}`);
    applyFix(document, slip, fix);
  }
  return document.getText();
}
