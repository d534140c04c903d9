import type { Catalogue } from '../profile/catalogue.ts';
import type { Profile } from '../profile/profile.ts';
import type { Environment } from '../workspace/environment.ts';

const NOTHING = { zh: '', en: '' };
const own = new WeakMap<Profile, Catalogue>();

/** The standard indicators of a profile: its own first, then those that come with the product. */
export async function catalogueOf(
  profile: Profile,
  { loadCatalogue }: Pick<Environment, 'loadCatalogue'>,
): Promise<Catalogue> {
  const shared = await loadCatalogue(profile.id);
  if (!profile.indicators?.length) return shared;
  let all = own.get(profile);
  if (!all) {
    const names = new Set(profile.indicators.map(({ name, class: code }) => `${code} ${name}`));
    all = [
      ...profile.indicators.map((one) => ({ pinyin: '', definition: NOTHING, ...one })),
      ...shared.filter(({ name, class: code }) => !names.has(`${code} ${name}`)),
    ];
    own.set(profile, all);
  }
  return all;
}
