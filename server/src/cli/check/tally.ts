import { isAtLeast, SEVERITIES, type Severity } from '../../rules/rule.ts';

/** What a check came to, counted. */
export interface Tally {
  /** Files that were checked. */
  readonly files: number;
  /** Files, folders and lines of a list that could not be. */
  readonly failed: number;
  readonly findings: Readonly<Record<Severity, number>>;
}

export const NOTHING: Tally = { files: 0, failed: 0, findings: { error: 0, warning: 0, info: 0, hint: 0 } };

export function add(a: Tally, b: Tally): Tally {
  const { error, warning, info, hint } = a.findings;
  const more = b.findings;
  return {
    files: a.files + b.files,
    failed: a.failed + b.failed,
    findings: {
      error: error + more.error,
      warning: warning + more.warning,
      info: info + more.info,
      hint: hint + more.hint,
    },
  };
}

/** The tally of one file that was checked. */
export function tallyOf(findings: readonly { readonly severity: Severity }[]): Tally {
  const counts = { ...NOTHING.findings };
  for (const { severity } of findings) counts[severity]++;
  return { files: 1, failed: 0, findings: counts };
}

/** Whether something was found that is as grave as this. */
export function isAsGrave({ findings }: Tally, threshold: Severity): boolean {
  return SEVERITIES.some((severity) => findings[severity] > 0 && isAtLeast(severity, threshold));
}
