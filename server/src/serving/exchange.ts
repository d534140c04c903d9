import {
  type CancellationToken,
  LSPErrorCodes,
  RequestType,
  ResponseError,
  type WorkDoneProgressParams,
} from 'vscode-languageserver';
import { fromBase64, toBase64 } from '../exchange/base64.ts';
import { conversionTexts } from '../exchange/conversionError.ts';
import type { SourceFile } from '../exchange/converters.ts';
import type { ImportReport } from '../exchange/importing/report.ts';
import {
  COPY_FOR_EXCEL,
  type CopyParams,
  type CopyResult,
  EXPORT,
  type ExportAnswer,
  type ExportParams,
  type FileParams,
  IMPORT,
  IMPORT_CLOSED,
  type ImportClosedParams,
  type ImportParams,
  type ImportResult,
  PASTE,
  type PasteParams,
  type PasteResult,
  RECOGNISE,
  type RecogniseParams,
  type RecogniseResult,
} from '../exchangeProtocol.ts';
import type { ImportJob, ImportTable } from '../features/exchange/exchange.ts';
import type { Bilingual } from '../profile/profile.ts';
import type { Language } from '../rules/rule.ts';
import { type Answering, cancelled } from './answering.ts';
import type { Configuring } from './configuring.ts';
import type { Serving } from './serving.ts';

/** So many imports are kept that nobody has ended: what was read of files is large. */
const KEPT_JOBS = 2;

const WORDS = {
  reading: { zh: '读取文件', en: 'Reading files' },
  importing: { zh: '导入', en: 'Importing' },
  exporting: { zh: '导出', en: 'Exporting' },
  forgotten: {
    zh: '读过的文件已经不在内存里了,请再导入一次。',
    en: 'What was read of the files is gone. Import them again.',
  },
  noTable: { zh: '文件里没有认出绩效目标表。', en: 'No table of performance targets was recognised in the file.' },
  noBase64: { zh: '文件内容没有传全。', en: 'The file did not come whole.' },
} satisfies Record<string, Bilingual>;

/** Answers what gets files of other programs in and out. */
export function serveExchange(serving: Serving, answering: Answering, configuring: Configuring): void {
  const { client, connection, host, places, service, workspace } = serving;
  const { language } = client;
  const jobs = new Map<number, ImportJob>();
  let last = 0;

  connection.onRequest(
    new RequestType<RecogniseParams, RecogniseResult, void>(RECOGNISE),
    working(serving, WORDS.reading, async ({ files, uri }, signal, report) => {
      await configuring.foldersSettled();
      const settings = places.settingsOf(uri ?? workspace.folders[0] ?? '');
      const read = files.map(sourceFile(language));
      const job = await service.readImport(read, settings, signal, (file, place) => {
        report(Math.floor((100 * place) / read.length), file);
      });
      jobs.set(++last, job);
      for (const old of [...jobs.keys()].slice(0, -KEPT_JOBS)) jobs.delete(old);
      const { tables, problems } = job;
      return {
        job: last,
        tables: tables.map((table) => recognisedTable(table, language)),
        problems: problems.map(({ file, message }) => ({ file, message: message[language] })),
        profiles: [...settings.profiles.values()].map(({ id, name }) => ({ id, name: name[language] })),
      };
    }),
  );
  connection.onRequest(
    new RequestType<ImportParams, ImportResult, void>(IMPORT),
    working(serving, WORDS.importing, async ({ job, tables, profile }) => {
      const { reportText } = await host.loadExchange();
      const known = jobs.get(job);
      if (!known) throw refused(WORDS.forgotten[language]);
      return {
        documents: known.make(tables, profile).map(({ document, report }) => ({
          document,
          ...told(report, reportText, language),
        })),
      };
    }),
  );
  connection.onNotification(IMPORT_CLOSED, ({ job }: ImportClosedParams) => {
    jobs.delete(job);
  });
  connection.onRequest(
    new RequestType<ExportParams, ExportAnswer | null, void>(EXPORT),
    answering.onDocument<ExportParams, ExportAnswer | null>(null, (document, params, token) =>
      working(serving, WORDS.exporting, async ({ format, layout, paper }: ExportParams, signal) => {
        const { content, notes } = await service.exportFile(document, { format, layout, paper }, signal);
        return typeof content === 'string' ? { text: content, notes } : { bytes: toBase64(content), notes };
      })(params, token),
    ),
  );
  connection.onRequest(
    new RequestType<PasteParams, PasteResult | null, void>(PASTE),
    answering.onDocument<PasteParams, PasteResult | null>(null, (document, params, token) =>
      working(serving, WORDS.importing, async ({ range, html, text, files }: PasteParams, signal) => {
        const { reportText } = await host.loadExchange();
        const content = files ? { files: files.map(sourceFile(language)) } : { html, text };
        const pasted = await service.pasteCells(document, range, content, signal);
        if (!pasted && files) throw refused(WORDS.noTable[language]);
        if (!pasted) return null;
        return { text: pasted.text, range: pasted.range, ...told(pasted.report, reportText, language) };
      })(params, token),
    ),
  );
  connection.onRequest(
    new RequestType<CopyParams, CopyResult | null, void>(COPY_FOR_EXCEL),
    answering.onDocument<CopyParams, CopyResult | null>(null, (document, { lines }) =>
      service.copyCells(document, lines),
    ),
  );
}

/** A handler of requests that may take long: it shows how far it has come, ends on cancel, and says to people what cannot be done. */
function working<P extends object, R>(
  { client, connection }: Serving,
  title: Bilingual,
  work: (params: P, signal: AbortSignal, report: (percentage: number, message: string) => void) => Promise<R>,
) {
  return async (params: P, token: CancellationToken): Promise<R | ResponseError<never>> => {
    const ending = new AbortController();
    if (token.isCancellationRequested) return cancelled();
    const listening = token.onCancellationRequested(() => ending.abort());
    const progress = connection.window.attachWorkDoneProgress((params as WorkDoneProgressParams).workDoneToken);
    progress.begin(title[client.language], 0, undefined, true);
    try {
      const result = await work(params, ending.signal, (percentage, message) => progress.report(percentage, message));
      return token.isCancellationRequested ? cancelled() : result;
    } catch (error) {
      if (ending.signal.aborted) return cancelled();
      const texts = conversionTexts(error);
      if (texts) return refused(texts[client.language]);
      throw error;
    } finally {
      progress.done();
      listening.dispose();
    }
  };
}

function refused(message: string): ResponseError<never> {
  return new ResponseError(LSPErrorCodes.RequestFailed, message);
}

function sourceFile(language: Language): (file: FileParams) => SourceFile {
  return ({ name, bytes }) => {
    try {
      return { name, bytes: fromBase64(bytes) };
    } catch {
      throw refused(`${name}: ${WORDS.noBase64[language]}`);
    }
  };
}

function recognisedTable(table: ImportTable, language: Language): RecogniseResult['tables'][number] {
  const { layout, reason, ...rest } = table;
  return { ...rest, layout: layout[language], ...(reason && { reason: reason[language] }) };
}

function told(
  report: ImportReport,
  reportText: (report: ImportReport, language: Language) => string,
  language: Language,
) {
  return { counts: report.counts, isMended: report.items.length > 0, report: reportText(report, language) };
}
