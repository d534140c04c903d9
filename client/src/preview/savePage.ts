import { env, l10n, ProgressLocation, Uri, window, workspace } from 'vscode';
import { type BaseLanguageClient, LSPErrorCodes } from 'vscode-languageclient';
import { STANDALONE_PAGE, type StandalonePageParams, type ViewId } from '../../../server/src/protocol.ts';
import { writeWhole } from '../exchange/writeWhole.ts';
import { nameOf, openTable } from './tables.ts';

/** Saves a table as a page that stands for itself, to be printed from a browser: what is in VS Code cannot print. */
export async function savePage(client: BaseLanguageClient, table: Uri, view: ViewId): Promise<void> {
  const document = await openTable(table);
  const paper = document && (await choosePaper());
  const file = paper && (await chooseFile(table));
  if (!file) return;
  const textDocument = client.code2ProtocolConverter.asTextDocumentIdentifier(document);
  const params: StandalonePageParams = { textDocument, view, paper };
  const page = await window.withProgress({ location: ProgressLocation.Window, title: l10n.t('Saving the page…') }, () =>
    client.sendRequest<string | null>(STANDALONE_PAGE, params).catch(nothingIfChanged),
  );
  if (page === null) {
    void window.showWarningMessage(l10n.t('The table has changed meanwhile. Nothing was saved.'));
    return;
  }
  if (!(await writeWhole(file, new TextEncoder().encode(page)))) return;
  // A browser does not see the files of another machine.
  const isHere = file.scheme === 'file' && env.remoteName === undefined;
  const open = l10n.t('Open in Browser');
  const answer = await window.showInformationMessage(l10n.t('Saved: {0}', nameOf(file)), ...(isHere ? [open] : []));
  if (answer === open) await env.openExternal(file);
}

/** A page that the text has changed under is not given. */
function nothingIfChanged(error: { readonly code?: unknown }): null {
  if (error.code === LSPErrorCodes.ContentModified) return null;
  throw error;
}

async function choosePaper(): Promise<StandalonePageParams['paper'] | undefined> {
  const papers = [
    { label: l10n.t('A4 landscape'), paper: 'A4' },
    { label: l10n.t('A3 landscape'), paper: 'A3' },
  ] as const;
  const title = l10n.t('Save as Web Page for Print');
  return (await window.showQuickPick(papers, { title, placeHolder: l10n.t('Paper that it may be printed on') }))?.paper;
}

async function chooseFile(table: Uri): Promise<Uri | undefined> {
  const name = `${nameOf(table).replace(/\.jxmb$/i, '')}.html`;
  // Beside the table, where something can be written there: not beside a new document, or what it was in version control.
  const isWritable = workspace.fs.isWritableFileSystem(table.scheme);
  const folder = isWritable ? Uri.joinPath(table, '..') : workspace.workspaceFolders?.[0]?.uri;
  return window.showSaveDialog({
    title: l10n.t('Save as Web Page for Print'),
    filters: { [l10n.t('Web page')]: ['html'] },
    ...(folder && { defaultUri: Uri.joinPath(folder, name) }),
  });
}
