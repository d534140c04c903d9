/** What the entries that run in Node share. Every dynamic import becomes a bundle of its own, loaded when it is used. */
import type { Catalogue, Pinyin } from './profile/catalogue.ts';
import central from './profile/central-2021.json' with { type: 'json' };
import guangzhou from './profile/guangzhou.json' with { type: 'json' };
import type { Profile } from './profile/profile.ts';
import { defaultSettings } from './workspace/settings.ts';

/** One catalogue serves both: a name is offered in the classes that a profile has. */
const standard = () => import('./profile/guangzhou.indicators.json', { with: { type: 'json' } });
const catalogues: Readonly<Record<string, () => Promise<{ default: unknown }>>> = {
  guangzhou: standard,
  'central-2021': standard,
};

export const nodeHost = {
  settings: defaultSettings(guangzhou as Profile, [guangzhou as Profile, central as Profile]),
  loadCatalogue: async (profileId: string) => ((await catalogues[profileId]?.())?.default ?? []) as Catalogue,
  loadPinyin: async () => (await import('./profile/pinyin.json', { with: { type: 'json' } })).default as Pinyin,
  loadImporter: () => import('./exchange/publishedText.ts'),
  /** The language of the surroundings, such as `zh_CN.UTF-8`. */
  locale: process.env.LC_ALL || process.env.LC_MESSAGES || process.env.LANG,
};
