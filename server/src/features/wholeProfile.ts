import type { Profile, WholeProfile } from '../profile/profile.ts';
import { once } from './once.ts';

const load = once(() => import('../profile/wholeProfiles.ts'));

/** A profile with all that is said of it, which is loaded when somebody first wants to read it. */
export async function wholeProfile(profile: Profile): Promise<WholeProfile> {
  if (isWhole(profile)) return profile;
  const { wholeProfiles } = await load();
  return wholeProfiles.find(({ id }) => id === profile.id) as WholeProfile;
}

/** Those that somebody brings are. */
function isWhole(profile: Profile): profile is WholeProfile {
  return 'source' in profile;
}
