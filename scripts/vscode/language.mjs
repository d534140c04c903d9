import { createHash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * code-server's VS Code comes without language packs, and where only package registries are reached there are none to
 * be had. A language pack of a few words is enough to make VS Code speak the language: then extensions speak it too.
 * The words are the ones beside the editor; a key that a later VS Code no longer knows does no harm.
 */
const words = { 'zh-cn': fileURLToPath(new URL('zh-cn.json', import.meta.url)) };

/** Puts the language pack into a profile folder, where VS Code's server finds it by `--locale`. */
export async function installLanguage(userData, language) {
  const file = words[language];
  if (!file) return;
  await mkdir(userData, { recursive: true });
  const hash = createHash('sha256')
    .update(await readFile(file))
    .digest('hex')
    .slice(0, 16);
  const extensions = [{ extensionIdentifier: { id: 'jxmb.words' }, version: '1.0.0' }];
  const packs = { [language]: { hash, extensions, translations: { vscode: file }, label: language } };
  await writeFile(path.join(userData, 'languagepacks.json'), JSON.stringify(packs));
}
