import { existsSync } from 'node:fs';
import path from 'node:path';
import { say, text } from '../lib/say.mjs';
import { aptInstall, canInstall } from './apt.mjs';

const PACKAGES = ['libreoffice-calc', 'libreoffice-writer'];

/** LibreOffice for the tests that have it open our files; on Debian as root it is installed. Elsewhere they are skipped. */
export async function ensureLibreOffice() {
  if (isOnPath()) return;
  if (canInstall()) {
    say('正在安装 LibreOffice(apt-get)…', 'Installing LibreOffice (apt-get)…');
    const failure = await aptInstall(PACKAGES);
    if (failure) console.error(`${text('apt-get 安装失败:', 'apt-get could not install it:')}\n${failure}`);
  }
  if (isOnPath()) return;
  say(
    '(没有 LibreOffice,用它打开导出文件的测试将跳过)',
    '(no LibreOffice here: the tests that have it open exported files are skipped)',
  );
}

function isOnPath() {
  const folders = (process.env.PATH ?? '').split(path.delimiter).filter(Boolean);
  return folders.some((folder) => existsSync(path.join(folder, 'soffice')));
}
