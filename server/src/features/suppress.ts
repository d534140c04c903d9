import type { Bilingual } from '../profile/profile.ts';
import { indentAt, lineEndOf, lineStart, textStart } from '../rules/edits.ts';
import type { Rule, TextEdit } from '../rules/rule.ts';
import { type Directive, readDirectives } from '../syntax/directives.ts';
import type { PlacedFinding } from '../workspace/lastStep.ts';
import type { TableDocument } from '../workspace/tableDocument.ts';

/** What stands for the reason until its author gives it, in the document, which is Chinese whatever the interface is. */
export const REASON = '请注明理由';

export const SUPPRESS_TITLES = {
  line: { zh: '这一行不检查 {id}(注明理由)', en: 'Do not check {id} in this line (give a reason)' },
  file: { zh: '本文件不检查 {id}(注明理由)', en: 'Do not check {id} in this file (give a reason)' },
} satisfies Record<string, Bilingual>;

/** Whether comments can turn a rule off where it finds something: what is found in comments has no next line. */
export function isSuppressible(rule: Rule): boolean {
  return !(rule.scope === 'table' && rule.looksAt === 'suppressions') && rule.id !== 'unknown-rule';
}

/**
 * The edit that turns a finding's rule off for its line: one more id in the comment above it, where one is there
 * already, else a comment of its own. Offsets in the document.
 */
export function suppressLine({ finding, place }: PlacedFinding, document: TableDocument): TextEdit {
  const { id } = finding.rule;
  const start = place.offset + lineStart(place.block.text, finding.span.start);
  const above = directivesAbove(document, start).findLast(({ kind }) => kind === 'next-line');
  if (above) return alsoOff(above, id);
  const at = start === 0 ? textStart(place.block.text) : start;
  const indent = indentAt(place.block.text, finding.span.start);
  return { start: at, end: at, text: `${indent}// jxmb-disable-next-line ${id}: ${REASON}${lineEnd(document)}` };
}

/** The edit that turns a rule off for the whole file, at its beginning. Offsets in the document. */
export function suppressFile({ id }: Rule, document: TableDocument): TextEdit {
  const first = document.sequence.first();
  const known = first && readDirectives(first.text).find(({ kind, rules }) => kind === 'file' && rules.length > 0);
  if (known) return alsoOff({ ...known, offset: 0 }, id);
  const at = textStart(first?.text ?? '');
  return { start: at, end: at, text: `// jxmb-disable-file ${id}: ${REASON}${lineEnd(document)}` };
}

interface Placed extends Directive {
  /** Where its block starts. */
  readonly offset: number;
}

/** The directives in the comments right above a line, blank lines aside. */
function directivesAbove(document: TableDocument, start: number): Placed[] {
  const place = document.placeAt(Math.max(0, start - 1));
  if (!place || start === 0) return [];
  const { block, offset } = place;
  return readDirectives(block.text)
    .filter(({ span, target, rules }) => {
      const aims = target ? offset + target.start === start : offset + block.text.length === start;
      return rules.length > 0 && aims && offset + span.end <= start;
    })
    .map((directive) => ({ ...directive, offset }));
}

function alsoOff({ rules, offset }: Placed, id: string): TextEdit {
  const end = offset + (rules.at(-1)?.span.end ?? 0);
  return { start: end, end, text: `, ${id}` };
}

function lineEnd(document: TableDocument): string {
  return lineEndOf(document.sequence.first()?.text ?? '');
}
