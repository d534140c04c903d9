import { spawn } from 'node:child_process';
import path from 'node:path';
import { cachedFolder, unpackPackage } from '../lib/cache.mjs';
import { run } from '../lib/process.mjs';
import { say, Told, text } from '../lib/say.mjs';

const version = '24.21.0';
const isEnough = Number(process.versions.node.split('.')[0]) >= 24;

/** A Node that runs TypeScript as it is (24 or newer): the one we run in, else one from npm in the cache. */
export async function ensureNode24() {
  if (isEnough) return process.execPath;
  const system = process.platform === 'win32' ? 'win' : process.platform;
  const binary = process.platform === 'win32' ? 'bin/node.exe' : 'bin/node';
  const folder = await cachedFolder(`node-${version}`, binary, async (into) => {
    say(`正在获取 Node ${version}…`, `Getting Node ${version}…`);
    await unpackPackage(`node-${system}-${process.arch}@${version}`, into, { part: 'package/bin' });
    await mustRun(path.join(into, binary));
  });
  return path.join(folder, binary);
}

async function mustRun(node) {
  const { code, printed } = await run(node, ['--version'], { capture: true, seconds: 30 });
  if (code === 0) return;
  throw new Told(
    `${text(
      `取得的 Node ${version} 在本机无法运行,请自行安装 Node 24 或更新版本。`,
      `The Node ${version} from npm does not run here; please install Node 24 or newer yourself.`,
    )}\n${printed}`,
  );
}

/**
 * Goes on in Node 24 with the same script and arguments. Returns only where we are in it already; elsewhere it ends
 * this process with the other's exit code.
 */
export async function continueInNode24() {
  if (isEnough) return;
  const node = await ensureNode24();
  const child = spawn(node, process.argv.slice(1), { stdio: 'inherit' });
  process.on('SIGINT', () => {}); // the terminal sends Ctrl+C to both; the child decides
  for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  const code = await new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code, signal) => resolve(signal ? 1 : code));
  });
  process.exit(code);
}
