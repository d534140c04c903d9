import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { cachedFolder, unpackPackage } from '../lib/cache.mjs';
import { npm, npmEnvironment, run } from '../lib/process.mjs';
import { say, Told, text } from '../lib/say.mjs';

/**
 * A real VS Code out of the npm package code-server, for machines that reach a package registry and nothing else: it
 * carries VS Code's server and the whole workbench as a web page. It is never a dependency of the project: its install
 * scripts want a compiler and one certain Node.
 */
const version = '4.139.1';

/** Large, and of no use here. */
const unneeded = [
  'node_modules/@github',
  'node_modules/@microsoft/mxc-sdk',
  'extensions/copilot',
  'extensions/mermaid-markdown-features',
];

/** Where VS Code's server (`out/server-main.js`) is, fetched if need be. */
export function ensureCodeServer(node) {
  return cachedFolder(`code-server-${version}`, 'out/server-main.js', async (into) => {
    say(
      `正在获取 VS Code(code-server ${version},约 370 MB)…`,
      `Getting VS Code (code-server ${version}, some 370 MB)…`,
    );
    await unpackPackage(`code-server@${version}`, into, { part: 'package/lib/vscode', strip: 3 });
    // Not `npm ci`: the shrinkwrap that is shipped does not match its package.json.
    const install = ['install', '--omit=dev', '--ignore-scripts', '--no-save', '--no-audit', '--no-fund'];
    const { code, printed } = await run(npm, install, {
      cwd: into,
      env: npmEnvironment({ PATH: `${path.dirname(node)}${path.delimiter}${process.env.PATH}` }),
      seconds: 300,
      capture: true,
    });
    if (code !== 0 || !existsSync(path.join(into, 'node_modules'))) {
      throw new Told(`${text('code-server 的依赖安装失败:', 'Installing what code-server needs failed:')}\n${printed}`);
    }
    await Promise.all(unneeded.map((place) => rm(path.join(into, place), { recursive: true, force: true })));
  });
}
