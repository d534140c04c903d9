import { commands, type Disposable, Uri } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { registerDropFiles } from './dropFiles.ts';
import { importFiles } from './importFiles.ts';
import { registerPasteCells } from './pasteCells.ts';
import { Reports } from './reports.ts';

/** What gets tables of other programs in. What gets them out asks the previews too which table is meant (`preview/register.ts`). */
export function registerImports(client: BaseLanguageClient): Disposable[] {
  const reports = new Reports();
  return [
    reports,
    // A menu gives the file that it was opened on, and all that are selected.
    commands.registerCommand('jxmb.import', (file?: unknown, all?: unknown) => {
      const chosen = Array.isArray(all) ? all.filter((one) => one instanceof Uri) : [];
      return importFiles(client, reports, chosen.length > 0 ? chosen : file instanceof Uri ? [file] : undefined);
    }),
    registerPasteCells(client),
    registerDropFiles(client, reports),
  ];
}
