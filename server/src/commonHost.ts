/** What all entries that serve have in common, wherever they run. Every dynamic import becomes a bundle of its own, loaded when it is used. */
import { builtIn } from './profile/builtIn.ts';
import type { Catalogue, Pinyin } from './profile/catalogue.ts';
import { defaultSettings } from './workspace/settings.ts';

/** One catalogue serves all profiles: a name is offered in the classes that a profile has. */
const standard = () => import('./profile/guangzhou.indicators.json', { with: { type: 'json' } });

export const commonHost = {
  settings: defaultSettings(builtIn[0], builtIn),
  loadCatalogue: async (_profileId: string) => (await standard()).default as Catalogue,
  loadPinyin: async () => (await import('./profile/pinyin.json', { with: { type: 'json' } })).default as Pinyin,
  loadPinyinOf: async () => (await import('./profile/pinyinOf.ts')).pinyinOf,
  loadExchange: () => import('./features/exchange/exchange.ts'),
  loadProfileReader: () => import('./exchange/profile/readProfile.ts'),
};
