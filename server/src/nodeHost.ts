/** What the entries that run in Node share. Every dynamic import becomes a bundle of its own, loaded when it is used. */
import type { Converters } from './exchange/converters.ts';
import { NodeConverters } from './nodeConverters.ts';
import { listTables, readText, stampOf } from './nodeFiles.ts';
import type { Catalogue, Pinyin } from './profile/catalogue.ts';
import central from './profile/central-2021.json' with { type: 'json' };
import guangzhou from './profile/guangzhou.json' with { type: 'json' };
import type { Profile } from './profile/profile.ts';
import { defaultSettings, type TableSettings } from './workspace/settings.ts';
import type { TableFiles } from './workspace/workspace.ts';

/** One catalogue serves all profiles: a name is offered in the classes that a profile has. */
const standard = () => import('./profile/guangzhou.indicators.json', { with: { type: 'json' } });

export const nodeHost = {
  settings: {
    ...defaultSettings(guangzhou as Profile, [guangzhou as Profile, central as Profile]),
    readTable: readText,
  } as TableSettings,
  files: { stamp: stampOf, list: listTables } satisfies TableFiles,
  loadCatalogue: async (_profileId: string) => (await standard()).default as Catalogue,
  loadPinyin: async () => (await import('./profile/pinyin.json', { with: { type: 'json' } })).default as Pinyin,
  loadPinyinOf: async () => (await import('./profile/pinyinOf.ts')).pinyinOf,
  loadExchange: () => import('./features/exchange/exchange.ts'),
  loadProfileReader: () => import('./exchange/profile/readProfile.ts'),
  converters: new NodeConverters() as Converters,
  /** The language of the surroundings, such as `zh_CN.UTF-8`. */
  locale: process.env.LC_ALL || process.env.LC_MESSAGES || process.env.LANG,
};
