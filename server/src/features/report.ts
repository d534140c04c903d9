import type { Range } from 'vscode-languageserver-types';
import { formatMessage, type Language, type Severity } from '../rules/rule.ts';
import type { ClientAbilities } from '../workspace/environment.ts';
import type { PlacedFinding } from '../workspace/lastStep.ts';
import type { TableDocument } from '../workspace/tableDocument.ts';
import { fixesOf } from './codeActions.ts';
import { diagnosticOf } from './diagnostics.ts';

/** A finding as a program outside the editor reads it. Lines and characters count from 0, characters in UTF-16 code units. */
export interface ReportedFinding {
  readonly file: string;
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  readonly range: Range;
  /** Name of the unit that the row belongs to or is; null for rows of none. */
  readonly unit: string | null;
  /** Name of the project that the row is; null for other rows. */
  readonly project: string | null;
  /** Number of the indicator as written; null where it has none or the finding is about no indicator. */
  readonly indicator: string | null;
  readonly related: readonly RelatedPlace[];
  /** Titles of the fixes, best first. */
  readonly fixes: readonly string[];
}

export interface RelatedPlace {
  /** Where it is not the finding's own. */
  readonly file?: string;
  readonly message: string;
  readonly range: Range;
}

/** A report is read by programs and people without an editor. */
const PLAIN: ClientAbilities = {
  versionedEdits: false,
  laterKinds: false,
  relatedPlaces: true,
  unnecessaryTags: false,
  snippets: false,
  replaceRanges: false,
  resolvesCompletions: false,
  listDefaults: false,
  vscode: false,
  resolvesActions: false,
  markdownHovers: false,
  inlayHints: false,
};

/** The findings of a document for a report, in the order of the text. */
export function reportFindings(document: TableDocument, file: string, language: Language): ReportedFinding[] {
  return document.findings().map((placed) => reportFinding(placed, document, file, language));
}

function reportFinding(
  placed: PlacedFinding,
  document: TableDocument,
  file: string,
  language: Language,
): ReportedFinding {
  const { finding, place } = placed;
  const { block } = place;
  const { range, relatedInformation = [] } = diagnosticOf(placed, document, { language, client: PLAIN });
  const unit = block.kind === 'unit' ? block : document.checker.unitOf(block);
  return {
    file,
    rule: finding.rule.id,
    severity: finding.severity,
    message: formatMessage(finding.rule, finding, language),
    range,
    unit: unit ? document.row(unit).name : null,
    project: block.kind === 'project' ? document.row(block).name : null,
    indicator: finding.indicator ?? null,
    related: relatedInformation.map(({ message, location }) => ({
      ...(location.uri !== document.uri && { file: location.uri }),
      message,
      range: location.range,
    })),
    fixes: fixesOf(placed, document).map((fix) => formatMessage(finding.rule, fix, language)),
  };
}
