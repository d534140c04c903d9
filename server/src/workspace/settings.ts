import type { Profile } from '../profile/profile.ts';
import { isAtLeast, type Severity } from '../rules/rule.ts';

/** What a table is read and checked by, besides what it says itself. */
export interface TableSettings {
  /** The profile of tables that name none. */
  readonly profile: Profile;
  /** Profiles by the name that stands behind 版式. */
  readonly profiles: ReadonlyMap<string, Profile>;
  /** How grave each rule's findings are, where that is not the rule's own choice. */
  readonly severities: ReadonlyMap<string, Severity | 'off'>;
  /** Whether to find also what is off by default. */
  readonly strict: boolean;
  /**
   * Reads another table, at a URI or a path such as the including one has: its text, undefined where there is no such
   * file, null where nobody can tell. Absent where files are out of reach.
   */
  readonly readTable?: (uri: string) => string | undefined | null;
}

/** Settings that leave everything as it is, for a profile. */
export function defaultSettings(profile: Profile, profiles: readonly Profile[] = [profile]): TableSettings {
  return {
    profile,
    profiles: new Map(profiles.map((one) => [one.id, one])),
    severities: new Map(),
    strict: false,
  };
}

/**
 * How grave a finding is once a severity is chosen for its rule. What the rule holds for lighter than its ordinary
 * findings gets no graver.
 */
export function chosenSeverity(own: Severity, ordinary: Severity, chosen: Severity): Severity {
  if (own === ordinary || chosen === ordinary) return own === ordinary ? chosen : own;
  return isAtLeast(own, chosen) ? chosen : own;
}
