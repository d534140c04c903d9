/** Folders that the server does not reach, such as those of VS Code in a browser: the client tells what is in them. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { PublishDiagnosticsParams } from 'vscode-languageserver-protocol/node';
import { BareClient } from './process.ts';

const FOLDER = 'memory:/tables';
const department = `${FOLDER}/department.jxmb`;
const unit = `${FOLDER}/units/unit.jxmb`;

const rows = (name: string, money: string) => `${name}\n总计: ${money}\n财政拨款: ${money}\n`;
const head = (name: string) => `表\n部门名称: ${name}\n年度: 2025\n单位: 万元\n\n`;
const DEPARTMENT = `${head('局')}${rows('合计', '12.00')}\n引用: units/unit.jxmb\n`;
const unitOf = (money: string) => head('科协') + rows('资金使用单位: 科协', money);

const finds = (rule: string) => (told: PublishDiagnosticsParams) => told.diagnostics.some(({ code }) => code === rule);
const findsNothing = ({ diagnostics }: PublishDiagnosticsParams) => diagnostics.length === 0;

async function start(): Promise<BareClient> {
  return BareClient.start({
    workspaceFolders: [{ uri: FOLDER, name: 'tables' }],
    initializationOptions: { mirrors: true },
  });
}

test('tables take in others that only the client reaches, as they are now', async () => {
  const client = await start();
  client.open(department, DEPARTMENT);
  await client.published(department, findsNothing);
  const tell = (files: unknown[], more = {}) => client.notify('jxmb/files', { files, ...more });

  tell([{ uri: unit, text: unitOf('10.00') }]);
  tell([], { folders: [FOLDER] });
  await client.published(department, finds('sum-mismatch'));

  tell([{ uri: unit, text: unitOf('12.00') }]);
  await client.published(department, findsNothing);

  tell([{ uri: unit, text: { problem: 'encoding' } }]);
  await client.published(department, finds('include'));

  tell([{ uri: unit, text: unitOf('12.00') }]);
  await client.published(department, findsNothing);

  // The folder of the unit is gone.
  tell([{ uri: `${FOLDER}/units` }]);
  await client.published(department, finds('include'));
  await client.end();
});

test('a table that may be there is not missed', async () => {
  const client = await start();
  client.notify('jxmb/files', { files: [], folders: [FOLDER], isCut: true });
  client.open(department, DEPARTMENT);
  await client.published(department, findsNothing);
  await client.end();
});

test('projects are found in tables that only the client reaches', async () => {
  const client = await start();
  const text = `${unitOf('12.00')}\n项目名称: 科普活动\n总计: 12.00\n`;
  client.notify('jxmb/files', { files: [{ uri: unit, text }], folders: [FOLDER] });
  const { symbols } = await client.request<{ symbols: { name: string }[] }>('jxmb/symbols', { query: 'kphd' });
  assert.deepEqual(
    symbols.map(({ name }) => name),
    ['科普活动'],
  );
  await client.end();
});
