#!/usr/bin/env node
// Takes the arguments of VS Code's desktop executable, as @vscode/test-electron gives them, and runs the tests in
// code-server's VS Code, shown in a headless Chromium. Exits with the test run's exit code.
import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { cache } from '../lib/paths.mjs';
import { reportAndFail } from '../lib/say.mjs';
import { ensureChromium } from '../setup/chromium.mjs';
import { ensureServedVSCode } from '../setup/vscode.mjs';
import { launchBrowser, newWorkbenchPage } from './browser.mjs';
import { startServer, workbenchAddress } from './server.mjs';

const limit = 180_000;
const picture = path.join(cache, 'vscode-failure.png');

function readArguments(args) {
  const read = { extensions: [] };
  for (const argument of args) {
    const [, name, value] = /^--([\w-]+)(?:=(.*))?$/s.exec(argument) ?? [];
    if (name === 'extensionDevelopmentPath') read.extensions.push(value);
    else if (name === 'extensionTestsPath') read.tests = existsSync(value) ? value : `${value}.js`;
    else if (name === 'user-data-dir') read.userData = value;
    else if (name === 'extensions-dir') read.installed = value;
    else if (name === 'locale') read.language = value;
    else if (!name) read.folder = argument;
  }
  return read;
}

async function main() {
  const { folder, extensions, tests, userData, installed, language } = readArguments(process.argv.slice(2));
  const served = await ensureServedVSCode();
  const chromium = await ensureChromium();
  const server = await startServer({
    ...served,
    userData,
    extensions: installed,
    language,
    env: { ...process.env, EXTENSIONS_GALLERY: '{"serviceUrl":""}' }, // no market to ask
  });
  const log = [];
  let browser;
  const stop = async () => {
    await browser?.close().catch(() => {});
    await server.stop();
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
    process.on(signal, () => stop().finally(() => process.exit(130)));

  let failure = 'timed out';
  let page;
  const code = await new Promise((resolve) => {
    const fail = (code, why) => {
      failure = why;
      resolve(code);
    };
    setTimeout(() => resolve(124), limit).unref();
    server.ended.then((code) => fail(70, `VS Code's server ended with ${code}`));
    open().catch((error) => fail(71, String(error)));

    async function open() {
      browser = await launchBrowser(chromium);
      page = await newWorkbenchPage(browser, {
        onLog: (type, args) => log.push(`[${type}] ${args.join(' ')}`),
        onExit: (code) => fail(code, 'tests failed'),
      });
      page.on('crash', () => fail(72, 'the page crashed'));
      await page.goto(workbenchAddress(server, { folder, extensions, tests }));
    }
  });
  if (code !== 0) {
    await mkdir(cache, { recursive: true });
    await page?.screenshot({ path: picture, timeout: 10_000 }).catch(() => {});
    console.error([failure, ...log.slice(-100), server.log().slice(-4000), `See ${picture}`].join('\n'));
  }
  await stop();
  process.exit(code);
}

main().catch(reportAndFail);
