import { spawn } from 'node:child_process';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import {
  createProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';
import { inRoot } from '../lib/paths.mjs';

const URI = 'file:///table.jxmb';
const TABLE = '项目名称: 科普活动经费\n总计: 30.00\n财政拨款: 20.00\n';

/**
 * Starts the server as it is shipped, opens a table in it and ends it when it has said what it finds: which bundles it has
 * read by then, how many modules of Node's own are loaded, and how many bytes of memory it holds.
 */
export async function startUp() {
  const args = ['--require', inRoot('scripts/test/tell-loaded.cjs'), inRoot('dist/server.js'), '--stdio'];
  const server = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'inherit', 'pipe'] });
  const told = text(server.stdio[3]);
  const connection = createProtocolConnection(
    new StreamMessageReader(server.stdout),
    new StreamMessageWriter(server.stdin),
  );
  connection.listen();
  await connection.sendRequest('initialize', {
    processId: process.pid,
    rootUri: null,
    capabilities: { textDocument: { diagnostic: {} } },
  });
  await connection.sendNotification('initialized', {});
  const textDocument = { uri: URI, languageId: 'jxmb', version: 1, text: TABLE };
  await connection.sendNotification('textDocument/didOpen', { textDocument });
  const { items } = await connection.sendRequest('textDocument/diagnostic', { textDocument: { uri: URI } });
  if (items.length === 0) throw new Error('The server finds nothing in a table with a slip.');
  await connection.sendRequest('shutdown');
  await connection.sendNotification('exit');
  const { files, ...others } = JSON.parse(await told);
  connection.dispose();
  return { files: files.map((file) => path.relative(inRoot('dist'), file)), ...others };
}
