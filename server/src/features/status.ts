import { totalColumn } from '../table/row.ts';
import type { Environment } from '../workspace/environment.ts';
import type { TableDocument } from '../workspace/tableDocument.ts';
import { limitsOf } from './limits.ts';

/** What a table is, in a few words, in the language of the interface. */
export interface TableStatus {
  /** Id of the profile it is read by. */
  readonly profile: string;
  readonly profileName: string;
  readonly moneyUnit: string;
  readonly projects: number;
  /** What the whole comes to, as tables print amounts; null while not known. */
  readonly total: string | null;
  readonly findings: number;
  /** How many of them are errors. */
  readonly errors: number;
  /** What was left out because there is too much of it, said in full; empty where nothing was. */
  readonly limits: readonly string[];
}

export function tableStatus(document: TableDocument, { language }: Pick<Environment, 'language'>): TableStatus {
  const { vocabulary, moneyUnit } = document.context;
  const findings = document.findings();
  return {
    profile: vocabulary.profile.id,
    profileName: vocabulary.profile.name[language],
    moneyUnit: moneyUnit.name,
    projects: document.checker.projects,
    total: document.checker.wholeOf(totalColumn(vocabulary))?.toAmount() ?? null,
    findings: findings.length,
    errors: findings.filter(({ finding }) => finding.severity === 'error').length,
    limits: limitsOf(document, language),
  };
}
