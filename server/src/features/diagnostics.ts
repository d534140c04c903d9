import { type Diagnostic, DiagnosticSeverity, DiagnosticTag } from 'vscode-languageserver-types';
import { formatMessage, type Language, type Severity } from '../rules/rule.ts';
import type { PlacedFinding } from '../workspace/checker.ts';
import type { TableDocument } from '../workspace/tableDocument.ts';
import { rangeOf } from './ranges.ts';

const SEVERITIES: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

/** The findings of a document as the protocol has them, in the order of the text. */
export function diagnostics(document: TableDocument, language: Language): Diagnostic[] {
  return document.findings().map((placed) => diagnosticOf(placed, document, language));
}

export function diagnosticOf(
  { finding, place }: PlacedFinding,
  document: TableDocument,
  language: Language,
): Diagnostic {
  const related = finding.related?.() ?? [];
  return {
    range: rangeOf(place, finding.span),
    severity: SEVERITIES[finding.severity],
    code: finding.rule.id,
    source: 'jxmb',
    message: formatMessage(finding.rule, finding, language),
    ...(finding.unnecessary && { tags: [DiagnosticTag.Unnecessary] }),
    ...(related.length > 0 && {
      relatedInformation: related.map((other) => ({
        location: {
          uri: document.uri,
          range: rangeOf(other.block ? document.placeOf(other.block) : place, other.span),
        },
        message: formatMessage(finding.rule, other, language),
      })),
    }),
  };
}
