import type { Range } from 'vscode-languageserver-types';
import { formatMessage, type Language, type Severity } from '../rules/rule.ts';
import type { PlacedFinding } from '../workspace/checker.ts';
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
  readonly related: readonly { readonly message: string; readonly range: Range }[];
  /** Titles of the fixes, best first. */
  readonly fixes: readonly string[];
}

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
  const { range, relatedInformation = [] } = diagnosticOf(placed, document, language);
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
    related: relatedInformation.map((other) => ({ message: other.message, range: other.location.range })),
    fixes: fixesOf(placed, document).map((fix) => formatMessage(finding.rule, fix, language)),
  };
}

/** Severities, the gravest first. */
export const SEVERITIES: readonly Severity[] = ['error', 'warning', 'info', 'hint'];

/** Whether a severity is as grave as another or graver. */
export function isAtLeast(severity: Severity, threshold: Severity): boolean {
  return SEVERITIES.indexOf(severity) <= SEVERITIES.indexOf(threshold);
}

const WORDS: Readonly<Record<Language, Readonly<Record<Severity | 'note', string>>>> = {
  zh: { error: '错误', warning: '疑点', info: '提示', hint: '参考', note: '附注' },
  en: { error: 'error', warning: 'warning', info: 'info', hint: 'hint', note: 'note' },
};

/** A finding as a compiler would print it: a line for it, and one for each other place; lines and columns count from 1. */
export function findingText(finding: ReportedFinding, language: Language): string {
  const { file, rule, severity, message, range, related } = finding;
  const words = WORDS[language];
  const at = ({ start }: Range) => `${printable(file)}:${start.line + 1}:${start.character + 1}`;
  return [
    `${at(range)}: ${words[severity]}: ${printable(message)} [${rule}]\n`,
    ...related.map((other) => `  ${at(other.range)}: ${words.note}: ${printable(other.message)}\n`),
  ].join('');
}

/** How many findings there are, and how grave: the last line of a report. */
export function summaryText(findings: readonly ReportedFinding[], files: number, language: Language): string {
  const counts = SEVERITIES.map((severity) => ({
    word: WORDS[language][severity],
    count: findings.filter((finding) => finding.severity === severity).length,
  })).filter(({ count }) => count > 0);
  if (language === 'zh') {
    const what = counts.map(({ word, count }) => `${word} ${count}`).join('、');
    return findings.length > 0
      ? `共检查 ${files} 个文件,${findings.length} 个问题: ${what}\n`
      : `共检查 ${files} 个文件,没有发现问题\n`;
  }
  const what = counts.map(({ word, count }) => counted(count, word)).join(', ');
  const checked = `in ${counted(files, 'file')}`;
  return findings.length > 0
    ? `${counted(findings.length, 'finding')} ${checked}: ${what}\n`
    : `no findings ${checked}\n`;
}

function counted(count: number, word: string): string {
  return `${count} ${word}${count === 1 || word === 'info' ? '' : 's'}`;
}

/** A text on one line and without characters that would command a terminal. */
function printable(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]+/gu, ' ');
}
