/** What the entries that run in Node share. Every dynamic import becomes a bundle of its own, loaded when it is used. */
import type { Catalogue, Pinyin } from './profile/catalogue.ts';
import guangzhou from './profile/guangzhou.json' with { type: 'json' };
import type { Profile } from './profile/profile.ts';
import { defaultSettings } from './workspace/settings.ts';

const catalogues: Readonly<Record<string, () => Promise<{ default: unknown }>>> = {
  guangzhou: () => import('./profile/guangzhou.indicators.json', { with: { type: 'json' } }),
};

export const nodeHost = {
  settings: defaultSettings(guangzhou as Profile),
  loadCatalogue: async (profileId: string) => ((await catalogues[profileId]?.())?.default ?? []) as Catalogue,
  loadPinyin: async () => (await import('./profile/pinyin.json', { with: { type: 'json' } })).default as Pinyin,
  loadImporter: () => import('./exchange/publishedText.ts'),
  /** The language of the surroundings, such as `zh_CN.UTF-8`. */
  locale: process.env.LC_ALL || process.env.LC_MESSAGES || process.env.LANG,
};
