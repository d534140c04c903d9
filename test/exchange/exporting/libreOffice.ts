import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after } from 'node:test';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';

/** LibreOffice as another program that opens our files. Tests that need it skip, and say so, where it is absent. */

const run = promisify(execFile);

const version = await run('soffice', ['--version']).then(
  ({ stdout }) => stdout.trim(),
  () => undefined,
);

/** For `test`'s option `skip`: false where LibreOffice is there. */
export const skipWithoutLibreOffice = version === undefined && 'LibreOffice (soffice) is not installed';

let folder: Promise<string> | undefined;

after(async () => {
  if (folder) await rm(await folder, { recursive: true, force: true });
});

/** All cells of every sheet of a workbook as they are kept, not as they are shown. */
export const CSV = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1';
export const TEXT = 'txt:Text (encoded):UTF8';

/** Has LibreOffice open files and write them in another format; the files it wrote, by their names, as text. */
export async function convert(
  files: Readonly<Record<string, Uint8Array>>,
  format: string,
): Promise<ReadonlyMap<string, string>> {
  const written = await converted(files, format);
  return new Map([...written].map(([name, bytes]) => [name, bytes.toString('utf8')]));
}

/** Has LibreOffice open a file and save it in the same format. */
export async function saveAgain(name: string, file: Uint8Array): Promise<Uint8Array> {
  const written = await converted({ [name]: file }, path.extname(name).slice(1));
  return written.get(name) as Uint8Array;
}

async function converted(files: Readonly<Record<string, Uint8Array>>, format: string): Promise<Map<string, Buffer>> {
  folder ??= mkdtemp(path.join(tmpdir(), 'jxmb-libreoffice-'));
  const base = await folder;
  const work = await mkdtemp(path.join(base, 'run-'));
  const names = Object.keys(files);
  for (const name of names) await writeFile(path.join(work, name), files[name] as Uint8Array);
  const profile = `-env:UserInstallation=${pathToFileURL(path.join(base, 'profile')).href}`;
  const paths = names.map((name) => path.join(work, name));
  const out = path.join(work, 'out');
  await run('soffice', [profile, '--headless', '--convert-to', format, '--outdir', out, ...paths], {
    timeout: 120_000,
  });
  const written = await readdir(out);
  return new Map(await Promise.all(written.map(async (name) => [name, await readFile(path.join(out, name))] as const)));
}
