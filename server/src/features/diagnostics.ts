import { type Diagnostic, DiagnosticSeverity, DiagnosticTag } from 'vscode-languageserver-types';
import { formatMessage, type Severity } from '../rules/rule.ts';
import type { PlacedFinding } from '../workspace/checker.ts';
import type { Environment } from '../workspace/environment.ts';
import { ruleAddress } from '../workspace/ourClient.ts';
import type { TableDocument } from '../workspace/tableDocument.ts';
import { findingsLeftOut, MOST_FINDINGS } from './limits.ts';
import { rangeOf } from './ranges.ts';

const SEVERITIES: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

type Asked = Pick<Environment, 'language' | 'client'>;

/**
 * The findings of a document as the protocol has them, in the order of the text. There may be too many of them: then
 * the first of the list says how many are left out.
 */
export function diagnostics(document: TableDocument, asked: Asked): Diagnostic[] {
  const found = document.findings();
  const leftOut = findingsLeftOut(found.length, asked.language);
  const sent = (leftOut ? found.slice(0, MOST_FINDINGS) : found).map((one) => diagnosticOf(one, document, asked));
  return leftOut ? [noteAtTop(leftOut), ...sent] : sent;
}

function noteAtTop(message: string): Diagnostic {
  const top = { line: 0, character: 0 };
  return { range: { start: top, end: top }, severity: DiagnosticSeverity.Information, source: 'jxmb', message };
}

export function diagnosticOf(
  { finding, place }: PlacedFinding,
  document: TableDocument,
  { language, client }: Asked,
): Diagnostic {
  const related = client.relatedPlaces ? (finding.related?.() ?? []) : [];
  return {
    range: rangeOf(place, finding.span),
    severity: SEVERITIES[finding.severity],
    code: finding.rule.id,
    ...(client.vscode && { codeDescription: { href: ruleAddress(finding.rule.id) } }),
    source: 'jxmb',
    message: formatMessage(finding.rule, finding, language),
    ...(finding.unnecessary && client.unnecessaryTags && { tags: [DiagnosticTag.Unnecessary] }),
    ...(related.length > 0 && {
      relatedInformation: related.map((other) => ({
        location: {
          uri: (other.table ?? document).uri,
          range: rangeOf(other.block ? (other.table ?? document).placeOf(other.block) : place, other.span),
        },
        message: formatMessage(finding.rule, other, language),
      })),
    }),
  };
}
