import { type Diagnostic, DiagnosticSeverity, DiagnosticTag } from 'vscode-languageserver-types';
import { type Finding, formatMessage, type Related, type Severity } from '../rules/rule.ts';
import type { Environment } from '../workspace/environment.ts';
import type { PlacedFinding } from '../workspace/lastStep.ts';
import { ruleAddress } from '../workspace/ourClient.ts';
import type { TableDocument } from '../workspace/tableDocument.ts';
import { findingsLeftOut, MOST_FINDINGS } from './limits.ts';
import { movedDown, rangeOf } from './ranges.ts';

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

/** A finding as it was told last, the line that its block began at, and for whom. */
interface Told extends Asked {
  readonly diagnostic: Diagnostic;
  readonly line: number;
}

/** What was told of findings that have to do with no place outside their block: it stays so while the block does. */
const told = new WeakMap<Finding, Told>();

export function diagnosticOf(placed: PlacedFinding, document: TableDocument, asked: Asked): Diagnostic {
  const { finding, place } = placed;
  const { line } = place;
  const { language, client } = asked;
  const before = told.get(finding);
  if (before?.language === language && before.client === client) {
    if (before.line === line) return before.diagnostic;
    const diagnostic = moved(before.diagnostic, line - before.line);
    told.set(finding, { diagnostic, line, language, client });
    return diagnostic;
  }
  const related = client.relatedPlaces ? (finding.related?.() ?? []) : [];
  const diagnostic = tell(placed, related, document, asked);
  const isOfBlock = related.every(({ block, table }) => !block && !table);
  if (isOfBlock) told.set(finding, { diagnostic, line, language, client });
  return diagnostic;
}

function moved(diagnostic: Diagnostic, lines: number): Diagnostic {
  const { range, relatedInformation } = diagnostic;
  return {
    ...diagnostic,
    range: movedDown(range, lines),
    ...(relatedInformation && {
      relatedInformation: relatedInformation.map(({ location: { uri, range }, message }) => ({
        location: { uri, range: movedDown(range, lines) },
        message,
      })),
    }),
  };
}

function tell(
  { finding, place }: PlacedFinding,
  related: readonly Related[],
  document: TableDocument,
  { language, client }: Asked,
): Diagnostic {
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
