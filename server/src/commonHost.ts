/** What all entries that serve have in common, wherever they run. Every dynamic import becomes a bundle of its own, loaded when it is used. */
import { once } from './features/once.ts';
import { builtIn } from './profile/builtIn.ts';
import type { Catalogue, Pinyin } from './profile/catalogue.ts';
import { defaultSettings } from './workspace/settings.ts';

/** One catalogue serves all profiles: a name is offered in the classes that a profile has. */
const standard = once(() => import('./profile/guangzhou.indicators.json', { with: { type: 'json' } }));

export const commonHost = {
  settings: defaultSettings(builtIn[0], builtIn),
  loadCatalogue: async (_profileId: string) => (await standard()).default as Catalogue,
  loadPinyin: once(async () => (await import('./profile/pinyin.json', { with: { type: 'json' } })).default as Pinyin),
  loadPinyinOf: once(async () => (await import('./profile/pinyinOf.ts')).pinyinOf),
  loadExchange: once(() => import('./features/exchange/exchange.ts')),
  loadProfileReader: once(() => import('./exchange/profile/readProfile.ts')),
};
