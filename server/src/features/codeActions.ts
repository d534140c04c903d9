import { type CodeAction, CodeActionKind, type Range, type WorkspaceEdit } from 'vscode-languageserver-types';
import { type Fix, formatMessage, type Language } from '../rules/rule.ts';
import type { PlacedFinding } from '../workspace/checker.ts';
import type { Environment } from '../workspace/environment.ts';
import type { TableDocument } from '../workspace/tableDocument.ts';
import { diagnosticOf } from './diagnostics.ts';
import { rangeOf } from './ranges.ts';

type Asked = Pick<Environment, 'language' | 'client'>;

/** The fixes of the findings that a range touches, the preferred ones marked, edits bound to the document's version. */
export function codeActions(document: TableDocument, range: Range, { language, client }: Asked): CodeAction[] {
  const start = document.offsetAt(range.start);
  const end = document.offsetAt(range.end);
  return document
    .findings()
    .filter(
      ({ finding, place }) => place.offset + finding.span.start <= end && place.offset + finding.span.end >= start,
    )
    .flatMap((placed) =>
      fixesOf(placed, document).map((fix) => ({
        ...codeAction(fix, placed, document, language),
        edit: workspaceEdit(fix, placed, document, client.versionedEdits),
      })),
    );
}

/** The ways to mend a finding, best first. */
export function fixesOf({ finding, place }: PlacedFinding, document: TableDocument): readonly Fix[] {
  return finding.rule.fixes?.(finding, document.row(place.block), place.block.text, document.context) ?? [];
}

function codeAction(fix: Fix, placed: PlacedFinding, document: TableDocument, language: Language): CodeAction {
  return {
    title: formatMessage(placed.finding.rule, fix, language),
    kind: CodeActionKind.QuickFix,
    diagnostics: [diagnosticOf(placed, document, language)],
    ...(fix.preferred && { isPreferred: true }),
  };
}

function workspaceEdit(fix: Fix, { place }: PlacedFinding, document: TableDocument, versioned: boolean): WorkspaceEdit {
  const { uri, version } = document;
  const edits = fix.edits.map((edit) => ({ range: rangeOf(place, edit), newText: edit.text }));
  return versioned ? { documentChanges: [{ textDocument: { uri, version }, edits }] } : { changes: { [uri]: edits } };
}
