import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { spawnGroup, stopGroup } from '../lib/process.mjs';
import { temporaryFolder } from '../lib/temporary.mjs';
import { installLanguage } from './language.mjs';

/** What every VS Code started here is set to: nothing but the editor, no questions, nothing sent anywhere. */
export const quiet = {
  'workbench.startupEditor': 'none',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'chat.disableAIFeatures': true,
  'telemetry.telemetryLevel': 'off',
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'update.mode': 'none',
};

/** Writes the user's settings of a profile folder where there are none yet, and the language VS Code speaks. */
export async function prepareProfile(userData, { settings = {}, language } = {}) {
  const file = path.join(userData, 'User', 'settings.json');
  await mkdir(path.dirname(file), { recursive: true });
  if (!existsSync(file)) await writeFile(file, `${JSON.stringify({ ...quiet, ...settings }, undefined, 2)}\n`);
  await installLanguage(userData, language);
}

/**
 * Starts code-server's VS Code on an address of this machine, for who knows the token and no others.
 *
 * @param vscode the folder of its server; `node` runs it
 * @param userData the profile; without it one for this run only
 * @param language such as `zh-cn`; without it English
 */
export async function startServer({
  node,
  vscode,
  userData,
  extensions,
  settings,
  language,
  port = 0,
  env = process.env,
}) {
  const own = temporaryFolder('vscode');
  const profile = userData ?? path.join(own, 'user');
  await prepareProfile(profile, { settings, language });
  const token = randomBytes(16).toString('hex');
  const tokenFile = path.join(own, 'token');
  await writeFile(tokenFile, token, { mode: 0o600 });

  const options = [
    ...['--host', '127.0.0.1', '--port', String(port), '--connection-token-file', tokenFile],
    ...['--server-data-dir', path.join(own, 'server'), '--user-data-dir', profile],
    ...(extensions ? ['--extensions-dir', extensions] : []),
    ...(language ? ['--locale', language] : []),
    ...['--accept-server-license-terms', '--telemetry-level', 'off', '--disable-workspace-trust'],
    ...['--disable-getting-started-override'],
    '--enable-smoke-test-driver', // without it a page's extensionDevelopmentPath is silently ignored
  ];
  const server = spawnGroup(node, [path.join(vscode, 'out', 'server-main.js'), ...options], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env,
  });
  const ended = new Promise((resolve) => server.on('close', resolve));
  let log = '';
  const stop = async () => {
    stopGroup(server);
    await ended;
  };
  try {
    const listening = await new Promise((resolve, reject) => {
      const listen = (chunk) => {
        log += chunk;
        const found = /Extension host agent listening on (\d+)/.exec(log);
        if (found) resolve(Number(found[1]));
      };
      server.stdout.on('data', listen);
      server.stderr.on('data', listen);
      server.on('error', reject);
      server.on('close', (code) => reject(new Error(`VS Code's server ended with ${code}\n${log}`)));
      setTimeout(() => reject(new Error(`VS Code's server did not start\n${log}`)), 60_000).unref();
    });
    return { port: listening, token, ended, stop, log: () => log };
  } catch (error) {
    await stop();
    throw error;
  }
}

/**
 * The address of the workbench.
 *
 * @param page `folder`, `file` and `line` to open, the `extension` folders to load from source, and a bundle of `tests`
 */
export function workbenchAddress({ port, token }, { folder, file, line, extensions = [], tests }) {
  const remote = (local) => `vscode-remote://127.0.0.1:${port}${pathToFileURL(path.resolve(local)).pathname}`;
  const payload = [
    ['skipWelcome', 'true'],
    ...extensions.map((extension) => ['extensionDevelopmentPath', remote(extension)]),
    ...(tests ? [['extensionTestsPath', remote(tests)]] : []),
    ...(file ? [['openFile', remote(file) + (line ? `:${line}` : '')]] : []),
    ...(line ? [['gotoLineMode', 'true']] : []),
  ];
  const address = new URL(`http://127.0.0.1:${port}/`);
  address.searchParams.set('tkn', token);
  if (folder) address.searchParams.set('folder', decodeURIComponent(pathToFileURL(path.resolve(folder)).pathname));
  else address.searchParams.set('ew', 'true');
  address.searchParams.set('payload', JSON.stringify(payload));
  return address.href;
}
