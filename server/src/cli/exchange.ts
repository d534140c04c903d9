import path from 'node:path';
import { conversionTexts } from '../exchange/conversionError.ts';
import type { ImportedDocument, ImportJob, ImportTable } from '../features/exchange/exchange.ts';
import { nodeHost } from '../nodeHost.ts';
import type { Bilingual } from '../profile/profile.ts';
import { TableDocument } from '../workspace/tableDocument.ts';
import { Workspace } from '../workspace/workspace.ts';
import { CannotDo } from './cannotDo.ts';
import { readBytes, readText, writeText } from './files.ts';
import { isNoTable, keepSource, noTable, settingsOf } from './tables.ts';
import type { Of, Outcome, Terminal } from './terminal.ts';
import { exportSummaryText, leftOutText, printableLines, tableListText } from './text.ts';

/** Makes a document of the tables in files of other programs, and tells what was not plain copying; or only lists the tables. */
export async function importFiles(command: Of<'import'>, terminal: Terminal): Promise<Outcome> {
  const { files, output, force, profile } = command;
  const { language } = terminal;
  const job = await readJob(command);
  if (command.list) {
    terminal.out(tableListText(job.tables, files.length > 1, language));
    return 0;
  }
  const chosen = command.tables.length > 0 ? named(job.tables, command.tables) : job.chosen;
  if (chosen.length === 0) throw nothingChosen(files, job.tables);
  const documents = job.make(chosen, profile === undefined ? undefined : (await settingsOf({ profile })).profile.id);
  const [made] = documents;
  if (!made || documents.length > 1) throw severalDocuments();
  if (output === undefined) terminal.out(made.document);
  else writeText(output, made.document, force);
  // Who named the tables knows what is left out.
  const leftOut = command.tables.length > 0 ? [] : job.tables;
  await tellReport(made, leftOut, command, terminal);
  return 0;
}

async function readJob({ files, output, profile }: Of<'import'>): Promise<ImportJob> {
  const { readImport } = await nodeHost.loadExchange();
  const own = profile === undefined ? undefined : (await settingsOf({ profile })).profile;
  const profiles = new Map([...nodeHost.settings.profiles, ...(own ? [[own.id, own] as const] : [])]);
  const sources = files.map((file) => ({ name: path.basename(file), bytes: readBytes(file) }));
  for (const file of files) keepSource(file, output);
  const job = await readImport(sources, { ...nodeHost, settings: { ...nodeHost.settings, profiles } });
  // A document that lacks one of the files would look like one that has them all.
  if (job.problems.length > 0) throw joined(job.problems.map(({ file, message }) => prefixed(file, message)));
  return job;
}

/** The tables that somebody names, by their places in the list, from 1, or by their names. */
function named(tables: readonly ImportTable[], names: readonly string[]): number[] {
  return names.flatMap((name) => {
    const byName = tables.flatMap((table, i) => (table.name === name ? [i] : []));
    const place = /^\d+$/.test(name) ? Number(name) - 1 : -1;
    if (byName.length > 0) return byName;
    if (place >= 0 && place < tables.length) return [place];
    throw new CannotDo({
      zh: `没有表 ${name};用 --list 列出文件里的表`,
      en: `there is no table ${name}; --list lists the tables of the files`,
    });
  });
}

function nothingChosen(files: readonly string[], tables: readonly ImportTable[]): CannotDo {
  const file = files.join(', ');
  if (tables.length === 0) return noTable(file);
  return new CannotDo({
    zh: `${file}: 没有认出绩效目标表;用 --list 看有哪些表,用 --table 选定要导入的`,
    en: `${file}: no table of performance targets was recognised; --list lists the tables, --table chooses`,
  });
}

function severalDocuments(): CannotDo {
  return new CannotDo({
    zh: '导出的 JSON 各自是一张完整的表,请一个一个导入',
    en: 'a table exported as JSON is a document of its own; import one at a time',
  });
}

/** @param tables those of the files, of which some may not have been chosen */
async function tellReport(
  { report }: ImportedDocument,
  tables: readonly ImportTable[],
  { report: form, files }: Of<'import'>,
  terminal: Terminal,
): Promise<void> {
  const { language } = terminal;
  if (form === 'text') {
    const { reportText } = await nodeHost.loadExchange();
    terminal.err(printableLines(reportText(report, language)) + leftOutText(tables, files.length > 1, language));
    return;
  }
  const items = report.items.map((item) => ({ ...item, message: item.message[language] }));
  const leftOut = tables.flatMap(({ isChosen, file, name, reason }, i) =>
    isChosen ? [] : { table: i + 1, file, name, reason: reason?.[language] },
  );
  terminal.err(`${JSON.stringify({ counts: report.counts, items, leftOut }, null, 2)}\n`);
}

/** Makes of a table a file of another program. What is wrong in the table is told, and keeps nobody from it. */
export async function exportTable(command: Of<'export'>, terminal: Terminal): Promise<Outcome> {
  const { file, output, force, format, layout, paper } = command;
  const settings = await settingsOf(command);
  const text = readText(file);
  keepSource(file, output);
  const document = new TableDocument(file, 'jxmb', 0, text, settings, new Workspace({}, () => settings));
  if (isNoTable(file, document)) throw noTable(file);
  const { exportFile } = await nodeHost.loadExchange();
  const { content, notes } = await told(file, () =>
    exportFile(document, { format, layout, paper }, { ...nodeHost, language: terminal.language }),
  );
  if (output === undefined) terminal.out(content);
  else writeText(output, content, force);
  const errors = document.findings().filter(({ finding }) => finding.severity === 'error').length;
  terminal.err(printableLines(exportSummaryText(errors, notes, terminal.language)));
  return 0;
}

/** Does something with a file; why it cannot be done is told with the file's name. */
async function told<T>(file: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const texts = conversionTexts(error);
    throw texts ? new CannotDo(prefixed(file, texts)) : error;
  }
}

function prefixed(file: string, { zh, en }: Bilingual): Bilingual {
  return { zh: `${file}: ${zh}`, en: `${file}: ${en}` };
}

function joined(texts: readonly Bilingual[]): CannotDo {
  return new CannotDo({ zh: texts.map(({ zh }) => zh).join('; '), en: texts.map(({ en }) => en).join('; ') });
}
