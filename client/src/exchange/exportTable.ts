import { commands, env, l10n, type QuickPickItem, QuickPickItemKind, Uri, window, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { fromBase64 } from '../../../server/src/exchange/base64.ts';
import { EXPORT_ENDINGS } from '../../../server/src/exchange/exporting/formats.ts';
import {
  EXPORT,
  type ExportAnswer,
  type ExportParams,
  type ExportRequest,
} from '../../../server/src/exchangeProtocol.ts';
import { STATUS, type StatusParams, type TableStatus } from '../../../server/src/protocol.ts';
import { nameOf, openTable } from '../preview/tables.ts';
import { working } from './working.ts';
import { writeWhole } from './writeWhole.ts';

/** Writes a table as a file of another program. What is wrong in it is told, and keeps nobody from it. */
export async function exportTable(client: BaseLanguageClient, table: Uri): Promise<void> {
  const document = await openTable(table);
  if (!document) return;
  const textDocument = client.code2ProtocolConverter.asTextDocumentIdentifier(document);
  const asked: StatusParams = { textDocument };
  const status = await client.sendRequest<TableStatus | null>(STATUS, asked);
  const errors = told(status?.errors ?? 0);
  const request = await chooseFormat(errors);
  const file = request && (await chooseFile(table, request));
  if (!file) return;
  const params: ExportParams = { textDocument, ...request };
  const answer = await working<ExportAnswer>(client, l10n.t('Exporting {0}', nameOf(file)), EXPORT, params);
  if (!answer) return;
  const { text, bytes = '', notes } = answer;
  const content = text === undefined ? fromBase64(bytes) : new TextEncoder().encode(text);
  if (await writeWhole(file, content)) void offer(file, [...(errors ? [errors] : []), ...notes]);
}

function told(errors: number): string | undefined {
  if (errors === 0) return undefined;
  return errors === 1 ? l10n.t('1 error is in the table') : l10n.t('{0} errors are in the table', errors);
}

interface Item extends QuickPickItem {
  readonly request?: ExportRequest;
}

async function chooseFormat(errors: string | undefined): Promise<ExportRequest | undefined> {
  const published = l10n.t('As published: a row a project');
  const structured = l10n.t('Structured: a row an indicator');
  const group = (label: string): Item => ({ label, kind: QuickPickItemKind.Separator });
  const laidOut = (format: ExportRequest['format']): Item[] => [
    { label: published, description: EXPORT_ENDINGS[format], request: { format, layout: 'published' } },
    { label: structured, description: EXPORT_ENDINGS[format], request: { format, layout: 'structured' } },
  ];
  const items: Item[] = [
    group('Excel, WPS'),
    { label: l10n.t('Workbook with both layouts as sheets'), description: '.xlsx', request: { format: 'xlsx' } },
    group('Word, WPS'),
    ...laidOut('docx'),
    group(l10n.t('Web page')),
    ...laidOut('html'),
    group('CSV'),
    ...laidOut('csv'),
    group('Markdown'),
    ...laidOut('markdown'),
    group('JSON'),
    { label: l10n.t('All that the table says, for programs'), description: '.jxmb.json', request: { format: 'json' } },
  ];
  const ask = l10n.t('The kind of file');
  const placeHolder = errors === undefined ? ask : l10n.t('{0}; it can be exported all the same', errors);
  const picked = await window.showQuickPick(items, { title: l10n.t('Export'), placeHolder, matchOnDescription: true });
  return picked?.request;
}

async function chooseFile(table: Uri, { format }: ExportRequest): Promise<Uri | undefined> {
  const name = nameOf(table).replace(/\.jxmb$/i, '') + EXPORT_ENDINGS[format];
  const folder = table.scheme === 'untitled' ? workspace.workspaceFolders?.[0]?.uri : Uri.joinPath(table, '..');
  const ending = EXPORT_ENDINGS[format].slice(EXPORT_ENDINGS[format].lastIndexOf('.') + 1);
  return window.showSaveDialog({
    title: l10n.t('Export'),
    filters: { [ending.toUpperCase()]: [ending] },
    ...(folder && { defaultUri: Uri.joinPath(folder, name) }),
  });
}

/** Tells what was written, and opens it for whoever wants that. */
async function offer(file: Uri, notes: readonly string[]): Promise<void> {
  // What shows files is on this machine, and the file may be on another.
  const isHere = file.scheme === 'file' && env.remoteName === undefined && env.uiKind === 1;
  const open = l10n.t('Open');
  const reveal = l10n.t('Show in Folder');
  const message = [l10n.t('Exported: {0}', nameOf(file)), ...notes].join(' · ');
  const answer = await window.showInformationMessage(message, ...(isHere ? [open, reveal] : []));
  if (answer === open) await env.openExternal(file);
  if (answer === reveal) await commands.executeCommand('revealFileInOS', file);
}
