import central from './central-2021.json' with { type: 'json' };
import guangzhou from './guangzhou.json' with { type: 'json' };
import type { Profile } from './profile.ts';

/** What a person reads of a profile, its labels and its classes. */
const TEXTS = new Set(['$schema', 'source', 'description', 'definition', 'belongs', 'examples']);

/**
 * The profiles that come with us, the default first, without what is said of them: data, which the build bundles as what
 * it comes to. `wholeProfiles.ts` has all of them.
 */
export const builtIn: readonly [Profile, ...Profile[]] = [withoutTexts(guangzhou), withoutTexts(central)];

function withoutTexts(profile: unknown): Profile {
  return JSON.parse(JSON.stringify(profile, (key, value) => (TEXTS.has(key) ? undefined : value)));
}
