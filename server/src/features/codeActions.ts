import { type CodeAction, CodeActionKind, type Range, type WorkspaceEdit } from 'vscode-languageserver-types';
import type { Bilingual } from '../profile/profile.ts';
import { lineStart } from '../rules/edits.ts';
import { canBeNumbered, isNumbered, renumber } from '../rules/numbering.ts';
import { ruleById } from '../rules/registry.ts';
import { reread, saySame } from '../rules/reread.ts';
import { type Fix, fillIn, formatMessage, type Rule, type TextEdit } from '../rules/rule.ts';
import type { Environment } from '../workspace/environment.ts';
import type { PlacedFinding } from '../workspace/lastStep.ts';
import { SELECT_REASON_COMMAND, SHOW_RULE_COMMAND } from '../workspace/ourClient.ts';
import type { TableDocument } from '../workspace/tableDocument.ts';
import { diagnosticOf } from './diagnostics.ts';
import { fixAll, sureFix } from './fixAll.ts';
import { isSuppressible, REASON, SUPPRESS_TITLES, suppressFile, suppressLine } from './suppress.ts';

/** Mends all that can be mended without anybody looking: on save, and by the command of the same kind. */
export const FIX_ALL_KIND = `${CodeActionKind.SourceFixAll}.jxmb`;

/** Numbers the indicators of a project anew. */
export const RENUMBER_KIND = `${CodeActionKind.RefactorRewrite}.renumber`;

const TITLES = {
  all: { zh: '改好本文件所有能自动改的问题', en: 'Mend everything in this file that can be mended by itself' },
  rule: { zh: '改好本文件所有同类问题: {title}', en: 'Mend all of this kind in this file: {title}' },
  renumber: { zh: '给指标重新编号', en: 'Number the indicators anew' },
  show: { zh: '查看说明: {title}', en: 'Show explanation: {title}' },
} satisfies Record<string, Bilingual>;

type Asked = Pick<Environment, 'language' | 'client'>;

/** What an action that is completed later is about. */
interface Later {
  readonly uri: string;
  readonly version: number;
  readonly rule: string;
}

/**
 * What can be done about the findings that a range touches: their fixes, the preferred ones marked; all of the same
 * rule at once; turning the rule off; its explanation. Edits are bound to the document's version. Where the client can
 * ask again, an action that looks at the whole document is completed when it is chosen.
 */
export function codeActions(document: TableDocument, range: Range, asked: Asked): CodeAction[] {
  const start = document.offsetAt(range.start);
  const end = document.offsetAt(range.end);
  const all = document.findings();
  const touched = all.filter(
    ({ finding, place }) => place.offset + finding.span.start <= end && place.offset + finding.span.end >= start,
  );
  const rules = new Set(touched.map(({ finding }) => finding.rule));
  return [
    ...touched.flatMap((placed) => fixActions(placed, document, asked)),
    ...[...rules].flatMap((rule) => {
      const own = touched.filter(({ finding }) => finding.rule === rule);
      const several = all.filter(({ finding }) => finding.rule === rule).length > 1;
      return several && own.some((placed) => sureFix(placed, document, true)) ? ruleAction(rule, document, asked) : [];
    }),
    ...distinctLines(touched).flatMap((placed) => lineAction(placed, document, asked)),
    ...[...rules].flatMap((rule) => (asked.client.vscode ? showAction(rule, asked) : [])),
    ...[...rules].flatMap((rule) => (isSuppressible(rule) ? fileAction(rule, document, asked) : [])),
  ];
}

/**
 * Numbers the indicators of the project at a range anew, from 1 or as its headings have it, where they do not count so.
 * That of indicators without number is no finding where it is the only one.
 */
export function renumberAction(document: TableDocument, range: Range, { language, client }: Asked): CodeAction[] {
  const place = document.placeAt(document.offsetAt(range.start));
  if (place?.block.kind !== 'project') return [];
  const { block, offset } = place;
  const row = document.row(block);
  if (row.indicators.length === 0 || !canBeNumbered(row) || isNumbered(row, block.text)) return [];
  const edits = renumber(row, block.text);
  if (!saySame(row, reread(row, block.text, edits, document.context), 'numbers')) return [];
  const placed = edits.map(({ start, end, text }) => ({ start: offset + start, end: offset + end, text }));
  return [
    {
      title: TITLES.renumber[language],
      kind: RENUMBER_KIND,
      edit: workspaceEdit(placed, document, client.versionedEdits),
    },
  ];
}

/** The action that mends all in one go; undefined where there is nothing to mend. */
export function fixAllAction(document: TableDocument, { language, client }: Asked): CodeAction | undefined {
  const edits = fixAll(document);
  if (edits.length === 0) return undefined;
  return {
    title: TITLES.all[language],
    kind: FIX_ALL_KIND,
    edit: workspaceEdit(edits, document, client.versionedEdits),
  };
}

/** Completes an action that was given without its edit; gives it back as it is where the document has changed since. */
export function resolveCodeAction(document: TableDocument, action: CodeAction, { client }: Asked): CodeAction {
  const later = action.data as Later | undefined;
  const rule = later && ruleById.get(later.rule);
  if (!rule || later.version !== document.version) return action;
  return { ...action, edit: workspaceEdit(fixAll(document, rule), document, client.versionedEdits) };
}

/** The ways to mend a finding, best first. */
export function fixesOf({ finding, place }: PlacedFinding, document: TableDocument): readonly Fix[] {
  return finding.rule.fixes?.(finding, document.row(place.block), place.block.text, document.context) ?? [];
}

function fixActions(placed: PlacedFinding, document: TableDocument, { language, client }: Asked): CodeAction[] {
  return fixesOf(placed, document).map((fix) => ({
    title: formatMessage(placed.finding.rule, fix, language),
    kind: CodeActionKind.QuickFix,
    diagnostics: [diagnosticOf(placed, document, { language, client })],
    ...(fix.preferred && { isPreferred: true }),
    edit: fixEdit(placed, fix, document, client.versionedEdits),
  }));
}

/** The edit of a fix, bound to the document's version where the client knows versions. */
export function fixEdit(
  { place }: PlacedFinding,
  fix: Fix,
  document: TableDocument,
  versioned: boolean,
): WorkspaceEdit {
  const edits = fix.edits.map(({ start, end, text }) => ({
    start: place.offset + start,
    end: place.offset + end,
    text,
  }));
  return workspaceEdit(edits, document, versioned);
}

function ruleAction(rule: Rule, document: TableDocument, { language, client }: Asked): CodeAction {
  const title = fillIn(TITLES.rule[language], { title: rule.title[language] });
  const { uri, version } = document;
  const later: Later = { uri, version, rule: rule.id };
  const action = { title, kind: CodeActionKind.QuickFix };
  return client.resolvesActions
    ? { ...action, data: later }
    : { ...action, edit: workspaceEdit(fixAll(document, rule), document, client.versionedEdits) };
}

/** One finding of each rule a line: the comment above it speaks for all of them. */
function distinctLines(placed: readonly PlacedFinding[]): PlacedFinding[] {
  const seen = new Set<string>();
  return placed.filter(({ finding, place }) => {
    const key = `${finding.rule.id} ${place.offset + lineStart(place.block.text, finding.span.start)}`;
    if (seen.has(key) || !isSuppressible(finding.rule)) return false;
    seen.add(key);
    return true;
  });
}

function lineAction(placed: PlacedFinding, document: TableDocument, { language, client }: Asked): CodeAction {
  return {
    title: fillIn(SUPPRESS_TITLES.line[language], { id: placed.finding.rule.id }),
    kind: CodeActionKind.QuickFix,
    diagnostics: [diagnosticOf(placed, document, { language, client })],
    ...suppression(suppressLine(placed, document), document, { language, client }),
  };
}

function showAction({ id, title: own }: Rule, { language }: Asked): CodeAction {
  const title = fillIn(TITLES.show[language], { title: own[language] });
  return { title, kind: CodeActionKind.QuickFix, command: { title, command: SHOW_RULE_COMMAND, arguments: [id] } };
}

function fileAction(rule: Rule, document: TableDocument, asked: Asked): CodeAction {
  const title = fillIn(SUPPRESS_TITLES.file[asked.language], { id: rule.id });
  return { title, kind: CodeActionKind.QuickFix, ...suppression(suppressFile(rule, document), document, asked) };
}

/** The edit that writes a comment; our own client then has its author give the reason. */
function suppression(edit: TextEdit, document: TableDocument, { client }: Asked): Pick<CodeAction, 'edit' | 'command'> {
  return {
    edit: workspaceEdit([edit], document, client.versionedEdits),
    ...(client.vscode &&
      edit.text.includes(REASON) && {
        command: { title: REASON, command: SELECT_REASON_COMMAND, arguments: [REASON] },
      }),
  };
}

/** @param edits offsets in the document */
function workspaceEdit(edits: readonly TextEdit[], document: TableDocument, versioned: boolean): WorkspaceEdit {
  const { uri, version } = document;
  const changes = edits.map(({ start, end, text }) => ({
    range: { start: document.positionAt(start), end: document.positionAt(end) },
    newText: text,
  }));
  return versioned
    ? { documentChanges: [{ textDocument: { uri, version }, edits: changes }] }
    : { changes: { [uri]: changes } };
}
