import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { cache } from '../lib/paths.mjs';

/**
 * The desktop VS Code that @vscode/test-electron downloads, or undefined where it cannot be had or shown. Nothing is
 * remembered of a failure: whether the download can be reached is found out anew, within seconds.
 */
export async function ensureDesktopVSCode() {
  if (!hasDisplay()) return undefined;
  const { downloadAndUnzipVSCode, SilentReporter } = await import('@vscode/test-electron');
  const cachePath = path.join(cache, 'vscode');
  await mkdir(cachePath, { recursive: true });
  try {
    return await downloadAndUnzipVSCode({
      version: process.env.VSCODE_VERSION || 'stable',
      cachePath,
      timeout: 5_000, // for an answer to begin, and for any pause in it
      reporter: new SilentReporter(),
    });
  } catch {
    return undefined;
  }
}

function hasDisplay() {
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}
