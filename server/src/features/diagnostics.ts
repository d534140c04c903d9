import { type Diagnostic, DiagnosticSeverity, DiagnosticTag } from 'vscode-languageserver-types';
import { formatMessage, type Severity } from '../rules/rule.ts';
import type { PlacedFinding } from '../workspace/checker.ts';
import type { Environment } from '../workspace/environment.ts';
import { ruleAddress } from '../workspace/ourClient.ts';
import type { TableDocument } from '../workspace/tableDocument.ts';
import { rangeOf } from './ranges.ts';

const SEVERITIES: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

type Asked = Pick<Environment, 'language' | 'client'>;

/** The findings of a document as the protocol has them, in the order of the text. */
export function diagnostics(document: TableDocument, asked: Asked): Diagnostic[] {
  return document.findings().map((placed) => diagnosticOf(placed, document, asked));
}

export function diagnosticOf(
  { finding, place }: PlacedFinding,
  document: TableDocument,
  { language, client }: Asked,
): Diagnostic {
  const related = finding.related?.() ?? [];
  return {
    range: rangeOf(place, finding.span),
    severity: SEVERITIES[finding.severity],
    code: finding.rule.id,
    ...(client.vscode && { codeDescription: { href: ruleAddress(finding.rule.id) } }),
    source: 'jxmb',
    message: formatMessage(finding.rule, finding, language),
    ...(finding.unnecessary && { tags: [DiagnosticTag.Unnecessary] }),
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
