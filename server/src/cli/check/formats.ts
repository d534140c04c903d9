import type { ReportedFinding } from '../../features/report.ts';
import type { Language, Severity } from '../../rules/rule.ts';
import type { Problem, ProblemKind } from '../fileProblem.ts';
import { findingText, problemText, summaryText } from '../text.ts';
import type { Tally } from './tally.ts';

/** How a check is reported. What is said of one file depends on that file alone, so that it can be said anywhere. */
export interface ReportFormat {
  /** What stands before the first of the pieces, between two of them, behind the last, and where there is none. */
  readonly frame: { readonly first: string; readonly between: string; readonly last: string; readonly none: string };
  /** The pieces that say what was found in a file. */
  checked(file: string, findings: readonly ReportedFinding[], tally: Tally, language: Language): readonly string[];
  /** What is said of a file that could not be checked: pieces like the others, or a line for the standard error output. */
  failed(file: string, problem: Problem, language: Language): { readonly pieces?: string[]; readonly error?: string };
  /** What stands at the end of all. */
  summary(tally: Tally, language: Language): string;
}

export const FORMAT_NAMES = ['text', 'json', 'ndjson'] as const;
export type FormatName = (typeof FORMAT_NAMES)[number];

const PLAIN = { first: '', between: '', last: '', none: '' };

const told = (file: string, problem: Problem, language: Language) => ({ error: problemText(file, problem, language) });

/** As a compiler prints it, for people. */
const text: ReportFormat = {
  frame: PLAIN,
  checked: (_file, findings, _tally, language) => findings.map((finding) => findingText(finding, language)),
  failed: told,
  summary: (tally, language) => (tally.files === 0 && tally.failed > 0 ? '' : summaryText(tally, language)),
};

/** One array of all findings. */
const json: ReportFormat = {
  frame: { first: '[\n', between: ',\n', last: '\n]\n', none: '[]\n' },
  checked: (_file, findings) => findings.map((finding) => JSON.stringify(finding, null, 2).replace(/^/gm, '  ')),
  failed: told,
  summary: () => '',
};

/** A line of `--format ndjson`; docs/scale.md describes them for those who read them. */
type Line =
  | ({ readonly type: 'finding' } & ReportedFinding)
  | {
      readonly type: 'file';
      readonly file: string;
      readonly findings?: Readonly<Record<Severity, number>>;
      readonly problem?: { readonly kind: ProblemKind; readonly message: string };
    }
  | ({ readonly type: 'summary' } & Tally);

const line = (content: Line) => `${JSON.stringify(content)}\n`;

/** An object a line: each finding; then what the file came to; at the end all together. */
const ndjson: ReportFormat = {
  frame: PLAIN,
  checked: (file, findings, tally) => [
    ...findings.map((finding) => line({ type: 'finding', ...finding })),
    line({ type: 'file', file, findings: tally.findings }),
  ],
  failed: (file, { kind, reason }, language) => ({
    pieces: [line({ type: 'file', file, problem: { kind, message: reason[language] } })],
  }),
  summary: (tally) => line({ type: 'summary', ...tally }),
};

export const FORMATS: Readonly<Record<FormatName, ReportFormat>> = { text, json, ndjson };
