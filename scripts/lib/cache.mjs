import { existsSync } from 'node:fs';
import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { cache } from './paths.mjs';
import { npm, npmEnvironment, run } from './process.mjs';
import { Told, text } from './say.mjs';

/**
 * A folder of the cache, filled once. It is filled under another name and renamed when complete, so that what an
 * interrupted run leaves is never taken for the finished thing.
 *
 * @param marker a file that is in every complete folder of this kind
 * @param fill fills the folder it is given
 */
export async function cachedFolder(name, marker, fill) {
  const folder = path.join(cache, name);
  const complete = () => existsSync(path.join(folder, marker));
  if (complete()) return folder;
  await mkdir(cache, { recursive: true });
  await removeLeftovers(name);
  const unfinished = `${folder}.${process.pid}.part`;
  try {
    await mkdir(unfinished);
    await fill(unfinished);
    await rm(folder, { recursive: true, force: true });
    await rename(unfinished, folder).catch((error) => {
      if (!complete()) throw error; // else another run was quicker
    });
  } finally {
    await rm(unfinished, { recursive: true, force: true });
  }
  return folder;
}

async function removeLeftovers(name) {
  for (const entry of await readdir(cache)) {
    const pid = entry.startsWith(`${name}.`) && /\.(\d+)\.part$/.exec(entry)?.[1];
    if (pid && !isRunning(Number(pid))) await rm(path.join(cache, entry), { recursive: true, force: true });
  }
}

function isRunning(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

/**
 * Unpacks a published npm package, or a part of it, without installing it.
 *
 * @param part the folder of the archive to take; `package` is all of it
 * @param strip how many leading folders to leave out
 */
export async function unpackPackage(specifier, into, { part = 'package', strip = 1 } = {}) {
  const archives = path.join(into, '.archive');
  await mkdir(archives);
  const packed = await run(npm, ['pack', '--silent', '--pack-destination', archives, specifier], {
    env: npmEnvironment(),
    seconds: 300,
    capture: true,
  });
  const [archive] = await readdir(archives);
  if (packed.code !== 0 || !archive) {
    throw new Told(
      `${text(`无法获取 npm 包 ${specifier}:`, `Could not get the npm package ${specifier}:`)}\n${packed.printed}`,
    );
  }
  const unpacked = await run('tar', ['-xzf', `.archive/${archive}`, '--strip-components', String(strip), part], {
    cwd: into,
    seconds: 300,
    capture: true,
  });
  if (unpacked.code !== 0) throw new Error(`tar: ${unpacked.printed}`);
  await rm(archives, { recursive: true });
}
