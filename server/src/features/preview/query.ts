import type { ReviewTest, Severity } from '../../rules/rule.ts';

/** Which rows of a table a page shows, and in which order; nothing of it touches the table. */
export interface PreviewQuery {
  /** Words that a row is to have: in its text, or in its name as pinyin or initials. */
  readonly text: string;
  /** The name of the unit whose projects are shown; empty for all. */
  readonly unit: string;
  /** The code of a class that a project is to have indicators of; empty for any. */
  readonly class: string;
  /** Rows in which something as grave is found, or something that a review test is about. */
  readonly severity: Severity | '';
  readonly test: ReviewTest | '';
  /** As in the text, or units and the projects in them by their totals. */
  readonly order: 'text' | 'ascending' | 'descending';
}

/** All rows, in the order of the text. */
export const EVERYTHING: PreviewQuery = { text: '', unit: '', class: '', severity: '', test: '', order: 'text' };
