import central from './central-2021.json' with { type: 'json' };
import guangzhou from './guangzhou.json' with { type: 'json' };
import type { WholeProfile } from './profile.ts';

/** The profiles that come with us, with all that is said of them. */
export const wholeProfiles = [guangzhou, central] as readonly WholeProfile[];
