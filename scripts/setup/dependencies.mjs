import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { root } from '../lib/paths.mjs';
import { npm, npmEnvironment, run } from '../lib/process.mjs';
import { say, Told, text } from '../lib/say.mjs';

/**
 * `npm ci` where node_modules is not what package-lock.json says. npm itself notes what it installed in
 * node_modules/.package-lock.json, and writes that file last: comparing the two also finds an install that broke off.
 *
 * @param folder whose dependencies: the project's, or those of a part of it that has its own
 * @param options for npm
 */
export async function ensureDependencies(folder = root, options = []) {
  if (await isInstalled(folder)) return;
  say('正在安装依赖(npm ci)…', 'Installing the dependencies (npm ci)…');
  const { code, late } = await run(npm, ['ci', '--include=dev', '--no-audit', '--no-fund', ...options], {
    cwd: folder,
    env: npmEnvironment(),
    seconds: 600,
  });
  if (code !== 0) {
    throw new Told(
      late ? text('npm ci 超过 10 分钟未完成。', 'npm ci did not end within 10 minutes.') : `npm ci: ${code}`,
    );
  }
}

async function isInstalled(folder) {
  try {
    const [wanted, installed] = await Promise.all(
      ['package-lock.json', 'node_modules/.package-lock.json'].map(
        async (file) => JSON.parse(await readFile(path.join(folder, file), 'utf8')).packages,
      ),
    );
    return Object.entries(wanted).every(
      ([place, { version, optional }]) =>
        place === '' || (installed[place] ? installed[place].version === version : optional === true),
    );
  } catch {
    return false;
  }
}
