import { l10n, type Uri, window, workspace } from 'vscode';
import { toBase64 } from '../../../server/src/exchange/base64.ts';
import { MAX_FILE_BYTES } from '../../../server/src/exchange/reading/limits.ts';
import type { FileParams } from '../../../server/src/exchangeProtocol.ts';
import { nameOf } from '../preview/tables.ts';

/** Endings of files that may hold tables; what is in them decides. */
const ENDINGS = ['xlsx', 'xlsm', 'docx', 'pdf', 'html', 'htm', 'csv', 'tsv', 'txt', 'md', 'json'];

export function mayHoldTable(file: Uri): boolean {
  const name = nameOf(file).toLowerCase();
  return ENDINGS.some((ending) => name.endsWith(`.${ending}`));
}

export async function chooseFiles(): Promise<readonly Uri[]> {
  const files = await window.showOpenDialog({
    title: l10n.t('Import Tables'),
    openLabel: l10n.t('Import'),
    canSelectMany: true,
    filters: { [l10n.t('Files with tables')]: ENDINGS, [l10n.t('All files')]: ['*'] },
  });
  return files ?? [];
}

/** Files as they travel to the server; those that cannot be read are told. */
export async function readFiles(files: readonly Uri[]): Promise<FileParams[]> {
  const read: FileParams[] = [];
  for (const file of files) {
    const name = nameOf(file);
    try {
      const { size } = await workspace.fs.stat(file);
      if (size <= MAX_FILE_BYTES) read.push({ name, bytes: toBase64(await workspace.fs.readFile(file)) });
      else {
        const most = MAX_FILE_BYTES / 1024 / 1024;
        void window.showErrorMessage(l10n.t('{0} is larger than {1} MB, more than is read.', name, most));
      }
    } catch {
      void window.showErrorMessage(l10n.t('{0} cannot be read.', name));
    }
  }
  return read;
}
