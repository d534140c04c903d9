/** The requests that get files of other programs in and out, between a client and a server in one process. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { after, describe, test } from 'node:test';
import { CancellationTokenSource, ProgressType } from 'vscode-languageserver-protocol/node';
import { generate } from '../../bench/generate.ts';
import { toBase64 } from '../../server/src/exchange/base64.ts';
import {
  COPY_FOR_EXCEL,
  type CopyResult,
  EXPORT,
  type ExportAnswer,
  type FileParams,
  IMPORT,
  IMPORT_CLOSED,
  type ImportResult,
  PASTE,
  type PasteResult,
  RECOGNISE,
  type RecogniseResult,
} from '../../server/src/exchangeProtocol.ts';
import type { NodeConverters } from '../../server/src/nodeConverters.ts';
import { nodeHost } from '../../server/src/nodeHost.ts';
import { connect, URI } from './client.ts';

// The worker that converts would be kept for the next file.
after(() => (nodeHost.converters as NodeConverters).close());

const LAYOUTS = path.join(import.meta.dirname, '../exchange/fixtures/layouts');
const textDocument = { uri: URI };

function layout(name: string, as = name): FileParams {
  return { name: as, bytes: toBase64(readFileSync(path.join(LAYOUTS, name))) };
}

const textFile = (name: string, text: string): FileParams => ({ name, bytes: toBase64(Buffer.from(text)) });

const TABLE = `项目支出绩效目标表
部门名称: 示范市科技局
年度: 2025
单位: 万元

资金使用单位: 示范市科技局本级
总计: 20.00
财政拨款: 20.00

项目名称: 科技金融专项
总计: 20.00
财政拨款: 20.00
绩效目标: 服务企业。
绩效指标:
  1、1-产出指标; 11-数量指标; 服务企业数量; 实施周期指标值:50家; 年度指标值:50家。
`;

const namesIn = (text: string) => [...text.matchAll(/^项目名称: (.*)$/gm)].map(([, name]) => name);

describe('import', () => {
  test('what is recognised comes first, in the language of the client; then what is chosen is made one document', async () => {
    const { client, end } = await connect({}, { locale: 'en' });
    const found = await client.sendRequest<RecogniseResult>(RECOGNISE, { files: [layout('several.xlsx')] });
    assert.deepEqual(
      found.tables.map(({ name, isTable, isChosen, projects }) => [name, isTable, isChosen, projects]),
      [
        ['封面', false, false, 0],
        ['表1', true, true, 2],
        ['表2', true, true, 1],
        ['往年', true, false, 1],
      ],
    );
    assert.equal(found.tables[3]?.reason, 'a hidden sheet');
    assert.deepEqual(
      found.profiles.map(({ id }) => id),
      ['guangzhou', 'central-2021'],
    );
    const imported = (tables: number[]) => client.sendRequest<ImportResult>(IMPORT, { job: found.job, tables });
    const [both] = (await imported([1, 2])).documents;
    assert.equal(namesIn(both?.document ?? '').length, 3);
    assert.equal(both?.counts.projects, 3);
    assert.match(both?.report ?? '', /^Imported: /);
    assert.deepEqual(namesIn((await imported([3])).documents[0]?.document ?? ''), ['旧项目']);
    end();
  });

  test('several files at once: one that cannot be read is told, the others stay', async () => {
    const { client, end } = await connect({});
    const files = [
      layout('gs-form.xlsx', '一.xlsx'),
      textFile('坏.xlsx', 'PK\u0003\u0004'),
      layout('jx-form.docx', '二.docx'),
    ];
    const { tables, problems, job } = await client.sendRequest<RecogniseResult>(RECOGNISE, { files });
    assert.deepEqual(
      tables.map(({ file }) => file),
      ['一.xlsx', '二.docx'],
    );
    assert.deepEqual(
      problems.map(({ file }) => file),
      ['坏.xlsx'],
    );
    assert.match(problems[0]?.message ?? '', /另存/);
    const { documents } = await client.sendRequest<ImportResult>(IMPORT, { job, tables: [0, 1] });
    assert.deepEqual(
      documents.map(({ document }) => namesIn(document).length),
      [2],
    );
    end();
  });

  test('for the profile that is chosen', async () => {
    const { client, end } = await connect({});
    const { job, tables } = await client.sendRequest<RecogniseResult>(RECOGNISE, { files: [layout('gs-form.xlsx')] });
    assert.equal(tables[0]?.profile, 'central-2021');
    const ask = (profile?: string) => client.sendRequest<ImportResult>(IMPORT, { job, tables: [0], profile });
    assert.match((await ask()).documents[0]?.document ?? '', /^版式: central-2021$/m);
    assert.doesNotMatch((await ask('guangzhou')).documents[0]?.document ?? '', /^版式:/m);
    end();
  });

  test('what nobody will choose from is forgotten, and so is what is old', async () => {
    const { client, end } = await connect({});
    const read = async () => {
      const { job } = await client.sendRequest<RecogniseResult>(RECOGNISE, { files: [textFile('a.csv', '甲,乙\n')] });
      return job;
    };
    const [first, second, third] = [await read(), await read(), await read()];
    const ask = (job: number) => client.sendRequest<ImportResult>(IMPORT, { job, tables: [] });
    await assert.rejects(ask(first), /再导入一次/);
    assert.deepEqual((await ask(second)).documents, []);
    await client.sendNotification(IMPORT_CLOSED, { job: third });
    await assert.rejects(ask(third), /再导入一次/);
    end();
  });

  test('shows which file is read, and ends when nobody wants it any more', async () => {
    const { client, end } = await connect({});
    const shown: string[] = [];
    client.onProgress(new ProgressType<{ kind: string; message?: string }>(), 'ours', ({ kind, message }) => {
      shown.push(message ? `${kind} ${message}` : kind);
    });
    const files = [textFile('一.csv', '甲,乙\n'), textFile('二.csv', '甲,乙\n')];
    await client.sendRequest(RECOGNISE, { files, workDoneToken: 'ours' });
    assert.deepEqual(shown, ['begin', 'report 一.csv', 'report 二.csv', 'end']);

    const cancel = new CancellationTokenSource();
    const large = textFile('大.csv', '甲,乙,丙\n'.repeat(200_000));
    const asked = client.sendRequest(RECOGNISE, { files: [large], workDoneToken: 'large' }, cancel.token);
    await new Promise<void>((resolve) => {
      client.onProgress(new ProgressType<{ kind: string }>(), 'large', ({ kind }) => {
        if (kind === 'report') resolve();
      });
    });
    cancel.cancel();
    await assert.rejects(asked, /cancelled/);
    end();
  });
});

describe('export', () => {
  test('bytes of workbooks, text of the rest; what comes of it is imported again as the same table', async () => {
    const { client, open, end } = await connect({});
    await open(TABLE);
    const asked = async (format: string) =>
      client.sendRequest<ExportAnswer>(EXPORT, { textDocument, format, paper: 'A4' });
    const book = await asked('xlsx');
    assert.equal(book.text, undefined);
    const files = [{ name: '表.xlsx', bytes: book.bytes ?? '' }];
    const { job } = await client.sendRequest<RecogniseResult>(RECOGNISE, { files });
    const { documents } = await client.sendRequest<ImportResult>(IMPORT, { job, tables: [0] });
    assert.equal(documents[0]?.document, TABLE);
    const page = await asked('html');
    assert.match(page.text ?? '', /^<!doctype html>[\s\S]*A4/);
    assert.equal((await asked('json')).bytes, undefined);
    end();
  });

  test('of a table that is not open there is none; one that is being made can be given up', async () => {
    const { client, open, end } = await connect({});
    assert.equal(await client.sendRequest(EXPORT, { textDocument, format: 'xlsx' }), null);
    await open(generate({ projects: 2_000 }));
    const cancel = new CancellationTokenSource();
    const begun = new Promise<void>((resolve) => {
      client.onProgress(new ProgressType<{ kind: string }>(), 'made', () => resolve());
    });
    const asked = client.sendRequest(EXPORT, { textDocument, format: 'xlsx', workDoneToken: 'made' }, cancel.token);
    await begun;
    cancel.cancel();
    await assert.rejects(asked, /cancelled/);
    end();
  });
});

test('rows for the clipboard: all, or those on some lines', async () => {
  const { client, open, end } = await connect({});
  await open(TABLE);
  const all = await client.sendRequest<CopyResult>(COPY_FOR_EXCEL, { textDocument });
  assert.match(all.html, /<table>[\s\S]*科技金融专项/);
  assert.equal(all.tsv.split('\r\n').filter((line) => /^\S/.test(line)).length, 3);
  const line = TABLE.split('\n').findIndex((text) => text.startsWith('项目名称'));
  const lines = { startLine: line, endLine: line };
  const some = await client.sendRequest<CopyResult>(COPY_FOR_EXCEL, { textDocument, lines });
  assert.doesNotMatch(some.tsv, /科技局本级/);
  assert.match(some.tsv, /^科技金融专项\t20\.00/m);
  end();
});

test('rows that were copied for a spreadsheet come back as they were, in either form', async () => {
  const rows = ['资金使用单位: 某集团\n总计: 5.00\n', '项目名称: 总计\n总计: 3.00\n', '资金使用单位: 乙\n'];
  const { client, open, end } = await connect({});
  await open(rows.join('\n'));
  const { html, tsv } = await client.sendRequest<CopyResult>(COPY_FOR_EXCEL, { textDocument });
  const start = { line: 0, character: 0 };
  // Clipboards may change line ends.
  for (const content of [{ html, text: tsv }, { html }, { text: tsv }, { text: tsv.replaceAll('\r\n', '\n') }]) {
    const params = { textDocument, range: { start, end: start }, ...content };
    const pasted = await client.sendRequest<PasteResult>(PASTE, params);
    assert.equal(pasted.text.trimEnd(), rows.join('\n').trimEnd());
  }
  end();
});

describe('paste', () => {
  const INDICATORS = TABLE.slice(0, TABLE.indexOf('  1、'));
  const paste = async (text: string, content: object, at?: { line: number; character: number }) => {
    const { client, open, end } = await connect({});
    await open(text);
    const lines = text.split('\n');
    const place = at ?? { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 };
    const pasted = await client.sendRequest<PasteResult | null>(PASTE, {
      textDocument,
      range: { start: place, end: place },
      ...content,
    });
    end();
    return pasted;
  };
  const RUN =
    '1、1-产出指标; 11-数量指标; 会议次数; 实施周期指标值:5次; 年度指标值:5次。2、2-效益指标; 22-社会效益; 到会人数; 实施周期指标值:50人; 年度指标值:50人。';
  const LINES =
    '  1、1-产出指标; 11-数量指标; 会议次数; 实施周期指标值:5次; 年度指标值:5次。\n  2、2-效益指标; 22-社会效益; 到会人数; 实施周期指标值:50人; 年度指标值:50人。';

  test('a cell in which indicators run together becomes one indicator a line, however it comes', async () => {
    const html = `<html><body><table><tr><td>${RUN}</td></tr></table></body></html>`;
    assert.equal((await paste(INDICATORS, { html, text: RUN }))?.text, LINES);
    assert.equal((await paste(INDICATORS, { text: RUN }))?.text, LINES);
  });

  test('rows of a list become blocks between blocks', async () => {
    const head = ['项目名称(资金使用单位)', '总计', '财政拨款', '绩效目标', '绩效指标'];
    const row = ['科普活动', '5.00', '5.00', '办好科普。', RUN];
    const cells = (one: readonly string[]) => `<tr>${one.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;
    const html = `<table>${cells(head)}${cells(row)}</table>`;
    const pasted = await paste(`${TABLE}\n`, { html, text: [head, row].map((one) => one.join('\t')).join('\n') });
    assert.match(
      pasted?.text ?? '',
      /^项目名称: 科普活动\n总计: 5\.00\n财政拨款: 5\.00\n绩效目标: 办好科普。\n绩效指标:\n/,
    );
    assert.equal(pasted?.counts.projects, 1);
  });

  test('what are no cells, and what would be the same, is pasted as it is', async () => {
    assert.equal(await paste(INDICATORS, { text: '建设信息平台' }), null);
    assert.equal(await paste(INDICATORS, { text: LINES }), null);
    assert.equal(await paste(TABLE, { text: LINES }), null, 'lines that were copied from a table keep their numbers');
    assert.match((await paste(TABLE, { text: RUN }))?.text ?? '', /^ {2}2、[^\n]+\n {2}3、/);
    assert.equal(await paste(INDICATORS, { text: 'a\tb', html: '<b>a</b>' }), null);
  });

  test('files that are dropped become blocks where blocks may stand', async () => {
    const inGoal = { line: TABLE.split('\n').findIndex((line) => line.startsWith('绩效目标')), character: 8 };
    const pasted = await paste(`${TABLE}\n项目名称: 后一项\n`, { files: [layout('gz-list.xlsx')] }, inGoal);
    assert.deepEqual(pasted?.range.start, { line: TABLE.split('\n').length, character: 0 });
    assert.match(pasted?.text ?? '', /^\S[\s\S]*\S\n\n$/);
    assert.equal(namesIn(pasted?.text ?? '').length, 3);
    assert.match(pasted?.report ?? '', /^已导入/);
    const several = await paste(TABLE, { files: [layout('several.xlsx')] });
    assert.equal(namesIn(several?.text ?? '').length, 3, 'without the hidden sheet');
    await assert.rejects(paste(TABLE, { files: [textFile('甲.csv', '甲,乙\n')] }), /没有认出/);
    await assert.rejects(paste(TABLE, { files: [textFile('坏.xlsx', 'PK\u0003\u0004')] }), /另存/);
  });
});
