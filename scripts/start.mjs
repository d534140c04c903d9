#!/usr/bin/env node
// Opens the example in a VS Code with the extension from this folder: `npm start`. In the desktop VS Code where `code`
// is on the path, else (or with --serve) as a web page at an address of this machine, until Ctrl+C.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { inRoot, root } from './lib/paths.mjs';
import { exitOnSignals, run } from './lib/process.mjs';
import { inChinese, reportAndFail, say, Told, text } from './lib/say.mjs';
import { ensureDependencies } from './setup/dependencies.mjs';
import { continueInNode24 } from './setup/node24.mjs';
import { ensureServedVSCode } from './setup/vscode.mjs';
import { startServer, workbenchAddress } from './vscode/server.mjs';

const examples = inRoot('examples');
const department = path.join(examples, '示范区科工商信局-2025.jxmb');

async function main() {
  await continueInNode24();
  exitOnSignals();
  const { values } = parseArgs({
    options: {
      serve: { type: 'boolean', default: false },
      port: { type: 'string', default: '0' },
      lang: { type: 'string', default: inChinese ? 'zh-cn' : 'en' },
    },
  });
  await ensureDependencies();
  const built = await run(process.execPath, ['scripts/build.mjs', '--dev'], { cwd: root, seconds: 120 });
  if (built.code !== 0) process.exit(built.code);

  const file = await fileToOpen();
  if (!values.serve && (await openInDesktop(file))) return;
  await serve(file, values);
}

async function fileToOpen() {
  if (existsSync(department)) return department;
  const other = (await readdir(examples).catch(() => [])).find((name) => name.endsWith('.jxmb'));
  return other && path.join(examples, other);
}

/** False where there is no desktop VS Code to open; the `code` of a remote window cannot load an extension's source. */
async function openInDesktop(file) {
  const code = process.env.VSCODE_IPC_HOOK_CLI ? undefined : findCode();
  if (!code) return false;
  const child = spawn(code, [`--extensionDevelopmentPath=${root}`, examples, ...(file ? [file] : [])], {
    stdio: 'ignore',
    shell: process.platform === 'win32',
  });
  const exitCode = await new Promise((resolve) => {
    child.on('error', () => resolve(-1));
    child.on('close', resolve);
  });
  if (exitCode !== 0) return false;
  say('已在 VS Code 中打开示例。', 'The example is open in VS Code.');
  return true;
}

function findCode() {
  const names = process.platform === 'win32' ? ['code.cmd'] : ['code'];
  const folders = (process.env.PATH ?? '').split(path.delimiter).filter(Boolean);
  return folders.flatMap((folder) => names.map((name) => path.join(folder, name))).find((place) => existsSync(place));
}

async function serve(file, { port, lang }) {
  const server = await startServer({
    ...(await ensureServedVSCode()),
    userData: inRoot('.cache', 'start-profile'),
    language: lang.toLowerCase(),
    port: Number(port),
  });
  const address = workbenchAddress(server, { folder: examples, file, extensions: [root] });
  say('\n请在浏览器中打开下面的地址(按 Ctrl+C 结束):\n', '\nOpen this address in a browser (Ctrl+C ends it):\n');
  console.log(`${address}\n`);
  let stopping = false;
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.removeAllListeners(signal);
    process.on(signal, () => {
      stopping = true;
      server.stop().finally(() => process.exit(0));
    });
  }
  const code = await server.ended;
  if (stopping) return;
  await server.stop();
  throw new Told(`${text('VS Code 服务已退出:', "VS Code's server ended:")} ${code}\n${server.log().slice(-2000)}`);
}

main().catch(reportAndFail);
