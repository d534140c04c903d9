import { existsSync } from 'node:fs';
import path from 'node:path';
import { run } from '../lib/process.mjs';
import { say, Told, text } from '../lib/say.mjs';
import { aptInstall, canInstall } from './apt.mjs';

/** A Chromium for the tests and screenshots, with a font for Chinese; on Debian as root both are installed. */
export async function ensureChromium() {
  const missing = [findChromium() ? '' : 'chromium', (await hasChineseFont()) ? '' : 'fonts-noto-cjk'].filter(Boolean);
  if (missing.length > 0 && canInstall()) {
    say(`正在安装 ${missing.join('、')}(apt-get)…`, `Installing ${missing.join(', ')} (apt-get)…`);
    const failure = await aptInstall(missing);
    if (failure) console.error(`${text('apt-get 安装失败:', 'apt-get could not install them:')}\n${failure}`);
  }
  const chromium = findChromium();
  if (chromium) return chromium;
  throw new Told(
    text(
      '需要 Chromium(或 Chrome、Edge)才能在真实的 VS Code 中测试和截图。请安装,例如 Debian:\n' +
        '  apt-get install --no-install-recommends chromium fonts-noto-cjk\n' +
        '或者用环境变量 CHROMIUM 指明其可执行文件。',
      'Testing in a real VS Code, and screenshots, need Chromium (or Chrome, or Edge). Please install it, on Debian:\n' +
        '  apt-get install --no-install-recommends chromium fonts-noto-cjk\n' +
        'or name its executable in the environment variable CHROMIUM.',
    ),
  );
}

function findChromium() {
  if (process.env.CHROMIUM) return process.env.CHROMIUM;
  return [...onPath(), ...installed()].find((file) => existsSync(file));
}

function onPath() {
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'];
  const folders = (process.env.PATH ?? '').split(path.delimiter).filter(Boolean);
  return process.platform === 'win32' ? [] : folders.flatMap((folder) => names.map((name) => path.join(folder, name)));
}

function installed() {
  if (process.platform === 'darwin') {
    return ['Chromium', 'Google Chrome', 'Microsoft Edge'].map(
      (app) => `/Applications/${app}.app/Contents/MacOS/${app}`,
    );
  }
  const { ProgramFiles, 'ProgramFiles(x86)': older, LOCALAPPDATA } = process.env;
  return [ProgramFiles, older, LOCALAPPDATA]
    .filter(Boolean)
    .flatMap((base) =>
      ['Google/Chrome/Application/chrome.exe', 'Microsoft/Edge/Application/msedge.exe'].map((file) =>
        path.join(base, file),
      ),
    );
}

async function hasChineseFont() {
  if (process.platform !== 'linux') return true;
  const listed = await run('fc-list', [':lang=zh-cn', 'family'], { capture: true, seconds: 60 }).catch(() => undefined);
  return listed ? listed.printed.trim() !== '' : existsSync('/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc');
}
