import { l10n, type Uri, window } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  IMPORT,
  IMPORT_CLOSED,
  type ImportClosedParams,
  type ImportParams,
  type ImportResult,
  RECOGNISE,
  type RecogniseParams,
  type RecogniseResult,
} from '../../../server/src/exchangeProtocol.ts';
import { nameOf } from '../preview/tables.ts';
import { chooseTables } from './chooseTables.ts';
import { showNewTable } from './newDocument.ts';
import type { Reports } from './reports.ts';
import { chooseFiles, readFiles } from './sourceFiles.ts';
import { working } from './working.ts';

/** Makes new documents of the tables in files of other programs, once somebody has seen what was recognised in them. */
export async function importFiles(
  client: BaseLanguageClient,
  reports: Reports,
  given: readonly Uri[] | undefined,
): Promise<void> {
  const uris = given ?? (await chooseFiles());
  const files = await readFiles(uris);
  const [first] = uris;
  if (files.length === 0 || !first) return;
  const params: RecogniseParams = { files, uri: client.code2ProtocolConverter.asUri(first) };
  const title = l10n.t('Reading {0}', uris.map(nameOf).join(', '));
  const close = ({ job }: RecogniseResult) => {
    const closed: ImportClosedParams = { job };
    if (client.isRunning()) void client.sendNotification(IMPORT_CLOSED, closed);
  };
  const found = await working<RecogniseResult>(client, title, RECOGNISE, params, close);
  if (!found) return;
  for (const { file, message } of found.problems) void window.showErrorMessage(`${file}: ${message}`);
  try {
    await importFound(client, reports, found, files.length > 1);
  } finally {
    close(found);
  }
}

async function importFound(
  client: BaseLanguageClient,
  reports: Reports,
  found: RecogniseResult,
  areSeveral: boolean,
): Promise<void> {
  if (found.tables.length === 0) {
    if (found.problems.length === 0) void window.showErrorMessage(l10n.t('There is no table in what was read.'));
    return;
  }
  const choice = await chooseTables(found, areSeveral);
  if (!choice) return;
  const params: ImportParams = { job: found.job, ...choice };
  const result = await working<ImportResult>(client, l10n.t('Importing'), IMPORT, params);
  for (const one of result?.documents ?? []) {
    await showNewTable(one.document);
    const { units, projects, indicators } = one.counts;
    const imported = l10n.t('Imported: {0} units, {1} projects, {2} indicators.', units, projects, indicators);
    void reports.offer(imported, one.report);
  }
}
