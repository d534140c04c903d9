import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after } from 'node:test';
import { fileURLToPath } from 'node:url';

/** The command line as a process of its own, on files in a folder of its own. */

export const cli = fileURLToPath(new URL('../server/src/cli.ts', import.meta.url));
export const folder = mkdtempSync(path.join(tmpdir(), 'jxmb-cli-'));
after(() => rmSync(folder, { recursive: true, force: true }));

export interface Ended {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export const LOCALES = { LC_ALL: undefined, LC_MESSAGES: undefined, LANG: undefined };

/** @param input what stands on the standard input */
export function jxmb(
  args: readonly string[],
  locale: NodeJS.ProcessEnv = { LANG: 'en_US.UTF-8' },
  input?: string | Uint8Array,
): Ended {
  const { status, stdout, stderr } = spawnSync(process.execPath, [cli, ...args], {
    cwd: folder,
    encoding: 'utf8',
    input,
    env: { ...process.env, ...LOCALES, ...locale },
    maxBuffer: 1 << 28,
  });
  return { status, stdout, stderr };
}

export const zh = { LANG: 'zh_CN.UTF-8' };

let files = 0;

export function file(content: string | Uint8Array, ending = 'jxmb'): string {
  const name = `${++files}.${ending}`;
  writeFileSync(path.join(folder, name), content);
  return name;
}

export function contentOf(name: string, encoding: BufferEncoding = 'utf8'): string {
  return readFileSync(path.join(folder, name), encoding);
}
