import { l10n, type Uri, window, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { decodeText } from '../../../server/src/exchange/decodeText.ts';
import { IMPORT_TEXT, type ImportTextParams, type ImportTextResult } from '../../../server/src/protocol.ts';

/** Makes a new document of a file of published text, and tells what was found in it and what was mended. */
export async function importText(client: BaseLanguageClient, chosen: Uri | undefined): Promise<void> {
  const file = chosen ?? (await chooseFile());
  if (!file) return;
  const text = await readText(file);
  if (text === undefined) return;
  const params: ImportTextParams = { text };
  const result = await client.sendRequest<ImportTextResult>(IMPORT_TEXT, params);
  const { totals, units, projects, indicators } = result.counts;
  if (projects + units + totals === 0) {
    const message = l10n.t('No table was found in {0}. Its columns must be separated by tabs.', nameOf(file));
    void window.showErrorMessage(message);
    return;
  }
  await window.showTextDocument(await workspace.openTextDocument({ language: 'jxmb', content: result.document }));
  const imported = l10n.t('Imported: {0} units, {1} projects, {2} indicators.', units, projects, indicators);
  const show = l10n.t('Show Report');
  const answer = await window.showInformationMessage(imported, ...(result.report ? [show] : []));
  if (answer !== show) return;
  await window.showTextDocument(await workspace.openTextDocument({ language: 'plaintext', content: result.report }));
}

async function chooseFile(): Promise<Uri | undefined> {
  const files = await window.showOpenDialog({
    title: l10n.t('Import Published Text'),
    openLabel: l10n.t('Import'),
    filters: { [l10n.t('Text separated by tabs')]: ['txt', 'tsv'], [l10n.t('All files')]: ['*'] },
  });
  return files?.[0];
}

async function readText(file: Uri): Promise<string | undefined> {
  try {
    const text = decodeText(await workspace.fs.readFile(file));
    if (text !== undefined) return text;
    void window.showErrorMessage(l10n.t('{0} is not text in UTF-8 or GB18030.', nameOf(file)));
  } catch {
    void window.showErrorMessage(l10n.t('{0} cannot be read.', nameOf(file)));
  }
  return undefined;
}

function nameOf(file: Uri): string {
  return file.path.slice(file.path.lastIndexOf('/') + 1);
}
