/** What the entries that run in Node share. Every dynamic import becomes a bundle of its own, loaded when it is used. */
import { readFileSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { decodeText } from './exchange/decodeText.ts';
import type { Catalogue, Pinyin } from './profile/catalogue.ts';
import central from './profile/central-2021.json' with { type: 'json' };
import guangzhou from './profile/guangzhou.json' with { type: 'json' };
import type { Profile } from './profile/profile.ts';
import { defaultSettings, type TableSettings } from './workspace/settings.ts';

/** One catalogue serves both: a name is offered in the classes that a profile has. */
const standard = () => import('./profile/guangzhou.indicators.json', { with: { type: 'json' } });
const catalogues: Readonly<Record<string, () => Promise<{ default: unknown }>>> = {
  guangzhou: standard,
  'central-2021': standard,
};

export const nodeHost = {
  settings: {
    ...defaultSettings(guangzhou as Profile, [guangzhou as Profile, central as Profile]),
    readTable,
  } as TableSettings,
  loadCatalogue: async (profileId: string) => ((await catalogues[profileId]?.())?.default ?? []) as Catalogue,
  loadPinyin: async () => (await import('./profile/pinyin.json', { with: { type: 'json' } })).default as Pinyin,
  loadPinyinOf: async () => (await import('./profile/pinyinOf.ts')).pinyinOf,
  loadImporter: () => import('./exchange/publishedText.ts'),
  /** The language of the surroundings, such as `zh_CN.UTF-8`. */
  locale: process.env.LC_ALL || process.env.LC_MESSAGES || process.env.LANG,
};

/** More than any table has; what is larger is no table. */
const MOST_BYTES = 32 * 1024 * 1024;

/** The text of a file, by its `file:` URI or its path; undefined where there is none, null where it is out of reach. */
function readTable(uri: string): string | undefined | null {
  // A letter and a colon are a drive.
  if (/^[A-Za-z][A-Za-z0-9+.-]+:/.test(uri) && !uri.startsWith('file:')) return null;
  try {
    const path = uri.startsWith('file:') ? fileURLToPath(uri) : uri;
    const file = statSync(path);
    if (file.isDirectory()) return undefined;
    if (!file.isFile() || file.size > MOST_BYTES) return null;
    return decodeText(readFileSync(path)) ?? null;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : '';
    return code === 'ENOENT' || code === 'ENOTDIR' ? undefined : null;
  }
}
