import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
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

/**
 * Has LibreOffice open a workbook, do something with its first sheet, and save it.
 * @param lines what to do with `sheet`, in Basic
 */
export async function editWorkbook(file: Uint8Array, lines: readonly string[]): Promise<Uint8Array> {
  const { work, profile } = await newRun();
  const [from, to] = [path.join(work, 'a.xlsx'), path.join(work, 'edited.xlsx')];
  await writeFile(from, file);
  const basic = path.join(profile, 'user', 'basic', 'Standard');
  // What is in a profile before its first start is overwritten by it.
  if (!existsSync(basic)) await run('soffice', [profileOption(profile), '--headless', '--terminate_after_init']);
  for (const [name, text] of Object.entries(libraryOf(lines, from, to))) await writeFile(path.join(basic, name), text);
  await run('soffice', [profileOption(profile), '--headless', 'macro:///Standard.Edit.Edit'], { timeout: 120_000 });
  return await readFile(to);
}

/** The files of a library of macros that has but one. */
function libraryOf(lines: readonly string[], from: string, to: string): Record<string, string> {
  const xml = '<?xml version="1.0" encoding="UTF-8"?>\n';
  const library = 'xmlns:library="http://openoffice.org/2000/library" library:name="Standard"';
  const module = 'xmlns:script="http://openoffice.org/2000/script" script:name="Edit" script:language="StarBasic"';
  const basic = [
    'Sub Edit',
    'Dim how(0) As New com.sun.star.beans.PropertyValue',
    'how(0).Name = "FilterName"',
    'how(0).Value = "Calc MS Excel 2007 XML"',
    `doc = StarDesktop.loadComponentFromURL("${pathToFileURL(from).href}", "_blank", 0, Array())`,
    'sheet = doc.Sheets.getByIndex(0)',
    ...lines,
    `doc.storeToURL("${pathToFileURL(to).href}", how())`,
    'doc.close(True)',
    'End Sub',
  ];
  return {
    'script.xlb': `${xml}<library:library ${library}><library:element library:name="Edit"/></library:library>`,
    'Edit.xba': `${xml}<script:module ${module}>${basic.join('\n').replaceAll('&', '&amp;')}</script:module>`,
  };
}

async function newRun(): Promise<{ readonly work: string; readonly profile: string }> {
  folder ??= mkdtemp(path.join(tmpdir(), 'jxmb-libreoffice-'));
  const base = await folder;
  return { work: await mkdtemp(path.join(base, 'run-')), profile: path.join(base, 'profile') };
}

function profileOption(profile: string): string {
  return `-env:UserInstallation=${pathToFileURL(profile).href}`;
}

async function converted(files: Readonly<Record<string, Uint8Array>>, format: string): Promise<Map<string, Buffer>> {
  const { work, profile } = await newRun();
  const names = Object.keys(files);
  for (const name of names) await writeFile(path.join(work, name), files[name] as Uint8Array);
  const paths = names.map((name) => path.join(work, name));
  const out = path.join(work, 'out');
  const options = ['--headless', '--convert-to', format, '--outdir', out];
  await run('soffice', [profileOption(profile), ...options, ...paths], { timeout: 120_000 });
  const written = await readdir(out);
  return new Map(await Promise.all(written.map(async (name) => [name, await readFile(path.join(out, name))] as const)));
}
