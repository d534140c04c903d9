import type { Location, WorkspaceEdit } from 'vscode-languageserver-types';
import type { ShownBlock } from '../../render/view.ts';
import { type Finding, formatMessage, type ReviewTest, type Severity } from '../../rules/rule.ts';
import type { Span } from '../../syntax/nodes.ts';
import type { Environment } from '../../workspace/environment.ts';
import { fixEdit, fixesOf } from '../codeActions.ts';
import { rangeOf } from '../ranges.ts';

/** Something that is found in a row of a page, told in full. */
export interface PreviewFinding {
  /** Its number among the findings of its row. */
  readonly finding: number;
  readonly severity: Severity;
  readonly test: ReviewTest;
  readonly rule: string;
  readonly message: string;
  /** The titles of the ways to mend it, best first. */
  readonly fixes: readonly string[];
}

type Asked = Pick<Environment, 'language' | 'client'>;

/** Tells findings of a row by their numbers; those that are no more are left out. */
export function tellFindings(row: ShownBlock, numbers: readonly number[], { language }: Asked): PreviewFinding[] {
  const { block, table } = row;
  const findings = findingsOf(row);
  const place = table.placeOf(block);
  return numbers.flatMap((number) => {
    const finding = findings[number];
    if (!finding) return [];
    const { rule, severity } = finding;
    return {
      finding: number,
      severity,
      test: rule.review,
      rule: rule.id,
      message: formatMessage(rule, finding, language),
      fixes: fixesOf({ finding, place }, table).map((fix) => formatMessage(rule, fix, language)),
    };
  });
}

/** The edit that mends a finding of a row; undefined where either is no more. */
export function previewFix(row: ShownBlock, number: number, fix: number, { client }: Asked): WorkspaceEdit | undefined {
  const finding = findingsOf(row)[number];
  if (!finding) return undefined;
  const placed = { finding, place: row.table.placeOf(row.block) };
  const chosen = fixesOf(placed, row.table)[fix];
  return chosen && fixEdit(placed, chosen, row.table, client.versionedEdits);
}

/** Where a piece of a row stands in the text. */
export function placeOfPiece({ block, table }: ShownBlock, { start, end }: Span): Location {
  const length = block.text.length;
  const from = Math.min(Math.max(0, start), length);
  const span = { start: from, end: Math.min(Math.max(from, end), length) };
  return { uri: table.uri, range: rangeOf(table.placeOf(block), span) };
}

function findingsOf({ block, table }: ShownBlock): readonly Finding[] {
  return table.checker.findingsByBlock().get(block) ?? [];
}
