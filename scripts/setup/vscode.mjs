import { say, Told, text } from '../lib/say.mjs';
import { ensureChromium } from './chromium.mjs';
import { ensureCodeServer } from './code-server.mjs';
import { ensureDesktopVSCode } from './desktop.mjs';
import { ensureNode24 } from './node24.mjs';

/**
 * The VS Code to test in: the one VSCODE_EXECUTABLE names, else a desktop VS Code where it can be downloaded and
 * shown, else code-server's VS Code with a headless browser. JXMB_VSCODE=desktop or =code-server leaves no choice.
 *
 * @returns `{ desktop: executable }` or `{ served: { node, vscode, chromium } }`
 */
export async function ensureVSCode() {
  const wanted = process.env.JXMB_VSCODE;
  if (process.env.VSCODE_EXECUTABLE) return { desktop: process.env.VSCODE_EXECUTABLE };
  if (wanted !== 'code-server') {
    const desktop = await ensureDesktopVSCode();
    if (desktop) return { desktop };
    if (wanted === 'desktop') {
      throw new Told(
        text('此处无法下载或显示桌面版 VS Code。', 'A desktop VS Code cannot be downloaded or shown here.'),
      );
    }
  }
  return { served: { ...(await ensureServedVSCode()), chromium: await ensureChromium() } };
}

/** code-server's VS Code and the Node that runs it; a browser is the caller's business. */
export async function ensureServedVSCode() {
  const node = await ensureNode24();
  return { node, vscode: await ensureCodeServer(node) };
}

export function sayWhich({ desktop, served }) {
  if (desktop) say(`使用桌面版 VS Code:${desktop}`, `Using the desktop VS Code ${desktop}`);
  if (served)
    say('使用 code-server 中的 VS Code 和无界面的 Chromium', "Using code-server's VS Code and a headless Chromium");
}
