#!/usr/bin/env node
// Runs the suite (or the files of it that are named) inside a real VS Code, with the extension from this folder.
import { appendFile, mkdir, open, readdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { runTests } from '@vscode/test-electron';
import { build } from 'esbuild';
import { cache, root } from '../../scripts/lib/paths.mjs';
import { exitOnSignals } from '../../scripts/lib/process.mjs';
import { reportAndFail } from '../../scripts/lib/say.mjs';
import { temporaryFolder } from '../../scripts/lib/temporary.mjs';
import { ensureVSCode, sayWhich } from '../../scripts/setup/vscode.mjs';
import { noteCounts } from '../../scripts/test/counts.mjs';
import { prepareProfile } from '../../scripts/vscode/server.mjs';

const suite = fileURLToPath(new URL('suite', import.meta.url));
const shim = fileURLToPath(new URL('../../scripts/vscode/desktop-shim.mjs', import.meta.url));

/** The suite is TypeScript; VS Code loads CommonJS. */
async function bundleSuite(files) {
  const folder = path.join(cache, 'vscode-suite');
  await rm(folder, { recursive: true, force: true });
  await build({
    entryPoints: [path.join(suite, 'index.ts'), ...files],
    outdir: folder,
    outExtension: { '.js': '.cjs' },
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    external: ['vscode', 'mocha'],
    sourcemap: 'inline',
    logLevel: 'warning',
  });
  return path.join(folder, 'index.cjs');
}

async function suiteFiles(named) {
  if (named.length > 0) return named.map((file) => path.resolve(file));
  const names = (await readdir(suite)).filter((name) => name.endsWith('.test.ts')).sort();
  return names.map((name) => path.join(suite, name));
}

/** Prints what the suite reports as it comes, without VS Code's own noise in between. */
async function follow(file) {
  await appendFile(file, '');
  const handle = await open(file);
  const print = async () => {
    const { bytesRead, buffer } = await handle.read({ buffer: Buffer.alloc(65536) });
    if (bytesRead > 0) process.stdout.write(buffer.subarray(0, bytesRead));
    return bytesRead > 0;
  };
  const timer = setInterval(() => print().catch(() => {}), 200);
  return async () => {
    clearInterval(timer);
    while (await print());
    await handle.close();
  };
}

async function main() {
  const files = await suiteFiles(process.argv.slice(2));
  const [tests, vscode] = await Promise.all([bundleSuite(files), ensureVSCode()]);
  sayWhich(vscode);

  const own = temporaryFolder('suite');
  const folder = path.join(own, 'workspace');
  const userData = path.join(own, 'user');
  const installed = path.join(own, 'extensions');
  const report = path.join(own, 'report.txt');
  const counts = path.join(own, 'counts.json');
  await mkdir(folder);
  await mkdir(installed);
  await prepareProfile(userData);

  let noise = '';
  const collect = () =>
    new Writable({
      write(chunk, _encoding, done) {
        noise = (noise + chunk).slice(-20_000);
        done();
      },
    });
  const endReport = await follow(report);
  let failure;
  try {
    await runTests({
      // The shim is a script: Node is what runs it.
      vscodeExecutablePath: vscode.desktop ?? process.execPath,
      launchArgs: [
        ...(vscode.desktop ? [] : [shim]),
        folder,
        `--user-data-dir=${userData}`,
        `--extensions-dir=${installed}`,
        '--disable-extensions',
      ],
      extensionDevelopmentPath: root,
      extensionTestsPath: tests,
      extensionTestsEnv: { JXMB_SUITE_REPORT: report, JXMB_SUITE_COUNTS: counts },
      stdout: collect(),
      stderr: collect(),
    });
  } catch (error) {
    failure = error;
  }
  await endReport();
  const counted = JSON.parse(await readFile(counts, 'utf8').catch(() => '{}'));
  if (failure && !counted.failed) {
    console.error(noise);
    counted.failed = 1;
  }
  await noteCounts(counted);
  process.exit(counted.failed > 0 ? 1 : 0);
}

exitOnSignals();
main().catch(reportAndFail);
