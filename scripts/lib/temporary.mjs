import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const folders = new Set();

/** A new folder that is gone when this process is, however it ends short of a kill. */
export function temporaryFolder(purpose) {
  const folder = mkdtempSync(path.join(tmpdir(), `jxmb-${purpose}-`));
  folders.add(folder);
  return folder;
}

process.on('exit', () => {
  for (const folder of folders) {
    try {
      rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 });
    } catch {
      // Something of ours that is ending too still writes there; the system clears its own temporary folder.
    }
  }
});
