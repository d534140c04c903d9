import { FileSystemError, l10n, Uri, window, workspace } from 'vscode';
import { nameOf } from '../preview/tables.ts';

/**
 * Writes a file as a whole or not at all: under another name beside it, then renamed. Whoever chose the file was asked
 * whether it may be replaced. Where that fails it is told, and what was there stays as it was.
 */
export async function writeWhole(file: Uri, bytes: Uint8Array): Promise<boolean> {
  const name = nameOf(file);
  const beside = Uri.joinPath(file, '..', `.${name}.${crypto.randomUUID().slice(0, 8)}.tmp`);
  try {
    await workspace.fs.writeFile(beside, bytes);
    await workspace.fs.rename(beside, file, { overwrite: true });
    return true;
  } catch (error) {
    const why = error instanceof FileSystemError || error instanceof Error ? error.message : String(error);
    void window.showErrorMessage(l10n.t('{0} cannot be written; nothing there has changed. ({1})', name, why));
    await workspace.fs.delete(beside).then(undefined, () => undefined);
    return false;
  }
}
